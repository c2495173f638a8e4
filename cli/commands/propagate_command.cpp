#include <CLI/CLI.hpp>
#include <cstdio>
#include <memory>
#include <nlohmann/json.hpp>
#include <variant>

#include "cli/commands/commands.h"
#include "cli/follow_up/open_dates.h"
#include "cli/talk.h"
#include "imaging/storage/write_file.h"
#include "measure/assessment/witness_series.h"
#include "segmentation/lesion/lesion_error.h"
#include "segmentation/mask/rasterize.h"
#include "segmentation/mask/read_mask.h"
#include "segmentation/mask/write_mask.h"
#include "segmentation/propagation/propagate_lesion.h"
#include "segmentation/propagation/register_dates.h"

namespace nadir::cli
{
namespace
{
using segmentation::LabelledMask;
using segmentation::PropagatedLesion;

struct PropagateOptions
{
  DateOptions dates;
  std::string mask;
  std::string out;
  std::vector<std::pair<std::string, std::string>> extra;  ///< other kinds of image of both dates
  std::string transform;
  bool rigid_only = false;
  bool as_json = false;
};

/// The lesions of the mask file as voxels.
Result<std::vector<LabelledMask>> lesions_of(const PropagateOptions& options, const ImageGeometry& baseline)
{
  auto read = segmentation::read_mask(options.mask);
  if (!read) return read.failure().in_context(options.mask);
  std::vector<LabelledMask> lesions;
  for (const auto& lesion : *read)
  {
    if (const auto* mask = std::get_if<segmentation::Mask>(&lesion.shape)) lesions.push_back({lesion.label, lesion.name, *mask});
    else
    {
      auto mask_of_contours = segmentation::rasterize(std::get<segmentation::ContourStack>(lesion.shape), baseline);
      if (!mask_of_contours) return mask_of_contours.failure().in_context(options.mask);
      lesions.push_back({lesion.label, lesion.name, std::move(*mask_of_contours)});
    }
  }
  return lesions;
}

Result<imaging::SavedTransform> transform_of(const OpenedDates& dates, const std::vector<LabelledMask>& lesions,
                                             const PropagateOptions& options)
{
  std::vector<segmentation::Mask> masks;
  for (const auto& lesion : lesions) masks.push_back(lesion.mask);
  segmentation::DateConfig config;
  config.motion = options.rigid_only ? segmentation::MotionModel::Rigid : segmentation::MotionModel::Deformable;
  config.rigid.progress = terminal_progress("Registering");
  return segmentation::register_dates(*dates.baseline.volume, *dates.follow_up.volume, masks, config);
}

bool may_lie_elsewhere(const imaging::OpenedImage& image, const imaging::OpenedImage& extra)
{
  return !image.frame_of_reference.empty() && !extra.frame_of_reference.empty() && image.frame_of_reference != extra.frame_of_reference;
}

Failure elsewhere(const std::string& path)
{
  return {segmentation::LesionError::ChannelMismatch,
          path + " has another frame of reference than the series of its date (what it shows would be looked for in the wrong place). "
                 "Give a series of the same examination."};
}

/// Other images of the two dates, opened. Failures: as open_dates, or ChannelMismatch where one lies in another frame of reference.
Result<std::vector<OpenedDates>> extra_of(const OpenedDates& dates, const PropagateOptions& options)
{
  std::vector<OpenedDates> extra;
  for (const auto& [baseline, follow_up] : options.extra)
  {
    auto opened = open_dates({baseline, follow_up, {}, {}, options.dates.confirmed});
    if (!opened) return opened.failure();
    if (may_lie_elsewhere(dates.baseline, opened->baseline)) return elsewhere(baseline);
    if (may_lie_elsewhere(dates.follow_up, opened->follow_up)) return elsewhere(follow_up);
    extra.push_back(std::move(*opened));
  }
  return extra;
}

struct LabelledResult
{
  int label = 1;
  PropagatedLesion lesion;
};

void print(const std::vector<LabelledResult>& results, const PropagateOptions& options)
{
  auto json = nlohmann::json::array();
  for (const auto& [label, lesion] : results)
  {
    const bool gone = lesion.fate == segmentation::LesionFate::Gone;
    json.push_back({{"label", label},
                    {"fate", gone ? "gone" : "present"},
                    {"baseline_ml", lesion.baseline_ml},
                    {"follow_up_ml", lesion.follow_up_ml},
                    {"explanation", lesion.explanation},
                    {"warnings", lesion.warnings}});
    if (!options.as_json) std::printf("label %d: %s\n", label, lesion.explanation.c_str());
    for (const auto& warning : lesion.warnings) say("warning: label " + std::to_string(label) + ": " + warning);
  }
  if (options.as_json) std::printf("%s\n", json.dump(2).c_str());
}

Result<Done> write_results(const std::vector<LabelledResult>& results, const std::vector<LabelledMask>& lesions, const std::string& path)
{
  if (results.size() == 1) return segmentation::write_mask(path, results.front().lesion.mask);
  std::vector<LabelledMask> masks;
  for (std::size_t n = 0; n < results.size(); ++n) masks.push_back({lesions[n].label, lesions[n].name, results[n].lesion.mask});
  return segmentation::write_masks(path, masks);
}

ExitCode propagate(const PropagateOptions& options)
{
  const auto dates = open_dates(options.dates);
  if (!dates) return tell(dates.failure());
  const auto lesions = lesions_of(options, dates->baseline.volume->geometry());
  if (!lesions) return tell(lesions.failure());
  const auto extra = extra_of(*dates, options);
  if (!extra) return tell(extra.failure());
  std::vector<segmentation::DatedImages> witnesses;
  for (const auto& other : *extra)
    witnesses.push_back({*other.baseline.volume, *other.follow_up.volume, measure::weighting_of(other.baseline.sequence)});
  const auto transform = transform_of(*dates, *lesions, options);
  if (!transform) return tell(transform.failure());
  std::vector<LabelledResult> results;
  for (const auto& lesion : *lesions)
  {
    auto found =
        segmentation::propagate_lesion({*dates->baseline.volume, *dates->follow_up.volume, measure::weighting_of(dates->baseline.sequence)},
                                       lesion.mask, *transform, witnesses);
    if (!found) return tell(found.failure().in_context("label " + std::to_string(lesion.label)));
    results.push_back({lesion.label, std::move(*found)});
  }
  if (const auto written = write_results(results, *lesions, options.out); !written) return tell(written.failure());
  if (!options.transform.empty())
    if (const auto written = imaging::write_file(options.transform, imaging::to_transform_json(*transform)); !written)
      return tell(written.failure());
  say("quality: " + imaging::words_of(transform->quality));
  print(results, options);
  return ExitCode::Ok;
}
}  // namespace

void add_propagate_command(CLI::App& app, ExitCode& exit_code)
{
  auto* command = app.add_subcommand("propagate", "Finds the lesions of a baseline mask on a follow-up: grown, shrunk or gone");
  auto options = std::make_shared<PropagateOptions>();
  command->add_option("--baseline", options->dates.baseline, "DICOM folder, NIfTI or NRRD image with the known lesion")->required();
  command->add_option("--mask", options->mask, "Mask of the baseline lesions: NIfTI, NRRD, DICOM SEG or RTSTRUCT")->required();
  command->add_option("--followup", options->dates.follow_up, "Image of the later date")->required();
  command->add_option("--baseline-stack", options->dates.baseline_stack, "Stack id or Series Instance UID, when the folder holds several");
  command->add_option("--followup-stack", options->dates.follow_up_stack, "The same for the follow-up");
  command
      ->add_option("--modality-extra", options->extra,
                   "Another series of both dates in their frames of reference, the two paths with a blank between them: it has its say "
                   "where the lesion lies. May be repeated")
      ->type_name("BASELINE FOLLOWUP");
  command->add_option("--confirm", options->dates.confirmed, "Answers a question: patient-id");
  command->add_option("--out", options->out, "Mask to write: .nii, .nii.gz, .nrrd or .seg.nrrd")->required();
  command->add_option("--transform", options->transform, "Also write the transform between the dates (JSON), for linked navigation");
  command->add_flag("--rigid-only", options->rigid_only, "Shift and turn only, no bending");
  command->add_flag("--json", options->as_json, "Print JSON");
  command->callback([options, &exit_code] { exit_code = propagate(*options); });
}
}  // namespace nadir::cli
