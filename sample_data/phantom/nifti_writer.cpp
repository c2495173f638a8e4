#include "sample_data/phantom/nifti_writer.h"

#include <zlib.h>

#include <array>
#include <bit>
#include <cmath>
#include <cstring>
#include <fstream>
#include <vector>

#include "sample_data/phantom/phantom_error.h"

namespace nadir::phantom
{
namespace
{
constexpr std::size_t header_size = 352;  // 348 bytes and four for "no extension"
static_assert(std::endian::native == std::endian::little, "NIfTI is written in the byte order of the machine");

using Header = std::array<std::uint8_t, header_size>;

template <class Value> void put(Header& header, std::size_t at, Value value) { std::memcpy(header.data() + at, &value, sizeof value); }

PatientVector to_ras(PatientVector v) { return {-v.left, -v.posterior, v.superior}; }

struct Quaternion
{
  double b, c, d;
};

/// Vector part of the unit quaternion of the rotation with these columns; its scalar part is made non-negative.
Quaternion quaternion_of(PatientVector x, PatientVector y, PatientVector z)
{
  const double trace = x.left + y.posterior + z.superior;
  const double a = 0.5 * std::sqrt(std::max(0.0, 1.0 + trace));
  if (a > 0.1) return {0.25 * (y.superior - z.posterior) / a, 0.25 * (z.left - x.superior) / a, 0.25 * (x.posterior - y.left) / a};
  const double b = 0.5 * std::sqrt(std::max(0.0, 1.0 + x.left - y.posterior - z.superior));
  const double c = 0.5 * std::sqrt(std::max(0.0, 1.0 - x.left + y.posterior - z.superior));
  const double d = 0.5 * std::sqrt(std::max(0.0, 1.0 - x.left - y.posterior + z.superior));
  const auto flipped = [](double size, double sign) { return std::copysign(size, sign); };
  if (b >= c && b >= d)
  {
    const double s = y.superior - z.posterior < 0.0 ? -1.0 : 1.0;
    return {s * b, s * flipped(c, x.posterior + y.left), s * flipped(d, x.superior + z.left)};
  }
  if (c >= d)
  {
    const double s = z.left - x.superior < 0.0 ? -1.0 : 1.0;
    return {s * flipped(b, x.posterior + y.left), s * c, s * flipped(d, y.superior + z.posterior)};
  }
  const double s = x.posterior - y.left < 0.0 ? -1.0 : 1.0;
  return {s * flipped(b, x.superior + z.left), s * flipped(c, y.superior + z.posterior), s * d};
}

void put_row(Header& header, std::size_t at, std::array<double, 4> row)
{
  for (std::size_t n = 0; n < 4; ++n) put(header, at + 4 * n, static_cast<float>(row[n]));
}

void put_grid(Header& header, const ImageGeometry& grid)
{
  const auto x = to_ras(grid.axes().i), y = to_ras(grid.axes().j), z = to_ras(grid.axes().k);
  const auto origin = to_ras(grid.origin() - PatientPoint{});
  const auto& spacing = grid.spacing();
  const auto turn = quaternion_of(x, y, z);
  put(header, 76, 1.0F);  // qfac: the axes are right-handed
  put(header, 80, static_cast<float>(spacing.i));
  put(header, 84, static_cast<float>(spacing.j));
  put(header, 88, static_cast<float>(spacing.k));
  put_row(header, 256, {turn.b, turn.c, turn.d, origin.left});
  put(header, 272, static_cast<float>(origin.posterior));
  put(header, 276, static_cast<float>(origin.superior));
  put_row(header, 280, {spacing.i * x.left, spacing.j * y.left, spacing.k * z.left, origin.left});
  put_row(header, 296, {spacing.i * x.posterior, spacing.j * y.posterior, spacing.k * z.posterior, origin.posterior});
  put_row(header, 312, {spacing.i * x.superior, spacing.j * y.superior, spacing.k * z.superior, origin.superior});
}

Header header_of(const ImageGeometry& grid)
{
  Header header{};
  const auto size = grid.size();
  put(header, 0, std::int32_t{348});
  const std::array<std::int16_t, 8> dimensions{
      3, static_cast<std::int16_t>(size.i), static_cast<std::int16_t>(size.j), static_cast<std::int16_t>(size.k), 1, 1, 1, 1};
  put(header, 40, dimensions);
  put(header, 68, std::int16_t{1002});  // intent: label
  put(header, 70, std::int16_t{2});     // unsigned 8 bit
  put(header, 72, std::int16_t{8});
  put(header, 108, static_cast<float>(header_size));
  put(header, 112, 1.0F);
  header[123] = 2;                    // mm
  put(header, 252, std::int16_t{1});  // qform and sform: scanner
  put(header, 254, std::int16_t{1});
  put_grid(header, grid);
  std::memcpy(header.data() + 344, "n+1", 4);
  return header;
}

Failure cannot_write(const std::filesystem::path& path)
{
  return Failure{PhantomError::CannotWrite,
                 path.string() + " could not be written (the sample data would be incomplete). Check the folder and the free space."};
}

std::vector<std::uint8_t> gzipped(std::span<const std::uint8_t> bytes)
{
  z_stream stream{};
  constexpr int gzip_window = 15 + 16;
  if (deflateInit2(&stream, 6, Z_DEFLATED, gzip_window, 8, Z_DEFAULT_STRATEGY) != Z_OK) return {};
  std::vector<std::uint8_t> packed(deflateBound(&stream, static_cast<uLong>(bytes.size())));
  stream.next_in = const_cast<Bytef*>(bytes.data());  // zlib's interface is not const-correct; it only reads
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = packed.data();
  stream.avail_out = static_cast<uInt>(packed.size());
  const bool done = deflate(&stream, Z_FINISH) == Z_STREAM_END;
  packed.resize(done ? stream.total_out : 0);
  deflateEnd(&stream);
  return packed;
}
}  // namespace

Result<Done> write_nifti_mask(const std::filesystem::path& path, const ImageGeometry& grid, std::span<const std::uint8_t> labels)
{
  NADIR_EXPECTS(labels.size() == grid.size().voxels());
  const auto header = header_of(grid);
  std::vector<std::uint8_t> bytes(header.begin(), header.end());
  bytes.insert(bytes.end(), labels.begin(), labels.end());
  const auto packed = gzipped(bytes);
  std::ofstream file(path, std::ios::binary);
  file.write(reinterpret_cast<const char*>(packed.data()), static_cast<std::streamsize>(packed.size()));
  file.close();
  if (!file || packed.empty()) return cannot_write(path);
  return Done{};
}
}  // namespace nadir::phantom
