// Edits of a lesion of 500 mL in a series of 512 x 512 x 60: median time of each, as a share of the limit of 50 ms, and of the time that
// ITK's filter takes for the same on the same block of voxels (binary dilation by a ball, discrete Gaussian, connected components,
// fill-hole). Exit code 1 when the limit is missed.
#include <itkBinaryBallStructuringElement.h>
#include <itkBinaryDilateImageFilter.h>
#include <itkBinaryFillholeImageFilter.h>
#include <itkConnectedComponentImageFilter.h>
#include <itkDiscreteGaussianImageFilter.h>
#include <itkImage.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "imaging/units/number_text.h"
#include "segmentation/edit/add_margin.h"
#include "segmentation/edit/fill_between_slices.h"
#include "segmentation/edit/fill_holes.h"
#include "segmentation/edit/islands.h"
#include "segmentation/edit/paint.h"
#include "segmentation/edit/smooth.h"
#include "segmentation/edit/threshold_within.h"

namespace
{
using namespace nadir;
using namespace nadir::segmentation;
using ByteImage = itk::Image<unsigned char, 3>;
using FloatImage = itk::Image<float, 3>;

constexpr GridSize size{512, 512, 60};
constexpr VoxelSpacing spacing{0.7, 0.7, 4.0};
constexpr double limit_ms = 50.0;
constexpr double margin_mm = 5.0, smoothing_mm = 1.5;

ImageGeometry grid() { return *ImageGeometry::make(size, spacing, {0, 0, 0}, {}); }

/// An ellipsoid of 500 mL with lobules and a hole of 1 mL in its middle.
Mask lesion()
{
  std::vector<std::uint8_t> voxels;
  voxels.reserve(size.voxels());
  for (int k = 0; k < size.k; ++k)
    for (int j = 0; j < size.j; ++j)
      for (int i = 0; i < size.i; ++i)
      {
        const double x = (i - 256) * spacing.i, y = (j - 256) * spacing.j, z = (k - 30) * spacing.k;
        const double radius = std::hypot(x / 58.0, y / 45.0, z / 45.7) + 0.04 * std::sin(0.3 * x) * std::cos(0.25 * y);
        voxels.push_back(radius <= 1.0 && std::hypot(x, y, z) > 6.2 ? 1 : 0);
      }
  return Mask::from_grid(grid(), voxels);
}

Mask every_fourth_slice(const Mask& mask)
{
  std::vector<std::uint8_t> voxels(size.voxels());
  for (int k = 0; k < size.k; k += 4)
    for (int j = 0; j < size.j; ++j)
      for (int i = 0; i < size.i; ++i)
        voxels[(static_cast<std::size_t>(k) * 512U + static_cast<std::size_t>(j)) * 512U + static_cast<std::size_t>(i)] =
            mask.contains({i, j, k}) ? 1 : 0;
  return Mask::from_grid(grid(), voxels);
}

imaging::Volume image()
{
  std::vector<std::uint16_t> voxels(size.voxels());
  for (std::size_t n = 0; n < voxels.size(); ++n) voxels[n] = static_cast<std::uint16_t>(n * 2654435761U >> 22U);
  return {grid(), std::move(voxels), std::vector<imaging::Rescale>(static_cast<std::size_t>(size.k))};
}

/// The block that the edit works on, as ITK's.
template <class Image> typename Image::Pointer itk_image(const Mask& mask, int margin_i, int margin_k)
{
  const auto& box = mask.box();
  auto result = Image::New();
  typename Image::SizeType extent{static_cast<itk::SizeValueType>(box.size.i + 2 * margin_i),
                                  static_cast<itk::SizeValueType>(box.size.j + 2 * margin_i),
                                  static_cast<itk::SizeValueType>(box.size.k + 2 * margin_k)};
  result->SetRegions(extent);
  result->SetSpacing(std::vector<double>{spacing.i, spacing.j, spacing.k}.data());
  result->Allocate(true);
  auto* voxel = result->GetBufferPointer();
  for (int k = -margin_k; k < box.size.k + margin_k; ++k)
    for (int j = -margin_i; j < box.size.j + margin_i; ++j)
      for (int i = -margin_i; i < box.size.i + margin_i; ++i)
        *voxel++ = mask.contains({box.first.i + i, box.first.j + j, box.first.k + k}) ? 1 : 0;
  return result;
}

double median_ms(const std::function<void()>& work)
{
  std::vector<double> times;
  for (int n = 0; n < 9; ++n)
  {
    const auto begin = std::chrono::steady_clock::now();
    work();
    times.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count());
  }
  std::sort(times.begin(), times.end());
  return times[4];
}

template <class Filter> std::function<void()> run_itk(typename Filter::Pointer filter)
{
  filter->SetNumberOfWorkUnits(1);
  return [filter]
  {
    filter->Modified();
    filter->Update();
  };
}

std::function<void()> itk_dilation(const Mask& mask)
{
  using Ball = itk::BinaryBallStructuringElement<unsigned char, 3>;
  Ball ball;
  ball.SetRadius({static_cast<itk::SizeValueType>(margin_mm / spacing.i), static_cast<itk::SizeValueType>(margin_mm / spacing.j),
                  static_cast<itk::SizeValueType>(margin_mm / spacing.k)});
  ball.CreateStructuringElement();
  using Filter = itk::BinaryDilateImageFilter<ByteImage, ByteImage, Ball>;
  auto filter = Filter::New();
  filter->SetInput(itk_image<ByteImage>(mask, 8, 2));
  filter->SetKernel(ball);
  filter->SetDilateValue(1);
  return run_itk<Filter>(filter);
}

std::function<void()> itk_gaussian(const Mask& mask)
{
  using Filter = itk::DiscreteGaussianImageFilter<FloatImage, FloatImage>;
  auto filter = Filter::New();
  filter->SetInput(itk_image<FloatImage>(mask, 7, 2));
  filter->SetVariance(smoothing_mm * smoothing_mm);
  return run_itk<Filter>(filter);
}

std::function<void()> itk_components(const Mask& mask)
{
  using Filter = itk::ConnectedComponentImageFilter<ByteImage, itk::Image<unsigned int, 3>>;
  auto filter = Filter::New();
  filter->SetInput(itk_image<ByteImage>(mask, 0, 0));
  filter->FullyConnectedOn();
  return run_itk<Filter>(filter);
}

std::function<void()> itk_fill_holes(const Mask& mask)
{
  using Filter = itk::BinaryFillholeImageFilter<ByteImage>;
  auto filter = Filter::New();
  filter->SetInput(itk_image<ByteImage>(mask, 1, 1));
  filter->SetForegroundValue(1);
  return run_itk<Filter>(filter);
}

bool report(const std::string& what, const std::function<void()>& edit, const std::function<void()>& peer)
{
  const double time = median_ms(edit);
  std::string beside = "no peer";
  if (peer) beside = format_fixed(time / median_ms(peer), 2) + " of ITK";
  std::printf("%-34s %7s ms  %5s of the limit  %-14s %s\n", what.c_str(), format_fixed(time, 1).c_str(),
              format_fixed(time / limit_ms, 2).c_str(), beside.c_str(), time <= limit_ms ? "met" : "MISSED");
  return time <= limit_ms;
}
}  // namespace

int main()
{
  const auto mask = lesion();
  const auto sparse = every_fourth_slice(mask);
  const auto volume = image();
  const BrushStroke dab{{{179, 179, 120}, {182, 180, 120}}, Millimeters{10.0}, BrushShape::Ball};
  BrushStroke disc{{}, Millimeters{10.0}, BrushShape::Disc};
  for (int n = 0; n < 100; ++n) disc.path.push_back({140.0 + n, 150.0 + 20.0 * std::sin(0.1 * n), 120.0});
  bool met = report("brush, ball of 20 mm, one move", [&] { static_cast<void>(paint(mask, dab)); }, {});
  met = report("brush, disc of 20 mm, 100 moves", [&] { static_cast<void>(paint(mask, disc)); }, {}) && met;
  met = report("eraser, disc of 20 mm, 100 moves", [&] { static_cast<void>(erase(mask, disc)); }, {}) && met;
  met = report(
            "margin +5 mm", [&] { static_cast<void>(add_margin(mask, Millimeters{margin_mm})); }, itk_dilation(mask)) &&
        met;
  met = report("margin -5 mm", [&] { static_cast<void>(add_margin(mask, Millimeters{-margin_mm})); }, {}) && met;
  met = report("margin +20 mm", [&] { static_cast<void>(add_margin(mask, Millimeters{20.0})); }, {}) && met;
  met = report(
            "smooth, 1.5 mm", [&] { static_cast<void>(smooth(mask, Millimeters{smoothing_mm})); }, itk_gaussian(mask)) &&
        met;
  met = report(
            "largest island", [&] { static_cast<void>(keep_largest_island(mask)); }, itk_components(mask)) &&
        met;
  met = report(
            "fill holes", [&] { static_cast<void>(fill_holes(mask, HoleScope::Volume)); }, itk_fill_holes(mask)) &&
        met;
  met = report("fill between every fourth slice", [&] { static_cast<void>(fill_between_slices(sparse)); }, {}) && met;
  met = report("threshold within", [&] { static_cast<void>(threshold_within(mask, volume, {100, 800})); }, {}) && met;
  return met ? 0 : 1;
}
