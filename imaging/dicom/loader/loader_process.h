#pragma once

#include <sys/types.h>

#include <chrono>
#include <span>

#include "imaging/dicom/loader/file_descriptor.h"
#include "imaging/dicom/loader/worker_limits.h"
#include "imaging/dicom/worker/message.h"
#include "imaging/result/result.h"

namespace nadir::imaging
{
/// A running nadir-loader and the way to talk to it. Ends the process when it goes out of scope; leaves no zombie.
///
/// The process dies with the thread that started it, so keep one to one thread.
class LoaderProcess
{
public:
  /// Failures: LoaderError::WorkerMissing.
  static Result<LoaderProcess> start(const WorkerLimits& limits);

  ~LoaderProcess();
  LoaderProcess(LoaderProcess&& other) noexcept;
  LoaderProcess& operator=(LoaderProcess&& other) noexcept;

  /// Whether the process waits for work; false when it has gone, e.g. ended by an administrator between two files.
  bool is_ready() const;

  /// Sends a request and waits for the answer. After a failure the process is gone.
  /// Failures: LoaderError::WorkerDied, WorkerTimedOut.
  Result<worker::Reply> ask(const worker::Request& request, std::span<const worker::FileRange> ranges, worker::Files files,
                            std::chrono::milliseconds allowance);

private:
  LoaderProcess(pid_t process, FileDescriptor socket);
  enum class Waited
  {
    Answered,
    Silent,
  };
  Waited wait_for_answer(std::chrono::milliseconds allowance) const;
  Failure end_after_death();
  Failure end_after_silence();
  Failure end_after_breach();
  int kill_and_reap();
  void end_gently();

  pid_t process_ = -1;
  FileDescriptor socket_;
};
}  // namespace nadir::imaging
