#include "segmentation/lesion/lesion_features.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <utility>

#include "segmentation/lesion/geodesic.h"
#include "segmentation/lesion/grid_filters.h"
#include "segmentation/lesion/in_parallel.h"
#include "segmentation/lesion/plane_features.h"
#include "segmentation/lesion/ray_paths.h"

namespace nadir::segmentation::lesion
{
namespace
{
/// Scales of smoothing as shares of the prompt's mean in-slice radius.
constexpr double fine = 0.06;
constexpr double medium = 0.13;
constexpr double coarse = 0.28;

/// Everything features are made of, made once.
struct Images
{
  CellValues raw;  ///< normalised signal
  CellValues at_fine;
  CellValues at_medium;
  CellValues at_coarse;
  CellValues ratio;  ///< log of core over shell density
  CellValues ratio_fine;
  CellValues ratio_medium;
  CellValues ratio_coarse;
  CellValues deviation_fine;
  CellValues deviation_medium;
};

class FeatureMaker
{
public:
  FeatureMaker(const LesionGrid& grid, const GridImage& image, const IntensityModel& model, int threads)
      : grid_(grid), image_(image), model_(model), threads_(threads), radius_(std::sqrt(grid.frame.half_long * grid.frame.half_short))
  {
  }

  LesionFeatures make()
  {
    prepare();
    add_places();
    add_signals();
    add_edges();
    add_ways();
    add_geodesics();
    for (auto& [name, values] : plane_features(grid_, image_, images_.at_fine, images_.ratio)) add(name, std::move(values));
    return std::move(out_);
  }

private:
  using Value = std::function<float(std::size_t)>;

  void add(std::string_view name, CellValues values)
  {
    out_.names.push_back(name);
    out_.columns.push_back(std::move(values));
  }

  template <class Of> CellValues each(Of of) const
  {
    CellValues values(grid_.cells());
    in_parallel(grid_.planes, threads_,
                [&](int plane)
                {
                  for (std::size_t n = LesionGrid::cell(0, 0, plane); n < LesionGrid::cell(0, 0, plane + 1); ++n) values[n] = of(n);
                });
    return values;
  }

  template <class Of> CellValues each_place(Of of) const
  {
    return each(
        [&](std::size_t n)
        {
          const int x = static_cast<int>(n % LesionGrid::columns), y = static_cast<int>(n / LesionGrid::columns % LesionGrid::rows);
          return static_cast<float>(
              of(LesionGrid::place(x), LesionGrid::place(y), grid_.depth(static_cast<int>(n / LesionGrid::plane_cells()))));
        });
  }

  GaussianMean mean_over(double scale) const { return GaussianMean(grid_, image_.valid, scale * radius_, threads_); }

  CellValues deviation(const CellValues& mean, const GaussianMean& mean_of) const
  {
    const auto squares = mean_of(each([&](std::size_t n) { return images_.raw[n] * images_.raw[n]; }));
    return each([&](std::size_t n) { return std::sqrt(std::max(0.0F, squares[n] - mean[n] * mean[n])); });
  }

  void prepare()
  {
    images_.raw =
        each([&](std::size_t n) { return image_.valid[n] != 0 ? std::clamp(model_.normalised(image_.values[n]), -15.0F, 15.0F) : 0.0F; });
    images_.ratio = each([&](std::size_t n) { return image_.valid[n] != 0 ? model_.log_ratio_of(image_.values[n]) : 0.0F; });
    const auto over_fine = mean_over(fine), over_medium = mean_over(medium), over_coarse = mean_over(coarse);
    images_.at_fine = over_fine(images_.raw);
    images_.at_medium = over_medium(images_.raw);
    images_.at_coarse = over_coarse(images_.raw);
    images_.ratio_fine = over_fine(images_.ratio);
    images_.ratio_medium = over_medium(images_.ratio);
    images_.ratio_coarse = over_coarse(images_.ratio);
    images_.deviation_fine = deviation(images_.at_fine, over_fine);
    images_.deviation_medium = deviation(images_.at_medium, over_medium);
  }

  void add_places()
  {
    add("along", each_place([](double x, double, double) { return std::abs(x); }));
    add("across", each_place([](double, double y, double) { return std::abs(y); }));
    add("depth", each_place([](double, double, double z) { return std::abs(z); }));
    add("slice_radius", each_place([](double x, double y, double) { return std::hypot(x, y); }));
    add("radius", each_place([](double x, double y, double z) { return std::hypot(x, y, z); }));
    const double up = grid_.frame.up / grid_.frame.half_long, down = grid_.frame.down / grid_.frame.half_long;
    add("height_to_length", each_place([=](double, double, double z) { return z >= 0.0 ? z * up : -z * down; }));
    add("end_to_length", each_place([=](double, double, double z) { return z >= 0.0 ? up : down; }));
    const double flat = grid_.frame.half_short / grid_.frame.half_long;
    add("short_to_long", each_place([=](double, double, double) { return flat; }));
  }

  void add_signals()
  {
    const float bright = model_.normalised(model_.bright);
    add("signal", images_.raw);
    add("signal_fine", images_.at_fine);
    add("signal_medium", images_.at_medium);
    add("signal_coarse", images_.at_coarse);
    add("to_bright", each([&](std::size_t n) { return images_.at_fine[n] / std::max(bright, 0.5F); }));
    add("rank_fine", each([&](std::size_t n) { return model_.rank_of(model_.middle + model_.spread * images_.at_fine[n]); }));
    add("ratio_fine", images_.ratio_fine);
    add("ratio_medium", images_.ratio_medium);
    add("ratio_coarse", images_.ratio_coarse);
    add("deviation_fine", images_.deviation_fine);
    add("deviation_medium", images_.deviation_medium);
  }

  /// Magnitude of the change per radius, and its part that points away from the centre.
  void add_gradient(const CellValues& values, std::string_view name, std::string_view outward_name, CellValues* keep)
  {
    const auto slopes = gradient(grid_, values, threads_);
    const auto r = static_cast<float>(radius_);
    auto magnitude = each([&](std::size_t n) { return r * std::hypot(slopes[0][n], slopes[1][n], slopes[2][n]); });
    add(outward_name,
        each(
            [&](std::size_t n)
            {
              const int x = static_cast<int>(n % LesionGrid::columns), y = static_cast<int>(n / LesionGrid::columns % LesionGrid::rows);
              const double dx = LesionGrid::place(x) * grid_.frame.half_long, dy = LesionGrid::place(y) * grid_.frame.half_short;
              const double dz = grid_.height(static_cast<int>(n / LesionGrid::plane_cells()));
              const double length = std::max(1e-6, std::hypot(dx, dy, dz));
              return r * static_cast<float>((dx * static_cast<double>(slopes[0][n]) + dy * static_cast<double>(slopes[1][n]) +
                                             dz * static_cast<double>(slopes[2][n])) /
                                            length);
            }));
    if (keep) *keep = magnitude;
    add(name, std::move(magnitude));
  }

  void add_edges()
  {
    add_gradient(images_.at_fine, "edge_fine", "outward_fine", &edge_);
    add_gradient(images_.at_medium, "edge_medium", "outward_medium", nullptr);
    add_gradient(images_.ratio_medium, "ratio_edge", "ratio_outward", nullptr);
  }

  void add_ways()
  {
    using Names = std::array<std::string_view, 4>;
    constexpr std::array<RaySource, 3> sources{RaySource::Center, RaySource::PlaneCenter, RaySource::DrawnPlane};
    constexpr std::array<Names, 3> names{Names{"way_edge", "way_edge_mean", "way_ratio", "way_unlike"},
                                         Names{"slice_way_edge", "slice_way_edge_mean", "slice_way_ratio", "slice_way_unlike"},
                                         Names{"rise_edge", "rise_edge_mean", "rise_ratio", "rise_unlike"}};
    const auto unlike = each([&](std::size_t n) { return -images_.ratio_medium[n]; });
    std::array<std::vector<AlongRays>, 3> ways;
    in_parallel(3, threads_,
                [&](int n)
                {
                  const auto s = static_cast<std::size_t>(n);
                  ways[s] = along_rays(grid_, {&edge_, &images_.ratio_fine, &unlike}, sources[s]);
                });
    for (std::size_t s = 0; s < sources.size(); ++s)
    {
      add(names[s][0], std::move(ways[s][0].largest));
      add(names[s][1], std::move(ways[s][0].mean));
      add(names[s][2], std::move(ways[s][1].mean));
      add(names[s][3], std::move(ways[s][2].largest));
    }
    const auto& medium_signal = images_.at_medium;
    const std::size_t drawn = LesionGrid::cell(0, 0, grid_.drawn_plane);
    add("to_drawn", each([&](std::size_t n) { return std::abs(medium_signal[n] - medium_signal[drawn + n % LesionGrid::plane_cells()]); }));
    add("drawn_ratio", each([&](std::size_t n) { return images_.ratio_medium[drawn + n % LesionGrid::plane_cells()]; }));
  }

  std::vector<std::uint8_t> zone(double from, double to) const
  {
    std::vector<std::uint8_t> cells(grid_.cells(), 0);
    for (int y = 0; y < LesionGrid::rows; ++y)
      for (int x = 0; x < LesionGrid::columns; ++x)
        if (const double radius = std::hypot(LesionGrid::place(x), LesionGrid::place(y)); radius >= from && radius < to)
          cells[LesionGrid::cell(x, y, grid_.drawn_plane)] = 1;
    return cells;
  }

  void add_geodesics()
  {
    const auto inside = zone(0.0, 0.6), outside = zone(1.3, 1.6);
    const auto per_radius = [&](double price) { return static_cast<float>(price / radius_); };
    std::array<CellValues, 4> distances;
    in_parallel(4, threads_,
                [&](int n)
                {
                  const PathPrice price{images_.at_fine, per_radius(n < 2 ? 1.0 : 6.0)};
                  distances[static_cast<std::size_t>(n)] = geodesic_distance(grid_, price, n % 2 == 0 ? inside : outside);
                });
    const auto& [near_in, near_out, far_in, far_out] = distances;
    const auto share = [](float in, float out) { return in / std::max(in + out, 1e-3F); };
    add("geodesic", near_in);
    add("geodesic_share", each([&](std::size_t n) { return share(near_in[n], near_out[n]); }));
    add("geodesic_long", far_in);
    add("geodesic_long_share", each([&](std::size_t n) { return share(far_in[n], far_out[n]); }));
  }

  const LesionGrid& grid_;
  const GridImage& image_;
  const IntensityModel& model_;
  int threads_;
  double radius_;  ///< mm
  Images images_;
  CellValues edge_;
  LesionFeatures out_;
};
}  // namespace

LesionFeatures lesion_features(const LesionGrid& grid, const GridImage& image, const IntensityModel& model, int threads)
{
  return FeatureMaker(grid, image, model, threads).make();
}
}  // namespace nadir::segmentation::lesion
