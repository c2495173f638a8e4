#include "report/transport/deliver.h"

#include <algorithm>
#include <chrono>
#include <map>
#include <thread>

#include "report/transport/transport_error.h"

namespace nadir::report
{
namespace
{
constexpr double longest_pause = 60.0;

bool may_pass(const Failure& failure) { return failure.is(TransportError::Unreachable); }

/// One queue on its way to one destination.
class DeliveryRun
{
public:
  DeliveryRun(SendQueue& queue, Sender& sender, const DeliveryPlan& plan) : queue_(queue), sender_(sender), plan_(plan) {}

  /// One connection: until all are through, or it breaks.
  Result<Done> go(const std::vector<QueuedObject>& objects)
  {
    std::vector<OutgoingObject> kinds;
    for (const auto& queued : objects) kinds.push_back(queued.object);
    if (auto begun = sender_.begin(kinds); !begun) return begun;
    for (const auto& queued : objects)
    {
      if (is_stopped()) break;
      auto outcome = outcome_of(queued);
      if (!outcome) return outcome.failure();
      outcomes_[queued.object.sop_instance] = *outcome;
      if (outcome->delivery == Delivery::Open) break;
      ++home_;
    }
    sender_.end();
    return Done{};
  }

  void set_total(std::size_t total) { total_ = total; }

  /// Asks, and remembers a no.
  bool is_stopped()
  {
    stopped_ = stopped_ || (plan_.progress && !plan_.progress(home_, total_));
    return stopped_;
  }

  void note_open(const std::vector<QueuedObject>& objects, const std::string& words)
  {
    for (const auto& queued : objects)
      outcomes_.try_emplace(queued.object.sop_instance, Outcome{queued.object.sop_instance, Delivery::Open, words});
  }

  std::size_t home() const { return home_; }
  const std::map<std::string, Outcome>& outcomes() const { return outcomes_; }

private:
  Result<Outcome> outcome_of(const QueuedObject& queued)
  {
    const auto& object = queued.object;
    Outcome outcome{object.sop_instance, Delivery::Open, ""};
    if (queued.was_underway)
    {
      const auto has = sender_.has(object);
      if (has && *has) outcome = {object.sop_instance, Delivery::Confirmed, "was there already"};
      if (!has && may_pass(has.failure())) return Outcome{object.sop_instance, Delivery::Open, has.failure().message()};
    }
    if (outcome.delivery == Delivery::Open)
    {
      if (auto marked = queue_.mark_underway(queued.id); !marked) return marked.failure();
      outcome = sender_.send(object);
      if (plan_.verify && outcome.delivery == Delivery::Confirmed) outcome = verified(object, outcome);
    }
    if (auto recorded = queue_.record(queued.id, outcome); !recorded) return recorded.failure();
    return outcome;
  }

  Outcome verified(const OutgoingObject& object, Outcome outcome)
  {
    const auto has = sender_.has(object);
    if (has && *has) outcome.words += ", found by query";
    else
      outcome = {object.sop_instance, Delivery::Open,
                 has ? "the peer confirmed it but does not find it" : "not verified: " + has.failure().message()};
    return outcome;
  }

  SendQueue& queue_;
  Sender& sender_;
  const DeliveryPlan& plan_;
  std::map<std::string, Outcome> outcomes_;
  std::size_t home_ = 0, total_ = 0;
  bool stopped_ = false;
};

/// A sender asks the run while there is one.
class Asking
{
public:
  Asking(Sender& sender, DeliveryRun& run) : sender_(sender)
  {
    sender.stop_when([&run] { return run.is_stopped(); });
  }
  ~Asking() { sender_.stop_when({}); }
  Asking(const Asking&) = delete;
  Asking& operator=(const Asking&) = delete;

private:
  Sender& sender_;
};

/// In steps, so that a person need not wait for the end of it to stop.
void pause(DeliveryRun& run, const DeliveryPlan& plan, double seconds)
{
  constexpr double step = 0.2;
  if (plan.wait) return plan.wait(seconds);
  for (; seconds > 0.0 && !run.is_stopped(); seconds -= step)
    std::this_thread::sleep_for(std::chrono::duration<double>(std::min(step, seconds)));
}
}  // namespace

Result<std::vector<Outcome>> deliver(SendQueue& queue, const std::string& destination, Sender& sender, const DeliveryPlan& plan)
{
  const auto first = queue.open_objects(destination);
  if (!first) return first.failure();
  DeliveryRun run(queue, sender, plan);
  run.set_total(first->size());
  const Asking asking(sender, run);
  std::string words;
  double seconds = plan.first_pause_seconds;
  for (int left = plan.attempts; left > 0;)
  {
    const auto objects = queue.open_objects(destination);
    if (!objects) return objects.failure();
    if (objects->empty()) break;
    const std::size_t before = run.home();
    const auto gone = run.go(*objects);
    if (!gone && !may_pass(gone.failure())) return gone.failure();
    if (!gone) words = gone.failure().message();
    if (run.home() > before) left = plan.attempts, seconds = plan.first_pause_seconds;
    else --left;
    const auto still_open = queue.open_objects(destination);
    if (!still_open) return still_open.failure();
    if (still_open->empty() || left == 0 || run.is_stopped()) break;
    pause(run, plan, seconds);
    if (run.is_stopped()) break;
    seconds = std::min(2.0 * seconds, longest_pause);
  }
  run.note_open(*first, run.is_stopped() ? "stopped before it was sent" : words);
  std::vector<Outcome> outcomes;
  for (const auto& queued : *first) outcomes.push_back(run.outcomes().at(queued.object.sop_instance));
  return outcomes;
}
}  // namespace nadir::report
