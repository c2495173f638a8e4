#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "measure/assessment/assessed_case.h"
#include "report/dicom_object/image_reference.h"
#include "report/dicom_object/study_header.h"

namespace nadir::report
{
/// One time point of a case that was measured: its numbers, images and voxels side by side. A view; the case must outlive it.
class ExaminedTimepoint
{
public:
  /// `index` is a time point of the case, and the case has its images.
  ExaminedTimepoint(const measure::AssessedCase& assessed, std::size_t index);

  const measure::Assessment& assessment() const { return assessed_->assessment; }
  const measure::TimepointAssessment& numbers() const { return assessed_->assessment.timepoints[index_]; }
  const measure::MeasuredLesions& lesions() const { return assessed_->lesions[index_]; }
  const measure::TimepointImages& images() const { return assessed_->timepoints[index_]->images(); }
  std::size_t index() const { return index_; }
  bool is_baseline() const { return index_ == 0; }

  /// The image whose patient and study our objects repeat: the first slice that a lesion was measured on, else of the first stack.
  /// nullptr when the time point has no DICOM image.
  const imaging::SliceSource* study_image() const;

  /// The stack that a lesion was measured on; for a lesion that is gone, the one that the others were measured on, else the first that may
  /// be measured. nullptr when there is none.
  const imaging::ImageStack* stack_of(const measure::MeasuredLesion& lesion) const;

private:
  const measure::AssessedCase* assessed_;
  std::size_t index_;
};

/// Time points of a case that have DICOM images, in their order.
std::vector<ExaminedTimepoint> examined_timepoints(const measure::AssessedCase& assessed);

/// Where a line lies on the slices of a stack: the slice whose image it names. nullopt when it lies on no single image of the stack.
std::optional<std::size_t> slice_of(const measure::Caliper& line, const imaging::ImageStack& stack);
}  // namespace nadir::report
