#pragma once

#include <memory>
#include <string>

#include "imaging/result/result.h"
#include "report/transport/dimse_message.h"
#include "report/transport/peer.h"
#include "report/transport/receiving_folder.h"

class DcmTLSTransportLayer;
struct T_ASC_Network;

namespace nadir::report
{
/// The port at which an archive delivers what a C-MOVE asked for. It takes associations of the archive's title to ours only, with TLS none
/// without it and only with the certificate that the archive is trusted by; one at a time.
class MoveReception
{
public:
  /// Failures: SettingInvalid when the port cannot be listened to, or TLS cannot be set up.
  static Result<MoveReception> open(const DicomPeer& peer, int port, ReceivingFolder& folder);
  /// Serves what waits at the port; false when nothing does.
  bool has_served();

  /// Why nothing more is taken, once it is so; else Whole.
  Arrival state() const { return state_; }

private:
  MoveReception(const DicomPeer& peer, ReceivingFolder& folder);
  bool is_for_us(T_ASC_Association* association) const;
  void accept();
  void serve();

  struct Deleter
  {
    void operator()(T_ASC_Network* network) const;
    void operator()(T_ASC_Association* association) const;
  };
  std::string archive_, ours_;
  int timeout_ = 30;
  ReceivingFolder* folder_;
  std::shared_ptr<DcmTLSTransportLayer> tls_;
  std::unique_ptr<T_ASC_Network, Deleter> network_;
  std::unique_ptr<T_ASC_Association, Deleter> delivery_;  ///< that is open
  std::unique_ptr<MessageReader> reader_;                 ///< of it
  Arrival state_ = Arrival::Whole;
};
}  // namespace nadir::report
