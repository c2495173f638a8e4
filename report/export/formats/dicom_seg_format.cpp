#include "report/dicom_seg/compare_segments.h"
#include "report/dicom_seg/lesion_segments.h"
#include "report/export/formats/dicom_job.h"
#include "report/export/formats/formats.h"

namespace nadir::report
{
namespace
{
struct NamedSegmentation
{
  std::string name;
  SegmentationObject object;
};

struct AllSegmentations
{
  std::vector<NamedSegmentation> objects;
  std::vector<std::string> left_out;
};

Result<AllSegmentations> segmentations_of(const ExportJob& job)
{
  const auto stamp = stamp_of(job);
  if (!stamp) return stamp.failure();
  const auto timepoints = dicom_timepoints(job);
  if (!timepoints) return timepoints.failure();
  AllSegmentations all;
  for (const auto& timepoint : *timepoints)
  {
    auto made = lesion_segmentations(timepoint, *stamp);
    for (auto& object : made.objects)
      all.objects.push_back(
          {timepoint_name(timepoint) + "-lesions-" + std::to_string(object.identity.instance_number) + ".dcm", std::move(object)});
    all.left_out.insert(all.left_out.end(), made.left_out.begin(), made.left_out.end());
  }
  return all;
}

Result<FormatOutput> make(const ExportJob& job)
{
  auto all = segmentations_of(job);
  if (!all) return all.failure();
  FormatOutput output{{}, std::move(all->left_out), timepoint_notices(job)};
  for (const auto& [name, object] : all->objects) output.files.push_back({name, segmentation_bytes(object)});
  if (output.files.empty()) output.notices.push_back("no lesion has voxels, so there is no segmentation");
  return output;
}

std::vector<ReadBack> read_back(const ExportJob& job, const std::vector<ExportFile>& files)
{
  const auto all = segmentations_of(job);
  std::vector<ReadBack> checks;
  if (!all) return checks;
  for (const auto& [name, object] : all->objects)
  {
    const auto* file = file_named(files, name);
    checks.push_back({name, "nadir's gate and reader of segmentations, voxel by voxel",
                      file ? segment_differences(object, file->bytes) : std::vector<std::string>{"is missing"}});
  }
  return checks;
}
}  // namespace

ExportFormat dicom_seg_format()
{
  return {"dicom-seg",
          "DICOM Segmentation: lesions, their parts, and lesions that are gone",
          FormatNeeds::Images,
          FormatScope::OneCase,
          {},
          make,
          read_back};
}
}  // namespace nadir::report
