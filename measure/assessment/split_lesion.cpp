#include "measure/assessment/split_lesion.h"

#include <algorithm>
#include <string>

#include "imaging/units/number_text.h"
#include "measure/assessment/lesion_numbers.h"
#include "measure/assessment/measure_found_lesion.h"
#include "segmentation/mask/bulky_parts.h"

namespace nadir::measure
{
namespace
{
constexpr Millimeters least_length{10.0};

/// Largest first.
struct Parts
{
  std::vector<MeasuredLesion> counted;
  std::size_t small = 0;  ///< others, too short to count
};

Parts parts_of(const MeasuredLesion& lesion)
{
  Parts parts;
  for (const auto& mask : segmentation::bulky_parts(*lesion.mask))
  {
    auto part = measure_found_lesion(lesion.assessment.lesion, mask, *lesion.stack, lesion.assessment.evidence.source);
    if (part && part->assessment.longest_diameter->length >= least_length) parts.counted.push_back(std::move(*part));
    else ++parts.small;
  }
  return parts;
}

bool was_in_one_part(const MeasuredLesion& before)
{
  return before.assessment.state == "SPLIT" || (has_voxels(before) && parts_of(before).counted.size() < 2);
}

/// None where it has not split.
Parts parts_since(const MeasuredLesion& now, const MeasuredLesion& before)
{
  const auto& lesion = now.assessment.lesion;
  if (lesion.role != LesionRole::Target || lesion.nodal || !has_voxels(now)) return {};
  auto parts = parts_of(now);
  return parts.counted.size() > 1 && was_in_one_part(before) ? parts : Parts{};
}

/// "46.2 + 50.1 = 96.3 mm (48.0 + 51.2 mL)"
std::string sum_in_words(const Parts& parts)
{
  std::string lengths, volumes;
  double sum = 0.0;
  for (const auto& part : parts.counted)
  {
    const double length = part.assessment.longest_diameter->length.value();
    lengths += (lengths.empty() ? "" : " + ") + format_fixed(length, 1), sum += length;
    if (part.assessment.volume) volumes += (volumes.empty() ? "" : " + ") + format_fixed(part.assessment.volume->value(), 1);
  }
  return lengths + " = " + format_fixed(sum, 1) + " mm" + (volumes.empty() ? "" : " (" + volumes + " mL)");
}
}  // namespace

void say_split(MeasuredLesion& now, const MeasuredLesion& before)
{
  const auto parts = parts_since(now, before);
  if (parts.counted.empty()) return;
  auto& assessment = now.assessment;
  const auto across = assessment.longest_diameter->length;
  assessment.state = "SPLIT";
  assessment.longest_diameter.reset(), assessment.short_axis.reset(), assessment.longest_inside.reset();
  assessment.longest_in_any_plane.reset(), assessment.feret_3d.reset();
  assessment.warnings.clear();  // of a diameter across the parts
  for (const auto& part : parts.counted)
  {
    assessment.fragments.push_back(part.assessment.longest_diameter->length);
    now.part_calipers.push_back(*part.assessment.longest_diameter);
    for (const auto& warning : part.assessment.warnings)
      if (std::ranges::find(assessment.warnings, warning) == assessment.warnings.end()) assessment.warnings.push_back(warning);
  }
  assessment.warnings.push_back("it was found in " + std::to_string(parts.counted.size()) +
                                " parts, whose longest diameters are added (rule T4): " + sum_in_words(parts) +
                                "; taken for one lesion it would measure " + format_fixed(across.value(), 1) +
                                " mm. A reader must confirm that it has split.");
  if (parts.small > 0) assessment.warnings.push_back("parts shorter than 10 mm that were not counted: " + std::to_string(parts.small));
}

void warn_of_split(MeasuredLesion& now, const MeasuredLesion& before)
{
  const auto parts = parts_since(now, before);
  if (parts.counted.empty()) return;
  now.assessment.warnings.push_back("its outline is in " + std::to_string(parts.counted.size()) +
                                    " parts and was in one before: if it has split, RECIST adds the longest diameters (rule T4), " +
                                    sum_in_words(parts) + ". State SPLIT with these lengths then.");
}
}  // namespace nadir::measure
