#pragma once

#include <string_view>

namespace nadir::report
{
enum class TransportError
{
  Unreachable,     ///< no connection, or it broke; worth trying again
  Rejected,        ///< the peer took no association, or the request as a whole
  TlsFailed,       ///< certificate, host name, pin or handshake
  NotSupported,    ///< the peer takes no such objects or no such query
  PeerFailed,      ///< the peer answered with an error
  ObjectInvalid,   ///< not passed by the gate, or of another patient, study or name than asked for
  QueueDamaged,    ///< the queue on disk cannot be read or written
  QueueBusy,       ///< another process has the queue
  Cancelled,       ///< a person asked to stop
  SettingInvalid,  ///< a setting of ours
};
std::string_view error_code(TransportError error);
}  // namespace nadir::report
