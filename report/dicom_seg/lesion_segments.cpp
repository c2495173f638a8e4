#include "report/dicom_seg/lesion_segments.h"

#include <algorithm>
#include <array>
#include <map>

#include "report/dicom_object/dicom_text.h"
#include "report/dicom_object/object_tags.h"
#include "report/identity/derived_uid.h"
#include "report/identity/tracking_uid.h"
#include "report/vocabulary/body_site.h"
#include "report/vocabulary/lesion_concepts.h"
#include "report/vocabulary/sop_classes.h"

namespace nadir::report
{
namespace
{
using imaging::ImageStack;
using measure::MeasuredLesion;
using segmentation::NecrosisSupport;
using segmentation::TissueClass;
using segmentation::TissuePart;
using Color = std::array<std::uint16_t, 3>;

// CIELab of yellow, red, blue, dark red, orange and grey (D65), scaled as PS3.3 C.10.7.1.1 has it: L * 655.35, (a + 128) * 257, (b + 128) *
// 257.
constexpr Color yellow{63669, 27360, 57179};
constexpr Color red{34891, 53488, 50170};
constexpr Color blue{21168, 53248, 5175};
constexpr Color dark_red{16813, 45185, 42689};
constexpr Color orange{49048, 39042, 53191};
constexpr Color grey{35130, 32896, 32896};

Color color_of(TissueClass tissue)
{
  switch (tissue)
  {
  case TissueClass::Viable: return red;
  case TissueClass::Necrosis: return blue;
  case TissueClass::Haemorrhage: return dark_red;
  case TissueClass::Fat: return orange;
  case TissueClass::Indeterminate: return grey;
  }
  return grey;
}

/// What may be said of a part. Where no contrast was given, what lives is not known to enhance; where nothing but missing uptake speaks for
/// necrosis, it is not called so.
CodedConcept type_of(TissueClass tissue, NecrosisSupport support)
{
  switch (tissue)
  {
  case TissueClass::Viable: return support == NecrosisSupport::NoContrast ? lesion_concepts::tumor() : lesion_concepts::enhancing();
  case TissueClass::Necrosis: return support == NecrosisSupport::None ? lesion_concepts::non_enhancing() : lesion_concepts::necrosis();
  case TissueClass::Haemorrhage: return lesion_concepts::hemorrhage();
  case TissueClass::Fat: return lesion_concepts::fat();
  case TissueClass::Indeterminate: return lesion_concepts::non_enhancing();
  }
  return lesion_concepts::non_enhancing();
}

SegmentAlgorithm algorithm_of(const measure::LesionAssessment& lesion)
{
  if (lesion.evidence.source == "propagation") return {"AUTOMATIC", "nadir propagation"};
  if (lesion.evidence.source == "segmentation") return {"SEMIAUTOMATIC", "nadir segmentation from a mark"};
  if (lesion.evidence.source == "reader") return {"MANUAL", ""};
  return {"SEMIAUTOMATIC", "given to nadir as a file"};
}

void set_site(const measure::Lesion& lesion, Segment& segment)
{
  const auto site = lesion.nodal ? node_site_of(lesion.organ) : body_site_of(lesion.organ);
  if (!site) return;
  segment.site = site->site;
  if (site->laterality) segment.laterality = concept_of(*site->laterality);
}

Segment whole_lesion(const ExaminedTimepoint& timepoint, const MeasuredLesion& lesion, segmentation::Mask mask)
{
  const auto& declared = lesion.assessment.lesion;
  Segment segment{declared.id.text(),
                  declared.nodal ? lesion_concepts::anatomical_structure() : lesion_concepts::abnormal_structure(),
                  declared.nodal ? lesion_concepts::lymph_node() : lesion_concepts::tumor(),
                  {},
                  {},
                  algorithm_of(lesion.assessment),
                  carried_text(tracking_identifier(timepoint.assessment(), declared.id)),
                  tracking_uid(timepoint.assessment(), declared.id),
                  yellow,
                  std::move(mask)};
  set_site(declared, segment);
  return segment;
}

Segment part_of(const Segment& whole, const TissuePart& part, const segmentation::TissueMap& map)
{
  auto segment = whole;
  const std::string name(name_of(part.tissue));
  segment.label = whole.label + " " + name;
  segment.category = part.tissue == TissueClass::Fat ? lesion_concepts::tissue() : lesion_concepts::abnormal_structure();
  segment.type = type_of(part.tissue, map.support);
  segment.algorithm = {map.threshold && map.threshold->is_set ? "SEMIAUTOMATIC" : "AUTOMATIC", "nadir tissue"};
  segment.tracking_id = whole.tracking_id + " " + name;
  segment.tracking_uid = derived_uid({"part", whole.tracking_uid, name});
  segment.color = color_of(part.tissue);
  segment.mask = part.mask;
  return segment;
}

void add_parts(const Segment& whole, const segmentation::TissueMap& map, std::vector<Segment>& segments)
{
  for (const auto& part : map.parts)
    if (part.is_decidable && !part.mask.is_empty()) segments.push_back(part_of(whole, part, map));
}

bool is_on(const segmentation::Mask& mask, const ImageStack& stack)
{
  return stack.geometry && mask.geometry().coincides_with(*stack.geometry, Millimeters{0.01});
}

segmentation::Mask empty_mask(const ImageStack& stack)
{
  return segmentation::Mask::from_box(*stack.geometry, {{0, 0, 0}, {1, 1, 1}}, {0});
}

/// A new lesion of which nothing is said at this time point.
bool is_not_found_yet(const measure::LesionAssessment& lesion)
{
  return lesion.lesion.role == measure::LesionRole::New && (lesion.state == "NONE" || lesion.state == "NOT_DONE");
}

/// Gathers segments by stack.
class Collection
{
public:
  Collection(const ExaminedTimepoint& timepoint, const ObjectStamp& stamp) : timepoint_(timepoint), stamp_(stamp) {}

  void add(const MeasuredLesion& lesion)
  {
    const auto* stack = timepoint_.stack_of(lesion);
    if (is_not_found_yet(lesion.assessment)) return;
    const bool is_gone = lesion.assessment.state == "ABSENT" && !lesion.mask;
    if (!stack || !stack->geometry || stack->certificate.frame_of_reference.empty())
      return leave_out(lesion, "the images have no geometry or frame of reference");
    if (is_gone) return add_segments(*stack, {whole_lesion(timepoint_, lesion, empty_mask(*stack))});
    if (!lesion.mask) return leave_out(lesion, "voxels are not known");
    if (!is_on(*lesion.mask, *stack)) return leave_out(lesion, "voxels are not those of the images");
    std::vector<Segment> segments{whole_lesion(timepoint_, lesion, *lesion.mask)};
    if (lesion.tissue) add_parts(Segment(segments.front()), *lesion.tissue, segments);
    add_segments(*stack, std::move(segments));
  }

  LesionSegmentations finish() &&
  {
    for (const auto& [why, lesions] : left_out_)
      result_.left_out.push_back("at \"" + timepoint_.numbers().label.text() + "\", as " + why + ": " + lesions);
    return std::move(result_);
  }

private:
  void leave_out(const MeasuredLesion& lesion, const std::string& why)
  {
    auto& names = left_out_[why];
    names += (names.empty() ? "lesion " : ", ") + lesion.assessment.lesion.id.text();
  }

  void add_segments(const ImageStack& stack, std::vector<Segment> segments)
  {
    auto& all = object_of(stack).segments;
    std::move(segments.begin(), segments.end(), std::back_inserter(all));
  }

  SegmentationObject& object_of(const ImageStack& stack)
  {
    auto& objects = result_.objects;
    const auto found =
        std::find_if(objects.begin(), objects.end(), [&](const SegmentationObject& object) { return object.stack == &stack; });
    if (found != objects.end()) return *found;
    return objects.emplace_back(new_object(stack));
  }

  SegmentationObject new_object(const ImageStack& stack) const
  {
    SegmentationObject object;
    object.header = study_header_of(stack.slices.front().file->data());
    object.stack = &stack;
    object.content_label = "LESIONS";
    object.content_description = "Lesions and their parts";
    object.creator = stamp_.person;
    const auto& study = object.header.study_instance_uid;
    const int number = static_cast<int>(result_.objects.size()) + 1;
    object.identity = {std::string(sop_classes::segmentation),
                       derived_uid({"segmentation", stamp_.fingerprint, timepoint_.numbers().label.text(), stack.series.text(), stack.id}),
                       derived_uid({"segmentation series", study}),
                       "SEG",
                       series_number,
                       "Nadir lesions",
                       number,
                       stamp_.when,
                       stamp_.software};
    return object;
  }

  static constexpr int series_number = 9101;

  const ExaminedTimepoint& timepoint_;
  const ObjectStamp& stamp_;
  std::map<std::string, std::string> left_out_;  ///< why -> lesions
  LesionSegmentations result_;
};
}  // namespace

LesionSegmentations lesion_segmentations(const ExaminedTimepoint& timepoint, const ObjectStamp& stamp)
{
  Collection collection(timepoint, stamp);
  for (const auto& lesion : timepoint.lesions()) collection.add(lesion);
  return std::move(collection).finish();
}
}  // namespace nadir::report
