#include <CLI/CLI.hpp>
#include <cstdio>
#include <memory>
#include <nlohmann/json.hpp>

#include "cli/commands/commands.h"
#include "cli/output/segment_json.h"
#include "cli/segment/read_prompt.h"
#include "cli/talk.h"
#include "imaging/open/open_image.h"
#include "imaging/volume/file/write_volume.h"
#include "segmentation/lesion/place_channels.h"
#include "segmentation/lesion/read_strokes.h"
#include "segmentation/lesion/segment_lesion.h"
#include "segmentation/mask/write_mask.h"

namespace nadir::cli
{
namespace
{
struct SegmentOptions
{
  std::string series;
  std::string stack;
  std::vector<std::string> extra;
  std::vector<std::string> lines;
  std::string extent;
  std::string point;
  std::string scribbles;
  std::string out;
  std::string probability;
  int threads = 0;
  bool as_json = false;
};

using segmentation::LesionPrompt;

Result<LesionPrompt> prompt_of(const SegmentOptions& options)
{
  LesionPrompt prompt;
  std::vector<segmentation::PromptLine> lines;
  for (const auto& text : options.lines)
  {
    const auto line = line_of(text);
    if (!line) return line.failure().in_context("--line");
    lines.push_back(*line);
  }
  if (!lines.empty()) prompt.long_axis = lines[0];
  if (lines.size() > 1) prompt.short_axis = lines[1];
  if (!options.extent.empty())
  {
    const auto extent = line_of(options.extent);
    if (!extent) return extent.failure().in_context("--extent");
    prompt.extent = *extent;
  }
  if (!options.point.empty())
  {
    const auto point = point_of(options.point);
    if (!point) return point.failure().in_context("--point");
    prompt.click = *point;
  }
  if (options.scribbles.empty()) return prompt;
  auto strokes = segmentation::read_strokes(options.scribbles);
  if (!strokes) return strokes.failure().in_context("--scribbles");
  prompt.strokes = std::move(*strokes);
  return prompt;
}

Result<imaging::OpenedImage> opened(const SegmentOptions& options, const std::string& path, const std::string& stack)
{
  imaging::OpenConfig config;
  config.threads = options.threads;
  config.progress = terminal_progress("Reading");
  config.stack = stack;
  auto image = imaging::open_image(path, config);
  if (!image) return image.failure().in_context(path);
  for (const auto& warning : image->warnings) say("warning: " + warning);
  if (!image->choice.empty()) say("note: " + image->choice);
  return image;
}

segmentation::FrameRelation relation_of(const imaging::OpenedImage& a, const imaging::OpenedImage& b)
{
  using segmentation::FrameRelation;
  if (a.frame_of_reference.empty() || b.frame_of_reference.empty()) return FrameRelation::Unknown;
  return a.frame_of_reference == b.frame_of_reference ? FrameRelation::Shared : FrameRelation::Different;
}

/// The series and the further images, where a movement of the patient between them has been taken out.
Result<segmentation::PlacedChannels> channels_of(const SegmentOptions& options, const LesionPrompt& prompt)
{
  const auto series = opened(options, options.series, options.stack);
  if (!series) return series.failure();
  std::vector<segmentation::ExtraImage> extra;
  for (const auto& path : options.extra)
  {
    const auto image = opened(options, path, {});
    if (!image) return image.failure();
    extra.push_back({image->volume, path, relation_of(*series, *image)});
  }
  auto placed = segmentation::place_channels(series->volume, extra, prompt);
  if (!placed) return placed;
  for (const auto& words : placed->words) say("note: " + words);
  return placed;
}

ExitCode write_results(const SegmentOptions& options, const segmentation::SegmentedByPrompt& lesion)
{
  if (const auto written = segmentation::write_mask(options.out, lesion.mask); !written) return tell(written.failure());
  if (!options.probability.empty())
    if (const auto written = imaging::write_volume(options.probability, *lesion.probability); !written) return tell(written.failure());
  for (const auto& warning : lesion.warnings) say("warning: " + warning);
  const auto text = options.as_json ? segment_json(lesion) : segment_text(lesion);
  std::fwrite(text.data(), 1, text.size(), stdout);
  return ExitCode::Ok;
}

ExitCode segment(const SegmentOptions& options)
{
  if (options.lines.size() > 2)
  {
    say("nadir: there are more than two lines (a lesion has a long and a short axis). Give --line once or twice.");
    return ExitCode::Usage;
  }
  const auto prompt = prompt_of(options);
  if (!prompt) return tell(prompt.failure());
  const auto placed = channels_of(options, *prompt);
  if (!placed) return tell(placed.failure());
  auto lesion = segmentation::segment_lesion(placed->channels, *prompt, {options.threads});
  if (!lesion) return tell(lesion.failure());
  lesion->warnings.insert(lesion->warnings.begin(), placed->warnings.begin(), placed->warnings.end());
  return write_results(options, *lesion);
}
}  // namespace

void add_segment_command(CLI::App& app, ExitCode& exit_code)
{
  auto* command = app.add_subcommand("segment", "Segments a lesion in 3D from its axes, a point or scribbles (patient LPS mm)");
  auto options = std::make_shared<SegmentOptions>();
  command->add_option("--series", options->series, "Folder of the images, or a NIfTI or NRRD image")->required();
  command->add_option("--stack", options->stack, "Which stack of the folder, when there are several (see nadir scan)");
  command->add_option("--modality-extra", options->extra,
                      "Further images of the same examination; a movement of the patient between them is looked for and taken out");
  command->add_option("--line", options->lines, "x,y,z:x,y,z longest diameter; a second --line is the short axis")->take_all();
  command->add_option("--extent", options->extent, "x,y,z:x,y,z a point on the first and one on the last slice with tumour");
  command->add_option("--point", options->point, "x,y,z one point well inside");
  command->add_option("--scribbles", options->scribbles,
                      "File: JSON {\"strokes\":[{\"kind\":\"foreground\"|\"background\",\"radius_mm\":3,\"points\":[[x,y,z],...]}]}, or a "
                      "label map with 1 = foreground, 2 = background; alone, or as correction of a line or point");
  command->add_option("--out", options->out, "Mask to write: .nii, .nii.gz, .nrrd, .seg.nrrd")->required();
  command->add_option("--probability", options->probability,
                      "Image of each voxel's probability (block around the lesion): .nii.gz or .nrrd");
  command->add_option("--threads", options->threads, "Threads; the mask does not depend on them")->check(CLI::Range(0, 256));
  command->add_flag("--json", options->as_json, "Print JSON");
  command->callback([options, &exit_code] { exit_code = segment(*options); });
}
}  // namespace nadir::cli
