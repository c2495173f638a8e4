#include <algorithm>
#include <map>

#include "imaging/dicom/display_text.h"
#include "imaging/dicom/patient_identity.h"
#include "report/dicom_object/object_tags.h"
#include "report/dicom_sr/retired_codes.h"
#include "report/table/visible_text.h"
#include "report/vocabulary/body_site.h"
#include "report/vocabulary/lesion_concepts.h"
#include "segmentation/mask/read_mask.h"
#include "session/import/object_marks.h"

namespace nadir::session
{
namespace
{
namespace tags = report::object_tags;
namespace concepts = report::lesion_concepts;
using imaging::DataSet;
using imaging::NumberVr;
using imaging::Tag;
using report::CodedConcept;
using segmentation::MaskProvenance;
using segmentation::SegmentedLesion;

/// What an object says of one of its labels besides its voxels.
struct LabelFacts
{
  std::string tracking_id;
  std::string tracking_uid;
  std::string organ;
  bool nodal = false;
  std::string left_out;  ///< why it is no lesion, "" = it is one
};

std::optional<std::size_t> timepoint_of(const MaskProvenance& mask, const TimepointFinder& images)
{
  for (const auto& [slice, instance] : mask.slice_sources)
    if (const auto found = images.slice({{{}, {}, "", instance}, 0})) return found->timepoint;
  if (const auto of_series = images.of_series(mask.referenced_series)) return of_series;
  return images.of_frame_of_reference(mask.frame_of_reference);
}

bool is_empty(const SegmentedLesion& lesion)
{
  const auto* mask = std::get_if<segmentation::Mask>(&lesion.shape);
  return mask ? mask->is_empty() : std::get<segmentation::ContourStack>(lesion.shape).planes.empty();
}

measure::Prompt prompt_of(const SegmentedLesion& lesion, const std::filesystem::path& path)
{
  if (is_empty(lesion)) return measure::StatePrompt{"ABSENT", "empty segment"};
  return measure::MaskPrompt{std::filesystem::absolute(path), lesion.label};
}

Failure no_timepoint()
{
  return {ImportError::NoTimepoint, "it was drawn on images that no time point, or more than one, has (its lesions would get a wrong "
                                    "date). Add the folder of its images as a time point."};
}

/// Two segments of one object are two things, also where nothing but their numbers tells them apart.
void tell_apart(std::vector<ImportedMark>& marks)
{
  std::map<std::string, int> seen;
  for (auto& mark : marks)
  {
    if (!mark.tracking.uid.empty()) continue;
    const int number = ++seen[mark.name];
    if (number > 1) mark.name += " (" + std::to_string(number) + ")";
  }
}

Result<ObjectMarks> marks_of(const std::filesystem::path& path, const std::map<int, LabelFacts>& facts, const TimepointFinder& images)
{
  const auto lesions = segmentation::read_mask(path);
  if (!lesions) return lesions.failure();
  const auto timepoint = timepoint_of(lesions->front().provenance, images);
  if (!timepoint) return no_timepoint();
  ObjectMarks result;
  for (const auto& lesion : *lesions)
  {
    const auto known = facts.find(lesion.label);
    const LabelFacts fact = known == facts.end() ? LabelFacts{} : known->second;
    const auto name = !fact.tracking_id.empty() ? fact.tracking_id
                      : !lesion.name.empty()    ? lesion.name
                                                : "label " + std::to_string(lesion.label);
    if (!fact.left_out.empty()) result.notices.push_back("\"" + name + "\": " + fact.left_out + "; left out");
    else
      result.marks.push_back({name,
                              {fact.tracking_uid, fact.tracking_id},
                              images.timepoints()[*timepoint].label,
                              prompt_of(lesion, path),
                              std::nullopt,
                              fact.organ,
                              fact.nodal});
  }
  tell_apart(result.marks);
  return result;
}

CodedConcept code_in(const DataSet& item, Tag sequence, const std::vector<std::string>& characters)
{
  const auto items = item.items(sequence);
  if (items.empty()) return {};
  const auto text = [&](Tag tag) { return imaging::utf8_text(items.front().text(tag), characters); };
  return report::current_code({text(tags::code_value), text(tags::coding_scheme_designator), text(tags::code_meaning)});
}

/// Parts of a lesion have sizes of their own that RECIST does not count.
bool is_part(const CodedConcept& type)
{
  for (const auto& part : {concepts::necrosis(), concepts::enhancing(), concepts::non_enhancing(), concepts::hemorrhage(), concepts::fat(),
                           CodedConcept{"79654002", "SCT", "Edema"}})
    if (type == part) return true;
  return false;
}

bool is_anatomical(const CodedConcept& category)
{
  return category == concepts::anatomical_structure() || category == concepts::tissue() || category.value == "91723000";
}

std::string why_no_lesion(const CodedConcept& category, const CodedConcept& type)
{
  if (is_part(type)) return "part of a lesion (" + type.meaning + ")";
  if (is_anatomical(category) && !(type == concepts::lymph_node())) return "anatomical structure (" + type.meaning + ")";
  return "";
}

std::optional<int> whole_number(const DataSet& item, Tag tag, NumberVr vr)
{
  const auto numbers = item.numbers(tag, vr);
  return numbers && numbers->size() == 1 ? std::optional(static_cast<int>(numbers->front())) : std::nullopt;
}

/// Left, Right, or both, of a code's modifiers (CID 244); "" for any other modifier.
std::string side_in(const DataSet& item, Tag modifiers, const std::vector<std::string>& characters)
{
  const auto code = code_in(item, modifiers, characters);
  for (const auto side : {report::Laterality::Left, report::Laterality::Right, report::Laterality::Bilateral})
    if (code == report::concept_of(side)) return ", " + report::concept_of(side).meaning;
  return "";
}

/// Where the segment lies, with its side: the anatomic region, else the structure that the segment is.
std::string organ_of(const DataSet& segment, const std::vector<std::string>& characters)
{
  constexpr Tag type_modifiers{0x0062, 0x0011};
  const auto regions = segment.items(tags::anatomic_region_sequence), types = segment.items(tags::segmented_property_type_code_sequence);
  const auto own_side = types.empty() ? std::string() : side_in(types.front(), type_modifiers, characters);
  if (!regions.empty())
  {
    const auto side = side_in(regions.front(), tags::anatomic_region_modifier_sequence, characters);
    return code_in(segment, tags::anatomic_region_sequence, characters).meaning + (side.empty() ? own_side : side);
  }
  const auto type = code_in(segment, tags::segmented_property_type_code_sequence, characters);
  return is_anatomical(code_in(segment, tags::segmented_property_category_code_sequence, characters)) ? type.meaning + own_side : "";
}

LabelFacts facts_of_segment(const DataSet& segment, const std::vector<std::string>& characters)
{
  const auto type = code_in(segment, tags::segmented_property_type_code_sequence, characters);
  return {report::original_text(imaging::utf8_text(segment.text(tags::tracking_id), characters)), segment.text(tags::tracking_uid),
          organ_of(segment, characters), type == concepts::lymph_node(),
          why_no_lesion(code_in(segment, tags::segmented_property_category_code_sequence, characters), type)};
}

void take_everything(ImportScope scope, std::map<int, LabelFacts>& facts)
{
  if (scope == ImportScope::Everything)
    for (auto& [label, fact] : facts) fact.left_out.clear();
}

/// RT ROI Interpreted Type of what is no tumour (PS3.3 C.8.8.8.1).
bool is_no_tumour(const std::string& type)
{
  for (const auto* other : {"ORGAN", "EXTERNAL", "PTV", "CTV", "AVOIDANCE", "MARKER", "REGISTRATION", "ISOCENTER", "CONTRAST_AGENT",
                            "CAVITY", "SUPPORT", "FIXATION", "BOLUS", "CONTROL"})
    if (type == other) return true;
  return false;
}
}  // namespace

Result<ObjectMarks> segment_marks(const std::filesystem::path& path, const imaging::DicomFile& file, const TimepointFinder& images,
                                  ImportScope scope)
{
  std::map<int, LabelFacts> facts;
  for (const auto& segment : file.data().items(tags::segment_sequence))
    if (const auto number = whole_number(segment, tags::segment_number, NumberVr::US))
      facts.emplace(*number, facts_of_segment(segment, file.data().texts(tags::specific_character_set)));
  take_everything(scope, facts);
  return marks_of(path, facts, images);
}

Result<ObjectMarks> structure_marks(const std::filesystem::path& path, const imaging::DicomFile& file, const TimepointFinder& images,
                                    ImportScope scope)
{
  constexpr imaging::Tag observations{0x3006, 0x0080}, referenced_roi{0x3006, 0x0084}, interpreted_type{0x3006, 0x00A4};
  std::map<int, LabelFacts> facts;
  for (const auto& observation : file.data().items(observations))
  {
    const auto type = observation.text(interpreted_type);
    const auto number = whole_number(observation, referenced_roi, NumberVr::IS);
    if (number && is_no_tumour(type)) facts[*number].left_out = "no tumour volume (" + type + ")";
  }
  take_everything(scope, facts);
  return marks_of(path, facts, images);
}
}  // namespace nadir::session
