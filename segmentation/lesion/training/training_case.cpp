#include "segmentation/lesion/training/training_case.h"

#include <algorithm>

#include "imaging/dicom/load_volume.h"
#include "imaging/dicom/scan.h"
#include "segmentation/lesion/lesion_error.h"
#include "segmentation/mask/read_mask.h"

namespace nadir::segmentation::lesion
{
Result<TrainingCase> read_training_case(const std::filesystem::path& folder)
{
  const auto scan = imaging::scan(folder / "image");
  if (!scan) return scan.failure();
  if (scan->studies.empty()) return Failure(LesionError::ChannelMismatch, folder.filename().string() + " holds no series.");
  auto image = imaging::load_volume(scan->studies.front().series.front().stacks.front());
  if (!image) return image.failure();
  const auto lesions = read_mask(folder / "MR_T1_mask.nii.gz");
  if (!lesions) return lesions.failure();
  const auto& mask = std::get<Mask>(lesions->front().shape);
  if (!mask.geometry().coincides_with((*image)->geometry(), Millimeters{0.5}))
    return Failure(LesionError::ChannelMismatch, folder.filename().string() + ": image and mask lie on different grids.");
  return TrainingCase{folder.filename().string(), std::move(*image), mask};
}

std::vector<std::filesystem::path> training_folders(const std::filesystem::path& data)
{
  std::vector<std::filesystem::path> folders;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(data / "sts", error))
    if (entry.is_directory()) folders.push_back(entry.path());
  std::sort(folders.begin(), folders.end());
  return folders;
}

double dice(const Mask& a, const Mask& b)
{
  if (a.is_empty() && b.is_empty()) return 1.0;
  std::uint64_t both = 0;
  const auto& box = a.box();
  for (int k = box.first.k; k < box.first.k + box.size.k; ++k)
    for (int j = box.first.j; j < box.first.j + box.size.j; ++j)
      for (int i = box.first.i; i < box.first.i + box.size.i; ++i)
        if (a.contains({i, j, k}) && b.contains({i, j, k})) ++both;
  return 2.0 * static_cast<double>(both) / static_cast<double>(a.count() + b.count());
}
}  // namespace nadir::segmentation::lesion
