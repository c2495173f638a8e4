#include "report/dicom_capture/key_captures.h"

#include "report/dicom_capture/capture_words.h"
#include "report/dicom_object/object_tags.h"
#include "report/identity/derived_uid.h"
#include "report/vocabulary/body_site.h"
#include "report/vocabulary/sop_classes.h"

namespace nadir::report
{
namespace
{
using measure::MeasuredLesion;

constexpr Tag image_laterality{0x0020, 0x0062};

std::string comment_of(const MeasuredLesion& lesion, const ExaminedTimepoint& timepoint)
{
  std::string text = lesion.assessment.lesion.id.text() + " at " + timepoint.numbers().label.text() + ": ";
  const auto& image = *lesion.assessment.key_image;
  for (const auto& caliper : image.calipers) text += (&caliper == image.calipers.data() ? "" : ", ") + caliper.label;
  return text + ". " + image.caption;
}

const imaging::SliceSource* source_slice(const MeasuredLesion& lesion)
{
  if (!lesion.stack || !lesion.assessment.longest_diameter) return nullptr;
  const auto k = slice_of(*lesion.assessment.longest_diameter, *lesion.stack);
  return k ? &lesion.stack->slices[*k] : nullptr;
}

/// As the image has it, else as the reader's words have it.
std::string laterality_of(const MeasuredLesion& lesion, const imaging::SliceSource* slice)
{
  namespace tags = object_tags;
  if (slice)
    for (const auto tag : {tags::laterality, image_laterality})
      if (const auto side = slice->file->data().text(tag); side == "L" || side == "R") return side;
  const auto site = body_site_of(lesion.assessment.lesion.organ);
  if (!site || !site->laterality) return "";
  return *site->laterality == Laterality::Left ? "L" : *site->laterality == Laterality::Right ? "R" : "";
}

/// Pictures of one side; a series cannot have two (PS3.3 C.7.3.1).
struct Series
{
  std::string uid, description;
  int number = 9104;
};

Series series_of(const std::string& study, const std::string& laterality)
{
  if (laterality.empty()) return {derived_uid({"key image series", study}), "Nadir key images"};
  const bool is_left = laterality == "L";
  return {derived_uid({"key image series", study, laterality}), is_left ? "Nadir key images, left" : "Nadir key images, right",
          is_left ? 9114 : 9124};
}

CaptureObject capture_of(const MeasuredLesion& lesion, const ExaminedTimepoint& timepoint, const ObjectStamp& stamp)
{
  CaptureObject capture;
  capture.header = study_header_of(timepoint.study_image()->file->data());
  const auto& study = capture.header.study_instance_uid;
  const auto* slice = source_slice(lesion);
  capture.laterality = laterality_of(lesion, slice);
  const auto series = series_of(study, capture.laterality);
  capture.identity = {
      std::string(sop_classes::secondary_capture),
      derived_uid({"key image", stamp.fingerprint, study, timepoint.numbers().label.text(), lesion.assessment.lesion.id.text()}),
      series.uid,
      "OT",
      series.number,
      series.description,
      1,
      stamp.when,
      stamp.software};
  const auto& image = *lesion.assessment.key_image;
  capture.picture = with_words(drawn(image), image, lesion.assessment.lesion.id.text() + ", " + timepoint.numbers().label.text());
  if (slice) capture.source = reference_to(*slice);
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
