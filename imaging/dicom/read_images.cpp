#include "imaging/dicom/read_images.h"

#include <algorithm>
#include <limits>

#include "imaging/dicom/attributes.h"
#include "imaging/dicom/display_text.h"
#include "imaging/dicom/frame_contrast.h"
#include "imaging/dicom/frame_placement.h"
#include "imaging/dicom/frame_timing.h"
#include "imaging/dicom/object_kind.h"
#include "imaging/dicom/patient_identity.h"
#include "imaging/dicom/scan_error.h"
#include "imaging/dicom/tags.h"

namespace nadir::imaging
{
namespace
{
std::string sop_instance_of(const DicomFile& file)
{
  auto uid = file.data().text(tags::sop_instance);
  return uid.empty() ? file.meta().text(tags::media_storage_sop_instance) : uid;
}

std::optional<int> small_integer(const DataSet& data, Tag tag)
{
  const auto value = integer(data, tag, NumberVr::IS);
  if (!value || std::abs(*value) > std::numeric_limits<int>::max()) return std::nullopt;
  return static_cast<int>(*value);
}

std::string coded_region(const DataSet& level, const std::vector<std::string>& character_set)
{
  const auto items = level.items(tags::anatomic_region_sequence);
  return items.empty() ? "" : utf8_text(items.front().text(tags::code_meaning), character_set);
}

std::string body_part_of(const DataSet& data, const std::vector<std::string>& character_set)
{
  auto body_part = utf8_text(data.text(tags::body_part_examined), character_set);
  if (body_part.empty()) body_part = coded_region(data, character_set);
  if (!body_part.empty()) return body_part;
  const auto* anatomy = FrameLevels(data, 0).group(tags::frame_anatomy_sequence);
  return anatomy == nullptr ? "" : coded_region(*anatomy, character_set);
}

ImageObject object_of(const std::filesystem::path& path, std::shared_ptr<const DicomFile> file)
{
  const auto& data = file->data();
  const auto character_set = data.texts(tags::specific_character_set);
  ImageObject object;
  object.path = path;
  object.sop_class = sop_class_of(*file);
  object.sop_instance = SopInstanceUid(sop_instance_of(*file));
  object.study = StudyUid(data.text(tags::study_instance));
  object.series = SeriesUid(data.text(tags::series_instance));
  object.frame_of_reference = FrameOfReferenceUid(data.text(tags::frame_of_reference));
  object.patient = read_patient_identity(data);
  object.series_number = small_integer(data, tags::series_number).value_or(0);
  object.modality = code_text(data, tags::modality);
  object.series_description = utf8_text(data.text(tags::series_description), character_set);
  object.body_part = body_part_of(data, character_set);
  object.study_date = data.text(tags::study_date);
  object.study_time = data.text(tags::study_time);
  object.acquired = acquisition_moment(data);
  object.manufacturer = upper_case(data.text(tags::manufacturer));
  object.images_in_acquisition = small_integer(data, tags::images_in_acquisition);
  object.file = std::move(file);
  return object;
}

/// "L", "R" or "B"; "U" (an unpaired body part) says no more than nothing.
std::string known_side(std::string side) { return side == "L" || side == "R" || side == "B" ? side : ""; }

std::string laterality_of(const FrameLevels& levels)
{
  if (const auto* anatomy = levels.group(tags::frame_anatomy_sequence))
    if (auto side = known_side(code_text(*anatomy, tags::frame_laterality)); !side.empty()) return side;
  auto side = known_side(code_text(levels.root(), tags::image_laterality));
  return side.empty() ? known_side(code_text(levels.root(), tags::laterality)) : side;
}

/// True when an attribute has a value that is no number; the value then must not be taken for absent.
bool is_broken(const DataSet& level, Tag tag)
{
  if (level.bytes(tag).empty()) return false;
  const auto values = level.numbers(tag, NumberVr::DS);
  return !values || values->size() > 1;
}

Rescale rescale_of(const FrameLevels& levels, std::vector<GeometryRemark>& defects, const std::string& name)
{
  const auto& level = levels.level_of(tags::pixel_value_transformation_sequence, tags::rescale_slope);
  const Rescale rescale{number(level, tags::rescale_slope, NumberVr::DS).value_or(1.0),
                        number(level, tags::rescale_intercept, NumberVr::DS).value_or(0.0)};
  if (is_broken(level, tags::rescale_slope) || is_broken(level, tags::rescale_intercept) || rescale.slope == 0.0)
    defects.push_back({Severity::Refusal, "pixels.bad-rescale",
                       "Rescale Slope or Intercept (0028,1052/1053) is no usable number in " + name +
                           " (pixel values would be wrong). Export the series again."});
  return rescale;
}

/// Reasons why the pixels of an object are not one scalar image per frame.
std::vector<GeometryRemark> object_defects(const ImageObject& object)
{
  const auto& data = object.file->data();
  const auto& pixels = *object.file->pixels();
  const auto name = shown_name(object.path);
  std::vector<GeometryRemark> defects;
  const auto refuse = [&](std::string code, std::string text) { defects.push_back({Severity::Refusal, std::move(code), std::move(text)}); };
  if (code_text(data, tags::image_type).find("MOSAIC") != std::string::npos)
    refuse("geometry.mosaic", name + " is a Siemens mosaic: many slices tiled into one image (lengths across tiles mean nothing). "
                                     "Export the series as Enhanced MR or with one file a slice.");
  if (pixels.samples != 1 || pixels.photometric_interpretation == "PALETTE COLOR")
    refuse("pixels.colour", name + " is a colour image (it has no single signal to measure). Use the grey-scale original.");
  const auto groups = data.items(tags::per_frame_functional_groups).size();
  if (groups > 0 && groups != static_cast<std::size_t>(pixels.frames))
    refuse("geometry.frame-count", name + " describes " + std::to_string(groups) + " frames but holds " + std::to_string(pixels.frames) +
                                       " (slices cannot be told apart). Export the series again.");
  if (groups == 0 && pixels.frames > 1 && data.items(tags::shared_functional_groups).empty())
    refuse("geometry.multi-frame",
           name + " holds " + std::to_string(pixels.frames) +
               " frames without a position for each (slices cannot be placed). Export the series as Enhanced MR or one file a slice.");
  return defects;
}

ImageFrame frame_of(const std::shared_ptr<const ImageObject>& object, int index, const std::vector<GeometryRemark>& defects)
{
  const FrameLevels levels(object->file->data(), index);
  const auto name = shown_name(object->path);
  ImageFrame frame;
  frame.object = object;
  frame.index = index;
  frame.placement = read_placement(levels, name);
  frame.rescale = rescale_of(levels, frame.placement.defects, name);
  frame.placement.defects.insert(frame.placement.defects.begin(), defects.begin(), defects.end());
  frame.contrast = read_contrast(levels);
  frame.timing = read_timing(levels);
  frame.laterality = laterality_of(levels);
  return frame;
}
}  // namespace

Result<std::vector<ImageFrame>> read_images(const std::filesystem::path& path, std::shared_ptr<const DicomFile> file)
{
  if (!file->pixels())
    return Failure{ScanError::NoPixelData, "the image has no pixel data (there is nothing to measure). Export it again."};
  const auto object = std::make_shared<const ImageObject>(object_of(path, std::move(file)));
  if (object->study.empty() || object->series.empty() || object->sop_instance.empty())
    return Failure{
        ScanError::NoIdentity,
        "the Study, Series or SOP Instance UID is missing (the image cannot be told from others). Export it again from its archive."};
  const auto defects = object_defects(*object);
  std::vector<ImageFrame> frames;
  frames.reserve(static_cast<std::size_t>(object->file->pixels()->frames));
  for (int index = 0; index < object->file->pixels()->frames; ++index) frames.push_back(frame_of(object, index, defects));
  return frames;
}
}  // namespace nadir::imaging
