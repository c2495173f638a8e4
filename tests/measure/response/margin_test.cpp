#include "measure/response/recist_1_1/margin.h"

#include <gmock/gmock.h>

#include <cstdlib>
#include <map>
#include <random>

#include "measure/response/recist_1_1/assess.h"
#include "tests/measure/response/patient_builder.h"

using namespace nadir;
using namespace nadir::measure;
using namespace nadir::measure::test;
using recist_1_1::Margin;

namespace
{
std::string nearest(const PatientReadings& readings, const Protocol& protocol = {})
{
  const auto response = recist_1_1::assess(readings, protocol);
  const auto found = recist_1_1::margins(readings, response.timepoints.back(), protocol);
  return found.empty() ? "none" : recist_1_1::in_words(readings, found.front());
}

/// Smallest total change to each overall category, by trying every pair of lengths of the last time point on the grid.
class BruteForce
{
public:
  BruteForce(std::vector<ReadLesion> lesions, std::vector<TimepointReading> timepoints, Protocol protocol)
      : lesions_(std::move(lesions)), timepoints_(std::move(timepoints)), protocol_(std::move(protocol))
  {
  }

  std::map<Category, std::int64_t> run(int largest_steps)
  {
    const auto now = overall();
    const auto first = steps(0), second = steps(1);
    std::map<Category, std::int64_t> best;
    for (int a = 0; a <= (first < 0 ? 0 : largest_steps); ++a)
      for (int b = 0; b <= (second < 0 ? 0 : largest_steps); ++b)
      {
        if (first >= 0) set(0, a, first);
        if (second >= 0) set(1, b, second);
        const auto category = overall();
        const std::int64_t change = (first < 0 ? 0 : std::abs(a - first)) + (second < 0 ? 0 : std::abs(b - second));
        if (category == now) continue;
        const auto known = best.find(category);
        if (known == best.end() || change < known->second) best[category] = change;
      }
    return best;
  }

private:
  double quantum() const { return protocol_.length_quantum.millimeters().value(); }
  LesionReading& reading(std::size_t lesion) { return timepoints_.back().lesions[lesion]; }
  /// Length now in steps of the quantum; -1 when it may not be varied.
  int steps(std::size_t lesion)
  {
    const auto original = reading(lesion);
    if (original.state == LesionState::TooSmall) return static_cast<int>(std::lround(5.0 / quantum()));
    if (original.state == LesionState::Absent) return 0;
    if (original.state != LesionState::Measured) return -1;
    const auto length = original.short_axis ? *original.short_axis : *original.longest_diameter;
    return static_cast<int>(std::lround(length.value() / quantum()));
  }
  void set(std::size_t lesion, int value, int unchanged)
  {
    if (originals_.size() <= lesion) originals_.resize(lesion + 1);
    if (!originals_[lesion]) originals_[lesion] = reading(lesion);
    if (value == unchanged)
    {
      reading(lesion) = *originals_[lesion];
      return;
    }
    const double length = value * quantum();
    reading(lesion) = lesions_[lesion].lesion.nodal ? short_axis_mm(length) : mm(length);
  }
  Category overall() const
  {
    return recist_1_1::assess(PatientReadings::make(lesions_, timepoints_).value(), protocol_, Explain::No).timepoints.back().overall;
  }

  std::vector<ReadLesion> lesions_;
  std::vector<TimepointReading> timepoints_;
  Protocol protocol_;
  std::vector<std::optional<LesionReading>> originals_;
};

/// Random small patients with two targets, a node among them at times, a non-target and rare states.
class RandomPatient
{
public:
  explicit RandomPatient(unsigned seed) : random_(seed) {}

  std::vector<ReadLesion> lesions()
  {
    lesions_ = {one_in(3) ? node("A") : target("A"), one_in(3) ? node("B") : target("B"), non_target("NT")};
    return lesions_;
  }
  std::vector<TimepointReading> timepoints(int count, double quantum)
  {
    std::vector<TimepointReading> all;
    for (int i = 0; i < count; ++i)
    {
      TimepointReading at;
      at.sequence = i;
      at.lesions = {reading(0, i, quantum), reading(1, i, quantum), state(one_in(2) && i > 0 ? LesionState::Absent : LesionState::Present)};
      all.push_back(at);
    }
    return all;
  }

private:
  bool one_in(int n) { return std::uniform_int_distribution<>(1, n)(random_) == 1; }
  LesionReading reading(std::size_t lesion, int timepoint, double quantum)
  {
    if (timepoint > 0 && one_in(8)) return state(LesionState::NotEvaluable);
    if (timepoint > 0 && one_in(5)) return state(LesionState::Absent);
    if (timepoint > 0 && one_in(8)) return state(LesionState::TooSmall);
    const double length = std::uniform_int_distribution<>(0, static_cast<int>(22 / quantum))(random_) * quantum;
    return lesions_[lesion].lesion.nodal ? short_axis_mm(length) : mm(length);
  }
  std::mt19937 random_;
  std::vector<ReadLesion> lesions_;
};

std::map<Category, std::int64_t> computed(const std::vector<ReadLesion>& lesions, const std::vector<TimepointReading>& timepoints,
                                          const Protocol& protocol)
{
  const auto readings = PatientReadings::make(lesions, timepoints).value();
  const auto response = recist_1_1::assess(readings, protocol, Explain::No);
  std::map<Category, std::int64_t> found;
  for (const auto& margin : recist_1_1::margins(readings, response.timepoints.back(), protocol))
    found[margin.to] = margin.total.micrometers() / protocol.length_quantum.micrometers();
  return found;
}

void compare_with_brute_force(unsigned seeds, std::int64_t quantum_micrometers, bool nodes_first, int timepoint_count)
{
  Protocol protocol;
  protocol.length_quantum = ReportedLength::from_micrometers(quantum_micrometers);
  protocol.switches.normal_nodes_before_progression = nodes_first;
  const double quantum = static_cast<double>(quantum_micrometers) / 1000;
  for (unsigned seed = 0; seed < seeds; ++seed)
  {
    RandomPatient random(seed);
    const auto lesions = random.lesions();
    const auto timepoints = random.timepoints(timepoint_count, quantum);
    auto expected = BruteForce(lesions, timepoints, protocol).run(static_cast<int>(56 / quantum));
    expected.erase(Category::NotEvaluable);
    EXPECT_EQ(computed(lesions, timepoints, protocol), expected) << "seed " << seed;
  }
}
}  // namespace

TEST(Margin, NamesTheDistanceToProgressionAndTheLesion)
{
  const auto readings = Patient({target("T1"), target("T2")}).at({mm(30), mm(20)}).at({mm(34), mm(24)}).readings();
  EXPECT_EQ(nearest(readings), "2.0 mm from PD (T1 +2.0 mm)");
}
TEST(Margin, CountsTheFiveMillimetersBelowANadirOfTwentyFive)
{
  EXPECT_EQ(nearest(single_target({10, 14})), "1.0 mm from PD (T1 +1.0 mm)");
}
TEST(Margin, OfAnExactLimitIsOneQuantum) { EXPECT_EQ(nearest(single_target({100, 70})), "0.1 mm from SD (T1 +0.1 mm)"); }
TEST(Margin, OfANewLesionIsNone)
{
  const auto readings = Patient({target("T1"), new_lesion("L1")})
                            .at({mm(50), state(LesionState::None)})
                            .at({mm(50), state(LesionState::Unequivocal)})
                            .readings();
  EXPECT_EQ(nearest(readings), "none");
}
TEST(Margin, OfANodeAtTheNormalLimitIsOneQuantum)
{
  const auto readings = Patient({node("N1")}).at({short_axis_mm(20)}).at({short_axis_mm(10)}).readings();
  EXPECT_EQ(nearest(readings), "0.1 mm from CR (N1 -0.1 mm)");
}
TEST(Margin, MayNeedMoreThanOneLesion)
{
  const auto readings = Patient({target("T1"), target("T2")}).at({mm(20), mm(20)}).at({mm(3), mm(4)}).readings();
  const auto response = recist_1_1::assess(readings, {});
  const auto found = recist_1_1::margins(readings, response.timepoints.back(), {});
  EXPECT_EQ(recist_1_1::in_words(readings, found.front()), "7.0 mm from CR (T1 -3.0 mm, T2 -4.0 mm)");
}
TEST(Margin, EqualsBruteForceOverHalfMillimeters) { compare_with_brute_force(60, 500, true, 2); }
TEST(Margin, EqualsBruteForceAfterTwoFollowUps) { compare_with_brute_force(60, 500, true, 3); }
TEST(Margin, EqualsBruteForceWhenProgressionIsAskedBeforeNormalNodes) { compare_with_brute_force(40, 500, false, 3); }
TEST(Margin, EqualsBruteForceOverTenthsOfAMillimeter) { compare_with_brute_force(3, 100, true, 3); }
