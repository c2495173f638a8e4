#include "imaging/registration/transform_file.h"

#include <cmath>
#include <nlohmann/json.hpp>
#include <utility>
#include <vector>

namespace nadir::imaging
{
namespace
{
using Json = nlohmann::json;

constexpr const char* schema = "nadir-transform";
constexpr std::size_t most_controls = 1000000;

Json json_of(PatientVector v) { return {v.left, v.posterior, v.superior}; }
Json json_of(PatientPoint p) { return {p.left, p.posterior, p.superior}; }

Json json_of(const RigidTransform& rigid)
{
  const auto& rows = rigid.rotation();
  return {{"rotation", {json_of(rows[0]), json_of(rows[1]), json_of(rows[2])}},
          {"centre", json_of(rigid.centre())},
          {"translation", json_of(rigid.translation())}};
}

Json json_of(const SplineField& field)
{
  const auto& g = field.lattice();
  Json controls = Json::array();
  for (const auto& v : field.controls())
    for (const double x : {v.left, v.posterior, v.superior}) controls.push_back(x);
  return {{"kind", "cubic B-spline"},
          {"size", {g.size().i, g.size().j, g.size().k}},
          {"spacing", {g.spacing().i, g.spacing().j, g.spacing().k}},
          {"origin", json_of(g.origin())},
          {"axes", {json_of(g.axes().i), json_of(g.axes().j), json_of(g.axes().k)}},
          {"controls", std::move(controls)}};
}

Json json_of(const RegistrationQuality& q)
{
  Json json{{"information", q.information},
            {"information_before", q.information_before},
            {"information_misplaced", q.information_misplaced},
            {"overlap", q.overlap},
            {"body_agreement", q.body_agreement},
            {"local_correlation", q.local_correlation},
            {"local_correlation_misplaced", q.local_correlation_misplaced}};
  if (q.inconsistency) json["inconsistency_mm"] = q.inconsistency->value();
  if (q.smallest_jacobian) json["smallest_jacobian"] = *q.smallest_jacobian;
  if (q.largest_jacobian) json["largest_jacobian"] = *q.largest_jacobian;
  if (q.even_share) json["even_share"] = *q.even_share;
  return json;
}

Failure bad(const std::string& what)
{
  return {RegistrationError::BadTransformFile,
          "the transform file cannot be used: " + what + " (points would be shown in the wrong place). Make it again with nadir register."};
}

std::optional<std::vector<double>> numbers_of(const Json& json, const char* key, std::size_t count)
{
  const auto found = json.find(key);
  if (found == json.end() || !found->is_array() || found->size() != count) return std::nullopt;
  std::vector<double> result;
  for (const auto& item : *found)
  {
    if (!item.is_number() || !(std::abs(item.get<double>()) < 1e7)) return std::nullopt;
    result.push_back(item.get<double>());
  }
  return result;
}

PatientVector vector_at(const std::vector<double>& v, std::size_t n = 0) { return {v[n], v[n + 1], v[n + 2]}; }
PatientPoint point_at(const std::vector<double>& v) { return {v[0], v[1], v[2]}; }

/// Three vectors of unit length, perpendicular, right-handed.
std::optional<std::array<PatientVector, 3>> frame_of(const Json& json, const char* key)
{
  const auto found = json.find(key);
  if (found == json.end() || !found->is_array() || found->size() != 3) return std::nullopt;
  std::array<PatientVector, 3> rows;
  for (std::size_t n = 0; n < 3; ++n)
  {
    const auto row = numbers_of(Json{{"row", (*found)[n]}}, "row", 3);
    if (!row) return std::nullopt;
    rows[n] = vector_at(*row);
  }
  const double wrong = std::abs(dot(rows[0], rows[1])) + std::abs(dot(rows[0], rows[0]) - 1.0) + std::abs(dot(rows[1], rows[1]) - 1.0) +
                       norm(cross(rows[0], rows[1]) - rows[2]);
  if (wrong > 1e-5) return std::nullopt;
  return rows;
}

/// The three angles of R = Rz Ry Rx.
PatientVector angles_of(const std::array<PatientVector, 3>& rows)
{
  const double middle = std::atan2(-rows[2].left, std::hypot(rows[0].left, rows[1].left));
  return {std::atan2(rows[2].posterior, rows[2].superior), middle, std::atan2(rows[1].left, rows[0].left)};
}

std::optional<RigidTransform> rigid_of(const Json& json)
{
  if (!json.is_object()) return std::nullopt;
  const auto rows = frame_of(json, "rotation");
  const auto centre = numbers_of(json, "centre", 3), translation = numbers_of(json, "translation", 3);
  if (!rows || !centre || !translation) return std::nullopt;
  return RigidTransform(angles_of(*rows), vector_at(*translation), point_at(*centre));
}

std::optional<ImageGeometry> lattice_of(const Json& json)
{
  const auto size = numbers_of(json, "size", 3), spacing = numbers_of(json, "spacing", 3), origin = numbers_of(json, "origin", 3);
  const auto axes = frame_of(json, "axes");
  if (!size || !spacing || !origin || !axes) return std::nullopt;
  for (const double n : *size)
    if (n != std::floor(n) || n < 1.0 || n > 1000.0) return std::nullopt;
  const GridSize count{static_cast<int>((*size)[0]), static_cast<int>((*size)[1]), static_cast<int>((*size)[2])};
  const auto lattice =
      ImageGeometry::make(count, {(*spacing)[0], (*spacing)[1], (*spacing)[2]}, point_at(*origin), {(*axes)[0], (*axes)[1], (*axes)[2]});
  if (!lattice || count.voxels() > most_controls) return std::nullopt;
  return *lattice;
}

std::optional<SplineField> field_of(const Json& json)
{
  if (!json.is_object()) return std::nullopt;
  const auto lattice = lattice_of(json);
  if (!lattice) return std::nullopt;
  const auto numbers = numbers_of(json, "controls", 3 * lattice->size().voxels());
  if (!numbers) return std::nullopt;
  std::vector<PatientVector> controls(lattice->size().voxels());
  for (std::size_t n = 0; n < controls.size(); ++n) controls[n] = vector_at(*numbers, 3 * n);
  return SplineField(*lattice, std::move(controls));
}

std::optional<double> figure(const Json& json, const char* key)
{
  const auto found = json.find(key);
  if (found == json.end() || !found->is_number()) return std::nullopt;
  return found->get<double>();
}

RegistrationQuality quality_of(const Json& json)
{
  RegistrationQuality q;
  if (!json.is_object()) return q;
  q.information = figure(json, "information").value_or(q.information);
  q.information_before = figure(json, "information_before").value_or(q.information_before);
  q.information_misplaced = figure(json, "information_misplaced").value_or(q.information_misplaced);
  q.overlap = figure(json, "overlap").value_or(q.overlap);
  q.body_agreement = figure(json, "body_agreement").value_or(q.body_agreement);
  q.local_correlation = figure(json, "local_correlation").value_or(q.local_correlation);
  q.local_correlation_misplaced = figure(json, "local_correlation_misplaced").value_or(q.local_correlation_misplaced);
  if (const auto mm = figure(json, "inconsistency_mm")) q.inconsistency = Millimeters{*mm};
  q.smallest_jacobian = figure(json, "smallest_jacobian");
  q.largest_jacobian = figure(json, "largest_jacobian");
  q.even_share = figure(json, "even_share");
  return q;
}
}  // namespace

std::string to_transform_json(const SavedTransform& transform)
{
  Json json{{"schema", schema},
            {"schema_version", 1},
            {"frame", "DICOM patient LPS, mm"},
            {"maps", "fixed to moving: y = R (x + u(x) - centre) + centre + translation"},
            {"rigid", json_of(transform.rigid)},
            {"deformation", nullptr},
            {"quality", json_of(transform.quality)}};
  if (transform.field) json["deformation"] = json_of(*transform.field);
  return json.dump(1) + "\n";
}

Result<SavedTransform> parse_transform_json(std::string_view text)
{
  const Json json = Json::parse(text, nullptr, false);
  if (!json.is_object() || json.value("schema", Json()) != schema) return bad("it is not JSON of the schema nadir-transform");
  if (json.value("schema_version", Json()) != 1) return bad("its schema version is not 1");
  const auto rigid = rigid_of(json.value("rigid", Json()));
  if (!rigid) return bad("its rigid part is missing or no rotation");
  SavedTransform saved{*rigid, std::nullopt, quality_of(json.value("quality", Json()))};
  const Json deformation = json.value("deformation", Json());
  if (!deformation.is_null()) saved.field = field_of(deformation);
  if (!deformation.is_null() && !saved.field) return bad("its deformation is incomplete");
  return saved;
}
}  // namespace nadir::imaging
