#include "segmentation/edit/bit_rows.h"

#include <algorithm>
#include <cmath>

namespace nadir::segmentation::detail
{
namespace
{
constexpr int word_bits = 64;

void pack(std::span<const std::uint8_t> voxels, std::uint8_t value, std::span<std::uint64_t> words)
{
  for (std::size_t n = 0; n < voxels.size(); ++n)
    if (voxels[n] == value) words[n / word_bits] |= std::uint64_t{1} << (n % word_bits);
}

BitRows packed(const VoxelBlock& block, std::uint8_t value)
{
  BitRows rows(block.box);
  for (int k = 0; k < block.box.size.k; ++k)
    for (int j = 0; j < block.box.size.j; ++j) pack(block.row(block.box.first.j + j, block.box.first.k + k), value, rows.row(j, k));
  return rows;
}

void write_where_set(const BitRows& rows, VoxelBlock& block, std::uint8_t value)
{
  for (int k = 0; k < block.box.size.k; ++k)
    for (int j = 0; j < block.box.size.j; ++j)
    {
      const auto words = rows.row(j, k);
      const auto voxels = block.row(block.box.first.j + j, block.box.first.k + k);
      for (std::size_t n = 0; n < voxels.size(); ++n)
        if ((words[n / word_bits] >> (n % word_bits) & 1U) != 0) voxels[n] = value;
    }
}

/// ORs a row with itself moved by `shift` voxels to either side.
void join_shifted(std::vector<std::uint64_t>& row, int shift, std::vector<std::uint64_t>& scratch)
{
  scratch = row;
  const auto words = static_cast<std::size_t>(shift / word_bits);
  const int bits = shift % word_bits;
  const auto count = row.size();
  for (std::size_t n = words; n < count; ++n)
  {
    row[n] |= scratch[n - words] << bits;
    if (bits > 0 && n > words) row[n] |= scratch[n - words - 1] >> (word_bits - bits);
    row[n - words] |= scratch[n] >> bits;
    if (bits > 0 && n + 1 < count) row[n - words] |= scratch[n + 1] << (word_bits - bits);
  }
}

bool has_bits(std::span<const std::uint64_t> row)
{
  return std::any_of(row.begin(), row.end(), [](std::uint64_t word) { return word != 0; });
}

/// Rows of a ball around a voxel that reach equally far along i.
struct BallRow
{
  int j = 0;
  int k = 0;
};

/// rows[reach]: which rows of the ball reach `reach` voxels to either side.
std::vector<std::vector<BallRow>> ball_rows(double radius, const VoxelSpacing& spacing)
{
  const auto reach_of = [](double length, double step) { return static_cast<int>(std::floor(length / step + 1e-9)); };
  std::vector<std::vector<BallRow>> rows(static_cast<std::size_t>(reach_of(radius, spacing.i)) + 1);
  const int last_j = reach_of(radius, spacing.j), last_k = reach_of(radius, spacing.k);
  for (int k = -last_k; k <= last_k; ++k)
    for (int j = -last_j; j <= last_j; ++j)
    {
      const double rest = radius * radius - j * j * spacing.j * spacing.j - k * k * spacing.k * spacing.k;
      if (rest >= -1e-9) rows[static_cast<std::size_t>(reach_of(std::sqrt(std::max(rest, 0.0)), spacing.i))].push_back({j, k});
    }
  return rows;
}

void join(std::span<const std::uint64_t> from, std::span<std::uint64_t> to)
{
  for (std::size_t n = 0; n < to.size(); ++n) to[n] |= from[n];
}

/// Adds what one row of the source reaches.
void spread_row(const std::vector<std::vector<BallRow>>& ball, std::span<const std::uint64_t> row, BallRow place, BitRows& result)
{
  const auto& size = result.box().size;
  std::vector<std::uint64_t> widened;
  for (std::size_t reach = 0; reach < ball.size(); ++reach)
  {
    if (ball[reach].empty()) continue;
    widen_row(row, static_cast<int>(reach), widened);
    for (const auto& offset : ball[reach])
    {
      const int j = place.j + offset.j, k = place.k + offset.k;
      if (j >= 0 && k >= 0 && j < size.j && k < size.k) join(widened, result.row(j, k));
    }
  }
}
}  // namespace

BitRows::BitRows(const VoxelBox& box)
    : box_(box), words_(static_cast<std::size_t>((box.size.i + word_bits - 1) / word_bits)),
      bits_(words_ * static_cast<std::size_t>(box.size.j) * static_cast<std::size_t>(box.size.k))
{
}

BitRows BitRows::set_in(const VoxelBlock& block) { return packed(block, 1); }

BitRows BitRows::unset_in(const VoxelBlock& block) { return packed(block, 0); }

std::size_t BitRows::offset(int j, int k) const
{
  return (static_cast<std::size_t>(k) * static_cast<std::size_t>(box_.size.j) + static_cast<std::size_t>(j)) * words_;
}

std::span<std::uint64_t> BitRows::row(int j, int k) { return std::span(bits_).subspan(offset(j, k), words_); }

std::span<const std::uint64_t> BitRows::row(int j, int k) const { return std::span(bits_).subspan(offset(j, k), words_); }

void BitRows::set(VoxelBlock& block) const { write_where_set(*this, block, 1); }

void BitRows::clear(VoxelBlock& block) const { write_where_set(*this, block, 0); }

void widen_row(std::span<const std::uint64_t> row, int reach, std::vector<std::uint64_t>& widened)
{
  widened.assign(row.begin(), row.end());
  std::vector<std::uint64_t> scratch;
  for (int reached = 0; reached < reach;)
  {
    const int step = std::min(reach - reached, reached + 1);
    join_shifted(widened, step, scratch);
    reached += step;
  }
}

BitRows within_distance(const BitRows& set, double radius, const VoxelSpacing& spacing)
{
  const auto ball = ball_rows(radius, spacing);
  BitRows result(set.box());
  for (int k = 0; k < set.box().size.k; ++k)
    for (int j = 0; j < set.box().size.j; ++j)
      if (const auto row = set.row(j, k); has_bits(row)) spread_row(ball, row, {j, k}, result);
  return result;
}
}  // namespace nadir::segmentation::detail
