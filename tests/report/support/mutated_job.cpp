#include "tests/report/support/mutated_job.h"

#include <array>
#include <map>
#include <random>

#include "tests/report/support/random_assessment.h"

namespace nadir::test
{
namespace
{
using measure::LesionAssessment;
using measure::LesionRole;
using measure::MeasuredLesion;

class Mutation
{
public:
  explicit Mutation(std::uint32_t seed) : random_(seed) {}

  report::ExportJob of(report::ExportJob job)
  {
    auto& assessed = job.sources.front().assessed;
    choose_identities(assessed);
    for (std::size_t t = 0; t < assessed.lesions.size(); ++t) mutate(assessed.lesions[t], t);
    for (std::size_t t = 0; t < assessed.lesions.size(); ++t) take_over(assessed.lesions[t], assessed.assessment.timepoints[t]);
    return job;
  }

private:
  bool one_in(std::size_t count) { return random_() % count == 0; }

  void choose_identities(const measure::AssessedCase& assessed)
  {
    for (const auto& lesions : assessed.lesions)
      for (const auto& lesion : lesions)
      {
        const auto& declared = lesion.assessment.lesion;
        if (identities_.contains(declared.id)) continue;
        auto changed = declared;
        if (one_in(2)) changed.id = LesionId{odd_text(random_) + std::to_string(identities_.size())};
        if (one_in(3)) changed.organ = odd_text(random_);
        if (one_in(4)) changed.nodal = !changed.nodal;
        if (one_in(3)) changed.tracking = {"1.2.826.0.1.3680043.8.498." + std::to_string(identities_.size() + 1), odd_text(random_)};
        identities_.emplace(declared.id, changed);
      }
  }

  void mutate(measure::MeasuredLesions& lesions, std::size_t t)
  {
    if (t > 0 && one_in(6) && !lesions.empty()) lesions.erase(lesions.begin() + static_cast<std::ptrdiff_t>(random_() % lesions.size()));
    for (auto& lesion : lesions)
    {
      lesion.assessment.lesion = identities_.at(lesion.assessment.lesion.id);
      if (lesion.assessment.lesion.role == LesionRole::Target && t > 0) change_state(lesion, lesions);
    }
  }

  static void forget_sizes(MeasuredLesion& lesion)
  {
    auto& numbers = lesion.assessment;
    for (auto* caliper :
         {&numbers.longest_diameter, &numbers.short_axis, &numbers.longest_in_any_plane, &numbers.feret_3d, &numbers.longest_inside})
      caliper->reset();
    numbers.volume.reset();
    numbers.tissue.reset();
    numbers.key_image.reset();
    lesion.mask.reset();
    lesion.tissue.reset();
  }

  void change_state(MeasuredLesion& lesion, const measure::MeasuredLesions& others)
  {
    switch (random_() % 6)
    {
    case 0: return split(lesion);
    case 1: return merge(lesion, others.front().assessment.lesion.id);
    case 2: return vanish(lesion);
    case 3: return say(lesion, "NOT_EVALUABLE");
    default: return;
    }
  }

  void split(MeasuredLesion& lesion)
  {
    say(lesion, "SPLIT");
    for (std::size_t part = 0, parts = 1 + random_() % 3; part < parts; ++part)
      lesion.assessment.fragments.emplace_back(static_cast<double>(random_() % 4000) / 100.0);
  }

  void merge(MeasuredLesion& lesion, const LesionId& carrier)
  {
    if (carrier == lesion.assessment.lesion.id) return;
    say(lesion, "MERGED_INTO");
    lesion.assessment.merged_into = identities_.contains(carrier) ? identities_.at(carrier).id : carrier;
  }

  /// A mask without a voxel says the same as no mask.
  void vanish(MeasuredLesion& lesion)
  {
    const auto mask = lesion.mask;
    say(lesion, "ABSENT");
    if (mask && one_in(2)) lesion.mask = segmentation::Mask::from_box(mask->geometry(), {{0, 0, 0}, {1, 1, 1}}, {0});
  }

  void say(MeasuredLesion& lesion, const char* state)
  {
    forget_sizes(lesion);
    lesion.assessment.state = state;
    lesion.assessment.reason = one_in(2) ? odd_text(random_) : "as the reader saw it";
  }

  void take_over(const measure::MeasuredLesions& lesions, measure::TimepointAssessment& timepoint)
  {
    timepoint.lesions.clear();
    for (const auto& lesion : lesions) timepoint.lesions.push_back(lesion.assessment);
    auto& response = timepoint.response;
    constexpr std::array calls{"CR", "PR", "SD", "PD", "NE"};
    if (timepoint.response.overall_response.empty() || response.overall_response == "baseline") return;
    response.overall_response = calls[random_() % calls.size()];
    response.new_lesions.clear();
    if (one_in(3)) response.sum_of_diameters.reset(), response.change_from_nadir.reset();
  }

  std::mt19937_64 random_;
  std::map<LesionId, measure::Lesion> identities_;
};
}  // namespace

report::ExportJob mutated(const report::ExportJob& job, std::uint32_t seed) { return Mutation(seed).of(job); }
}  // namespace nadir::test
