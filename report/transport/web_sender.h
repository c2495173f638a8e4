#pragma once

#include <optional>

#include "report/transport/sender.h"
#include "report/transport/web_request.h"

namespace nadir::report
{
/// STOW-RS, one object a request. Stored is what the answer names as stored, whatever its status says.
class WebSender : public Sender
{
public:
  explicit WebSender(WebPeer peer) : connection_(std::move(peer)) {}

  Result<Done> begin(const std::vector<OutgoingObject>& objects) override;  ///< asks the service for a sign of life
  Outcome send(const OutgoingObject& object) override;
  Result<bool> has(const OutgoingObject& object) override;  ///< QIDO-RS
  void stop_when(std::function<bool()> is_stopped) override { connection_.stop_when(std::move(is_stopped)); }
  void end() override {}

private:
  WebConnection connection_;
};
}  // namespace nadir::report
