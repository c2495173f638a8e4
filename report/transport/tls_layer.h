#pragma once

#include <memory>
#include <string>

#include "imaging/result/result.h"
#include "report/transport/peer.h"

class DcmTLSTransportLayer;

namespace nadir::report
{
enum class TlsRole
{
  Caller,
  Listener,  ///< needs a certificate and a key of ours
};

/// DCMTK's TLS with the checks it leaves to its user: the host name, or a pinned certificate; of a caller, too, when we listen. Failures:
/// SettingInvalid.
Result<std::shared_ptr<DcmTLSTransportLayer>> tls_layer(const TlsSettings& settings, const std::string& host,
                                                        TlsRole role = TlsRole::Caller);
}  // namespace nadir::report
