#include "measure/assessment/technique_comparison.h"

#include <algorithm>
#include <utility>

#include "imaging/dicom/load_volume.h"
#include "imaging/units/number_text.h"
#include "measure/comparability/compare_examinations.h"

namespace nadir::measure
{
namespace
{
using imaging::ImageStack;

std::shared_ptr<const imaging::Volume> pixels_in_files(const ImageStack& stack)
{
  const auto volume = imaging::load_volume(stack);
  return volume ? *volume : nullptr;
}

/// Pixels that cannot be read leave the level unknown; whether they can be is told where they are measured.
ArtefactLevel artefacts_in(const std::shared_ptr<const imaging::Volume>& volume, const Acquisition& acquisition)
{
  return volume ? artefact_level(*volume, acquisition.phase) : ArtefactLevel{};
}

ArtefactLevel measured_artefacts(const ImageStack& stack) { return artefacts_in(pixels_in_files(stack), read_acquisition(stack)); }

bool touches(int first, int size, int whole) { return first == 0 || first + size == whole; }

bool is_at_edge(const ImageGeometry& images, PatientPoint point)
{
  const auto index = images.patient_to_voxel(point);
  const auto& size = images.size();
  return index.i < 0.5 || index.j < 0.5 || index.i > size.i - 1.5 || index.j > size.j - 1.5;
}

/// A line drawn to the edge of the images: the lesion goes on outside.
bool ends_at_edge(const MeasuredLesion& lesion)
{
  const auto& line = *lesion.assessment.longest_diameter;
  if (line.from == line.to || !lesion.stack || !lesion.stack->geometry) return false;
  return is_at_edge(*lesion.stack->geometry, line.from) || is_at_edge(*lesion.stack->geometry, line.to);
}

/// The lesions of one pair of series as one: the largest diameter, and whether any is cut.
void include(std::optional<LesionExtent>& extent, const MeasuredLesion& lesion)
{
  if (!lesion.assessment.longest_diameter) return;
  if (!extent) extent.emplace();
  extent->diameter_mm = std::max(extent->diameter_mm, lesion.assessment.longest_diameter->length.value());
  extent->cut_in_plane = extent->cut_in_plane || ends_at_edge(lesion);
  if (!lesion.mask || lesion.mask->is_empty()) return;
  const auto& whole = lesion.mask->geometry().size();
  const auto& box = lesion.mask->box();
  extent->cut_in_plane = extent->cut_in_plane || touches(box.first.i, box.size.i, whole.i) || touches(box.first.j, box.size.j, whole.j);
  // A single slice always reaches both ends: nothing can be told from it.
  extent->cut_along_slices = extent->cut_along_slices || (whole.k > 1 && touches(box.first.k, box.size.k, whole.k));
}

struct Pair
{
  const ImageStack* baseline = nullptr;
  const ImageStack* followup = nullptr;
  std::vector<std::string> lesions;
  std::optional<LesionExtent> before;
  std::optional<LesionExtent> after;
};

Pair& pair_for(std::vector<Pair>& pairs, const ImageStack* baseline, const ImageStack* followup)
{
  for (auto& pair : pairs)
    if (pair.baseline == baseline && pair.followup == followup) return pair;
  auto& added = pairs.emplace_back();
  added.baseline = baseline;
  added.followup = followup;
  return added;
}

std::string item_words(const ComparabilityItem& item)
{
  std::string words = item.aspect + " " + item.baseline + " at baseline, " + item.followup + " now: " + item.text;
  if (item.diameter_effect && item.volume_effect_percent)
    words += " (estimated effect: " + format_fixed(item.diameter_effect->value(), 1) + " mm of the diameter, " +
             format_fixed(*item.volume_effect_percent, 0) + " % of the volume)";
  return words;
}
}  // namespace

TechniqueComparison::TechniqueComparison() : pixels_(pixels_in_files) {}

const TechniqueComparison::Looked& TechniqueComparison::looked_at(const ImageStack& stack)
{
  const auto found = known_.find(&stack);
  if (found != known_.end()) return found->second;
  const auto acquisition = read_acquisition(stack);
  return known_.emplace(&stack, Looked{acquisition, artefacts_in(pixels_(stack), acquisition)}).first->second;
}

std::vector<ComparabilityReport> TechniqueComparison::compare(const std::vector<MeasuredLesion>& baseline,
                                                              const std::vector<MeasuredLesion>& followup)
{
  std::vector<Pair> pairs;
  for (std::size_t l = 0; l < baseline.size() && l < followup.size(); ++l)
  {
    const auto* before = baseline[l].stack;
    const auto* after = followup[l].stack;
    if (!before || !after || !before->geometry || !after->geometry) continue;
    auto& pair = pair_for(pairs, before, after);
    pair.lesions.push_back(followup[l].assessment.lesion.id.text());
    include(pair.before, baseline[l]);
    include(pair.after, followup[l]);
  }
  std::vector<ComparabilityReport> reports;
  for (const auto& pair : pairs)
  {
    const auto& before = looked_at(*pair.baseline);
    const auto& after = looked_at(*pair.followup);
    reports.push_back(
        compare_examinations({before.acquisition, before.artefacts, pair.before}, {after.acquisition, after.artefacts, pair.after}));
    reports.back().lesions = pair.lesions;
  }
  return reports;
}

ComparabilityReport compare_stacks(const ImageStack& baseline, const ImageStack& followup)
{
  return compare_examinations({read_acquisition(baseline), measured_artefacts(baseline), std::nullopt},
                              {read_acquisition(followup), measured_artefacts(followup), std::nullopt});
}

std::vector<Question> comparability_questions(const std::vector<ComparabilityReport>& reports, const TimepointLabel& followup)
{
  std::vector<Question> questions;
  for (const auto& report : reports)
  {
    std::string reasons;
    for (const auto& item : report.items)
      if (item.severity == ComparabilitySeverity::Stop) reasons += (reasons.empty() ? "" : "; ") + item_words(item);
    if (!reasons.empty())
      questions.push_back({"comparability", "series " + report.followup_stack + " at \"" + followup.text() +
                                                "\" should not be compared with series " + report.baseline_stack +
                                                " at baseline: " + reasons + ". Compare them all the same?"});
  }
  return questions;
}

std::vector<std::string> comparability_words(const ComparabilityReport& report)
{
  std::vector<std::string> words;
  for (const auto& item : report.items)
    if (item.severity >= ComparabilitySeverity::Caution)
      words.push_back("comparability, " + std::string(name_of(item.severity)) + ": " + item_words(item));
  return words;
}
}  // namespace nadir::measure
