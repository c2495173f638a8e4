#pragma once

#include <random>
#include <string>
#include <vector>

#include "reading/command/decide.h"

namespace nadir::testing
{
/// A reader who asks for arbitrary acts, also for such as cannot be: same seed, same acts.
class RandomReader
{
public:
  RandomReader(unsigned seed, std::string name) : random_(seed), name_(std::move(name)) {}

  reading::Command next(const reading::Reading& reading);
  int below(int limit) { return static_cast<int>(random_() % static_cast<unsigned>(limit)); }

private:
  reading::Act any_act(const reading::Reading& reading);
  reading::Act content_act();
  reading::Act threshold_act();
  LesionId lesion() { return LesionId{"T0" + std::to_string(1 + below(4))}; }
  TimepointLabel timepoint() { return TimepointLabel{below(3) == 0 ? "baseline" : "follow-up " + std::to_string(below(2))}; }
  PatientPoint point() { return {below(4000) / 16.0 - 100.0, below(4000) / 7.0, -1.0 * below(100)}; }
  reading::DrawnCaliper caliper();
  reading::StatedState state();

  std::mt19937 random_;
  std::string name_;
};

/// A moment for the n-th event: one second each from 2026-01-01.
reading::Stamp stamp_of(std::int64_t n);

/// Digest that is told from others by its last digits.
reading::Digest digest_of(int number);

/// A record that has begun.
reading::Event beginning(const std::string& patient = "P1");

/// The events that came about when readers took turns at `steps` commands each; commands that were refused left none.
std::vector<reading::Event> random_events(unsigned seed, int steps);
}  // namespace nadir::testing
