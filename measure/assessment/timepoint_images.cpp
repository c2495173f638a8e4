#include "measure/assessment/timepoint_images.h"

#include <algorithm>
#include <map>

#include "imaging/dicom/loader_error.h"
#include "imaging/dicom/scan.h"
#include "measure/assessment/scanned_days.h"

namespace nadir::measure
{
namespace
{
/// "20240131" -> "2024-01-31"; anything else -> "".
std::string iso_date(const std::string& dicom_date)
{
  const bool digits = std::all_of(dicom_date.begin(), dicom_date.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (dicom_date.size() != 8 || !digits) return {};
  return dicom_date.substr(0, 4) + "-" + dicom_date.substr(4, 2) + "-" + dicom_date.substr(6, 2);
}

std::string day_of(const imaging::Study& study) { return study.acquired.empty() ? study.date : study.acquired.substr(0, 8); }

Result<Done> agree_in_patient(const TimepointLabel& label, const std::vector<imaging::Study>& studies)
{
  for (const auto& study : studies)
    if (study.patient != studies.front().patient)
      return Failure{AssessmentError::IdentityQuestion, "the folder of time point \"" + label.text() +
                                                            "\" holds studies of different patients (digests " +
                                                            studies.front().patient.digest() + " and " + study.patient.digest() +
                                                            "). Which one is meant? Put the other one elsewhere."};
  return Done{};
}

Result<Done> agree_in_day(const TimepointLabel& label, const std::vector<imaging::Study>& studies)
{
  for (const auto& study : studies)
    if (day_of(study) != day_of(studies.front()))
      return Failure{AssessmentError::OrderQuestion,
                     "the folder of time point \"" + label.text() +
                         "\" holds examinations of different days. Which one is meant? Give each examination a folder of its own."};
  return Done{};
}

void describe_studies(TimepointImages& images)
{
  const auto& studies = images.scan.studies;
  images.identity = studies.front().patient;
  images.acquired = studies.front().acquired;
  images.date = iso_date(day_of(studies.front()));
  if (studies.size() > 1)
    images.warnings.push_back("the folder holds " + std::to_string(studies.size()) + " studies of one day; all are used");
  if (images.date.empty()) images.warnings.push_back("the images give no date: intervals cannot be computed");
}

void describe_refusals(TimepointImages& images)
{
  for (const auto& file : images.scan.refused)
    images.warnings.push_back("refused file " + file.path.filename().string() + ": " + file.reason.message());
}
}  // namespace

std::vector<const imaging::ImageStack*> TimepointImages::stacks() const
{
  std::vector<const imaging::ImageStack*> result;
  for (const auto& study : scan.studies)
    for (const auto& series : study.series)
      for (const auto& stack : series.stacks) result.push_back(&stack);
  return result;
}

Result<TimepointImages> read_timepoint_images(const CaseTimepoint& timepoint, const imaging::Progress& progress)
{
  if (timepoint.folder.empty())
  {
    TimepointImages images;
    images.label = timepoint.label;
    images.warnings.push_back("no images are given: neither geometry nor patient could be checked");
    return images;
  }
  imaging::ScanConfig config;
  config.progress = progress;
  auto scanned = imaging::scan(timepoint.folder, config);
  if (!scanned && scanned.failure().is(imaging::LoaderError::Cancelled)) return scanned.failure();
  if (!scanned)
    return Failure{AssessmentError::FolderUnusable, "time point \"" + timepoint.label.text() + "\": " + scanned.failure().message()};
  return timepoint_images_of(timepoint.label, std::move(*scanned));
}

Result<TimepointImages> timepoint_images_of(const TimepointLabel& label, imaging::Scan scan)
{
  TimepointImages images;
  images.label = label;
  images.scan = std::move(scan);
  describe_refusals(images);
  if (images.scan.studies.empty())
  {
    images.warnings.push_back("the folder holds no usable images: neither geometry nor patient could be checked");
    return images;
  }
  if (auto same = agree_in_patient(images.label, images.scan.studies); !same) return same.failure();
  if (auto same = agree_in_day(images.label, images.scan.studies); !same) return same.failure();
  describe_studies(images);
  return images;
}

namespace
{
/// As if the day had been scanned alone: "4.1#2" of a folder is "4.1" of its day, unless the day itself has two.
void number_stacks_again(imaging::Scan& day)
{
  std::map<std::string, int> seen;
  for (auto& study : day.studies)
    for (auto& series : study.series)
      for (auto& stack : series.stacks)
      {
        stack.id.resize(std::min(stack.id.find('#'), stack.id.size()));
        if (const int n = ++seen[stack.id]; n > 1) stack.id.append("#").append(std::to_string(n));
      }
}
}  // namespace

std::vector<imaging::Scan> days_of(imaging::Scan scan)
{
  std::map<std::string, imaging::Scan> days;
  for (auto& study : scan.studies) days[day_of(study)].studies.push_back(std::move(study));
  std::vector<imaging::Scan> result;
  for (auto& [day, part] : days)
  {
    number_stacks_again(part);
    result.push_back(std::move(part));
  }
  if (result.empty()) result.emplace_back();
  // What belongs to no day is told with the first.
  result.front().others = std::move(scan.others);
  result.front().refused = std::move(scan.refused);
  result.front().files_seen = scan.files_seen;
  result.front().files_not_dicom = scan.files_not_dicom;
  return result;
}
}  // namespace nadir::measure
