#include "sample_data/phantom/case_json.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

namespace nadir::phantom
{
namespace
{
using Json = nlohmann::ordered_json;

/// Numbers of truth.json end at 1e-6, so that the last bit of a machine's sine does not show.
double rounded(double value)
{
  const double scaled = std::round(value * 1e6);
  return scaled == 0.0 ? 0.0 : scaled / 1e6;
}

std::string_view name_of(PlannedRole role)
{
  switch (role)
  {
  case PlannedRole::Target: return "target";
  case PlannedRole::NonTarget: return "non-target";
  case PlannedRole::New: return "new";
  }
  return "";
}

Json triple(PatientVector v) { return {rounded(v.left), rounded(v.posterior), rounded(v.superior)}; }
Json point(PatientPoint p) { return triple(p - PatientPoint{}); }
Json line(PatientPoint a, PatientPoint b) { return {point(a), point(b)}; }

Json prompt_of(const CaseRecord& record, std::size_t t, std::size_t n)
{
  const auto& truth = record.timepoints[t].truths[n];
  if (!truth) return {{"absent", true}};
  const auto& lesion = record.plan.lesions[n];
  if (lesion.prompts[t] != PromptKind::Caliper) return {{"mask", mask_file(record.timepoints[t].plan, lesion, lesion.prompts[t])}};
  const auto ends = as_written(*truth->acquired);
  return {{"caliper", line(ends.long_end_a, ends.long_end_b)}, {"short_axis", line(ends.short_end_a, ends.short_end_b)}};
}

Json prompts_of(const CaseRecord& record, std::size_t n)
{
  Json prompts = Json::object();
  for (std::size_t t = 0; t < record.timepoints.size(); ++t)
  {
    const bool not_yet_there = record.plan.lesions[n].role == PlannedRole::New && !record.timepoints[t].truths[n];
    if (!not_yet_there) prompts[record.plan.timepoints[t].label] = prompt_of(record, t, n);
  }
  return prompts;
}

Json lesions_of(const CaseRecord& record)
{
  Json lesions = Json::array();
  for (std::size_t n = 0; n < record.plan.lesions.size(); ++n)
  {
    const auto& lesion = record.plan.lesions[n];
    lesions.push_back({{"id", lesion.id},
                       {"role", name_of(lesion.role)},
                       {"organ", lesion.organ},
                       {"nodal", lesion.is_nodal()},
                       {"prompts", prompts_of(record, n)}});
  }
  return lesions;
}

Json section_of(const Section& section)
{
  return {{"longest_diameter_mm", rounded(section.longest().value())},
          {"short_axis_mm", rounded(section.perpendicular().value())},
          {"long_ends_lps_mm", line(section.long_end_a, section.long_end_b)},
          {"short_ends_lps_mm", line(section.short_end_a, section.short_end_b)}};
}

Json shape_of(const LobulatedEllipsoid& body)
{
  const auto& e = body.ellipsoid();
  return {{"centre_lps_mm", point(e.centre())},
          {"semi_axes_mm", triple({e.semi_axes().a, e.semi_axes().b, e.semi_axes().c})},
          {"axes_lps", {triple(e.axes().x), triple(e.axes().y), triple(e.axes().z)}},
          {"lobulation", body.lobulation()}};
}

Json acquired_of(const TimepointRecord& record, const LesionTruth& truth)
{
  if (!truth.acquired) return nullptr;
  auto section = section_of(*truth.acquired);
  section["slice"] = truth.acquired_slice;
  section["sop_instance_uid"] = sop_instance_uid(record.series[record.measured_series], truth.acquired_slice);
  return section;
}

/// The voxelised lesion: its volume is exactly voxels times voxel volume.
Json mask_of(const TimepointRecord& record, std::size_t n, const std::string& file)
{
  const auto voxels = std::count(record.masks[n]->begin(), record.masks[n]->end(), std::uint8_t{1});
  return {{"file", file},
          {"voxels", voxels},
          {"volume_ml", rounded(static_cast<double>(voxels) * record.timepoint.stack.grid.voxel_volume_mm3() / 1000.0)}};
}

Json lesion_truth_of(const CaseRecord& record, std::size_t t, std::size_t n)
{
  const auto& timepoint = record.timepoints[t];
  const auto& lesion = record.plan.lesions[n];
  Json json{{"id", lesion.id}, {"role", name_of(lesion.role)}, {"nodal", lesion.is_nodal()}, {"present", timepoint.truths[n].has_value()}};
  if (!timepoint.truths[n]) return json;
  const auto& truth = *timepoint.truths[n];
  const auto& tumour = *timepoint.timepoint.lesions[n];
  json["shape"] = shape_of(tumour.body());
  json["core"] = tumour.core() ? shape_of(*tumour.core()) : Json(nullptr);
  json["in_acquired_slices"] = acquired_of(timepoint, truth);
  json["in_any_parallel_plane"] = section_of(truth.largest_parallel);
  json["feret_3d_mm"] = rounded(truth.feret_3d.value());
  json["volume_ml"] = rounded(truth.volume.value());
  json["mask"] = mask_of(timepoint, n, mask_file(timepoint.plan, lesion, PromptKind::NiftiMask));
  json["necrotic_fraction"] = rounded(tumour.necrotic_fraction());
  return json;
}

Json expected_of(const ExpectedResponse& expected, bool baseline)
{
  const double sum = expected.sum_tenths / 10.0, first = expected.baseline_tenths / 10.0, nadir = expected.nadir_tenths / 10.0;
  Json json{{"sum_of_diameters_mm", sum}};
  if (baseline) return json;
  json["change_from_baseline_percent"] = rounded(100.0 * (sum - first) / first);
  json["nadir_mm"] = nadir;
  json["change_from_nadir_mm"] = rounded(sum - nadir);
  json["target_response"] = expected.target_response;
  json["non_target_response"] = expected.non_target_response;
  json["new_lesions"] = expected.new_lesions;
  json["overall_response"] = expected.overall_response;
  return json;
}

Json series_of(const TimepointRecord& record)
{
  Json list = Json::array();
  for (const auto& series : record.series)
  {
    list.push_back(
        {{"folder", series.sequence.folder}, {"series_instance_uid", series.series_uid}, {"description", series.sequence.description}});
    if (series.sequence.is_diffusion()) list.back()["b_value"] = series.sequence.b_value;
  }
  return list;
}

Json timepoint_of(const CaseRecord& record, std::size_t t)
{
  const auto& timepoint = record.timepoints[t];
  const auto& grid = timepoint.timepoint.stack.grid;
  Json lesions = Json::array();
  for (std::size_t n = 0; n < record.plan.lesions.size(); ++n) lesions.push_back(lesion_truth_of(record, t, n));
  return {{"label", timepoint.plan.label},
          {"folder", timepoint.plan.folder},
          {"date", timepoint.plan.date},
          {"series", series_of(timepoint)},
          {"measured_series", timepoint.series[timepoint.measured_series].series_uid},
          {"pixel_spacing_mm", rounded(grid.spacing().i)},
          {"slice_spacing_mm", grid.spacing().k},
          {"slice_thickness_mm", timepoint.timepoint.stack.slice_thickness},
          {"slice_normal_lps", triple(grid.axes().k)},
          {"lesions", lesions},
          {"expected", expected_of(record.expected[t], t == 0)}};
}

const Json formulae{
    {"shape", "|y| <= 1 + lobulation * sin^8(theta) cos(8 phi), y = point in the shape's own axes divided by the semi-axes a, b, c; "
              "axes_lps lists the directions of a, b, c"},
    {"volume", "4/3 pi a b c (1 + 16384/36465 lobulation^2)"},
    {"necrotic_fraction", "volume of the core, by the same formula from its own shape, divided by the volume of the lesion"},
    {"section",
     "ellipse semi-axes sqrt((1 - d^2/h^2) / lambda), h^2 = n^T M^-1 n, lambda = eigenvalues of M restricted to the plane, M = R "
     "diag(1/a^2, 1/b^2, 1/c^2) R^T; lobulated: 2 a rho and 2 b rho with rho^2 = r^2 - zeta^2, r = 1 + lobulation (1 - zeta^2/r^2)^4, zeta "
     "= d/c"},
    {"feret_3d", "twice the largest radius: the shapes are symmetric about their centre"}};
}  // namespace

std::string case_json(const CaseRecord& record)
{
  Json timepoints = Json::array();
  for (const auto& timepoint : record.plan.timepoints) timepoints.push_back({{"label", timepoint.label}, {"folder", timepoint.folder}});
  return Json{{"patient", record.plan.name}, {"timepoints", timepoints}, {"lesions", lesions_of(record)}}.dump(2) + "\n";
}

std::string truth_json(const CaseRecord& record)
{
  Json timepoints = Json::array();
  for (std::size_t t = 0; t < record.timepoints.size(); ++t) timepoints.push_back(timepoint_of(record, t));
  return Json{{"schema", "nadir-phantom-truth"},
              {"schema_version", 1},
              {"case", record.plan.name},
              {"description", record.plan.description},
              {"seed", record.options.seed},
              {"matrix", record.options.matrix},
              {"formulae", formulae},
              {"timepoints", timepoints}}
             .dump(2) +
         "\n";
}
}  // namespace nadir::phantom
