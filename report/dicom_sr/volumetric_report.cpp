#include "report/dicom_sr/volumetric_report.h"

#include <algorithm>

#include "report/dicom_object/dicom_text.h"
#include "report/dicom_sr/linear_report.h"
#include "report/dicom_sr/report_concepts.h"
#include "report/vocabulary/measurement_concepts.h"
#include "report/vocabulary/response_concepts.h"

namespace nadir::report
{
namespace
{
namespace concepts = report_concepts;

std::vector<ImageReference> images_under(const SegmentationObject& object, int number)
{
  std::vector<ImageReference> images;
  for (const auto& frame : frames_of(object))
    if (frame.segment == number) images.push_back(reference_to(object.stack->slices[static_cast<std::size_t>(frame.slice)]));
  return images;
}

ReportedMeasurement volume_of(const Segment& segment)
{
  const auto& names = concept_of(MeasuredQuantity::Volume);
  const double volume = static_cast<double>(segment.mask.count()) * segment.mask.geometry().voxel_volume_mm3();
  return {names.dicom, volume, names.unit, {}, concepts::sum_of_voxel_volumes(), {}};
}

ReportedMeasurement adc(double value, const CodedConcept& derivation)
{
  const auto& names = concept_of(MeasuredQuantity::ApparentDiffusionCoefficient);
  return {names.dicom, value, names.unit, derivation, {}, {}};  // 1e-6 mm2/s are 1 um2/s
}

/// ADC of the part that this segment is, by its label "T01 necrosis".
void add_adc(const ExaminedTimepoint& timepoint, const Segment& segment, ReportedLesion& group)
{
  for (const auto& lesion : timepoint.lesions())
  {
    if (!lesion.assessment.tissue) continue;
    for (const auto& amount : lesion.assessment.tissue->tissues)
    {
      if (lesion.assessment.lesion.id.text() + " " + amount.tissue != segment.label) continue;
      if (amount.adc_mean) group.measurements.push_back(adc(*amount.adc_mean, concepts::mean()));
      if (amount.adc_median) group.measurements.push_back(adc(*amount.adc_median, concepts::median()));
    }
  }
}

ReportedLesion group_of(const ExaminedTimepoint& timepoint, const SegmentationObject& object, std::size_t index)
{
  const auto& segment = object.segments[index];
  const int number = static_cast<int>(index) + 1;
  ReportedLesion group;
  group.tracking_identifier = segment.tracking_id;
  group.tracking_uid = segment.tracking_uid;
  group.finding = segment.type;
  group.time_point = carried_text(timepoint.numbers().label.text());
  if (timepoint.is_baseline()) group.time_point_type = concepts::baseline();
  group.site = segment.site;
  group.laterality = segment.laterality;
  group.segment = ReportedSegment{{StudyUid{object.header.study_instance_uid}, SeriesUid{object.identity.series_instance},
                                   object.identity.sop_class, SopInstanceUid{object.identity.sop_instance}},
                                  number,
                                  images_under(object, number)};
  group.measurements = {volume_of(segment)};
  add_adc(timepoint, segment, group);
  return group;
}

void add_images(const ReportedLesion& group, std::vector<ImageReference>& library)
{
  for (const auto& image : group.segment->source_images)
    if (std::find(library.begin(), library.end(), image) == library.end()) library.push_back(image);
}
}  // namespace

MeasurementReport volumetric_report(const ExaminedTimepoint& timepoint, const ObjectStamp& stamp,
                                    const std::vector<SegmentationObject>& segmentations)
{
  auto report = report_frame(timepoint, stamp);
  for (const auto& object : segmentations)
    for (std::size_t s = 0; s < object.segments.size(); ++s)
    {
      report.lesions.push_back(group_of(timepoint, object, s));
      add_images(report.lesions.back(), report.library);
    }
  return report;
}
}  // namespace nadir::report
