#pragma once

#include <QtCore/QObject>
#include <QtCore/QString>
#include <functional>
#include <memory>

#include "imaging/dicom/progress.h"

namespace nadir::viewer
{
/// How soon a job must be done; within one kind, first come, first served.
enum class Urgency
{
  Now,
  Soon,
  Later,
  Last,
};

/// One thread that works for the object that owns it. A job runs there and posts what came of it back to the owner's thread.
///
///     queue.add(Urgency::Soon, [this](const JobControl& control) { auto answer = work(control.progress("Reading")); control.post([...]
///     {...}); });
///
/// Ending the queue ends its jobs: waiting ones are dropped, the running one is asked to stop and waited for.
class BackgroundQueue
{
public:
  /// What a job may use.
  class JobControl
  {
  public:
    virtual ~JobControl() = default;
    virtual bool is_cancelled() const = 0;
    /// Runs in the owner's thread, in order; not at all once the job was cancelled.
    virtual void post(std::function<void()> answer) const = 0;
    /// Progress that reports to `BackgroundQueue::on_progress`, at most 20 times a second, and asks to stop when the job is cancelled.
    virtual imaging::Progress progress(const QString& what) const = 0;
  };
  using Job = std::function<void(const JobControl&)>;
  using Report = std::function<void(const QString& what, int done, int total)>;

  /// `owner` lives in the calling thread and outlives the queue.
  explicit BackgroundQueue(QObject* owner);
  ~BackgroundQueue();

  void on_progress(Report report);
  void on_idle(std::function<void()> idle);  ///< after the last answer was given
  void add(Urgency urgency, Job job);
  /// Drops what waits and asks the running job to stop; none of them answers any more.
  void cancel();
  bool is_busy() const;

private:
  class State;
  std::shared_ptr<State> state_;
};
using JobControl = BackgroundQueue::JobControl;
}  // namespace nadir::viewer
