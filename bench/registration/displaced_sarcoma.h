#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "imaging/volume/float_image.h"
#include "sample_data/displacement/known_displacement.h"

namespace nadir::bench
{
inline constexpr double slice_spacing = 3.3;  ///< mm, of the shared sarcomas

/// A sarcoma with its tumour: distance from it, its centre and the radius of a ball of its volume.
struct Sarcoma
{
  std::string id;
  imaging::FloatImage image;
  imaging::FloatImage distance;  ///< mm, negative within the tumour
  std::vector<std::uint8_t> body;
  PatientPoint centre;
  double radius = 1.0;
};

/// From a folder of the shared sarcomas: `image` and `MR_T1_mask.nii.gz`.
std::optional<Sarcoma> read_sarcoma(const std::filesystem::path& folder);

/// Points of the fixed image in the body within 30 mm of the tumour, with where they truly are in the follow-up.
struct Landmarks
{
  std::vector<PatientPoint> fixed;
  std::vector<PatientPoint> moving;
};
/// Every point lies in both images: it is a voxel of the follow-up's grid.
Landmarks landmarks_of(const Sarcoma& sarcoma, const ImageGeometry& follow_up, const sample_data::KnownDisplacement& displacement);

/// How far found places lie from the true ones.
struct PlaceErrors
{
  double median = 0.0;  ///< mm
  double p95 = 0.0;     ///< mm
  double inside = 0.0;  ///< share under the slice spacing
};
PlaceErrors place_errors(const std::vector<PatientPoint>& found, const std::vector<PatientPoint>& truth);

/// The middle of an image's grid, about which follow-ups are turned.
PatientPoint middle_of(const ImageGeometry& grid);
}  // namespace nadir::bench
