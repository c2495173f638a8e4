#include "sample_data/phantom/case_writer.h"

#include <fstream>

#include "sample_data/phantom/case_json.h"
#include "sample_data/phantom/case_record.h"
#include "sample_data/phantom/enhanced_mr.h"
#include "sample_data/phantom/first_failure.h"
#include "sample_data/phantom/nifti_writer.h"
#include "sample_data/phantom/parallel_for.h"
#include "sample_data/phantom/phantom_error.h"
#include "sample_data/phantom/segmentation_object.h"
#include "sample_data/phantom/slice_file.h"
#include "sample_data/phantom/structure_set.h"

namespace nadir::phantom
{
namespace
{
namespace fs = std::filesystem;

Failure cannot_write(const fs::path& path)
{
  return Failure{PhantomError::CannotWrite,
                 path.string() + " could not be written (the sample data would be incomplete). Check the folder and the free space."};
}

Result<Done> make_folder(const fs::path& folder)
{
  std::error_code error;
  fs::create_directories(folder, error);
  return error ? Result<Done>{cannot_write(folder)} : Result<Done>{Done{}};
}

Result<Done> write_text(const fs::path& path, const std::string& text)
{
  std::ofstream file(path, std::ios::binary);
  file << text;
  file.close();
  return file ? Result<Done>{Done{}} : Result<Done>{cannot_write(path)};
}

NoiseStream noise_of(const MrSeries& series) { return {series.seed, series.uid_stem + "/" + std::to_string(series.first_instance)}; }

/// The series of a time point that share one grid, so that tissue is sampled once for all of them.
std::vector<const MrSeries*> series_on(const TimepointRecord& record, bool diffusion)
{
  std::vector<const MrSeries*> chosen;
  for (const auto& series : record.series)
    if (series.sequence.is_diffusion() == diffusion) chosen.push_back(&series);
  return chosen;
}

/// Pixels of the series that go into one object, by series and slice.
using KeptPixels = std::vector<std::vector<std::vector<std::uint16_t>>>;

Result<Done> write_slices(const TimepointRecord& record, const std::vector<const MrSeries*>& series, const fs::path& folder, int k,
                          KeptPixels& kept)
{
  const auto& acquisition = series.front()->acquisition;
  const auto content = sample_slice(record.timepoint.scene, acquisition, record.timepoint.coil_centre, k);
  for (std::size_t n = 0; n < series.size(); ++n)
  {
    const auto& one = *series[n];
    auto pixels = pixels_of_slice(content, acquisition.grid.size(), one.sequence, noise_of(one));
    if (one.objects == MrObjects::EnhancedMultiFrame) kept[n][static_cast<std::size_t>(k)] = std::move(pixels);
    else if (const auto written = write_mr_slice(folder / one.sequence.folder / slice_file(one.first_instance + k), one, k, pixels);
             !written)
      return written;
  }
  return Done{};
}

Result<Done> write_kept(const std::vector<const MrSeries*>& series, const fs::path& folder, const KeptPixels& kept)
{
  for (std::size_t n = 0; n < series.size(); ++n)
  {
    if (series[n]->objects != MrObjects::EnhancedMultiFrame) continue;
    const auto written = write_enhanced_mr(folder / series[n]->sequence.folder / slice_file(1), *series[n], kept[n]);
    if (!written) return written;
  }
  return Done{};
}

Result<Done> write_stack(const TimepointRecord& record, const std::vector<const MrSeries*>& series, const fs::path& folder, int threads)
{
  if (series.empty()) return Done{};
  for (const auto* one : series)
    if (const auto made = make_folder(folder / one->sequence.folder); !made) return made;
  const int slices = series.front()->acquisition.grid.size().k;
  KeptPixels kept(series.size(), std::vector<std::vector<std::uint16_t>>(static_cast<std::size_t>(slices)));
  FirstFailure failure;
  parallel_for(slices, threads, [&](int k) { failure.note(write_slices(record, series, folder, k, kept)); });
  const auto outcome = failure.outcome();
  return outcome ? write_kept(series, folder, kept) : outcome;
}

Result<Done> write_images(const CaseRecord& record, std::size_t t, const fs::path& folder)
{
  const auto& timepoint = record.timepoints[t];
  const auto place = folder / timepoint.plan.folder;
  if (const auto written = write_stack(timepoint, series_on(timepoint, false), place, record.options.threads); !written) return written;
  return write_stack(timepoint, series_on(timepoint, true), place, record.options.threads);
}

Result<Done> write_lesion(const CaseRecord& record, std::size_t t, std::size_t n, const fs::path& folder)
{
  const auto& timepoint = record.timepoints[t];
  const auto& lesion = record.plan.lesions[n];
  const auto& body = timepoint.timepoint.lesions[n]->body();
  const auto& grid = timepoint.timepoint.stack.grid;
  const auto& labels = *timepoint.masks[n];
  const auto written = write_nifti_mask(folder / mask_file(timepoint.plan, lesion, PromptKind::NiftiMask), grid, labels);
  const auto& source = timepoint.series[timepoint.measured_series];
  const auto path = folder / mask_file(timepoint.plan, lesion, lesion.prompts[t]);
  if (!written) return written;
  if (lesion.prompts[t] == PromptKind::DicomSegmentation) return write_segmentation(path, source, labels, lesion.id);
  if (lesion.prompts[t] == PromptKind::StructureSet) return write_structure_set(path, source, body, lesion.id);
  return written;
}

Result<Done> write_masks(const CaseRecord& record, std::size_t t, const fs::path& folder)
{
  for (std::size_t n = 0; n < record.plan.lesions.size(); ++n)
    if (record.timepoints[t].timepoint.lesions[n])
      if (const auto written = write_lesion(record, t, n, folder); !written) return written;
  return Done{};
}
}  // namespace

Result<Done> write_case(const CasePlan& plan, const GeneratorOptions& options, const fs::path& folder)
{
  const auto record = make_case_record(plan, options);
  if (const auto made = make_folder(folder / "masks"); !made) return made;
  for (std::size_t t = 0; t < record.timepoints.size(); ++t)
  {
    if (const auto written = write_images(record, t, folder); !written) return written;
    if (const auto written = write_masks(record, t, folder); !written) return written;
  }
  if (const auto written = write_text(folder / "case.json", case_json(record)); !written) return written;
  return write_text(folder / "truth.json", truth_json(record));
}
}  // namespace nadir::phantom
