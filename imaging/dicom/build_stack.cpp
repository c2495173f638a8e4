#include "imaging/dicom/build_stack.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "imaging/dicom/certify_slices.h"
#include "imaging/dicom/intensity_remarks.h"
#include "imaging/dicom/value_list.h"

namespace nadir::imaging
{
namespace
{
std::string joined(const std::vector<std::string>& reasons)
{
  std::string text;
  for (const auto& reason : reasons) append(text, reason, ", ");
  return text;
}

/// Remarks of the same kind about several images as one, with their number.
std::vector<GeometryRemark> gathered(const std::vector<GeometryRemark>& remarks)
{
  std::map<std::string, int> count;
  for (const auto& remark : remarks) ++count[remark.code];
  std::vector<GeometryRemark> gathered;
  for (const auto& remark : remarks)
    if (auto& n = count[remark.code]; n > 0)
    {
      gathered.push_back(remark);
      if (n > 1) gathered.back().text += " The same holds for " + std::to_string(n - 1) + (n == 2 ? " other image." : " other images.");
      n = 0;
    }
  return gathered;
}

void sort_by_position(FrameList& frames)
{
  const auto along = positions_along_normal(frames);
  std::vector<std::pair<double, const ImageFrame*>> sorted;
  for (std::size_t n = 0; n < frames.size(); ++n) sorted.emplace_back(along[n], frames[n]);
  std::ranges::stable_sort(sorted, {}, [](const auto& entry) { return entry.first; });
  for (std::size_t n = 0; n < frames.size(); ++n) frames[n] = sorted[n].second;
}

SliceSource source_of(const ImageFrame& frame)
{
  return {frame.object->sop_instance, frame.object->path, frame.index, frame.placement.position, frame.rescale, frame.object->file};
}

void describe(ImageStack& stack, const ImageFrame& first)
{
  const auto& pixels = *first.object->file->pixels();
  stack.series = first.object->series;
  stack.series_description = first.object->series_description;
  stack.bits_allocated = pixels.bits_allocated;
  stack.is_signed = pixels.is_signed;
  stack.is_float = pixels.is_float;
  stack.body_part = first.object->body_part;
  stack.acquisition_time = first.timing.acquired.empty() ? first.timing.content : first.timing.acquired;
  stack.certificate.frame_of_reference = first.object->frame_of_reference;
  stack.certificate.laterality = first.laterality;
}

void add_object_remarks(GeometryCertificate& certificate, const FrameList& frames)
{
  std::vector<GeometryRemark> remarks;
  const ImageObject* previous = nullptr;
  for (const auto* frame : frames)
  {
    if (frame->object.get() != previous) remarks.insert(remarks.end(), frame->object->remarks.begin(), frame->object->remarks.end());
    previous = frame->object.get();
  }
  for (auto& remark : gathered(remarks)) certificate.remarks.push_back(std::move(remark));
}

void add_defects(GeometryCertificate& certificate, const FrameList& unplaced)
{
  std::vector<GeometryRemark> defects;
  for (const auto* frame : unplaced) defects.insert(defects.end(), frame->placement.defects.begin(), frame->placement.defects.end());
  for (auto& defect : gathered(defects)) certificate.remarks.push_back(std::move(defect));
}

std::optional<ImageGeometry> geometry_of(const FrameList& frames, GeometryCertificate& certificate, double slice_spacing)
{
  const auto& first = *frames.front();
  const auto& pixels = *first.object->file->pixels();
  const auto& place = first.placement;
  auto geometry = ImageGeometry::make({pixels.columns, pixels.rows, static_cast<int>(frames.size())},
                                      {place.column_spacing, place.row_spacing, slice_spacing}, place.position,
                                      {place.row, place.column, cross(place.row, place.column)});
  if (geometry) return std::move(geometry).value();
  certificate.remarks.push_back({Severity::Refusal, std::string(geometry.failure().code()), geometry.failure().message()});
  return std::nullopt;
}

std::optional<double> slice_spacing_of(const FrameList& frames, const GeometryCertificate& certificate, double mean_step)
{
  if (frames.size() == 1) return frames.front()->placement.thickness;
  return certificate.is_measurable() ? std::optional(mean_step) : std::nullopt;
}
}  // namespace

ImageStack build_stack(const StackDraft& draft)
{
  ImageStack stack;
  auto frames = draft.frames;
  if (!frames.empty()) sort_by_position(frames);
  auto all = frames;
  all.insert(all.end(), draft.unplaced.begin(), draft.unplaced.end());
  describe(stack, *all.front());
  stack.split_reason = joined(draft.reasons);
  for (const auto* frame : all) stack.slices.push_back(source_of(*frame));
  auto& certificate = stack.certificate;
  certificate.slices = static_cast<int>(all.size());
  add_defects(certificate, draft.unplaced);
  certificate.remarks.insert(certificate.remarks.end(), draft.remarks.begin(), draft.remarks.end());
  add_object_remarks(certificate, all);
  if (frames.empty()) return stack;
  const bool had_refusal = !certificate.is_measurable();
  const double mean_step = certify_slices(certificate, frames);
  describe_intensities(certificate, frames);
  if (had_refusal) return stack;
  if (const auto spacing = slice_spacing_of(frames, certificate, mean_step)) stack.geometry = geometry_of(frames, certificate, *spacing);
  return stack;
}
}  // namespace nadir::imaging
