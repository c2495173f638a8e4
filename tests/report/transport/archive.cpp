#include "tests/report/transport/archive.h"

#include <csignal>
#include <filesystem>
#include <fstream>
#include <stdexcept>

#include "report/transport/web_fetch.h"
#include "tests/support/run_program.h"

namespace nadir::test
{
namespace
{
namespace fs = std::filesystem;
constexpr const char* plugin = "/usr/share/orthanc/plugins/libOrthancDicomWeb.so";

bool has(const std::string& program) { return nadir::testing::run_system_program("sh", {"-c", "command -v " + program}).exit_code == 0; }

void run(const std::string& program, const std::vector<std::string>& arguments)
{
  const auto done = nadir::testing::run_system_program(program, arguments);
  if (done.exit_code != 0) throw std::runtime_error(program + ": " + done.err);
}
}  // namespace

bool Archive::is_installed() { return has("Orthanc") && has("openssl") && has("socat") && has("curl") && fs::exists(plugin); }

Archive::Archive(Secured secured) : secured_(secured)
{
  make_certificates();
  for (int attempt = 0; attempt < 5; ++attempt)  // another process may take a port first
  {
    dicom_port_ = nadir::testing::free_port(), http_port_ = nadir::testing::free_port(), move_port_ = nadir::testing::free_port();
    write_configuration();
    if (is_started()) return;
  }
  throw std::runtime_error("Orthanc does not start");
}

/// Self-signed: "server" and "client" for localhost, "other" of another issuer, "elsewhere" for another host.
void Archive::make_certificates() const
{
  for (const auto& [name, host] :
       {std::pair{"server", "localhost"}, {"client", "localhost"}, {"other", "localhost"}, {"elsewhere", "elsewhere.example"}})
    run("openssl", {"req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", std::string("/CN=") + host, "-addext",
                    std::string("subjectAltName=DNS:") + host, "-keyout", file(std::string(name) + ".key").string(), "-out",
                    file(std::string(name) + ".crt").string()});
  run("sh",
      {"-c", "cat '" + file("server.key").string() + "' '" + file("server.crt").string() + "' > '" + file("server.pem").string() + "'"});
}

void Archive::write_configuration() const
{
  const std::string storage = (folder_.path() / "storage").string();
  std::ofstream out(file("orthanc.json"));
  out << "{\"Name\":\"TEST\",\"StorageDirectory\":\"" << storage << "\",\"IndexDirectory\":\"" << storage
      << "\",\"HttpPort\":" << http_port_ << ",\"DicomPort\":" << dicom_port_
      << ",\"DicomAet\":\"ORTHANC\",\"RemoteAccessAllowed\":false,\"AuthenticationEnabled\":false,\"DicomAlwaysAllowFind\":true,"
         "\"OverwriteInstances\":true,\"DicomCheckCalledAet\":true,\"DicomAlwaysAllowGet\":true,\"DicomAlwaysAllowMove\":true,"
      << "\"DicomModalities\":{\"NADIR\":{\"AET\":\"NADIR\",\"Host\":\"127.0.0.1\",\"Port\":" << move_port_
      << ",\"UseDicomTls\":" << (secured_ == Secured::Yes ? "true" : "false") << "}},\"Plugins\":[\"" << plugin
      << "\"],\"DicomWeb\":{\"Enable\":true,\"Root\":\"/dicom-web/\"}";
  if (secured_ == Secured::Yes)
    out << ",\"DicomTlsEnabled\":true,\"DicomTlsRemoteCertificateRequired\":true,\"DicomTlsCertificate\":\"" << file("server.crt").string()
        << "\",\"DicomTlsPrivateKey\":\"" << file("server.key").string() << "\",\"DicomTlsTrustedCertificates\":\""
        << file("client.crt").string() << "\"";
  out << "}";
}

bool Archive::is_started()
{
  program_ = std::make_unique<nadir::testing::BackgroundProgram>(std::vector<std::string>{"Orthanc", file("orthanc.json").string()},
                                                                 file("orthanc.log"));
  for (int k = 0; k < 1200 && program_->is_running(); ++k)
    if (nadir::testing::is_listening(http_port_, 0.1) && nadir::testing::is_listening(dicom_port_, 0.1)) return program_->is_running();
  return false;
}

void Archive::start()
{
  if (!is_started()) throw std::runtime_error("Orthanc does not answer");
}

void Archive::kill() { program_->end(SIGKILL); }

std::size_t Archive::count() const
{
  const auto run = nadir::testing::run_system_program("curl", {"-s", "http://127.0.0.1:" + std::to_string(http_port_) + "/statistics"});
  const std::string key = "\"CountInstances\" : ";
  const auto at = run.out.find(key);
  return at == std::string::npos ? std::size_t{0} : std::stoul(run.out.substr(at + key.size()));
}

std::size_t Archive::arrivals() const
{
  const auto run =
      nadir::testing::run_system_program("curl", {"-s", "http://127.0.0.1:" + std::to_string(http_port_) + "/changes?limit=100000"});
  std::size_t count = 0;
  for (auto at = run.out.find("\"NewInstance\""); at != std::string::npos; at = run.out.find("\"NewInstance\"", at + 1)) ++count;
  return count;
}

report::DicomPeer Archive::peer() const
{
  report::DicomPeer peer{"localhost", dicom_port_, "ORTHANC", "NADIR", {}, 20};
  if (secured_ == Secured::Yes) peer.tls = report::TlsSettings{file("server.crt"), file("client.crt"), file("client.key"), ""};
  return peer;
}

report::WebPeer Archive::web_peer() const { return {"http://127.0.0.1:" + std::to_string(http_port_) + "/dicom-web", {}, 20}; }

report::WebPeer Archive::https_peer()
{
  for (int attempt = 0; attempt < 5; ++attempt)  // another process may take the port first
    if (const int port = nadir::testing::free_port(); is_secured_at(port))
      return {"https://localhost:" + std::to_string(port) + "/dicom-web", report::TlsSettings{file("server.crt"), "", "", ""}, 20};
  throw std::runtime_error("socat does not start");
}

/// Asked with a certificate that no other server has.
bool Archive::is_secured_at(int port)
{
  socat_ = std::make_unique<nadir::testing::BackgroundProgram>(
      std::vector<std::string>{"socat",
                               "OPENSSL-LISTEN:" + std::to_string(port) +
                                   ",bind=127.0.0.1,reuseaddr,fork,cert=" + file("server.pem").string() + ",verify=0",
                               "TCP:127.0.0.1:" + std::to_string(http_port_)},
      file("socat.log"));
  const std::vector<std::string> question{
      "-sf", "--max-time", "20", "--cacert", file("server.crt").string(), "https://localhost:" + std::to_string(port) + "/system"};
  for (int k = 0; k < 200 && socat_->is_running(); ++k)
    if (nadir::testing::is_listening(port, 0.1) && nadir::testing::run_system_program("curl", question).exit_code == 0) return true;
  return false;
}
}  // namespace nadir::test
