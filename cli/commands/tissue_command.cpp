#include <CLI/CLI.hpp>
#include <cstdio>
#include <filesystem>
#include <memory>

#include "cli/commands/commands.h"
#include "cli/output/tissue_json.h"
#include "cli/segment/read_prompt.h"
#include "cli/talk.h"
#include "cli/tissue/tissue_inputs.h"
#include "imaging/storage/write_file.h"
#include "imaging/units/number_text.h"
#include "segmentation/mask/write_mask.h"
#include "segmentation/tissue/align_channels.h"
#include "segmentation/tissue/classify_tissue.h"

namespace nadir::cli
{
namespace
{
using segmentation::TissueConfig;
using segmentation::TissueError;
using segmentation::TissueMap;

/// Questions have an exit code of their own.
ExitCode tell_or_ask(const Failure& failure)
{
  const auto exit_code = tell(failure);
  const bool is_question = failure.is(TissueError::ContrastOrder) || failure.is(TissueError::AdcUnit) ||
                           failure.is(TissueInputError::PatientQuestion) || failure.is(TissueInputError::SequenceQuestion) ||
                           failure.is(TissueInputError::SeveralLesions);
  return is_question ? ExitCode::Question : exit_code;
}

Result<segmentation::Mask> reference_mask(const std::string& path, const ImageGeometry& grid)
{
  const auto lesion = chosen_lesion(path, std::nullopt);
  if (!lesion) return lesion.failure().in_context("--reference");
  if (const auto* mask = std::get_if<segmentation::Mask>(&lesion->shape)) return *mask;
  return Failure{TissueInputError::NoSuchLabel,
                 "--reference holds contours (voxels are needed). Give a NIfTI, NRRD or DICOM SEG mask on the grid " +
                     std::to_string(grid.size().i) + " x " + std::to_string(grid.size().j) + " x " + std::to_string(grid.size().k) +
                     " or any other."};
}

Result<std::optional<segmentation::AdcUnit>> unit_of(const std::string& text)
{
  using segmentation::AdcUnit;
  if (text.empty()) return std::optional<AdcUnit>{};
  if (text == "1e-6") return std::optional{AdcUnit::SquareMicrometersPerSecond};
  if (text == "1e-3") return std::optional{AdcUnit::SquareMicrometersPerMillisecond};
  if (text == "1") return std::optional{AdcUnit::SquareMillimetersPerSecond};
  return Failure{TissueInputError::BadNumber,
                 "--adc-unit is none of 1e-6, 1e-3, 1 (the ADC values would be wrong). Say the unit of the map in mm2/s."};
}

Result<std::optional<segmentation::NecrosisThreshold>> threshold_in(const std::string& text)
{
  if (text.empty()) return std::optional<segmentation::NecrosisThreshold>{};
  const auto at = text.find('=');
  const auto quantity = segmentation::threshold_quantity(text.substr(0, at));
  const auto value = at == std::string::npos ? std::nullopt : parse_number(text.substr(at + 1));
  if (quantity && value) return std::optional(segmentation::NecrosisThreshold{*quantity, *value});
  return Failure{TissueInputError::BadNumber,
                 "--necrosis-threshold is not QUANTITY=NUMBER (it is not known what to compare). Write for example "
                 "enhancement=0.35, post-contrast=1.1, ADC=1700 or T2=5."};
}

Result<TissueConfig> config_of(const TissueOptions& options, const ImageGeometry& grid)
{
  TissueConfig config;
  const auto unit = unit_of(options.adc_unit);
  if (!unit) return unit.failure();
  config.adc_unit = *unit;
  const auto threshold = threshold_in(options.threshold);
  if (!threshold) return threshold.failure();
  config.necrosis_threshold = *threshold;
  if (options.confirmed.contains("contrast-order")) config.contrast_order = segmentation::ContrastOrder::Confirmed;
  if (!options.reference_point.empty())
  {
    const auto point = point_of(options.reference_point);
    if (!point) return point.failure().in_context("--reference-point");
    config.reference.point = *point;
  }
  if (options.reference.empty()) return config;
  auto mask = reference_mask(options.reference, grid);
  if (!mask) return mask.failure();
  config.reference.mask = std::move(*mask);
  return config;
}

std::vector<segmentation::LabelledMask> labelled(const TissueMap& map)
{
  std::vector<segmentation::LabelledMask> masks;
  for (const auto& part : map.parts)
    if (!part.mask.is_empty()) masks.push_back({label_of(part.tissue), std::string(name_of(part.tissue)), part.mask});
  return masks;
}

Result<Done> write_files(const std::filesystem::path& folder, const TissueReport& report)
{
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (const auto written = segmentation::write_masks(folder / "tissue.nii.gz", labelled(report.map)); !written) return written.failure();
  if (report.map.reference.voxels > 0)
    if (const auto written = segmentation::write_mask(folder / "reference.nii.gz", report.map.reference.mask); !written)
      return written.failure();
  return imaging::write_file(folder / "tissue.json", tissue_json(report));
}

ExitCode classify(const TissueOptions& options)
{
  auto inputs = read_tissue_inputs(options);
  if (!inputs) return tell_or_ask(inputs.failure());
  const auto config = config_of(options, inputs->mask.geometry());
  if (!config) return tell_or_ask(config.failure());
  segmentation::AlignedChannels aligned{inputs->channels, {}, {}};
  if (!options.without_registration) aligned = align_channels(inputs->mask, inputs->channels);
  inputs->warnings.insert(inputs->warnings.end(), aligned.warnings.begin(), aligned.warnings.end());
  const auto map = classify_tissue(inputs->mask, aligned.channels, *config);
  if (!map) return tell_or_ask(map.failure());
  const TissueReport report{*inputs, *map, *config, aligned.words};
  if (const auto written = write_files(options.out, report); !written) return tell(written.failure());
  const auto text = options.as_json ? tissue_json(report) : tissue_text(report);
  std::fwrite(text.data(), 1, text.size(), stdout);
  return ExitCode::Ok;
}
}  // namespace

void add_tissue_command(CLI::App& app, ExitCode& exit_code)
{
  auto* command = app.add_subcommand("tissue", "Tells viable from dead tissue within a lesion, with a robustness band for every share");
  auto options = std::make_shared<TissueOptions>();
  command->add_option("--mask", options->mask, "Mask of the lesion: NIfTI, NRRD, DICOM SEG or RTSTRUCT")->required();
  command->add_option("--label", options->label, "Which lesion of the mask file, when there are several");
  command->add_option("--t1c", options->t1c, "T1 after contrast: folder of DICOM files, or a NIfTI or NRRD image");
  command->add_option("--t1", options->t1, "T1 before contrast");
  command->add_option("--t2", options->t2, "T2, with or without fat saturation");
  command->add_option("--stir", options->stir, "STIR, in place of a T2");
  command->add_option("--flair", options->flair, "FLAIR; helps to choose the reference tissue only");
  command->add_option("--adc", options->adc, "ADC map, or diffusion images to compute it from");
  command->add_option("--adc-unit", options->adc_unit, "Unit of the ADC map in mm2/s when its file does not say: 1e-6, 1e-3 or 1");
  command->add_option(
      "--necrosis-threshold", options->threshold,
      "Where necrosis ends, in place of the threshold found: enhancement, post-contrast or T2 in multiples of the reference tissue, or "
      "ADC in 1e-6 mm2/s; for example enhancement=0.35");
  auto* reference =
      command->add_option("--reference", options->reference, "Mask of muscle (in a head: normal brain) to compare intensities with");
  command
      ->add_option("--reference-point", options->reference_point, "x,y,z (patient LPS mm) in that tissue; a ball of 8 mm radius is taken")
      ->excludes(reference);
  command->add_option("--confirm", options->confirmed, "Answers a question: patient-id, contrast-order")
      ->check(CLI::IsMember({"patient-id", "contrast-order"}));
  command->add_flag("--no-registration", options->without_registration, "Compare the T1 images where their coordinates say");
  command->add_option("--out", options->out, "Folder for tissue.nii.gz, reference.nii.gz and tissue.json")->required();
  command->add_flag("--json", options->as_json, "Print JSON");
  command->callback([options, &exit_code] { exit_code = classify(*options); });
}
}  // namespace nadir::cli
