#include "report/transport/tls_layer.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmtls/tlslayer.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>

#include <optional>

#include "report/transport/tls_pin.h"
#include "report/transport/transport_error.h"

namespace nadir::report
{
namespace
{
Failure unusable(const std::string& what, const std::filesystem::path& file)
{
  return Failure(TransportError::SettingInvalid,
                 "the " + what + " " + file.string() + " cannot be used (no secured connection without it). Give a PEM file.");
}

bool expect_host(SSL_CTX* context, const std::string& host)
{
  X509_VERIFY_PARAM* parameters = SSL_CTX_get0_param(context);
  X509_VERIFY_PARAM_set_hostflags(parameters, X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS);
  if (X509_VERIFY_PARAM_set1_ip_asc(parameters, host.c_str()) == 1) return true;
  return X509_VERIFY_PARAM_set1_host(parameters, host.c_str(), host.size()) == 1;
}

/// The pin must live as long as the layer that compares with it.
struct PinnedLayer
{
  explicit PinnedLayer(TlsRole role) : layer(role == TlsRole::Listener ? NET_ACCEPTOR : NET_REQUESTOR, nullptr, OFTrue) {}
  std::string pin;
  DcmTLSTransportLayer layer;
};

std::optional<Failure> set_identity(DcmTLSTransportLayer& layer, const TlsSettings& settings)
{
  if (settings.certificate.empty() && settings.key.empty()) return std::nullopt;
  if (layer.setPrivateKeyFile(settings.key.c_str(), DCF_Filetype_PEM).bad()) return unusable("private key", settings.key);
  if (layer.setCertificateFile(settings.certificate.c_str(), DCF_Filetype_PEM).bad()) return unusable("certificate", settings.certificate);
  if (!layer.checkPrivateKeyMatchesCertificate())
    return Failure(TransportError::SettingInvalid,
                   "the private key does not belong to the certificate (the peer would refuse it). Give the two of one pair.");
  return std::nullopt;
}

std::optional<Failure> set_trust(PinnedLayer& made, const TlsSettings& settings, const std::string& host)
{
  SSL_CTX* context = made.layer.getNativeHandle();
  SSL_CTX_set_min_proto_version(context, TLS1_2_VERSION);
  made.layer.setCertificateVerification(DCV_requireCertificate);
  if (!settings.pinned_sha256.empty())
  {
    if (made.pin.empty())
      return Failure(
          TransportError::SettingInvalid,
          "the pinned SHA-256 is not 64 hexadecimal digits (no certificate could match it). Give the digest of the peer's certificate.");
    pin_certificate(context, &made.pin);
    return std::nullopt;
  }
  if (settings.authorities.empty())
    return Failure(TransportError::SettingInvalid,
                   "no authority and no pin is given for TLS (any certificate would do). Name a PEM file of authorities or a SHA-256.");
  if (made.layer.addTrustedCertificateFile(settings.authorities.c_str(), DCF_Filetype_PEM).bad())
    return unusable("file of authorities", settings.authorities);
  if (!expect_host(context, host))
    return Failure(TransportError::SettingInvalid,
                   "the host name cannot be checked (its certificate would not be). Give a host name or an address.");
  return std::nullopt;
}
}  // namespace

Result<std::shared_ptr<DcmTLSTransportLayer>> tls_layer(const TlsSettings& settings, const std::string& host, TlsRole role)
{
  if (role == TlsRole::Listener && (settings.certificate.empty() || settings.key.empty()))
    return Failure(TransportError::SettingInvalid,
                   "C-MOVE with TLS needs a certificate and a key of ours (the archive connects to us and checks them). Name both.");
  auto made = std::make_shared<PinnedLayer>(role);
  made->pin = normal_pin(settings.pinned_sha256);
  if (made->layer.setTLSProfile(TSP_Profile_BCP195_ND).bad() || made->layer.activateCipherSuites().bad())
    return Failure(TransportError::SettingInvalid,
                   "this system's OpenSSL knows no cipher that DICOM asks for (no secured connection). Update it.");
  if (auto failure = set_identity(made->layer, settings)) return *failure;
  if (auto failure = set_trust(*made, settings, host)) return *failure;
  return std::shared_ptr<DcmTLSTransportLayer>(made, &made->layer);
}
}  // namespace nadir::report
