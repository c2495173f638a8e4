#include "segmentation/lesion/check_prompt.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "imaging/units/number_text.h"

namespace nadir::segmentation::lesion
{
namespace
{
using Trouble = std::optional<Failure>;

bool is_finite(PatientPoint p) { return std::isfinite(p.left) && std::isfinite(p.posterior) && std::isfinite(p.superior); }

std::string text_of(PatientPoint p)
{
  return format_fixed(p.left, 1) + "," + format_fixed(p.posterior, 1) + "," + format_fixed(p.superior, 1);
}

bool is_inside(const ImageGeometry& geometry, PatientPoint point)
{
  const auto at = geometry.patient_to_voxel(point);
  const auto& size = geometry.size();
  return at.i >= -0.5 && at.j >= -0.5 && at.k >= -0.5 && at.i <= size.i - 0.5 && at.j <= size.j - 0.5 && at.k <= size.k - 0.5;
}

Trouble place_trouble(const ImageGeometry& geometry, PatientPoint point, const std::string& what)
{
  if (!is_finite(point))
    return Failure(LesionError::NotANumber,
                   "the " + what + " has a coordinate that is no finite number (it marks no place). Give three numbers in mm.");
  if (is_inside(geometry, point)) return std::nullopt;
  return Failure(LesionError::OutsideImage,
                 "the " + what + " at " + text_of(point) +
                     " lies outside the image (there are no voxels to segment). Give patient coordinates in mm, LPS, "
                     "of a place within this series.");
}

Trouble places_trouble(const ImageGeometry& geometry, const PromptLine& line, const std::string& what)
{
  if (auto trouble = place_trouble(geometry, line.from, "first point of the " + what)) return trouble;
  return place_trouble(geometry, line.to, "second point of the " + what);
}

double slice_position(const ImageGeometry& geometry, PatientPoint point) { return geometry.patient_to_voxel(point).k; }

/// Marks that belong to one slice lie at most half a slice apart along the slices' normal, wherever the slices' middles are: what a screen
/// or a rounded coordinate adds is less, and what is drawn in two slices is more.
constexpr double most_slices_apart = 0.5 + 1e-6;

/// Checks one axis by itself.
Trouble axis_trouble(const ImageGeometry& geometry, const PromptLine& line, const std::string& what, double shortest)
{
  if (auto trouble = places_trouble(geometry, line, what)) return trouble;
  const double length = distance(line.from, line.to).value();
  if (length < shortest)
    return Failure(LesionError::ZeroLength, "the " + what + " is " + format_fixed(length, 2) + " mm long (less than " +
                                                format_fixed(shortest, 2) +
                                                " mm, so it gives no direction). Draw it from border to border.");
  const double apart = std::abs(slice_position(geometry, line.from) - slice_position(geometry, line.to));
  if (apart <= most_slices_apart) return std::nullopt;
  return Failure(LesionError::NotInOneSlice,
                 "the ends of the " + what + " lie " + format_fixed(apart, 2) +
                     " slices apart (a diameter is drawn in one slice: at most half a slice lies between its ends). Draw it in one slice, "
                     "and give the extent along the slices with two points of its own.");
}

/// Where two lines cross in the slice plane, as fractions of both; nothing when parallel.
struct Crossing
{
  double on_first = 0.0;
  double on_second = 0.0;
};
std::optional<Crossing> crossing(const ImageGeometry& geometry, const PromptLine& a, const PromptLine& b)
{
  const auto& axes = geometry.axes();
  const auto x = [&](PatientVector v) { return dot(v, axes.i); };
  const auto y = [&](PatientVector v) { return dot(v, axes.j); };
  const auto u = a.to - a.from, v = b.to - b.from, w = b.from - a.from;
  const double across = x(u) * y(v) - y(u) * x(v);
  if (std::abs(across) < 1e-6 * norm(u) * norm(v)) return std::nullopt;
  return Crossing{(x(w) * y(v) - y(w) * x(v)) / across, (x(w) * y(u) - y(w) * x(u)) / across};
}

/// How far the second line ends before it meets the first, mm.
double gap_of(const Crossing& at, double length) { return length * std::max({0.0, -at.on_second, at.on_second - 1.0}); }

Failure misplaced(const std::string& problem, const std::string& remedy)
{
  return Failure(LesionError::ShortAxisMisplaced, "the short axis " + problem + ". " + remedy);
}

Trouble short_axis_trouble(const ImageGeometry& geometry, const PromptLine& axis, const PromptLine& short_axis)
{
  if (auto trouble = axis_trouble(geometry, short_axis, "short axis", std::min(geometry.spacing().i, geometry.spacing().j))) return trouble;
  const double apart = std::abs(0.5 * (slice_position(geometry, axis.from) + slice_position(geometry, axis.to)) -
                                0.5 * (slice_position(geometry, short_axis.from) + slice_position(geometry, short_axis.to)));
  if (apart > most_slices_apart)
    return misplaced("lies " + format_fixed(apart, 2) + " slices away from the long axis (both belong to one slice)",
                     "Draw both in one slice.");
  const auto u = axis.to - axis.from, v = short_axis.to - short_axis.from;
  const double cosine = std::abs(dot(u, v)) / (norm(u) * norm(v));
  if (cosine > 0.5) return misplaced("is not perpendicular to the long axis (more than 30 degrees off)", "Draw it at a right angle.");
  const auto at = crossing(geometry, axis, short_axis);
  constexpr double slack = 0.15;  // RECIST hull chords may miss the other axis a little
  if (!at || at->on_first < -slack || at->on_first > 1.0 + slack || gap_of(*at, norm(v)) > 0.25 * norm(u))
    return misplaced("does not cross the long axis (they cannot be axes of one lesion)", "Draw both across the same lesion.");
  return std::nullopt;
}

/// The slice the lesion was marked in.
std::optional<double> marked_slice(const ImageGeometry& geometry, const LesionPrompt& prompt)
{
  if (prompt.long_axis) return 0.5 * (slice_position(geometry, prompt.long_axis->from) + slice_position(geometry, prompt.long_axis->to));
  if (prompt.click) return slice_position(geometry, *prompt.click);
  return std::nullopt;
}

/// The slice of the image that is nearest to a place.
double image_of(const ImageGeometry& geometry, PatientPoint point)
{
  return std::clamp(std::round(slice_position(geometry, point)), 0.0, geometry.size().k - 1.0);
}

/// How many slices a place lies beyond the middle of the first or last image; 0 between them.
double slices_beyond(const ImageGeometry& geometry, PatientPoint point)
{
  const double at = slice_position(geometry, point);
  return std::max({0.0, -at, at - (geometry.size().k - 1.0)});
}

/// The same place in the middle of slice k.
PatientPoint in_slice(const ImageGeometry& geometry, PatientPoint point, double k)
{
  auto at = geometry.patient_to_voxel(point);
  at.k = k;
  return geometry.voxel_to_patient(at);
}

/// A lesion that the field of view cuts ends beyond the images: an end up to a slice beyond them means the first or last image.
Trouble end_trouble(const ImageGeometry& geometry, PatientPoint point, const std::string& what)
{
  if (!is_finite(point) || !is_inside(geometry, in_slice(geometry, point, image_of(geometry, point))))
    return place_trouble(geometry, point, what);
  const double beyond = slices_beyond(geometry, point);
  if (beyond <= 1.0 + 1e-6) return std::nullopt;
  return Failure(LesionError::OutsideImage, "the " + what + " at " + text_of(point) + " lies " + format_fixed(beyond, 1) +
                                                " slices beyond the images (there they reach from " +
                                                text_of(in_slice(geometry, point, 0.0)) + " to " +
                                                text_of(in_slice(geometry, point, geometry.size().k - 1.0)) +
                                                "). Mark the first and the last slice with tumour within this series, in mm, LPS.");
}

Trouble extent_trouble(const ImageGeometry& geometry, const LesionPrompt& prompt)
{
  if (auto trouble = end_trouble(geometry, prompt.extent->from, "first point of the extent")) return trouble;
  if (auto trouble = end_trouble(geometry, prompt.extent->to, "second point of the extent")) return trouble;
  const double p = image_of(geometry, prompt.extent->from), q = image_of(geometry, prompt.extent->to);
  if (p == q)
    return Failure(LesionError::ExtentMisplaced,
                   "both points of the extent lie on one slice (they mark the first and the last slice with tumour). "
                   "Leave the extent out for a lesion of one slice.");
  const auto marked = marked_slice(geometry, prompt);
  if (marked && (std::round(*marked) < std::min(p, q) || std::round(*marked) > std::max(p, q)))
    return Failure(LesionError::ExtentMisplaced, "the marked slice does not lie between the two points of the extent (the lesion would not "
                                                 "reach where it was drawn). Mark the first and the last slice of this lesion.");
  if (!prompt.long_axis) return std::nullopt;
  const auto& line = *prompt.long_axis;
  const auto middle = line.from + 0.5 * (line.to - line.from);
  const double length = distance(line.from, line.to).value();
  for (const auto& point : {prompt.extent->from, prompt.extent->to})
  {
    const auto offset = point - middle;
    const double aside = norm(offset - dot(offset, geometry.axes().k) * geometry.axes().k);
    if (aside > 1.5 * length)
      return Failure(LesionError::ExtentMisplaced,
                     "a point of the extent lies " + format_fixed(aside, 0) +
                         " mm aside of the long axis (it cannot belong to this lesion). Mark its first and last slice.");
  }
  return std::nullopt;
}

/// Values on the slices a prompt lies in: where there is air.
struct Levels
{
  double low = 0.0;
  double high = 0.0;
};

Levels levels_of(const std::vector<float>& slice)
{
  std::vector<float> values;
  for (const float value : slice)
    if (std::isfinite(value)) values.push_back(value);
  if (values.empty()) return {};
  const auto at = [&](double share)
  {
    const auto n = static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1));
    std::nth_element(values.begin(), values.begin() + n, values.end());
    return static_cast<double>(values[static_cast<std::size_t>(n)]);
  };
  return {at(0.005), at(0.99)};
}

/// A slice of the image, to look for air in.
class SliceLook
{
public:
  SliceLook(const imaging::Volume& image, PatientPoint place)
      : geometry_(image.geometry()),
        slice_(image.slice(
            static_cast<int>(std::clamp(std::round(slice_position(image.geometry(), place)), 0.0, image.geometry().size().k - 1.0)))),
        levels_(levels_of(slice_))
  {
  }

  /// Whether the pixels around a place hold no signal, or noise only: in air the deviation of a magnitude image is half of its mean
  /// (Gudbjartsson H, Patz S, Magn Reson Med 1995;34:910), in tissue a small part of it.
  bool is_air(PatientPoint place) const
  {
    constexpr double nothing = 0.03, dark = 0.15, noisy = 0.33;
    const auto around = values_around(place);
    if (around.empty()) return true;
    double sum = 0.0, squares = 0.0;
    for (const double value : around) sum += value, squares += value * value;
    const double count = static_cast<double>(around.size()), mean = sum / count;
    const double deviation = std::sqrt(std::max(0.0, squares / count - mean * mean));
    const bool is_noise = levels_.low >= 0.0 && mean <= dark * levels_.high && deviation >= noisy * mean;
    return is_noise || mean - levels_.low <= nothing * (levels_.high - levels_.low);
  }

private:
  /// Signals within two pixels.
  std::vector<double> values_around(PatientPoint place) const
  {
    constexpr int reach = 2;
    const auto at = geometry_.patient_to_voxel(place);
    const int column = static_cast<int>(std::lround(at.i)), row = static_cast<int>(std::lround(at.j));
    std::vector<double> values;
    for (int j = std::max(0, row - reach); j <= std::min(geometry_.size().j - 1, row + reach); ++j)
      for (int i = std::max(0, column - reach); i <= std::min(geometry_.size().i - 1, column + reach); ++i)
        if (const float value =
                slice_[static_cast<std::size_t>(j) * static_cast<std::size_t>(geometry_.size().i) + static_cast<std::size_t>(i)];
            std::isfinite(value))
          values.push_back(static_cast<double>(value));
    return values;
  }

  const ImageGeometry& geometry_;
  std::vector<float> slice_;
  Levels levels_;
};

/// Share of the places between two points that lie in air.
double air_share(const imaging::Volume& image, const PromptLine& line)
{
  constexpr int count = 41;
  const SliceLook look(image, line.from);
  int air = 0;
  for (int n = 0; n < count; ++n) air += look.is_air(line.from + (n / (count - 1.0)) * (line.to - line.from)) ? 1 : 0;
  return air / static_cast<double>(count);
}

Trouble body_trouble(const imaging::Volume& image, const LesionPrompt& prompt)
{
  constexpr double most_air = 0.75;
  const bool is_outside = prompt.long_axis ? air_share(image, *prompt.long_axis) > most_air
                                           : prompt.click && SliceLook(image, *prompt.click).is_air(*prompt.click);
  if (!is_outside) return std::nullopt;
  return Failure(LesionError::OutsideBody,
                 "the marked place holds no signal (it lies in air, outside the body). Mark the lesion, in patient coordinates LPS.");
}

void add_slice_warning(const ImageGeometry& geometry, const PromptLine& line, const std::string& what, std::vector<std::string>& warnings)
{
  const double middle = 0.5 * (slice_position(geometry, line.from) + slice_position(geometry, line.to));
  const double off = std::max({std::abs(slice_position(geometry, line.from) - std::round(middle)),
                               std::abs(slice_position(geometry, line.to) - std::round(middle))});
  if (off > 0.1)
    warnings.push_back("the " + what + " lies " + format_fixed(off, 2) + " of a slice off the middle of slice " +
                       format_fixed(std::round(middle) + 1.0, 0) + "; it was moved into that slice");
}

void add_cut_warning(const ImageGeometry& geometry, const PromptLine& extent, std::vector<std::string>& warnings)
{
  for (const auto& point : {extent.from, extent.to})
    if (const double beyond = slices_beyond(geometry, point); beyond > 0.5 + 1e-6)
    {
      const std::string image = slice_position(geometry, point) < 0.0 ? "first" : "last";
      warnings.push_back("the extent ends " + format_fixed(beyond, 1) + " slices beyond the images; the " + image +
                         " image was taken as its end: the field of view may cut the lesion, and its volume is then too small");
    }
}

/// In a lesion that is bent, the widest place may lie beside the long axis.
void add_gap_warning(const ImageGeometry& geometry, const LesionPrompt& prompt, std::vector<std::string>& warnings)
{
  const auto& line = *prompt.short_axis;
  const auto at = crossing(geometry, *prompt.long_axis, line);
  if (const double gap = at ? gap_of(*at, norm(line.to - line.from)) : 0.0; gap > 1.0)
    warnings.push_back("the short axis ends " + format_fixed(gap, 1) + " mm before the long axis; check that both belong to this lesion");
}

Trouble marks_trouble(const imaging::Volume& image, const LesionPrompt& prompt)
{
  const auto& geometry = image.geometry();
  if (prompt.long_axis)
    if (auto trouble = axis_trouble(geometry, *prompt.long_axis, "long axis", 2.0 * std::min(geometry.spacing().i, geometry.spacing().j)))
      return trouble;
  if (prompt.short_axis && !prompt.long_axis)
    return misplaced("has no long axis to go with (it alone does not give the lesion's size)", "Give the long axis, too.");
  if (prompt.short_axis)
    if (auto trouble = short_axis_trouble(geometry, *prompt.long_axis, *prompt.short_axis)) return trouble;
  if (prompt.click)
    if (auto trouble = place_trouble(geometry, *prompt.click, "point")) return trouble;
  if (prompt.extent)
    if (auto trouble = extent_trouble(geometry, prompt)) return trouble;
  return body_trouble(image, prompt);
}
}  // namespace

Result<std::vector<std::string>> check_prompt(const imaging::Volume& image, const LesionPrompt& prompt)
{
  const bool painted =
      std::any_of(prompt.strokes.begin(), prompt.strokes.end(), [](const Stroke& stroke) { return stroke.kind == StrokeKind::Foreground; });
  if (!prompt.long_axis && !prompt.click && !painted && !prompt.prior)
    return Failure(LesionError::NoPrompt,
                   "nothing marks the lesion (there is no line, no point and no foreground stroke). Mark it in one of these ways.");
  if (auto trouble = marks_trouble(image, prompt)) return *trouble;
  if (const auto strokes = check_strokes(image.geometry(), prompt.strokes); !strokes) return strokes.failure();
  std::vector<std::string> warnings;
  if (prompt.long_axis) add_slice_warning(image.geometry(), *prompt.long_axis, "long axis", warnings);
  if (prompt.short_axis) add_slice_warning(image.geometry(), *prompt.short_axis, "short axis", warnings);
  if (prompt.extent) add_cut_warning(image.geometry(), *prompt.extent, warnings);
  if (prompt.short_axis) add_gap_warning(image.geometry(), prompt, warnings);
  return warnings;
}

Result<Done> check_strokes(const ImageGeometry& geometry, const std::vector<Stroke>& strokes)
{
  for (const auto& stroke : strokes)
  {
    const double radius = stroke.radius.value();
    if (!std::isfinite(radius))
      return Failure(LesionError::NotANumber, "a stroke's radius is no finite number (it paints nothing). Give it in mm.");
    if (stroke.points.empty() || radius <= 0.0 || radius > 100.0)
      return Failure(LesionError::StrokeInvalid,
                     "a stroke has no points, or a radius that is not between 0 and 100 mm (it paints nothing sensible). "
                     "Give at least one point and the radius in mm.");
    for (const auto& point : stroke.points)
      if (auto trouble = place_trouble(geometry, point, "stroke's point")) return *trouble;
  }
  return Done{};
}
}  // namespace nadir::segmentation::lesion
