#include "segmentation/lesion/read_strokes.h"

#include <algorithm>
#include <cstddef>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <optional>

#include "segmentation/lesion/label_parts.h"
#include "segmentation/lesion/lesion_error.h"
#include "segmentation/mask/read_mask.h"

namespace nadir::segmentation
{
namespace
{
using json = nlohmann::json;

Failure not_scribbles(const std::string& problem)
{
  return Failure(LesionError::NotStrokes, "the scribbles " + problem +
                                              " (they would mark nothing). Write {\"strokes\":[{\"kind\":\"foreground\",\"radius_mm\":3,"
                                              "\"points\":[[x,y,z]]}]} or a label map with 1 = foreground, 2 = background.");
}

std::optional<PatientPoint> json_point(const json& value)
{
  if (!value.is_array() || value.size() != 3) return std::nullopt;
  if (!std::all_of(value.begin(), value.end(), [](const json& number) { return number.is_number(); })) return std::nullopt;
  return PatientPoint{value[0].get<double>(), value[1].get<double>(), value[2].get<double>()};
}

std::optional<StrokeKind> kind_of(const json& stroke)
{
  const auto kind = stroke.find("kind");
  if (kind == stroke.end() || !kind->is_string()) return std::nullopt;
  if (*kind == "foreground") return StrokeKind::Foreground;
  if (*kind == "background") return StrokeKind::Background;
  return std::nullopt;
}

Result<Stroke> json_stroke(const json& value)
{
  if (!value.is_object()) return not_scribbles("hold a stroke that is no object");
  Stroke stroke;
  const auto kind = kind_of(value);
  if (!kind) return not_scribbles("hold a stroke without kind \"foreground\" or \"background\"");
  stroke.kind = *kind;
  if (const auto radius = value.find("radius_mm"); radius != value.end())
  {
    if (!radius->is_number()) return not_scribbles("hold a radius_mm that is no number");
    stroke.radius = Millimeters{radius->get<double>()};
  }
  const auto points = value.find("points");
  if (points == value.end() || !points->is_array() || points->empty()) return not_scribbles("hold a stroke without points");
  for (const auto& point : *points)
  {
    const auto place = json_point(point);
    if (!place) return not_scribbles("hold a point that is not three numbers");
    stroke.points.push_back(*place);
  }
  return stroke;
}

Result<std::vector<Stroke>> json_strokes(const std::string& text)
{
  const auto file = json::parse(text, nullptr, false);
  if (file.is_discarded()) return not_scribbles("are no valid JSON");
  const auto list = file.is_object() ? file.find("strokes") : file.end();
  if (!file.is_object() || list == file.end() || !list->is_array() || list->empty()) return not_scribbles("have no list \"strokes\"");
  std::vector<Stroke> strokes;
  for (const auto& value : *list)
  {
    auto stroke = json_stroke(value);
    if (!stroke) return stroke.failure();
    strokes.push_back(std::move(*stroke));
  }
  return strokes;
}

/// One stroke a row of voxels, as wide as a voxel: exact on the image's own grid, and near it on any other. Rows of one connected part are
/// one scribble; parts beyond the largest are one together.
void add_rows(const Mask& mask, StrokeKind kind, std::vector<Stroke>& strokes)
{
  const auto& geometry = mask.geometry();
  const auto& box = mask.box();
  const Millimeters radius{0.51 * std::max(geometry.spacing().i, geometry.spacing().j)};
  constexpr std::size_t most_parts = 12;
  const lesion::LabelParts parts(mask);
  std::vector<std::vector<Stroke>> rows(static_cast<std::size_t>(parts.count()));
  for (int k = 0; k < box.size.k; ++k)
    for (int j = 0; j < box.size.j; ++j)
      for (int i = 0; i < box.size.i; ++i)
      {
        const int part = parts.at(i, j, k), first = i;
        if (part == 0) continue;
        while (parts.at(i + 1, j, k) != 0) ++i;
        const auto at = [&](int n) { return geometry.voxel_to_patient(VoxelIndex{box.first.i + n, box.first.j + j, box.first.k + k}); };
        rows[static_cast<std::size_t>(part - 1)].push_back({kind, radius, first == i ? std::vector{at(i)} : std::vector{at(first), at(i)}});
      }
  std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.size() > b.size(); });
  for (std::size_t n = 0; n < rows.size(); ++n)
    for (auto& row : rows[n])
    {
      row.group = static_cast<int>(std::min(n, most_parts)) + 1;
      strokes.push_back(std::move(row));
    }
}

Result<std::vector<Stroke>> label_strokes(const std::filesystem::path& path)
{
  const auto lesions = read_mask(path);
  if (!lesions) return lesions.failure();
  std::vector<Stroke> strokes;
  for (const auto& lesion : *lesions)
  {
    const auto* mask = std::get_if<Mask>(&lesion.shape);
    if (!mask || (lesion.label != 1 && lesion.label != 2))
      return not_scribbles("hold a label other than 1 and 2, or contours instead of voxels");
    add_rows(*mask, lesion.label == 1 ? StrokeKind::Foreground : StrokeKind::Background, strokes);
  }
  return strokes;
}

/// The first bytes of a JSON file after blanks; a file too large for strokes is none.
std::optional<std::string> text_if_json(const std::filesystem::path& path)
{
  constexpr std::size_t most = 32U << 20U;
  std::ifstream file(path, std::ios::binary);
  const int first = (file >> std::ws).peek();
  if (first != '{' && first != '[') return std::nullopt;
  std::string text(most, '\0');
  file.read(text.data(), static_cast<std::streamsize>(most));
  text.resize(static_cast<std::size_t>(file.gcount()));
  return text;
}
}  // namespace

Result<std::vector<Stroke>> read_strokes(const std::filesystem::path& path)
{
  if (const auto text = text_if_json(path)) return json_strokes(*text);
  return label_strokes(path);
}
}  // namespace nadir::segmentation
