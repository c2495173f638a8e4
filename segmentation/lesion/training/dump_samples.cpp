#include "segmentation/lesion/training/dump_samples.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "imaging/geometry/nearest_voxel.h"
#include "segmentation/lesion/frame_of_region.h"
#include "segmentation/lesion/lesion_features.h"
#include "segmentation/lesion/training/random_numbers.h"
#include "segmentation/lesion/training/simulated_prompt.h"

namespace nadir::segmentation::lesion
{
namespace
{
/// A volume-equivalent ball's radius, mm.
double radius_of(const Mask& truth)
{
  return std::cbrt(0.75 / 3.14159265 * static_cast<double>(truth.count()) * truth.geometry().voxel_volume_mm3());
}

std::vector<PatientPoint> places_of(const Mask& mask)
{
  std::vector<PatientPoint> places;
  const auto& box = mask.box();
  for (int k = box.first.k; k < box.first.k + box.size.k; ++k)
    for (int j = box.first.j; j < box.first.j + box.size.j; ++j)
      for (int i = box.first.i; i < box.first.i + box.size.i; ++i)
        if (mask.contains({i, j, k})) places.push_back(mask.geometry().voxel_to_patient(VoxelIndex{i, j, k}));
  return places;
}

struct Scene
{
  const TrainingCase& sample;
  PromptKind kind;
  RandomNumbers random;
  bool disturbed;

  PatientPoint shaken(PatientPoint point, double deviation)
  {
    const auto& axes = sample.truth.geometry().axes();
    return disturbed ? point + random.normal(deviation) * axes.i + random.normal(deviation) * axes.j : point;
  }

  PatientVector slices(int count) { return (count * sample.truth.geometry().spacing().k) * sample.truth.geometry().axes().k; }

  int slip(double chance) { return disturbed && random.happens(chance) ? (random.happens(0.5) ? 1 : -1) : 0; }

  /// Marks on the end slices: near the middle of the section, or simply above and below the axis.
  PromptLine extent_marks(const SimulatedPrompt& prompt)
  {
    PromptLine marks{shaken(prompt.extent.from, 3.0) + slices(slip(0.35)), shaken(prompt.extent.to, 3.0) + slices(slip(0.35))};
    if (!disturbed || !random.happens(0.2)) return marks;
    const auto normal = sample.truth.geometry().axes().k;
    for (auto* mark : {&marks.from, &marks.to}) *mark = prompt.click + dot(*mark - prompt.click, normal) * normal;
    return marks;
  }

  PromptFrame axes_frame(const SimulatedPrompt& prompt)
  {
    const double deviation = disturbed ? random.flat(0.3, 2.5) : 0.0;
    const auto move = slices(slip(0.35));
    LesionPrompt out;
    out.long_axis = PromptLine{shaken(prompt.long_axis.from, deviation) + move, shaken(prompt.long_axis.to, deviation) + move};
    if (kind == PromptKind::Axes || kind == PromptKind::AxesExtent)
      out.short_axis = PromptLine{shaken(prompt.short_axis.from, deviation) + move, shaken(prompt.short_axis.to, deviation) + move};
    if (kind == PromptKind::LineExtent || kind == PromptKind::AxesExtent) out.extent = extent_marks(prompt);
    return frame_of_axes(sample.truth.geometry(), out);
  }

  PromptFrame point_frame(const SimulatedPrompt& prompt)
  {
    const double radius = radius_of(sample.truth);
    const auto point =
        shaken(prompt.click, 0.15 * radius) +
        slices(disturbed ? static_cast<int>(std::lround(random.normal(0.15 * radius / sample.truth.geometry().spacing().k))) : 0);
    return frame_of_ball(sample.truth.geometry(), point, radius * std::exp(disturbed ? random.normal(0.3) : 0.0));
  }

  /// The truth's own ellipse, as wrong as a first look is.
  PromptFrame found_frame()
  {
    auto out = frame_of_region(sample.truth.geometry(), places_of(sample.truth));
    if (!disturbed) return out;
    const double turn = random.normal(0.2), along = out.half_long, across = out.half_short;
    out.center = out.center + random.normal(0.12 * along) * out.along + random.normal(0.12 * across) * out.across +
                 slices(static_cast<int>(std::lround(random.normal(0.12 * (out.up + out.down) / sample.truth.geometry().spacing().k))));
    const auto turned = std::cos(turn) * out.along + std::sin(turn) * out.across;
    out.along = turned;
    out.across = cross(out.normal, turned);
    const double size = random.normal(0.15);
    for (auto* length : {&out.half_long, &out.half_short, &out.up, &out.down}) *length *= std::exp(size + random.normal(0.12));
    const double middle = 0.5 * (out.up + out.down);
    out.up = std::max(out.up, 0.4 * middle);
    out.down = std::max(out.down, 0.4 * middle);
    return out;
  }

  PromptFrame frame()
  {
    if (kind == PromptKind::Found) return found_frame();
    const auto prompt = simulated_prompt(sample.truth);
    return kind == PromptKind::Point ? point_frame(prompt) : axes_frame(prompt);
  }
};

/// Takes away what a random crop would not show, so that the border of the shared images tells nothing.
void crop(const LesionGrid& grid, const Mask& truth, RandomNumbers& random, GridImage& image)
{
  const auto& geometry = truth.geometry();
  const auto& box = truth.box();
  const auto margin = [&](double spacing) { return random.flat(3.0, 60.0) / spacing; };
  const std::array<double, 6> bounds{box.first.i - margin(geometry.spacing().i), box.first.i + box.size.i + margin(geometry.spacing().i),
                                     box.first.j - margin(geometry.spacing().j), box.first.j + box.size.j + margin(geometry.spacing().j),
                                     box.first.k - margin(geometry.spacing().k), box.first.k + box.size.k + margin(geometry.spacing().k)};
  for (int z = 0; z < grid.planes; ++z)
    for (int y = 0; y < LesionGrid::rows; ++y)
      for (int x = 0; x < LesionGrid::columns; ++x)
      {
        const auto at = geometry.patient_to_voxel(grid.position(x, y, z));
        if (at.i >= bounds[0] && at.i <= bounds[1] && at.j >= bounds[2] && at.j <= bounds[3] && at.k >= bounds[4] && at.k <= bounds[5])
          continue;
        image.valid[LesionGrid::cell(x, y, z)] = 0;
        image.values[LesionGrid::cell(x, y, z)] = 0.0F;
      }
}

/// Another scanner: bend of the grey scale, shading of the coil, noise.
void disturb(const LesionGrid& grid, RandomNumbers& random, GridImage& image)
{
  const double gamma = std::exp(random.normal(0.2)), noise = random.flat(0.0, 0.06);
  const std::array<double, 3> slope{random.normal(0.08), random.normal(0.08), random.normal(0.08)};
  const double bend = random.normal(0.05);
  const float top = *std::max_element(image.values.begin(), image.values.end());
  if (top <= 0.0F) return;
  for (int z = 0; z < grid.planes; ++z)
    for (int y = 0; y < LesionGrid::rows; ++y)
      for (int x = 0; x < LesionGrid::columns; ++x)
      {
        auto& value = image.values[LesionGrid::cell(x, y, z)];
        const double u = LesionGrid::place(x), v = LesionGrid::place(y), w = std::clamp(grid.depth(z), -2.0, 2.0);
        const double shade = std::exp(slope[0] * u + slope[1] * v + slope[2] * w + bend * (u * u + v * v));
        value = static_cast<float>(static_cast<double>(top) * (std::pow(std::max(0.0, static_cast<double>(value / top)), gamma) * shade) +
                                   random.normal(noise * 0.3 * static_cast<double>(top)));
      }
}

/// Every second slice, averaged with its neighbours: a thicker acquisition.
std::shared_ptr<const imaging::Volume> thickened(const imaging::Volume& image, int factor)
{
  const auto& geometry = image.geometry();
  const int slices = geometry.size().k / factor;
  if (factor < 2 || slices < 4) return nullptr;
  std::vector<float> values;
  for (int k = 0; k < slices; ++k)
  {
    std::vector<float> mean(static_cast<std::size_t>(geometry.size().i) * static_cast<std::size_t>(geometry.size().j), 0.0F);
    for (int n = 0; n < factor; ++n)
    {
      const auto slice = image.slice(k * factor + n);
      for (std::size_t m = 0; m < mean.size(); ++m) mean[m] += slice[m] / static_cast<float>(factor);
    }
    values.insert(values.end(), mean.begin(), mean.end());
  }
  auto spacing = geometry.spacing();
  spacing.k *= factor;
  const auto placed = ImageGeometry::make({geometry.size().i, geometry.size().j, slices}, spacing,
                                          geometry.voxel_to_patient(ContinuousVoxelIndex{0, 0, 0.5 * (factor - 1)}), geometry.axes());
  return std::make_shared<const imaging::Volume>(*placed, std::move(values),
                                                 std::vector<imaging::Rescale>(static_cast<std::size_t>(slices)));
}

bool is_inside(const Mask& truth, PatientPoint point)
{
  const auto voxel = nearest_voxel(truth.geometry().patient_to_voxel(point));
  return truth.geometry().size().contains(voxel) && truth.contains(voxel);
}

void write_ints(std::FILE* out, std::initializer_list<std::int32_t> values)
{
  for (const auto value : values) std::fwrite(&value, sizeof value, 1, out);
}

/// Cells to write: those in the image and within the grid's ellipse.
std::vector<std::size_t> chosen_cells(const LesionGrid& grid, const GridImage& image, const DumpConfig& config, Scene& scene)
{
  std::vector<std::size_t> cells;
  for (int z = 0; z < grid.planes; ++z)
    for (int y = 0; y < LesionGrid::rows; ++y)
      for (int x = 0; x < LesionGrid::columns; ++x)
        if (const auto n = LesionGrid::cell(x, y, z); image.valid[n] != 0 && std::hypot(LesionGrid::place(x), LesionGrid::place(y)) < 1.7)
          cells.push_back(n);
  if (!scene.disturbed) return cells;
  std::vector<std::size_t> some;
  const double chance = static_cast<double>(config.cells) / static_cast<double>(std::max<std::size_t>(1, cells.size()));
  for (const auto cell : cells)
    if (scene.random.happens(chance)) some.push_back(cell);
  return some;
}

void write_rows(const LesionGrid& grid, const Mask& truth, const LesionFeatures& features, const std::vector<std::size_t>& cells,
                std::FILE* out)
{
  std::vector<float> row(features.columns.size() + 2);
  for (const auto cell : cells)
  {
    const int x = static_cast<int>(cell % LesionGrid::columns), y = static_cast<int>(cell / LesionGrid::columns % LesionGrid::rows),
              z = static_cast<int>(cell / LesionGrid::plane_cells());
    row[0] = static_cast<float>(cell);
    row[1] = is_inside(truth, grid.position(x, y, z)) ? 1.0F : 0.0F;
    for (std::size_t n = 0; n < features.columns.size(); ++n) row[n + 2] = features.columns[n][cell];
    std::fwrite(row.data(), sizeof(float), row.size(), out);
  }
}
}  // namespace

void dump_samples(const TrainingCase& sample, int number, const DumpConfig& config, std::FILE* out)
{
  constexpr double share_thick = 0.25;
  for (int seed = config.first_seed; seed < config.seeds; ++seed)
  {
    Scene scene{sample, config.kind,
                RandomNumbers(std::uint64_t{1000003} * static_cast<std::uint64_t>(number + 1) + static_cast<std::uint64_t>(seed)),
                seed > 0};
    const auto frame = scene.frame();
    const auto thick = scene.disturbed && scene.random.happens(share_thick) ? thickened(*sample.image, 2) : nullptr;
    const auto& image = thick ? *thick : *sample.image;
    auto used = frame;
    used.slice = 0;
    const auto grid = grid_around(image.geometry(), used, ends_of(config.kind));
    auto sampled = sample_on(grid, image, 2);
    if (scene.disturbed) crop(grid, sample.truth, scene.random, sampled);
    if (scene.disturbed) disturb(grid, scene.random, sampled);
    const auto features = lesion_features(grid, sampled, intensity_model(grid, sampled, zones_of(config.kind)), 2);
    const auto cells = chosen_cells(grid, sampled, config, scene);
    const double cell_volume = grid.column_step() * grid.row_step() * grid.plane_step;
    write_ints(out, {number, seed, static_cast<std::int32_t>(cells.size()), grid.planes, grid.drawn_plane,
                     static_cast<std::int32_t>(features.columns.size()),
                     static_cast<std::int32_t>(std::lround(static_cast<double>(sample.truth.count()) *
                                                           sample.truth.geometry().voxel_volume_mm3() / cell_volume))});
    write_rows(grid, sample.truth, features, cells, out);
  }
}
}  // namespace nadir::segmentation::lesion
