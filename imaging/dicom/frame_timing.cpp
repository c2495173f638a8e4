#include "imaging/dicom/frame_timing.h"

#include "imaging/dicom/attributes.h"
#include "imaging/dicom/moment.h"
#include "imaging/dicom/tags.h"

namespace nadir::imaging
{
namespace
{
std::string moment(const DataSet& data, Tag date, Tag time) { return moment_of(data.text(date), data.text(time)); }

std::string acquired_moment(const DataSet& root)
{
  const auto whole = moment_of(root.text(tags::acquisition_date_time));
  return whole.empty() ? moment(root, tags::acquisition_date, tags::acquisition_time) : whole;
}

/// The date to go with a time whose own date is missing; only the order within a series depends on it.
std::string any_date(const DataSet& root, Tag preferred)
{
  for (const auto tag : {preferred, tags::acquisition_date, tags::content_date, tags::series_date, tags::study_date})
    if (auto date = root.text(tag); !date.empty()) return date;
  return "19000101";
}

std::string ordering_moment(const DataSet& root, Tag date, Tag time)
{
  const auto text = root.text(time);
  return text.empty() ? "" : moment_of(any_date(root, date), text);
}

std::optional<double> first_of(std::optional<double> a, std::optional<double> b) { return a ? a : b; }

std::string frame_moment(const FrameLevels& levels)
{
  const auto& content = levels.level_of(tags::frame_content_sequence, tags::frame_acquisition_date_time);
  return moment_of(content.text(tags::frame_acquisition_date_time));
}

std::optional<double> trigger_time_of(const FrameLevels& levels)
{
  const auto& cardiac = levels.level_of(tags::cardiac_synchronization_sequence, tags::nominal_cardiac_trigger_delay);
  return first_of(number(cardiac, tags::nominal_cardiac_trigger_delay, NumberVr::FD),
                  number(levels.root(), tags::trigger_time, NumberVr::DS));
}

std::optional<double> content_number(const FrameLevels& levels, Tag tag, NumberVr vr)
{
  return number(levels.level_of(tags::frame_content_sequence, tag), tag, vr);
}
}  // namespace

FrameTiming read_timing(const FrameLevels& levels)
{
  const auto& root = levels.root();
  FrameTiming timing;
  timing.temporal_position = first_of(content_number(levels, tags::temporal_position_index, NumberVr::UL),
                                      number(root, tags::temporal_position_identifier, NumberVr::IS));
  timing.trigger_time = trigger_time_of(levels);
  timing.acquisition_number =
      first_of(content_number(levels, tags::frame_acquisition_number, NumberVr::US), number(root, tags::acquisition_number, NumberVr::IS));
  timing.acquired = levels.is_enhanced() ? frame_moment(levels) : "";
  if (timing.acquired.empty()) timing.acquired = acquired_moment(root);
  if (timing.acquired.empty()) timing.acquired = ordering_moment(root, tags::acquisition_date, tags::acquisition_time);
  timing.content = ordering_moment(root, tags::content_date, tags::content_time);
  timing.instance_number = number(root, tags::instance_number, NumberVr::IS);
  return timing;
}

std::string acquisition_moment(const DataSet& root)
{
  if (auto acquired = acquired_moment(root); !acquired.empty()) return acquired;
  if (auto content = moment(root, tags::content_date, tags::content_time); !content.empty()) return content;
  if (auto series = moment(root, tags::series_date, tags::series_time); !series.empty()) return series;
  return moment(root, tags::study_date, tags::study_time);
}
}  // namespace nadir::imaging
