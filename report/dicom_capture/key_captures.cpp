#include "report/dicom_capture/key_captures.h"

#include "report/dicom_capture/capture_words.h"
#include "report/identity/derived_uid.h"
#include "report/vocabulary/sop_classes.h"

namespace nadir::report
{
namespace
{
using measure::MeasuredLesion;

constexpr int series_number = 9104;

std::string comment_of(const MeasuredLesion& lesion, const ExaminedTimepoint& timepoint)
{
  std::string text = lesion.assessment.lesion.id.text() + " at " + timepoint.numbers().label.text() + ": ";
  const auto& image = *lesion.assessment.key_image;
  for (const auto& caliper : image.calipers) text += (&caliper == image.calipers.data() ? "" : ", ") + caliper.label;
  return text + ". " + image.caption;
}

std::optional<ImageReference> source_of(const MeasuredLesion& lesion)
{
  if (!lesion.stack || !lesion.assessment.longest_diameter) return std::nullopt;
  const auto k = slice_of(*lesion.assessment.longest_diameter, *lesion.stack);
  return k ? std::optional(reference_to(lesion.stack->slices[*k])) : std::nullopt;
}

CaptureObject capture_of(const MeasuredLesion& lesion, const ExaminedTimepoint& timepoint, const ObjectStamp& stamp)
{
  CaptureObject capture;
  capture.header = study_header_of(timepoint.study_image()->file->data());
  const auto& study = capture.header.study_instance_uid;
  capture.identity = {std::string(sop_classes::secondary_capture),
                      derived_uid({"key image", stamp.fingerprint, study, timepoint.numbers().label.text(), lesion.assessment.lesion.id.text()}),
                      derived_uid({"key image series", study}),
                      "OT",
                      series_number,
                      "Nadir key images",
                      1,
                      stamp.when,
                      stamp.software};
  const auto& image = *lesion.assessment.key_image;
  capture.picture = with_words(drawn(image), image, lesion.assessment.lesion.id.text() + ", " + timepoint.numbers().label.text());
  capture.source = source_of(lesion);
  capture.comment = comment_of(lesion, timepoint);
  return capture;
}
}  // namespace

std::vector<CaptureObject> key_captures(const ExaminedTimepoint& timepoint, const ObjectStamp& stamp)
{
  std::vector<CaptureObject> captures;
  for (const auto& lesion : timepoint.lesions())
  {
    if (!lesion.assessment.key_image) continue;
    captures.push_back(capture_of(lesion, timepoint, stamp));
    captures.back().identity.instance_number = static_cast<int>(captures.size());
  }
  return captures;
}
}  // namespace nadir::report
