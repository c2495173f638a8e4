#pragma once

#include <memory>
#include <optional>
#include <string>

#include "report/transport/peer.h"
#include "tests/support/background_program.h"
#include "tests/support/temporary_folder.h"

namespace nadir::test
{
enum class Secured
{
  No,
  Yes,  ///< DICOM over TLS with client certificates
};

/// A real Orthanc on the loopback, in a folder of its own, ended with the object. Its web side is secured by socat in front of it.
class Archive
{
public:
  /// False when Orthanc, its DICOMweb plugin, openssl, socat or curl is not installed.
  static bool is_installed();

  explicit Archive(Secured secured = Secured::No);

  void start();                  ///< again, after kill(); throws when it does not answer
  void kill();                   ///< as a power cut does
  std::size_t count() const;     ///< instances that it holds, by its own count
  std::size_t arrivals() const;  ///< how often one came in; one that comes twice counts twice

  report::DicomPeer peer() const;
  report::WebPeer web_peer() const;  ///< http on the loopback
  report::WebPeer https_peer();      ///< starts socat
  int move_port() const { return move_port_; }
  std::filesystem::path file(const std::string& name) const { return folder_.path() / name; }  ///< "server.crt", "client.key", "other.crt"

private:
  bool is_started();
  bool is_secured_at(int port);
  void make_certificates() const;
  void write_configuration() const;

  nadir::testing::TemporaryFolder folder_;
  Secured secured_;
  int dicom_port_ = 0, http_port_ = 0, move_port_ = 0;
  std::unique_ptr<nadir::testing::BackgroundProgram> program_, socat_;
};
}  // namespace nadir::test
