#pragma once

#include <functional>
#include <vector>

#include "imaging/result/result.h"
#include "report/transport/delivery.h"
#include "report/transport/outgoing_object.h"

namespace nadir::report
{
/// A destination that objects are sent to, one after the other.
class Sender
{
public:
  Sender() = default;
  virtual ~Sender() = default;
  Sender(const Sender&) = delete;
  Sender& operator=(const Sender&) = delete;

  /// Connects, for these objects. Failures: Unreachable, Rejected, TlsFailed, SettingInvalid.
  virtual Result<Done> begin(const std::vector<OutgoingObject>& objects) = 0;

  /// Sends one and waits for the answer about it. After `Open` the connection is of no more use.
  virtual Outcome send(const OutgoingObject& object) = 0;

  /// Asks whether the destination has an object. Failures: those of begin; NotSupported, PeerFailed.
  virtual Result<bool> has(const OutgoingObject& object) = 0;

  /// Asked about once a second while an answer is waited for; true: wait no longer, the object stays `Open`.
  virtual void stop_when(std::function<bool()> is_stopped) = 0;

  /// Says goodbye; without effect when there is no connection.
  virtual void end() = 0;
};
}  // namespace nadir::report
