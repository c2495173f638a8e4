#include <algorithm>
#include <array>

#include "imaging/units/number_text.h"
#include "report/dicom_sr/report_concepts.h"
#include "report/dicom_sr/sr_document.h"
#include "report/dicom_sr/state_text.h"
#include "report/table/visible_text.h"
#include "report/vocabulary/lesion_concepts.h"
#include "session/import/object_marks.h"

namespace nadir::session
{
namespace
{
using measure::LinePrompt;
using report::CodedConcept;
using report::MeasurementReport;
using report::ReportedLesion;
using report::ReportedMeasurement;
using report::ReportedPlace;

bool is_one_of(const CodedConcept& code, std::initializer_list<std::string_view> values)
{
  return std::find(values.begin(), values.end(), code.value) != values.end();
}

/// Long Axis, Length, Diameter (SCT), Longest Diameter (NCIt).
bool is_long_axis(const CodedConcept& code) { return is_one_of(code, {"103339001", "410668003", "81827009", "C96684", "103355008"}); }

/// Short Axis, Perpendicular Axis (SCT), Longest Perpendicular (NCIt).
bool is_short_axis(const CodedConcept& code) { return is_one_of(code, {"103340004", "131189007", "C96685"}); }

struct PlacedLine
{
  LinePrompt line;
  std::size_t timepoint = 0;
};

PatientPoint in_patient(const FoundSlice& found, const report::ImagePlace& place)
{
  const auto& geometry = *found.stack->geometry;
  return found.slice->position + place.column * geometry.spacing().i * geometry.axes().i +
         place.row * geometry.spacing().j * geometry.axes().j;
}

std::optional<PlacedLine> on_image(const ReportedPlace& place, const TimepointFinder& images)
{
  const auto found = images.slice(place.image);
  if (!found || !found->stack->geometry) return std::nullopt;
  return PlacedLine{{in_patient(*found, place.on_image.front()), in_patient(*found, place.on_image.back())}, found->timepoint};
}

/// A line of two points; nullopt when it has more, or lies on no image that is at hand.
std::optional<PlacedLine> line_of(const ReportedPlace& place, const TimepointFinder& images)
{
  if (place.graphic_type != "POLYLINE") return std::nullopt;
  if (place.on_image.size() == 2) return on_image(place, images);
  const auto timepoint = images.of_frame_of_reference(place.frame_of_reference);
  if (place.in_patient.size() != 2 || !timepoint) return std::nullopt;
  return PlacedLine{{place.in_patient.front(), place.in_patient.back()}, *timepoint};
}

template <class IsAxis> std::optional<PlacedLine> axis_of(const ReportedLesion& lesion, const TimepointFinder& images, IsAxis is_axis)
{
  for (const auto& measurement : lesion.measurements)
    if (is_axis(measurement.name) && measurement.place)
      if (const auto line = line_of(*measurement.place, images)) return line;
  return std::nullopt;
}

/// "Cornerstone3DTools@^0.1.0:Bidirectional:T01" is called T01.
std::string plain_name(const std::string& identifier)
{
  const auto colon = identifier.find_last_of(':');
  return identifier.starts_with("Cornerstone") && colon != std::string::npos ? identifier.substr(colon + 1) : identifier;
}

std::optional<measure::LesionRole> role_of(const ReportedLesion& lesion)
{
  if (!lesion.category) return std::nullopt;
  if (*lesion.category == report::lesion_concepts::target_at_baseline()) return measure::LesionRole::Target;
  if (*lesion.category == report::lesion_concepts::non_target_at_baseline()) return measure::LesionRole::NonTarget;
  return std::nullopt;
}

std::string organ_of(const ReportedLesion& lesion)
{
  if (!lesion.site) return lesion.comment.starts_with("Site: ") ? lesion.comment.substr(6) : std::string();
  return lesion.site->meaning + (lesion.laterality ? ", " + lesion.laterality->meaning : "");
}

/// The one time point that the report's images belong to.
std::optional<std::size_t> timepoint_of(const MeasurementReport& report, const TimepointFinder& images)
{
  for (const auto& image : report.library)
    if (const auto found = images.slice(image)) return found->timepoint;
  return images.of_frame_of_reference(report.frame_of_reference);
}

bool is_stated(const report::StatedLesion& stated)
{
  if (stated.state == "SPLIT") return !stated.fragments.empty();
  if (stated.state == "MERGED_INTO") return !stated.merged_into.empty();
  constexpr std::array states{"ABSENT",    "TOO_SMALL",  "NOT_EVALUABLE", "NOT_DONE", "PRESENT", "UNEQUIVOCAL_PROGRESSION",
                              "EQUIVOCAL", "UNEQUIVOCAL"};
  return std::find(states.begin(), states.end(), stated.state) != states.end();
}

/// Reads the groups of one report.
class Groups
{
public:
  Groups(const MeasurementReport& report, const TimepointFinder& images) : images_(images), timepoint_(timepoint_of(report, images)) {}

  void add(const ReportedLesion& lesion)
  {
    const auto longest = axis_of(lesion, images_, is_long_axis);
    if (longest) return add(lesion, longest->timepoint, caliper(*longest, axis_of(lesion, images_, is_short_axis)));
    if (lesion.segment) return;  // its segmentation is an object of its own
    if (timepoint_ && !lesion.state.empty()) return add_state(lesion, report::read_state_text(lesion.state));
    leave_out(lesion);
  }

  ObjectMarks finish() && { return std::move(result_); }

private:
  void leave_out(const ReportedLesion& lesion)
  {
    result_.notices.push_back("\"" + lesion.tracking_identifier + "\": no line of two points on the images at hand; left out");
  }

  void add_state(const ReportedLesion& lesion, const report::StatedLesion& stated)
  {
    if (!is_stated(stated)) return leave_out(lesion);
    add(lesion, *timepoint_, measure::StatePrompt{stated.state, "as the imported report states", stated.fragments, stated.merged_into});
  }

  static measure::CaliperPrompt caliper(const PlacedLine& longest, const std::optional<PlacedLine>& shorter)
  {
    measure::CaliperPrompt prompt{longest.line, std::nullopt};
    if (shorter) prompt.short_axis = shorter->line;
    return prompt;
  }

  void add(const ReportedLesion& lesion, std::size_t timepoint, measure::Prompt prompt)
  {
    const auto identifier = report::original_text(lesion.tracking_identifier);
    result_.marks.push_back({plain_name(identifier),
                             {lesion.tracking_uid, identifier},
                             images_.timepoints()[timepoint].label,
                             std::move(prompt),
                             role_of(lesion),
                             organ_of(lesion),
                             lesion.finding == report::lesion_concepts::lymph_node()});
  }

  const TimepointFinder& images_;
  std::optional<std::size_t> timepoint_;
  ObjectMarks result_;
};
}  // namespace

Result<ObjectMarks> report_marks(const imaging::DicomFile& file, const TimepointFinder& images)
{
  const auto read = report::read_sr(file);
  if (!read) return read.failure();
  Groups groups(read->report, images);
  for (const auto& lesion : read->report.lesions) groups.add(lesion);
  return std::move(groups).finish();
}
}  // namespace nadir::session
