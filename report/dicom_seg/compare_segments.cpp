#include "report/dicom_seg/compare_segments.h"

#include <cmath>

#include "imaging/geometry/nearest_voxel.h"
#include "report/dicom_object/dicom_text.h"
#include "report/dicom_object/read_object.h"
#include "segmentation/mask/read_seg.h"

namespace nadir::report
{
namespace
{
using segmentation::Mask;

/// Frames without tumour are not written, so grids differ; their voxels lie on each other. Scanners that round the positions of their
/// slices (GE: to 0.1 mm) leave the two grids as far apart as that; a shift by half a voxel is never taken for rounding.
bool has_voxel_at(const Mask& mask, PatientPoint point)
{
  constexpr double rounding_mm = 0.15, most = 0.25;  // of a voxel
  const auto& geometry = mask.geometry();
  const auto place = geometry.patient_to_voxel(point);
  const auto index = nearest_voxel(place);
  const bool is_near = std::abs(place.i - index.i) < most && std::abs(place.j - index.j) < most && std::abs(place.k - index.k) < most;
  return is_near && distance(geometry.voxel_to_patient(index), point).value() < rounding_mm && mask.contains(index);
}

/// Both have as many voxels, and each of the one lies on one of the other.
bool same_voxels(const Mask& written, const Mask& read)
{
  if (written.count() != read.count()) return false;
  const auto& box = read.box();
  for (int k = box.first.k; k < box.first.k + box.size.k; ++k)
    for (int j = box.first.j; j < box.first.j + box.size.j; ++j)
    {
      const auto row = read.row(j, k);
      for (std::size_t n = 0; n < row.size(); ++n)
        if (row[n] != 0 && !has_voxel_at(written, read.geometry().voxel_to_patient(VoxelIndex{box.first.i + static_cast<int>(n), j, k})))
          return false;
    }
  return true;
}

void compare(const Segment& written, const segmentation::SegmentedLesion& read, std::vector<std::string>& found)
{
  if (read.name != fitting_text(written.label, 64))
    found.push_back("the name of segment " + std::to_string(read.label) + " is another one");
  const auto* mask = std::get_if<Mask>(&read.shape);
  if (!mask || !(written.mask.is_empty() ? mask->is_empty() : same_voxels(written.mask, *mask)))
    found.push_back("the voxels of segment " + std::to_string(read.label) + " are other ones");
}
}  // namespace

std::vector<std::string> segment_differences(const SegmentationObject& written, const std::string& bytes)
{
  const auto file = read_object(bytes);
  if (!file) return {file.failure().message()};
  const auto read = segmentation::read_seg({}, *file, {});
  if (!read) return {read.failure().message()};
  if (read->size() != written.segments.size())
    return {std::to_string(written.segments.size()) + " segments were written, " + std::to_string(read->size()) + " were read"};
  std::vector<std::string> found;
  for (std::size_t s = 0; s < read->size(); ++s) compare(written.segments[s], (*read)[s], found);
  return found;
}
}  // namespace nadir::report
