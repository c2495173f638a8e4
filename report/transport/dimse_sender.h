#pragma once

#include <optional>

#include "report/transport/association.h"
#include "report/transport/sender.h"

namespace nadir::report
{
/// C-STORE to a DICOM node. An object goes out in the transfer syntax it is stored in; native ones also in Explicit or Implicit VR
/// Little Endian when the node prefers them. Objects for which no context was accepted are refused with that reason.
class DimseSender : public Sender
{
public:
  explicit DimseSender(DicomPeer peer) : peer_(std::move(peer)) {}

  Result<Done> begin(const std::vector<OutgoingObject>& objects) override;
  Outcome send(const OutgoingObject& object) override;
  Result<bool> has(const OutgoingObject& object) override;  ///< C-FIND at image level, on an association of its own
  void stop_when(std::function<bool()> is_stopped) override { is_stopped_ = std::move(is_stopped); }
  void end() override { association_.reset(); }

private:
  Outcome answer_about(const OutgoingObject& object, unsigned short request);

  DicomPeer peer_;
  std::optional<Association> association_;
  std::function<bool()> is_stopped_;
};
}  // namespace nadir::report
