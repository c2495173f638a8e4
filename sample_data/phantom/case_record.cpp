#include "sample_data/phantom/case_record.h"

#include <algorithm>
#include <cctype>
#include <cmath>

#include "sample_data/phantom/uid.h"
#include "sample_data/phantom/voxel_mask.h"

namespace nadir::phantom
{
namespace
{
std::string upper_case(std::string text)
{
  std::transform(text.begin(), text.end(), text.begin(), [](unsigned char letter) { return static_cast<char>(std::toupper(letter)); });
  return text;
}

/// Everything that changes the pixels is part of the name that UIDs are derived from.
std::string uid_stem(const CasePlan& plan, const TimepointPlan& timepoint, const GeneratorOptions& options)
{
  return "nadir-phantom/" + plan.name + "/" + timepoint.folder + "/" + std::to_string(options.matrix);
}

Examination examination_of(const CasePlan& plan, const TimepointPlan& timepoint, const GeneratorOptions& options)
{
  const auto stem = uid_stem(plan, timepoint, options);
  return {.patient_name = "PHANTOM^" + upper_case(plan.name),
          .patient_id = "PHANTOM-" + upper_case(plan.name),
          .description = "MR thigh right",
          .study_uid = uid_of(stem + "/study", options.seed),
          .frame_of_reference_uid = uid_of(stem + "/frame", options.seed),
          .date = timepoint.date,
          .time = "101500"};
}

MrSeries series_of(const Examination& examination, const PulseSequence& sequence, const Acquisition& acquisition, const std::string& stem,
                   std::uint64_t seed)
{
  const auto name = stem + "/" + sequence.folder;
  return {.examination = examination,
          .sequence = sequence,
          .acquisition = acquisition,
          .series_uid = uid_of(name, seed),
          .uid_stem = name,
          .seed = seed};
}

std::vector<MrSeries> all_series(const CasePlan& plan, const TimepointRecord& record, const GeneratorOptions& options)
{
  const auto stem = uid_stem(plan, record.plan, options);
  std::vector<MrSeries> series;
  for (const auto& sequence : plan.sequences)
  {
    series.push_back(series_of(record.examination, sequence, record.timepoint.stack, stem, options.seed));
    if (sequence.folder == t2_fat_saturated_sequence().folder) series.back().objects = plan.t2_objects;
  }
  if (plan.diffusion == DiffusionPlan::None) return series;
  for (const double b : {0.0, 800.0})
  {
    series.push_back(series_of(record.examination, diffusion_sequence(b), record.timepoint.diffusion_stack, stem, options.seed));
    series.back().first_instance = b == 0.0 ? 1 : 1 + plan.stack.slices;
    series.back().rescale_slope = 0.5;
  }
  return series;
}

std::size_t index_of_post_contrast(const std::vector<MrSeries>& series)
{
  const auto found = std::find_if(series.begin(), series.end(), [](const auto& s) { return s.sequence.contrast == Contrast::Gadolinium; });
  return found == series.end() ? 0 : static_cast<std::size_t>(found - series.begin());
}

TimepointRecord record_of(const CasePlan& plan, std::size_t t, const GeneratorOptions& options)
{
  TimepointRecord record{.plan = plan.timepoints[t],
                         .timepoint = make_timepoint(plan, t, options),
                         .examination = examination_of(plan, plan.timepoints[t], options)};
  record.series = all_series(plan, record, options);
  record.measured_series = index_of_post_contrast(record.series);
  const auto& grid = record.timepoint.stack.grid;
  for (const auto& lesion : record.timepoint.lesions)
  {
    record.truths.push_back(lesion ? std::optional{truth_of(lesion->body(), grid)} : std::nullopt);
    record.masks.push_back(lesion ? std::optional{voxel_mask(lesion->body(), grid)} : std::nullopt);
  }
  return record;
}

int tenths(Millimeters length) { return static_cast<int>(std::lround(10.0 * length.value())); }

int counted_tenths(const LesionPlan& lesion, std::size_t t, const std::optional<LesionTruth>& truth)
{
  if (!truth || !truth->acquired) return 0;
  const auto section = lesion.prompts[t] == PromptKind::Caliper ? as_written(*truth->acquired) : *truth->acquired;
  return tenths(lesion.is_nodal() ? section.perpendicular() : section.longest());
}

double in_thousandths(double value) { return std::round(value * 1000.0) / 1000.0; }
PatientPoint in_thousandths(PatientPoint p) { return {in_thousandths(p.left), in_thousandths(p.posterior), in_thousandths(p.superior)}; }
}  // namespace

CaseRecord make_case_record(const CasePlan& plan, const GeneratorOptions& options)
{
  CaseRecord record{.plan = plan, .options = options};
  std::vector<std::vector<int>> lengths;
  for (std::size_t t = 0; t < plan.timepoints.size(); ++t)
  {
    record.timepoints.push_back(record_of(plan, t, options));
    lengths.emplace_back();
    for (std::size_t n = 0; n < plan.lesions.size(); ++n)
      lengths.back().push_back(counted_tenths(plan.lesions[n], t, record.timepoints[t].truths[n]));
  }
  record.expected = expected_responses(plan.lesions, lengths);
  return record;
}

std::string mask_file(const TimepointPlan& timepoint, const LesionPlan& lesion, PromptKind kind)
{
  const auto stem = "masks/" + timepoint.folder + "_" + lesion.id;
  switch (kind)
  {
  case PromptKind::NiftiMask: return stem + ".nii.gz";
  case PromptKind::DicomSegmentation: return stem + "_seg.dcm";
  case PromptKind::StructureSet: return stem + "_rtstruct.dcm";
  case PromptKind::Caliper: break;
  }
  return {};
}

Section as_written(const Section& section)
{
  return {in_thousandths(section.long_end_a), in_thousandths(section.long_end_b), in_thousandths(section.short_end_a),
          in_thousandths(section.short_end_b)};
}
}  // namespace nadir::phantom
