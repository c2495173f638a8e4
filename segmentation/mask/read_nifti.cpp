#include "segmentation/mask/read_nifti.h"

#include <utility>

#include "imaging/volume/file/nifti_file.h"
#include "segmentation/mask/grid_lesions.h"
#include "segmentation/mask/label_stream.h"

namespace nadir::segmentation
{
Result<std::vector<SegmentedLesion>> read_nifti(const std::filesystem::path& path, MaskProvenance provenance)
{
  auto file = imaging::open_nifti(path);
  if (!file) return file.failure();
  const auto& header = file->header;
  const auto runs = read_labels(file->voxels, header.grid.geometry.size().voxels(), header.format);
  if (!runs) return runs.failure();
  const auto more = file->voxels.has_more();
  if (!more) return more.failure();
  FileFacts facts{std::move(provenance), header.warnings};
  facts.provenance.format = "NIfTI";
  if (*more) facts.warnings.emplace_back("the file holds more bytes than its header says; they are not read");
  return lesions_of(runs->front(), header.grid, facts);
}
}  // namespace nadir::segmentation
