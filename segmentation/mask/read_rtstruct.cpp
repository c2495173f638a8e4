#include "segmentation/mask/read_rtstruct.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "segmentation/mask/build_contour_stack.h"
#include "segmentation/mask/dicom_values.h"
#include "segmentation/mask/rtstruct_contours.h"

namespace nadir::segmentation
{
namespace
{
using imaging::DataSet;
using imaging::NumberVr;
using imaging::Tag;

constexpr Tag structure_set_roi_sequence{0x3006, 0x0020};
constexpr Tag roi_number{0x3006, 0x0022};
constexpr Tag referenced_frame_of_reference{0x3006, 0x0024};
constexpr Tag roi_name{0x3006, 0x0026};
constexpr Tag roi_contour_sequence{0x3006, 0x0039};
constexpr Tag referenced_roi_number{0x3006, 0x0084};
constexpr Tag referenced_frame_of_reference_sequence{0x3006, 0x0010};
constexpr Tag rt_referenced_study_sequence{0x3006, 0x0012};
constexpr Tag rt_referenced_series_sequence{0x3006, 0x0014};
constexpr Tag series_instance{0x0020, 0x000E};
constexpr Tag frame_of_reference{0x0020, 0x0052};

Failure malformed(const std::string& problem)
{
  return Failure{MaskError::Malformed, "the structure set " + problem + " (lesions could be mixed up). Export it again."};
}

/// Series that the contours refer to, each once.
std::vector<std::string> referenced_series(const DataSet& data)
{
  std::vector<std::string> series;
  for (const auto& frame : data.items(referenced_frame_of_reference_sequence))
    for (const auto& study : frame.items(rt_referenced_study_sequence))
      for (const auto& item : study.items(rt_referenced_series_sequence))
        if (const auto uid = item.text(series_instance); !uid.empty() && std::find(series.begin(), series.end(), uid) == series.end())
          series.push_back(uid);
  return series;
}

std::string shared_frame_of_reference(const DataSet& data)
{
  const auto* const item = dicom::first_item(data, referenced_frame_of_reference_sequence);
  return item != nullptr ? item->text(frame_of_reference) : data.text(frame_of_reference);
}

/// Contour items by ROI number. Failure: Malformed (no number, or twice the same).
Result<std::map<int, const DataSet*>> contour_items(const DataSet& data)
{
  std::map<int, const DataSet*> items;
  for (const auto& item : data.items(roi_contour_sequence))
  {
    const auto number = dicom::integer(item, referenced_roi_number, NumberVr::IS);
    if (!number) return number.failure();
    if (!*number || !items.emplace(**number, &item).second)
      return malformed("has contours that belong to no ROI, or to one that has others");
  }
  return items;
}

struct Roi
{
  int number = 0;
  std::string name;
  std::string frame_of_reference;
};

Result<std::vector<Roi>> rois_of(const DataSet& data)
{
  std::vector<Roi> rois;
  std::set<int> numbers;
  for (const auto& item : data.items(structure_set_roi_sequence))
  {
    const auto number = dicom::integer(item, roi_number, NumberVr::IS);
    if (!number) return number.failure();
    if (!*number || !numbers.insert(**number).second) return malformed("has two ROIs of the same number, or one without");
    rois.push_back({**number, dicom::utf8(data, item, roi_name), item.text(referenced_frame_of_reference)});
  }
  return rois;
}

/// Stack of a ROI; one that cannot be used stays empty, with the reason as a warning, so that the other ROIs are not lost.
BuiltStack stack_of(const DataSet* contour_item, std::optional<Failure>& refusal)
{
  if (contour_item == nullptr) return *build_contour_stack({});
  const auto contours = roi_contours(*contour_item);
  const auto built = contours ? build_contour_stack(contours->drawn) : Result<BuiltStack>{contours.failure()};
  BuiltStack result;
  if (contours) result.warnings = contours->warnings;
  if (contours && contours->drawn.empty() && !contours->warnings.empty())
  {
    result.warnings.emplace_back("it is drawn in open contours or points only: there is nothing to measure. Draw closed outlines");
    return result;
  }
  if (built)
  {
    result.stack = built->stack;
    result.warnings.insert(result.warnings.end(), built->warnings.begin(), built->warnings.end());
    return result;
  }
  refusal = built.failure();
  result.warnings.push_back("cannot be used: " + built.failure().message());
  return result;
}

SegmentedLesion lesion_of(const Roi& roi, BuiltStack built, MaskProvenance provenance)
{
  if (!roi.frame_of_reference.empty()) provenance.frame_of_reference = FrameOfReferenceUid{roi.frame_of_reference};
  return {roi.number, roi.name, std::move(built.stack), std::move(provenance), std::move(built.warnings)};
}
}  // namespace

Result<std::vector<SegmentedLesion>> read_rtstruct(const imaging::DicomFile& file, MaskProvenance provenance)
{
  const auto& data = file.data();
  const auto rois = rois_of(data);
  if (!rois) return rois.failure();
  if (rois->empty())
    return Failure{MaskError::Empty, "the structure set has no ROI (there is nothing to measure). Export it with the lesion's contours."};
  const auto items = contour_items(data);
  if (!items) return items.failure();
  const auto series = referenced_series(data);
  provenance.format = "RTSTRUCT";
  provenance.frame_of_reference = FrameOfReferenceUid{shared_frame_of_reference(data)};
  if (series.size() == 1) provenance.referenced_series = SeriesUid{series.front()};
  std::optional<Failure> refusal;
  std::size_t refused = 0;
  std::vector<SegmentedLesion> lesions;
  for (const auto& roi : *rois)
  {
    const auto item = items->find(roi.number);
    std::optional<Failure> failure;
    lesions.push_back(lesion_of(roi, stack_of(item == items->end() ? nullptr : item->second, failure), provenance));
    if (series.size() > 1)
      lesions.back().warnings.push_back("the contours refer to " + std::to_string(series.size()) + " series: which one is not told");
    if (failure) refusal = failure, ++refused;
  }
  if (refused == lesions.size()) return *refusal;
  std::stable_sort(lesions.begin(), lesions.end(), [](const auto& a, const auto& b) { return a.label < b.label; });
  return lesions;
}
}  // namespace nadir::segmentation
