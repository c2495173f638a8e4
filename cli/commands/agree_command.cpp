#include <CLI/CLI.hpp>
#include <cstdio>
#include <memory>
#include <set>

#include "cli/commands/commands.h"
#include "cli/output/agreement_json.h"
#include "cli/talk.h"
#include "segmentation/mask/rasterize.h"
#include "segmentation/mask/read_mask.h"

namespace nadir::cli
{
namespace
{
using segmentation::Mask;
using segmentation::SegmentedLesion;

struct AgreeOptions
{
  std::string a;
  std::string b;
  bool as_json = false;
};

using Lesions = std::vector<SegmentedLesion>;

const SegmentedLesion* labelled(const Lesions& lesions, int label)
{
  for (const auto& lesion : lesions)
    if (lesion.label == label) return &lesion;
  return nullptr;
}

const ImageGeometry* grid_of(const Lesions& lesions)
{
  for (const auto& lesion : lesions)
    if (const auto* mask = std::get_if<Mask>(&lesion.shape)) return &mask->geometry();
  return nullptr;
}

/// The lesion's voxels; contours are rasterised on `grid`, a lesion that is not there is empty.
Result<Mask> voxels_of(const SegmentedLesion* lesion, const ImageGeometry& grid)
{
  if (!lesion) return Mask::from_box(grid, {}, {});
  if (const auto* mask = std::get_if<Mask>(&lesion->shape)) return *mask;
  return segmentation::rasterize(std::get<segmentation::ContourStack>(lesion->shape), grid);
}

std::vector<std::string> notes_of(const SegmentedLesion* a, const SegmentedLesion* b, const segmentation::Overlap& overlap)
{
  std::vector<std::string> notes;
  if (!a) notes.emplace_back("the first file has no such label: it counts as empty");
  if (!b) notes.emplace_back("the second file has no such label: it counts as empty");
  if (overlap.both_empty) notes.emplace_back("both are empty: they agree that nothing is there");
  else if (overlap.volume_a.value() == 0.0 || overlap.volume_b.value() == 0.0)
    notes.emplace_back("one is empty: its outline has no distance");
  return notes;
}

Result<LabelAgreement> agreement_of(const SegmentedLesion* a, const SegmentedLesion* b, const ImageGeometry& grid)
{
  const auto in_a = voxels_of(a, grid), in_b = voxels_of(b, grid);
  if (!in_a) return in_a.failure();
  if (!in_b) return in_b.failure();
  const auto overlap = segmentation::overlap_of(*in_a, *in_b);
  if (!overlap) return overlap.failure();
  LabelAgreement agreement{(a ? a : b)->label, (a ? a : b)->name, *overlap, std::nullopt, notes_of(a, b, *overlap)};
  const auto distances = segmentation::surface_distances(*in_a, *in_b);
  if (distances) agreement.distances = *distances;
  else if (!distances.failure().is(segmentation::AgreementError::Empty)) agreement.notes.push_back(distances.failure().message());
  return agreement;
}

/// A file that marks nothing holds no lesion here: it may be a tumour that is gone.
Result<Lesions> lesions_of(const std::string& path)
{
  auto lesions = segmentation::read_mask(path);
  if (!lesions && lesions.failure().is(segmentation::MaskError::Empty)) return Lesions{};
  return lesions;
}

std::vector<LabelAgreement> nothing_in_either()
{
  LabelAgreement agreement;
  agreement.overlap.dice = agreement.overlap.jaccard = 1.0;
  agreement.overlap.both_empty = true;
  agreement.notes = {"both files mark nothing: they agree that nothing is there"};
  return {agreement};
}

/// Single lesions are compared whatever their labels, several by label.
Result<std::vector<LabelAgreement>> compare(const Lesions& a, const Lesions& b)
{
  if (a.empty() && b.empty()) return nothing_in_either();
  const auto* grid = grid_of(a) ? grid_of(a) : grid_of(b);
  if (!grid)
    return Failure{segmentation::MaskError::Unsupported,
                   "both files hold contours without voxels (there is no grid to compare them on). Convert one of them to a mask."};
  std::set<int> labels;
  for (const auto* lesions : {&a, &b})
    for (const auto& lesion : *lesions) labels.insert(lesion.label);
  const bool singles = a.size() == 1 && b.size() == 1;
  if (singles) labels = {a.front().label};
  std::vector<LabelAgreement> agreements;
  for (const int label : labels)
  {
    auto agreement = singles ? agreement_of(&a.front(), &b.front(), *grid) : agreement_of(labelled(a, label), labelled(b, label), *grid);
    if (!agreement) return agreement.failure().in_context("label " + std::to_string(label));
    agreements.push_back(std::move(agreement).value());
  }
  return agreements;
}

ExitCode agree(const AgreeOptions& options)
{
  const auto a = lesions_of(options.a);
  if (!a) return tell(a.failure().in_context(options.a));
  const auto b = lesions_of(options.b);
  if (!b) return tell(b.failure().in_context(options.b));
  const auto agreements = compare(*a, *b);
  if (!agreements) return tell(agreements.failure());
  const auto text = options.as_json ? agreement_json(*agreements) : agreement_text(*agreements);
  std::fwrite(text.data(), 1, text.size(), stdout);
  return ExitCode::Ok;
}
}  // namespace

void add_agree_command(CLI::App& app, ExitCode& exit_code)
{
  auto* command = app.add_subcommand("agree", "Compares two masks: Dice, Jaccard, volumes, distances of the outlines");
  auto options = std::make_shared<AgreeOptions>();
  command->add_option("--a", options->a, "Mask file, e.g. the reader's")->required();
  command->add_option("--b", options->b, "Mask file to compare with it")->required();
  command->add_flag("--json", options->as_json, "Print JSON");
  command->callback([options, &exit_code] { exit_code = agree(*options); });
}
}  // namespace nadir::cli
