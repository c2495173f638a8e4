#include "bench/registration/displaced_sarcoma.h"

#include <algorithm>
#include <cmath>
#include <variant>

#include "imaging/open/open_image.h"
#include "imaging/registration/body_mask.h"
#include "segmentation/mask/read_mask.h"
#include "segmentation/propagation/distance_map.h"

namespace nadir::bench
{
namespace
{
constexpr double ring_width = 30.0;  // mm

std::vector<std::uint8_t> on_grid(const ImageGeometry& grid, const segmentation::Mask& mask)
{
  std::vector<std::uint8_t> bytes;
  for (int k = 0; k < grid.size().k; ++k)
    for (int j = 0; j < grid.size().j; ++j)
      for (int i = 0; i < grid.size().i; ++i)
      {
        const auto p = mask.geometry().patient_to_voxel(grid.voxel_to_patient(VoxelIndex{i, j, k}));
        const VoxelIndex v{static_cast<int>(std::lround(p.i)), static_cast<int>(std::lround(p.j)), static_cast<int>(std::lround(p.k))};
        bytes.push_back(mask.geometry().size().contains(v) && mask.contains(v) ? 1 : 0);
      }
  return bytes;
}

void add_shape(Sarcoma& sarcoma, const std::vector<std::uint8_t>& tumour)
{
  const auto& grid = sarcoma.image.geometry;
  PatientVector sum{};
  double count = 0.0;
  for (int k = 0; k < grid.size().k; ++k)
    for (int j = 0; j < grid.size().j; ++j)
      for (int i = 0; i < grid.size().i; ++i)
      {
        if (tumour[sarcoma.image.offset({i, j, k})] == 0) continue;
        sum = sum + (grid.voxel_to_patient(VoxelIndex{i, j, k}) - PatientPoint{});
        count += 1.0;
      }
  sarcoma.centre = PatientPoint{} + 1.0 / count * sum;
  sarcoma.radius = std::cbrt(count * grid.voxel_volume_mm3() * 0.75 / 3.14159265358979);
}

bool is_near_tumour(const Sarcoma& sarcoma, PatientPoint point)
{
  const auto& grid = sarcoma.image.geometry;
  const auto p = grid.patient_to_voxel(point);
  const VoxelIndex v{static_cast<int>(std::lround(p.i)), static_cast<int>(std::lround(p.j)), static_cast<int>(std::lround(p.k))};
  if (!grid.size().contains(v) || sarcoma.body[sarcoma.image.offset(v)] == 0) return false;
  const double distance = static_cast<double>(sarcoma.distance.values[sarcoma.distance.offset(v)]);
  return distance > 0.0 && distance <= ring_width;
}
}  // namespace

std::optional<Sarcoma> read_sarcoma(const std::filesystem::path& folder)
{
  const auto opened = imaging::open_image(folder / "image");
  const auto masks = segmentation::read_mask(folder / "MR_T1_mask.nii.gz");
  if (!opened || !masks) return std::nullopt;
  auto image = imaging::float_image_of(*opened->volume);
  const auto tumour = on_grid(image.geometry, std::get<segmentation::Mask>(masks->front().shape));
  Sarcoma sarcoma{folder.filename().string(),
                  image,
                  segmentation::distance_map(image.geometry, tumour),
                  imaging::body_mask(image, imaging::body_threshold(image)),
                  {},
                  1.0};
  add_shape(sarcoma, tumour);
  return sarcoma;
}

Landmarks landmarks_of(const Sarcoma& sarcoma, const ImageGeometry& follow_up, const sample_data::KnownDisplacement& displacement)
{
  Landmarks marks;
  for (int k = 0; k < follow_up.size().k; k += 2)
    for (int j = 0; j < follow_up.size().j; j += 4)
      for (int i = 0; i < follow_up.size().i; i += 4)
      {
        const PatientPoint moving = follow_up.voxel_to_patient(VoxelIndex{i, j, k}), fixed = displacement.moving_to_fixed(moving);
        if (!is_near_tumour(sarcoma, fixed)) continue;
        marks.fixed.push_back(fixed);
        marks.moving.push_back(moving);
      }
  return marks;
}

PlaceErrors place_errors(const std::vector<PatientPoint>& found, const std::vector<PatientPoint>& truth)
{
  std::vector<double> errors;
  for (std::size_t n = 0; n < found.size(); ++n) errors.push_back(norm(found[n] - truth[n]));
  if (errors.empty()) return {};
  std::sort(errors.begin(), errors.end());
  const auto under = std::lower_bound(errors.begin(), errors.end(), slice_spacing) - errors.begin();
  return {errors[errors.size() / 2], errors[errors.size() * 95 / 100], static_cast<double>(under) / static_cast<double>(errors.size())};
}

PatientPoint middle_of(const ImageGeometry& grid)
{
  return grid.voxel_to_patient(ContinuousVoxelIndex{0.5 * grid.size().i, 0.5 * grid.size().j, 0.5 * grid.size().k});
}
}  // namespace nadir::bench
