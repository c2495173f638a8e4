#include "imaging/registration/body_mask.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <limits>

namespace nadir::imaging
{
namespace
{
constexpr std::size_t bins = 64;
using Histogram = std::array<double, bins>;
using Bytes = std::vector<std::uint8_t>;

struct Range
{
  float low = 0.0F;
  float high = 0.0F;
};

Range robust_range(const std::vector<float>& values)
{
  auto sorted = values;
  const auto nth = [&](double share)
  {
    const auto place = sorted.begin() + static_cast<std::ptrdiff_t>(share * static_cast<double>(sorted.size() - 1));
    std::nth_element(sorted.begin(), place, sorted.end());
    return *place;
  };
  return {nth(0.005), nth(0.995)};
}

/// Values as shares of their range.
std::vector<float> shares_of(const std::vector<float>& values, Range range)
{
  std::vector<float> shares(values.size());
  std::transform(values.begin(), values.end(), shares.begin(),
                 [&](float v) { return std::clamp((v - range.low) / (range.high - range.low), 0.0F, 1.0F); });
  return shares;
}

Histogram histogram_of(const std::vector<float>& shares)
{
  Histogram histogram{};
  for (const float share : shares) histogram[std::min(static_cast<std::size_t>(share * static_cast<float>(bins)), bins - 1)] += 1.0;
  return histogram;
}

/// Count and first moment below each bin.
struct Cumulated
{
  std::array<double, bins + 1> count{};
  std::array<double, bins + 1> moment{};
};

Cumulated cumulated(const Histogram& histogram)
{
  Cumulated sums;
  for (std::size_t n = 0; n < bins; ++n)
  {
    sums.count[n + 1] = sums.count[n] + histogram[n];
    sums.moment[n + 1] = sums.moment[n] + histogram[n] * static_cast<double>(n);
  }
  return sums;
}

double class_term(const Cumulated& sums, std::size_t first, std::size_t last)
{
  const double count = sums.count[last] - sums.count[first];
  const double moment = sums.moment[last] - sums.moment[first];
  return count > 0.0 ? moment * moment / count : 0.0;
}

/// Where values are cut into classes, as a share of their range.
struct Cut
{
  float share = 0.0F;
  bool is_in_valley = false;  ///< fewer values there than half of the lower peak on either side: it cuts no class in two
};

bool is_in_valley(const Histogram& histogram, std::size_t cut, std::size_t end)
{
  const auto first = histogram.begin();
  const auto at = [&](std::size_t bin) { return first + static_cast<std::ptrdiff_t>(bin); };
  const double below = *std::max_element(first, at(cut)), above = *std::max_element(at(cut), at(end));
  return 0.5 * (histogram[cut - 1] + histogram[cut]) < 0.5 * std::min(below, above);
}

/// Where the second of the three classes begins that differ most between each other.
Cut lower_otsu(const std::vector<float>& shares)
{
  const auto histogram = histogram_of(shares);
  const auto sums = cumulated(histogram);
  double best = -1.0;
  std::size_t answer = 1, upper = 2;
  for (std::size_t a = 1; a + 1 < bins; ++a)
    for (std::size_t b = a + 1; b < bins; ++b)
    {
      const double between = class_term(sums, 0, a) + class_term(sums, a, b) + class_term(sums, b, bins);
      if (between > best) best = between, answer = a, upper = b;
    }
  return {static_cast<float>(answer) / static_cast<float>(bins), is_in_valley(histogram, answer, upper)};
}

/// The same of the square roots: air and dark tissue stay apart however bright the brightest is.
Cut lower_otsu_of_roots(std::vector<float> shares)
{
  for (float& share : shares) share = std::sqrt(share);
  const auto root = lower_otsu(shares);
  return {root.share * root.share, root.is_in_valley};
}

/// Where roots cut the noise of the air in two, what they would take in is noise.
float threshold_among(const std::vector<float>& shares)
{
  constexpr float most = 0.15F;      // of the range
  constexpr double of_tissue = 0.1;  // in ordinary images hardly anything lies between air and dark muscle
  const Cut lower = lower_otsu(shares), roots = lower_otsu_of_roots(shares);
  const float usual = std::min(lower.share, most);
  const auto above = [&](float threshold)
  { return static_cast<double>(std::count_if(shares.begin(), shares.end(), [&](float share) { return share > threshold; })); };
  return roots.is_in_valley && roots.share < usual && above(roots.share) - above(usual) > of_tissue * above(usual) ? roots.share : usual;
}

/// Floods from `start` along faces; gives the voxels reached and marks them with `mark`.
class Flood
{
public:
  Flood(Bytes& bytes, const GridSize& size) : bytes_(bytes), size_(size) {}

  std::vector<std::size_t> fill(std::size_t start, std::uint8_t from, std::uint8_t mark)
  {
    std::vector<std::size_t> reached{start};
    bytes_[start] = mark;
    for (std::size_t next = 0; next < reached.size(); ++next) visit_neighbours(reached, next, from, mark);
    return reached;
  }

private:
  void visit_neighbours(std::vector<std::size_t>& reached, std::size_t next, std::uint8_t from, std::uint8_t mark)
  {
    const std::size_t row = static_cast<std::size_t>(size_.i), slice = row * static_cast<std::size_t>(size_.j), here = reached[next];
    const auto visit = [&](bool exists, std::size_t there)
    {
      if (!exists || bytes_[there] != from) return;
      bytes_[there] = mark;
      reached.push_back(there);
    };
    const std::size_t i = here % row, j = here / row % static_cast<std::size_t>(size_.j), k = here / slice;
    visit(i > 0, here - 1);
    visit(i + 1 < row, here + 1);
    visit(j > 0, here - row);
    visit(j + 1 < static_cast<std::size_t>(size_.j), here + row);
    visit(k > 0, here - slice);
    visit(k + 1 < static_cast<std::size_t>(size_.k), here + slice);
  }

  Bytes& bytes_;
  GridSize size_;
};

/// The parts that hang together, largest first.
std::vector<std::vector<std::size_t>> parts_by_size(Bytes bytes, const GridSize& size)
{
  std::vector<std::vector<std::size_t>> parts;
  Flood flood(bytes, size);
  for (std::size_t n = 0; n < bytes.size(); ++n)
    if (bytes[n] == 1) parts.push_back(flood.fill(n, 1, 2));
  std::stable_sort(parts.begin(), parts.end(), [](const auto& a, const auto& b) { return a.size() > b.size(); });
  return parts;
}

/// Keeps the largest part and those of a comparable size: the other limb.
void keep_large_parts(Bytes& bytes, const GridSize& size)
{
  constexpr double comparable = 0.15;
  const auto parts = parts_by_size(bytes, size);
  std::fill(bytes.begin(), bytes.end(), std::uint8_t{0});
  for (const auto& part : parts)
    if (static_cast<double>(part.size()) >= comparable * static_cast<double>(parts.front().size()))
      for (const std::size_t n : part) bytes[n] = 1;
}

/// What cannot be reached from the border of a slice through air belongs to the body.
void fill_holes(Bytes& bytes, const GridSize& size)
{
  const std::size_t slice = static_cast<std::size_t>(size.i) * static_cast<std::size_t>(size.j);
  const GridSize one{size.i, size.j, 1};
  for (std::size_t k = 0; k < static_cast<std::size_t>(size.k); ++k)
  {
    Bytes plane(bytes.begin() + static_cast<std::ptrdiff_t>(k * slice), bytes.begin() + static_cast<std::ptrdiff_t>((k + 1) * slice));
    Flood flood(plane, one);
    const auto from_border = [&](int i, int j)
    {
      const std::size_t n = static_cast<std::size_t>(j) * static_cast<std::size_t>(size.i) + static_cast<std::size_t>(i);
      if (plane[n] == 0) flood.fill(n, 0, 3);
    };
    for (int i = 0; i < size.i; ++i) from_border(i, 0), from_border(i, size.j - 1);
    for (int j = 0; j < size.j; ++j) from_border(0, j), from_border(size.i - 1, j);
    for (std::size_t n = 0; n < slice; ++n) bytes[k * slice + n] = plane[n] != 3 ? 1 : 0;
  }
}

void grow_along(Bytes& mask, std::size_t stride, int count, int voxels)
{
  const Bytes old = mask;
  const auto n_along = static_cast<std::size_t>(count);
  for (std::size_t n = 0; n < old.size(); ++n)
  {
    if (old[n] == 0) continue;
    const std::size_t place = n / stride % n_along;
    for (std::size_t step = 1; step <= static_cast<std::size_t>(voxels); ++step)
    {
      if (place >= step) mask[n - step * stride] = 1;
      if (place + step < n_along) mask[n + step * stride] = 1;
    }
  }
}
}  // namespace

float body_threshold(const FloatImage& image)
{
  const Range range = robust_range(image.values);
  if (!(range.high > range.low)) return std::numeric_limits<float>::infinity();
  return range.low + threshold_among(shares_of(image.values, range)) * (range.high - range.low);
}

std::vector<std::uint8_t> body_mask(const FloatImage& image, float threshold)
{
  Bytes bytes(image.values.size(), 0);
  std::transform(image.values.begin(), image.values.end(), bytes.begin(),
                 [&](float v) { return static_cast<std::uint8_t>(v > threshold); });
  keep_large_parts(bytes, image.geometry.size());
  fill_holes(bytes, image.geometry.size());
  return bytes;
}

std::vector<std::uint8_t> parts_of(const std::vector<std::uint8_t>& mask, const GridSize& size)
{
  constexpr std::size_t most = 255;
  std::vector<std::uint8_t> labels(mask.size());
  const auto parts = parts_by_size(mask, size);
  for (std::size_t p = 0; p < std::min(parts.size(), most); ++p)
    for (const std::size_t n : parts[p]) labels[n] = static_cast<std::uint8_t>(p + 1);
  return labels;
}

std::vector<std::uint8_t> grown(std::vector<std::uint8_t> mask, const GridSize& size, int voxels)
{
  const std::size_t row = static_cast<std::size_t>(size.i);
  grow_along(mask, 1, size.i, voxels);
  grow_along(mask, row, size.j, voxels);
  grow_along(mask, row * static_cast<std::size_t>(size.j), size.k, voxels);
  return mask;
}
}  // namespace nadir::imaging
