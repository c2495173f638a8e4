#include "viewer/model/background_queue.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QMetaObject>
#include <atomic>
#include <condition_variable>
#include <deque>
#include <map>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>

namespace nadir::viewer
{
namespace
{
constexpr qint64 report_interval_ms = 50;
using Flag = std::shared_ptr<std::atomic<bool>>;
}  // namespace

class BackgroundQueue::State : public std::enable_shared_from_this<State>
{
public:
  explicit State(QObject* owner) : owner_(owner) {}

  void start()
  {
    thread_ = std::thread([this] { run(); });
  }

  void stop()
  {
    cancel();
    {
      const std::lock_guard lock(guard_);
      ending_ = true;
    }
    wake_.notify_all();
    thread_.join();
  }

  void add(Urgency urgency, Job job)
  {
    {
      const std::lock_guard lock(guard_);
      waiting_[urgency].push_back(std::move(job));
      ++open_;
    }
    wake_.notify_all();
  }

  void cancel()
  {
    const std::lock_guard lock(guard_);
    for (auto& [urgency, jobs] : waiting_)
    {
      open_ -= static_cast<int>(jobs.size());
      jobs.clear();
    }
    cancelled_->store(true);
    cancelled_ = std::make_shared<std::atomic<bool>>(false);
  }

  bool is_busy() const { return open_.load() > 0; }

  /// In the owner's thread, unless the job was cancelled before its answer came.
  void post(const Flag& cancelled, std::function<void()> answer)
  {
    QMetaObject::invokeMethod(
        owner_,
        [cancelled, answer = std::move(answer)]
        {
          if (!cancelled->load()) answer();
        },
        Qt::QueuedConnection);
  }

  Report report;
  std::function<void()> idle;

private:
  class Control;

  /// A job, and what tells it that it was cancelled.
  using Started = std::pair<Job, Flag>;

  std::optional<Started> next()
  {
    std::unique_lock lock(guard_);
    wake_.wait(lock, [this] { return ending_ || has_waiting(); });
    if (ending_) return std::nullopt;
    for (auto& [urgency, jobs] : waiting_)
      if (!jobs.empty())
      {
        Started started{std::move(jobs.front()), cancelled_};
        jobs.pop_front();
        return started;
      }
    return std::nullopt;
  }

  bool has_waiting() const
  {
    for (const auto& [urgency, jobs] : waiting_)
      if (!jobs.empty()) return true;
    return false;
  }

  void run();
  void finish()
  {
    auto self = weak_from_this();
    QMetaObject::invokeMethod(
        owner_,
        [self]
        {
          const auto state = self.lock();
          if (state && --state->open_ == 0 && state->idle) state->idle();
        },
        Qt::QueuedConnection);
  }

  QObject* owner_;
  std::thread thread_;
  std::mutex guard_;
  std::condition_variable wake_;
  std::map<Urgency, std::deque<Job>> waiting_;
  Flag cancelled_ = std::make_shared<std::atomic<bool>>(false);  ///< of all jobs since the last cancelling
  std::atomic<int> open_{0};                                     ///< jobs that wait, run, or whose end is not yet told
  bool ending_ = false;
};

class BackgroundQueue::State::Control : public JobControl
{
public:
  Control(State& state, Flag cancelled) : state_(state), cancelled_(std::move(cancelled)) {}

  bool is_cancelled() const override { return cancelled_->load(); }
  void post(std::function<void()> answer) const override { state_.post(cancelled_, std::move(answer)); }

  imaging::Progress progress(const QString& what) const override
  {
    auto since = std::make_shared<QElapsedTimer>();
    return [this, what, since](std::size_t done, std::size_t total)
    {
      if (!since->isValid() || since->elapsed() >= report_interval_ms || done == total)
      {
        since->start();
        state_.post(cancelled_,
                    [report = state_.report, what, done, total]
                    {
                      if (report) report(what, static_cast<int>(done), static_cast<int>(total));
                    });
      }
      return !cancelled_->load();
    };
  }

private:
  State& state_;
  Flag cancelled_;
};

void BackgroundQueue::State::run()
{
  while (const auto started = next())
  {
    const Control control(*this, started->second);
    started->first(control);
    finish();
  }
}

BackgroundQueue::BackgroundQueue(QObject* owner) : state_(std::make_shared<State>(owner)) { state_->start(); }
BackgroundQueue::~BackgroundQueue() { state_->stop(); }
void BackgroundQueue::on_progress(Report report) { state_->report = std::move(report); }
void BackgroundQueue::on_idle(std::function<void()> idle) { state_->idle = std::move(idle); }
void BackgroundQueue::add(Urgency urgency, Job job) { state_->add(urgency, std::move(job)); }
void BackgroundQueue::cancel() { state_->cancel(); }
bool BackgroundQueue::is_busy() const { return state_->is_busy(); }
}  // namespace nadir::viewer
