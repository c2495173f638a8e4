#include "imaging/volume/file/nifti_writing.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <cstring>

namespace nadir::imaging
{
namespace
{
static_assert(std::endian::native == std::endian::little);
constexpr std::size_t header_bytes = 348;
constexpr std::size_t voxels_at = 352;
constexpr int longest_side = 32767;

using Row = std::array<double, 3>;
using Matrix = std::array<Row, 3>;  ///< rows: right, anterior, superior; columns: i, j, k

std::int16_t datatype_of(VoxelType type)
{
  switch (type)
  {
  case VoxelType::UInt8: return 2;
  case VoxelType::Int16: return 4;
  case VoxelType::Int32: return 8;
  case VoxelType::Float32: return 16;
  case VoxelType::Float64: return 64;
  case VoxelType::Int8: return 256;
  case VoxelType::UInt16: return 512;
  case VoxelType::UInt32: return 768;
  case VoxelType::Int64: return 1024;
  case VoxelType::UInt64: return 1280;
  }
  return 0;
}

template <class T> void put(std::string& header, std::size_t offset, T value) { std::memcpy(header.data() + offset, &value, sizeof value); }

void put_float(std::string& header, std::size_t offset, double value) { put(header, offset, static_cast<float>(value)); }

Matrix ras_axes(const GridAxes& axes)
{
  return {Row{-axes.i.left, -axes.j.left, -axes.k.left}, Row{-axes.i.posterior, -axes.j.posterior, -axes.k.posterior},
          Row{axes.i.superior, axes.j.superior, axes.k.superior}};
}

/// b, c, d of the unit quaternion (real part not negative) of a rotation matrix; Shepperd's method.
Row quaternion_of(const Matrix& r)
{
  const std::array<double, 4> squares{1 + r[0][0] + r[1][1] + r[2][2], 1 + r[0][0] - r[1][1] - r[2][2], 1 - r[0][0] + r[1][1] - r[2][2],
                                      1 - r[0][0] - r[1][1] + r[2][2]};
  const auto largest = static_cast<std::size_t>(std::max_element(squares.begin(), squares.end()) - squares.begin());
  const double root = std::sqrt(squares[largest]);
  const double a = 0.5 / root;
  std::array<double, 4> q{};
  switch (largest)
  {
  case 0: q = {0.5 * root, a * (r[2][1] - r[1][2]), a * (r[0][2] - r[2][0]), a * (r[1][0] - r[0][1])}; break;
  case 1: q = {a * (r[2][1] - r[1][2]), 0.5 * root, a * (r[0][1] + r[1][0]), a * (r[0][2] + r[2][0])}; break;
  case 2: q = {a * (r[0][2] - r[2][0]), a * (r[0][1] + r[1][0]), 0.5 * root, a * (r[1][2] + r[2][1])}; break;
  default: q = {a * (r[1][0] - r[0][1]), a * (r[0][2] + r[2][0]), a * (r[1][2] + r[2][1]), 0.5 * root}; break;
  }
  const double sign = q[0] < 0.0 ? -1.0 : 1.0;
  return {sign * q[1], sign * q[2], sign * q[3]};
}

void put_grid(std::string& header, const ImageGeometry& geometry)
{
  const auto axes = ras_axes(geometry.axes());
  const Row spacing{geometry.spacing().i, geometry.spacing().j, geometry.spacing().k};
  const Row origin{-geometry.origin().left, -geometry.origin().posterior, geometry.origin().superior};
  const auto quaternion = quaternion_of(axes);
  put<std::int16_t>(header, 252, 1);
  put<std::int16_t>(header, 254, 1);
  put_float(header, 76, 1.0);
  for (std::size_t n = 0; n < 3; ++n)
  {
    put_float(header, 80 + 4 * n, spacing[n]);
    put_float(header, 256 + 4 * n, quaternion[n]);
    put_float(header, 268 + 4 * n, origin[n]);
    for (std::size_t column = 0; column < 3; ++column) put_float(header, 280 + 16 * n + 4 * column, axes[n][column] * spacing[column]);
    put_float(header, 292 + 16 * n, origin[n]);
  }
}

void put_size(std::string& header, const GridSize& size)
{
  const std::array<int, 8> dim{3, size.i, size.j, size.k, 1, 1, 1, 1};
  for (std::size_t n = 0; n < dim.size(); ++n) put(header, 40 + 2 * n, static_cast<std::int16_t>(dim[n]));
}
}  // namespace

Result<std::string> nifti_1_header(const ImageGeometry& geometry, VoxelType type)
{
  const auto& size = geometry.size();
  if (std::max({size.i, size.j, size.k}) > longest_side)
    return Failure{ImageFileError::TooLarge,
                   "the image has a side of more than 32,767 voxels (NIfTI-1 cannot hold it). Write it as .nrrd."};
  std::string header(voxels_at, '\0');
  put<std::int32_t>(header, 0, static_cast<std::int32_t>(header_bytes));
  put_size(header, size);
  put(header, 70, datatype_of(type));
  put(header, 72, static_cast<std::int16_t>(8 * bytes_of(type)));
  put_float(header, 108, static_cast<double>(voxels_at));
  put_float(header, 112, 1.0);
  constexpr char millimetres = 2;
  header[123] = millimetres;
  put_grid(header, geometry);
  std::memcpy(header.data() + 344, "n+1", 4);
  return header;
}
}  // namespace nadir::imaging
