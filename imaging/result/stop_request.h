#pragma once

#include <functional>
#include <optional>
#include <utility>

namespace nadir
{
/// Whether work should stop. Must be safe to ask from several threads.
using StopQuestion = std::function<bool()>;

/// What leaves work that was asked to stop; caught by `unless_stopped` alone. Whoever keeps something beyond a call has to bear being left.
struct WorkStopped
{
};

namespace detail
{
inline thread_local const StopQuestion* asked_here = nullptr;

class AskedHere
{
public:
  explicit AskedHere(const StopQuestion& question) : before_(std::exchange(asked_here, &question)) {}
  ~AskedHere() { asked_here = before_; }
  AskedHere(const AskedHere&) = delete;
  AskedHere& operator=(const AskedHere&) = delete;

private:
  const StopQuestion* before_;
};
}  // namespace detail

/// The question of the work that this thread is at, to hand on to helpers that end before it does; empty when nobody asks.
inline StopQuestion stop_question() { return detail::asked_here ? *detail::asked_here : StopQuestion{}; }

/// Leaves the work that this thread is at when it was asked to stop; does nothing where nobody asks. For loops that take long.
inline void stop_if_asked()
{
  if (detail::asked_here && (*detail::asked_here)()) throw WorkStopped{};
}

/// Does work that may be left half-way; nullopt when it was.
///
///     const auto found = unless_stopped([&] { return cancelled.load(); }, [&] { return segment_lesion(channels, prompt); });
///     if (!found) return;   // nobody waits for it any more
template <class Work> auto unless_stopped(const StopQuestion& asked, const Work& work) -> std::optional<decltype(work())>
{
  const detail::AskedHere here(asked);
  try
  {
    return work();
  }
  catch (const WorkStopped&)
  {
    return std::nullopt;
  }
}
}  // namespace nadir
