#include "report/dicom_sr/compare_reports.h"

#include <cmath>

#include "report/dicom_object/dicom_text.h"

namespace nadir::report
{
namespace
{
constexpr double coordinate_tolerance = 1e-3;

bool is_near(double a, double b) { return std::abs(a - b) <= coordinate_tolerance; }

/// Gathers what differs, with the place.
class Comparison
{
public:
  void text(const std::string& place, const std::string& written, const std::string& read)
  {
    if (free_text(written) != read) found_.push_back(place + " is another one");
  }

  template <class Value> void value(const std::string& place, const Value& written, const Value& read)
  {
    if (!(written == read)) found_.push_back(place + " is another one");
  }

  bool count(const std::string& what, std::size_t written, std::size_t read)
  {
    if (written == read) return true;
    found_.push_back(std::to_string(written) + " " + what + " were written, " + std::to_string(read) + " were read");
    return false;
  }

  void place(const std::string& where, const std::optional<ReportedPlace>& written, const std::optional<ReportedPlace>& read)
  {
    if (written.has_value() != read.has_value()) return found_.push_back(where + " is there once only");
    if (!written) return;
    value(where + " (image)", written->on_image.empty() ? ImageReference{} : written->image,
          read->on_image.empty() ? ImageReference{} : read->image);
    if (!same_points(*written, *read)) found_.push_back(where + " lies elsewhere");
  }

  void measurements(const std::string& where, const std::vector<ReportedMeasurement>& written, const std::vector<ReportedMeasurement>& read)
  {
    if (!count("measurements of " + where, written.size(), read.size())) return;
    for (std::size_t i = 0; i < written.size(); ++i)
    {
      const auto name = where + ", " + written[i].name.meaning;
      value(name + " (name)", written[i].name, read[i].name);
      value(name, written[i].value, read[i].value);
      value(name + " (unit)", written[i].unit, read[i].unit);
      value(name + " (derivation)", written[i].derivation, read[i].derivation);
      place(name + " (line)", written[i].place, read[i].place);
    }
  }

  void lesion(const ReportedLesion& written, const ReportedLesion& read)
  {
    const auto& name = written.tracking_identifier;
    text(name + " (tracking identifier)", written.tracking_identifier, read.tracking_identifier);
    value(name + " (tracking UID)", written.tracking_uid, read.tracking_uid);
    value(name + " (finding)", written.finding, read.finding);
    text(name + " (time point)", written.time_point, read.time_point);
    value(name + " (site)", written.site, read.site);
    value(name + " (laterality)", written.laterality, read.laterality);
    value(name + " (category)", written.category, read.category);
    text(name + " (state)", written.state, read.state);
    text(name + " (comment)", written.comment, read.comment);
    segment(name, written.segment, read.segment);
    measurements(name, written.measurements, read.measurements);
  }

  std::vector<std::string> finish() && { return std::move(found_); }

private:
  static bool same_points(const ReportedPlace& a, const ReportedPlace& b)
  {
    if (a.on_image.size() != b.on_image.size() || a.in_patient.size() != b.in_patient.size()) return false;
    for (std::size_t i = 0; i < a.on_image.size(); ++i)
      if (!is_near(a.on_image[i].column, b.on_image[i].column) || !is_near(a.on_image[i].row, b.on_image[i].row)) return false;
    for (std::size_t i = 0; i < a.in_patient.size(); ++i)
      if (!(norm(a.in_patient[i] - b.in_patient[i]) <= coordinate_tolerance)) return false;
    return a.on_image.empty() ? a.frame_of_reference == b.frame_of_reference : true;
  }

  void segment(const std::string& where, const std::optional<ReportedSegment>& written, const std::optional<ReportedSegment>& read)
  {
    if (written.has_value() != read.has_value()) return found_.push_back(where + " (segment) is there once only");
    if (!written) return;
    value(where + " (segmentation)", written->segmentation.sop_instance, read->segmentation.sop_instance);
    value(where + " (segment number)", written->number, read->number);
    value(where + " (source images)", written->source_images, read->source_images);
  }

  std::vector<std::string> found_;
};
}  // namespace

std::vector<std::string> differences(const MeasurementReport& written, const MeasurementReport& read)
{
  Comparison comparison;
  comparison.value("the person", person_name(written.person), read.person);
  comparison.value("the image library", written.library, read.library);
  comparison.text("the comment", written.comment, read.comment);
  if (comparison.count("lesions", written.lesions.size(), read.lesions.size()))
    for (std::size_t i = 0; i < written.lesions.size(); ++i) comparison.lesion(written.lesions[i], read.lesions[i]);
  comparison.measurements("the whole", written.derived, read.derived);
  if (comparison.count("answers", written.answers.size(), read.answers.size()))
    for (std::size_t i = 0; i < written.answers.size(); ++i)
    {
      comparison.value(written.answers[i].name.meaning + " (name)", written.answers[i].name, read.answers[i].name);
      comparison.value(written.answers[i].name.meaning, written.answers[i].value, read.answers[i].value);
    }
  return std::move(comparison).finish();
}
}  // namespace nadir::report
