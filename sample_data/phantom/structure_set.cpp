#include "sample_data/phantom/structure_set.h"

#include <cmath>
#include <numbers>

#include "imaging/result/expects.h"
#include "imaging/units/number_text.h"
#include "sample_data/phantom/common_modules.h"
#include "sample_data/phantom/dicom_tags.h"
#include "sample_data/phantom/dicom_text.h"

namespace nadir::phantom
{
namespace
{
constexpr int contour_points = 128;
constexpr int halvings = 50;

PatientPoint middle_of(PatientPoint a, PatientPoint b) { return a + 0.5 * (b - a); }

/// Where the ray from an inner point leaves the body; `towards` reaches beyond the surface.
PatientPoint exit_point(const LobulatedEllipsoid& body, PatientPoint inside, PatientVector towards)
{
  double low = 0.0, high = 1.0;
  for (int step = 0; step < halvings; ++step)
  {
    const double t = 0.5 * (low + high);
    (body.contains(inside + t * towards) ? low : high) = t;
  }
  return inside + low * towards;
}

void put_header(DicomItem item, const MrSeries& source)
{
  item.text(tags::sop_class_uid, structure_set_storage);
  item.text(tags::frame_of_reference_uid, source.examination.frame_of_reference_uid);
  item.text(tags::position_reference_indicator, "");
  item.text(tags::operators_name, "");
  item.text(tags::structure_set_label, "LESIONS");
  item.text(tags::structure_set_date, source.examination.date);
  item.text(tags::structure_set_time, slice_time(source, 0));
  item.text(tags::approval_status, "UNAPPROVED");
}

void put_referenced_images(DicomItem item, const MrSeries& source)
{
  auto frame = item.add_item(tags::referenced_frame_of_reference_sequence);
  frame.text(tags::frame_of_reference_uid, source.examination.frame_of_reference_uid);
  constexpr const char* detached_study = "1.2.840.10008.3.1.2.3.1";
  auto study = put_reference(frame, tags::rt_referenced_study_sequence, detached_study, source.examination.study_uid);
  auto series = study.add_item(tags::rt_referenced_series_sequence);
  series.text(tags::series_instance_uid, source.series_uid);
  for (int k = 0; k < source.acquisition.grid.size().k; ++k)
    put_reference(series, tags::contour_image_sequence, mr_image_storage, sop_instance_uid(source, k));
}

void put_region(DicomItem item, const MrSeries& source, const std::string& name)
{
  auto region = item.add_item(tags::structure_set_roi_sequence);
  region.text(tags::roi_number, "1");
  region.text(tags::referenced_frame_of_reference_uid, source.examination.frame_of_reference_uid);
  region.text(tags::roi_name, name);
  region.text(tags::roi_generation_algorithm, "MANUAL");
  auto observation = item.add_item(tags::rt_roi_observations_sequence);
  observation.text(tags::observation_number, "1");
  observation.text(tags::referenced_roi_number, "1");
  observation.text(tags::rt_roi_interpreted_type, "GTV");
  observation.text(tags::roi_interpreter, "");
}

std::string contour_data(const std::vector<PatientPoint>& points)
{
  std::string text;
  for (const auto& point : points)
  {
    if (!text.empty()) text += '\\';
    text += point_text(point);
  }
  return text;
}

void put_contour(DicomItem roi, const MrSeries& source, int k, const std::vector<PatientPoint>& points)
{
  auto contour = roi.add_item(tags::contour_sequence);
  put_reference(contour, tags::contour_image_sequence, mr_image_storage, sop_instance_uid(source, k));
  contour.text(tags::contour_geometric_type, "CLOSED_PLANAR");
  contour.text(tags::number_of_contour_points, std::to_string(points.size()));
  contour.text(tags::contour_data, contour_data(points));
}

void put_contours(DicomItem item, const MrSeries& source, const LobulatedEllipsoid& body)
{
  auto roi = item.add_item(tags::roi_contour_sequence);
  roi.text(tags::referenced_roi_number, "1");
  roi.text(tags::roi_display_color, "255\\64\\64");
  const auto& grid = source.acquisition.grid;
  for (int k = 0; k < grid.size().k; ++k)
  {
    const auto points = outline(body, {grid.axes().k, grid.voxel_to_patient(VoxelIndex{0, 0, k})}, contour_points);
    if (!points.empty()) put_contour(roi, source, k, points);
  }
}
}  // namespace

std::vector<PatientPoint> outline(const LobulatedEllipsoid& body, const Plane& plane, int points)
{
  NADIR_EXPECTS(points >= 4 && points % 2 == 0);
  const auto section = body.section(plane);
  if (!section) return {};
  const auto middle = middle_of(section->long_end_a, section->long_end_b);
  const auto along = 1.2 * (section->long_end_b - middle), across = 1.2 * (section->short_end_b - middle);
  std::vector<PatientPoint> ring;
  for (int n = 0; n < points; ++n)
  {
    const double angle = 2.0 * std::numbers::pi * n / points;
    ring.push_back(exit_point(body, middle, std::cos(angle) * along + std::sin(angle) * across));
  }
  return ring;
}

Result<Done> write_structure_set(const std::filesystem::path& path, const MrSeries& source, const LobulatedEllipsoid& body,
                                 const std::string& name)
{
  DicomObject object;
  const auto item = object.root();
  put_patient_and_study(item, source.examination);
  put_derived_series(item, source, "RTSTRUCT", name + " contours");
  put_header(item, source);
  put_referenced_images(item, source);
  put_region(item, source, name);
  put_contours(item, source, body);
  return object.save(path);
}
}  // namespace nadir::phantom
