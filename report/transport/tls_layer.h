#pragma once

#include <memory>
#include <string>

#include "imaging/result/result.h"
#include "report/transport/peer.h"

class DcmTLSTransportLayer;

namespace nadir::report
{
/// DCMTK's TLS with the checks it leaves to its user: the host name, or a pinned certificate. Failures: SettingInvalid.
Result<std::shared_ptr<DcmTLSTransportLayer>> tls_layer(const TlsSettings& settings, const std::string& host);
} // namespace nadir::report
