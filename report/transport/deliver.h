#pragma once

#include <functional>

#include "imaging/dicom/progress.h"
#include "report/transport/send_queue.h"
#include "report/transport/sender.h"

namespace nadir::report
{
/// How hard to try.
struct DeliveryPlan
{
  int attempts = 5;                  ///< connections in a row that bring no object home before giving up for now
  double first_pause_seconds = 1.0;  ///< before trying again; doubled each time, up to a minute
  bool verify = false;               ///< ask the archive for each object after it said that it has it
  std::function<void(double)> wait;  ///< sleeps; set by tests
  imaging::Progress progress;        ///< objects through so far; also asked while waiting. False: stop after the object underway
};

/// Sends what is open for a destination, in order, and records each outcome before the next object leaves. An object that was underway
/// when a connection broke or a process died is asked for first, so that none arrives twice. Gives the outcome of each object that was
/// open; what stays `Open` waits in the queue, also after a stop. Failures: QueueDamaged, TlsFailed, SettingInvalid, Rejected (a person
/// must act).
Result<std::vector<Outcome>> deliver(SendQueue& queue, const std::string& destination, Sender& sender, const DeliveryPlan& plan);
}  // namespace nadir::report
