#include "report/dicom_object/image_reference.h"

#include <algorithm>

#include "imaging/dicom/tags.h"

namespace nadir::report
{
namespace tags = imaging::tags;

ImageReference reference_to(const imaging::SliceSource& slice)
{
  NADIR_EXPECTS(slice.file != nullptr);
  const auto& data = slice.file->data();
  const bool has_frames = slice.file->pixels() && slice.file->pixels()->frames > 1;
  return {{StudyUid{data.text(tags::study_instance)}, SeriesUid{data.text(tags::series_instance)}, data.text(tags::sop_class),
           slice.sop_instance},
          has_frames ? slice.frame + 1 : 0};
}

std::vector<ObjectReference> objects_of(const std::vector<ImageReference>& images)
{
  std::vector<ObjectReference> objects;
  for (const auto& image : images) objects.push_back(image.object);
  std::sort(objects.begin(), objects.end());
  objects.erase(std::unique(objects.begin(), objects.end()), objects.end());
  return objects;
}
}  // namespace nadir::report
