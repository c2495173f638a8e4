#include "imaging/volume/file/nifti_header.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <utility>

#include "imaging/units/number_text.h"
#include "imaging/volume/file/checked_size.h"
#include "imaging/volume/file/nifti_fields.h"

namespace nadir::imaging
{
namespace
{
constexpr double length_tolerance = 0.01;  ///< sform against qform or pixdim, relative
constexpr double same_direction = 0.9999;  ///< cosine: below 0.81 degrees
constexpr double same_side = 0.7071;       ///< cosine: 45 degrees
constexpr double same_place_mm = 1.0;

struct Datatype
{
  int code;
  VoxelType type;
};
constexpr Datatype datatypes[] = {{2, VoxelType::UInt8},    {4, VoxelType::Int16},    {8, VoxelType::Int32},    {16, VoxelType::Float32},
                                  {64, VoxelType::Float64}, {256, VoxelType::Int8},   {512, VoxelType::UInt16}, {768, VoxelType::UInt32},
                                  {1024, VoxelType::Int64}, {1280, VoxelType::UInt64}};

Result<VoxelType> voxel_type(const NiftiFields& fields)
{
  const auto* const known =
      std::find_if(std::begin(datatypes), std::end(datatypes), [&](const Datatype& d) { return d.code == fields.datatype; });
  if (known == std::end(datatypes))
    return Failure{ImageFileError::Unsupported,
                   "NIfTI voxels of type " + std::to_string(fields.datatype) +
                       " are not read (complex, colour or bit voxels cannot be measured). Save the voxels as plain numbers."};
  if (static_cast<std::size_t>(fields.bitpix) != 8 * bytes_of(known->type))
    return Failure{ImageFileError::Malformed, "the NIfTI header gives " + std::to_string(fields.bitpix) +
                                                  " bits a voxel, which its voxel type " + std::to_string(fields.datatype) +
                                                  " contradicts (voxels could be misread). Export the file again."};
  return known->type;
}

Result<VoxelFormat> voxel_format(const NiftiFields& fields)
{
  const auto type = voxel_type(fields);
  if (!type) return type.failure();
  VoxelFormat format{*type, fields.is_big_endian, 1.0, 0.0};
  if (std::isnan(fields.scl_slope) || fields.scl_slope == 0.0) return format;
  if (!std::isfinite(fields.scl_slope) || !std::isfinite(fields.scl_inter))
    return Failure{ImageFileError::Malformed,
                   "the scaling of the NIfTI values is not a number (values would be wrong). Export the file again."};
  format.slope = fields.scl_slope;
  format.intercept = fields.scl_inter;
  return format;
}

Result<GridSize> grid_size(const NiftiFields& fields, std::uint64_t bytes_per_voxel)
{
  const auto dimensions = fields.dim[0];
  if (dimensions < 1 || dimensions > 7)
    return Failure{ImageFileError::Malformed,
                   "the NIfTI header gives " + std::to_string(dimensions) + " dimensions (1 to 7 are possible). Export the file again."};
  std::array<std::int64_t, 8> dim{0, 1, 1, 1, 1, 1, 1, 1};
  for (std::size_t axis = 1; axis <= static_cast<std::size_t>(dimensions); ++axis) dim[axis] = fields.dim[axis];
  for (std::size_t axis = 4; axis < dim.size(); ++axis)
    if (dim[axis] != 1)
      return Failure{dim[axis] < 1 ? ImageFileError::Malformed : ImageFileError::Unsupported,
                     "the file holds " + std::to_string(dim[axis]) + " volumes (which of them is meant is unknown). Save one volume."};
  return checked_size(dim[1], dim[2], dim[3], bytes_per_voxel);
}

Result<std::uint64_t> data_offset(const NiftiFields& fields)
{
  const auto first = static_cast<double>(fields.header_bytes + 4);
  if (fields.vox_offset == 0.0) return static_cast<std::uint64_t>(first);
  if (!(fields.vox_offset >= first) || fields.vox_offset > 1e9 || fields.vox_offset != std::floor(fields.vox_offset))
    return Failure{ImageFileError::Malformed,
                   "the NIfTI header puts the voxels at an impossible place (they could be misread). Export the file again."};
  return static_cast<std::uint64_t>(fields.vox_offset);
}

/// Millimetres of the file's unit of length.
Result<double> unit_length(const NiftiFields& fields, std::vector<std::string>& warnings)
{
  switch (fields.units & 7)
  {
  case 0: warnings.emplace_back("the NIfTI header names no unit of length: millimetres assumed"); return 1.0;
  case 1: return 1000.0;
  case 2: return 1.0;
  case 3: return 0.001;
  default: break;
  }
  return Failure{ImageFileError::NoGeometry,
                 "the NIfTI header names an unknown unit of length (lengths would be wrong). Export the file in millimetres."};
}

/// RAS (NIfTI) to LPS: left = -right, posterior = -anterior.
PatientVector lps(double right, double anterior, double superior, double unit)
{
  return {-right * unit, -anterior * unit, superior * unit};
}

GridAffine sform_affine(const NiftiFields& fields, double unit)
{
  const auto column = [&](std::size_t n) { return lps(fields.sform[0][n], fields.sform[1][n], fields.sform[2][n], unit); };
  return {column(0), column(1), column(2), PatientPoint{} + column(3)};
}

using Matrix = std::array<std::array<double, 3>, 3>;

/// Rotation of a unit quaternion with non-negative real part; nullopt when b, c, d are no such quaternion.
std::optional<Matrix> rotation(const std::array<double, 3>& bcd)
{
  auto [b, c, d] = bcd;
  const double length = b * b + c * c + d * d;
  if (!(length <= 1.001)) return std::nullopt;
  const double a = std::sqrt(std::max(0.0, 1.0 - length));
  const double scale = length > 1.0 ? 1.0 / std::sqrt(length) : 1.0;
  b *= scale, c *= scale, d *= scale;
  return Matrix{{{{a * a + b * b - c * c - d * d, 2 * (b * c - a * d), 2 * (b * d + a * c)}},
                 {{2 * (b * c + a * d), a * a + c * c - b * b - d * d, 2 * (c * d - a * b)}},
                 {{2 * (b * d - a * c), 2 * (c * d + a * b), a * a + d * d - c * c - b * b}}}};
}

Result<GridAffine> qform_affine(const NiftiFields& fields, double unit)
{
  const auto r = rotation(fields.quaternion);
  if (!r)
    return Failure{ImageFileError::NoGeometry,
                   "the orientation in the NIfTI header (qform) is no rotation (sides and lengths would be wrong). Export the file again."};
  const double flip = fields.pixdim[0] < 0.0 ? -1.0 : 1.0;
  const auto column = [&](std::size_t n, double step) { return lps((*r)[0][n] * step, (*r)[1][n] * step, (*r)[2][n] * step, unit); };
  return GridAffine{column(0, std::abs(fields.pixdim[1])), column(1, std::abs(fields.pixdim[2])),
                    column(2, flip * std::abs(fields.pixdim[3])),
                    PatientPoint{} + lps(fields.qoffset[0], fields.qoffset[1], fields.qoffset[2], unit)};
}

GridAffine pixdim_affine(const NiftiFields& fields, double unit)
{
  const auto& step = fields.pixdim;
  return {lps(std::abs(step[1]), 0, 0, unit), lps(0, std::abs(step[2]), 0, unit), lps(0, 0, std::abs(step[3]), unit), PatientPoint{}};
}

bool is_same_length(double a, double b) { return std::abs(a - b) <= length_tolerance * std::max(std::abs(a), std::abs(b)); }

/// Source of sform lengths must be the scanner: a fit to a standard brain (code 3, 4) changes them.
Result<Done> check_lengths(const GridAffine& affine, const NiftiFields& fields, double unit)
{
  const double lengths[] = {norm(affine.i), norm(affine.j), norm(affine.k)};
  for (std::size_t axis = 0; axis < 3; ++axis)
  {
    const double declared = std::abs(fields.pixdim[axis + 1]) * unit;
    if (declared > 0.0 && !is_same_length(lengths[axis], declared))
      return Failure{ImageFileError::NoGeometry, "the NIfTI header contradicts itself: voxel steps of " + format_fixed(lengths[axis], 4) +
                                                     " mm by its matrix (sform), " + format_fixed(declared, 4) +
                                                     " mm by pixdim (lengths could be wrong). Export the file again."};
  }
  return Done{};
}

double cosine(PatientVector a, PatientVector b) { return dot(a, b) / (norm(a) * norm(b)); }

double smallest_cosine(const GridAffine& a, const GridAffine& b)
{
  return std::min({cosine(a.i, b.i), cosine(a.j, b.j), cosine(a.k, b.k)});
}

Result<Done> compare(const GridAffine& sform, const GridAffine& qform, std::vector<std::string>& warnings)
{
  const double agreement = smallest_cosine(sform, qform);
  if (is_mirrored(sform) != is_mirrored(qform) || !(agreement >= same_side))
    return Failure{ImageFileError::NoGeometry,
                   "the two orientations in the NIfTI header (sform, qform) contradict each other (left and right could be swapped). "
                   "Export the file again with one orientation."};
  if (agreement < same_direction || distance(sform.origin, qform.origin).value() > same_place_mm)
    warnings.emplace_back("the two positions in the NIfTI header (sform, qform) differ: sform is used, lengths are the same");
  return Done{};
}

Result<GridAffine> affine_of(const NiftiFields& fields, double unit, std::vector<std::string>& warnings)
{
  if (fields.sform_code <= 0 && fields.qform_code <= 0)
  {
    warnings.emplace_back("orientation unknown: lengths from pixdim; left and right cannot be told, nor where in the body the voxels lie");
    return pixdim_affine(fields, unit);
  }
  if (fields.sform_code <= 0) return qform_affine(fields, unit);
  const auto sform = sform_affine(fields, unit);
  if (auto agrees = check_lengths(sform, fields, unit); !agrees) return agrees.failure();
  if (fields.qform_code <= 0) return sform;
  const auto qform = qform_affine(fields, unit);
  if (!qform) return qform.failure();
  if (auto agrees = compare(sform, *qform, warnings); !agrees) return agrees.failure();
  return sform;
}

Result<PlacedGrid> grid_of(const NiftiFields& fields, GridSize size, std::vector<std::string>& warnings)
{
  const auto unit = unit_length(fields, warnings);
  if (!unit) return unit.failure();
  const auto affine = affine_of(fields, *unit, warnings);
  if (!affine) return affine.failure();
  return place_grid(size, *affine);
}
}  // namespace

Result<NiftiHeader> read_nifti_header(std::span<const std::byte> start)
{
  const auto fields = read_nifti_fields(start);
  if (!fields) return fields.failure();
  const auto format = voxel_format(*fields);
  if (!format) return format.failure();
  const auto offset = data_offset(*fields);
  if (!offset) return offset.failure();
  const auto size = grid_size(*fields, bytes_of(format->type));
  if (!size) return size.failure();
  std::vector<std::string> warnings;
  auto grid = grid_of(*fields, *size, warnings);
  if (!grid) return grid.failure();
  return NiftiHeader{*format, *offset, *grid, std::move(warnings)};
}
}  // namespace nadir::imaging
