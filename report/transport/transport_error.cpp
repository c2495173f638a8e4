#include "report/transport/transport_error.h"

namespace nadir::report
{
std::string_view error_code(TransportError error)
{
  switch (error)
  {
  case TransportError::Unreachable: return "unreachable";
  case TransportError::Rejected: return "rejected";
  case TransportError::TlsFailed: return "tls_failed";
  case TransportError::NotSupported: return "not_supported";
  case TransportError::PeerFailed: return "peer_failed";
  case TransportError::ObjectInvalid: return "object_invalid";
  case TransportError::QueueDamaged: return "queue_damaged";
  case TransportError::QueueBusy: return "queue_busy";
  case TransportError::Cancelled: return "cancelled";
  case TransportError::SettingInvalid: return "setting_invalid";
  }
  return "unknown";
}
}  // namespace nadir::report
