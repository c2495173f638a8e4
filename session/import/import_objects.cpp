#include "session/import/import_objects.h"

#include <algorithm>
#include <map>

#include "imaging/dicom/display_text.h"
#include "imaging/dicom/patient_identity.h"
#include "imaging/dicom/tags.h"
#include "report/vocabulary/sop_classes.h"

namespace nadir::session
{
namespace
{
namespace sop = report::sop_classes;
using measure::TimepointImages;

constexpr std::string_view label_map_segmentation = "1.2.840.10008.5.1.4.1.1.66.7";

Failure not_an_object()
{
  return {ImportError::NotAnObject,
          "it is neither a structured report, nor a segmentation, nor a structure set (it marks no lesion). Name other files."};
}

Result<std::vector<TimepointImages>> images_of(const ImportWish& wish)
{
  std::vector<TimepointImages> all;
  for (const auto& timepoint : wish.timepoints)
  {
    auto images = measure::read_timepoint_images(timepoint);
    if (!images) return images.failure();
    all.push_back(std::move(*images));
  }
  return all;
}

Result<Done> check_patient(const imaging::DicomFile& file, const std::vector<TimepointImages>& timepoints)
{
  const auto patient = imaging::read_patient_identity(file.data());
  for (const auto& timepoint : timepoints)
    if (imaging::compare(patient, timepoint.identity) == imaging::IdentityAgreement::Conflict)
      return Failure{ImportError::OtherPatient, "it is of another patient than the images at \"" + timepoint.label.text() + "\" (" +
                                                    imaging::differing_fields(patient, timepoint.identity) +
                                                    " differ). Name objects of this patient."};
  return Done{};
}

Result<ObjectMarks> marks_in(const std::filesystem::path& path, const TimepointFinder& images, ImportScope scope)
{
  const auto file = imaging::DicomFile::open(path);
  if (!file) return file.failure();
  if (const auto same = check_patient(*file, images.timepoints()); !same) return same.failure();
  const auto kind = file->data().text(imaging::tags::sop_class);
  if (kind == sop::segmentation || kind == label_map_segmentation) return segment_marks(path, *file, images, scope);
  if (kind == sop::rt_structure_set) return structure_marks(path, *file, images, scope);
  if (kind.starts_with("1.2.840.10008.5.1.4.1.1.88.")) return report_marks(*file, images);
  return not_an_object();
}

/// Puts marks together to lesions.
class Lesions
{
public:
  Lesions(measure::LesionRole role, std::vector<std::string>& notices) : role_(role), notices_(notices) {}

  void add(const ImportedMark& mark)
  {
    auto& lesion = lesion_of(mark);
    complete(lesion, mark);
    const auto [place, is_new] = lesion.prompts.try_emplace(mark.timepoint, mark.prompt);
    if (is_new) return;
    // Voxels say more than lines: they give the volume, too.
    if (std::holds_alternative<measure::MaskPrompt>(mark.prompt)) place->second = mark.prompt;
    notices_.push_back("\"" + lesion.lesion.id.text() + "\" at \"" + mark.timepoint.text() +
                       "\" is marked more than once; the segmentation was taken where there is one, else the first mark");
  }

  std::vector<measure::CaseLesion> finish() &&
  {
    for (std::size_t l = 0; l < lesions_.size(); ++l)
      if (!has_role_[l])
        notices_.push_back("\"" + lesions_[l].lesion.id.text() + "\": no object states its role; taken as " + std::string(name_of(role_)));
    return std::move(lesions_);
  }

private:
  measure::CaseLesion& lesion_of(const ImportedMark& mark)
  {
    const auto key = mark.tracking.uid.empty() ? "name " + mark.name : mark.tracking.uid;
    const auto [known, is_new] = index_.try_emplace(key, lesions_.size());
    if (!is_new) return lesions_[known->second];
    has_role_.push_back(false);
    return lesions_.emplace_back(measure::CaseLesion{{LesionId{free_name(mark.name)}, role_, "", false}, {}});
  }

  /// Two lesions of one name get different ones.
  std::string free_name(const std::string& wish) const
  {
    const auto is_taken = [this](const std::string& name)
    { return std::any_of(lesions_.begin(), lesions_.end(), [&](const auto& lesion) { return lesion.lesion.id.text() == name; }); };
    std::string name = wish.empty() ? "lesion" : wish;
    for (int number = 2; is_taken(name); ++number) name = wish + " (" + std::to_string(number) + ")";
    return name;
  }

  void complete(measure::CaseLesion& lesion, const ImportedMark& mark)
  {
    const auto number = static_cast<std::size_t>(&lesion - lesions_.data());
    if (mark.role)
    {
      lesion.lesion.role = *mark.role;
      has_role_[number] = true;
    }
    take_tracking(lesion.lesion, mark.tracking);
    if (lesion.lesion.organ.empty()) lesion.lesion.organ = mark.organ;
    lesion.lesion.nodal = lesion.lesion.nodal || mark.nodal;
  }

  void take_tracking(measure::Lesion& lesion, const measure::LesionTracking& tracking)
  {
    if (lesion.tracking.identifier.empty()) lesion.tracking.identifier = tracking.identifier;
    if (!lesion.tracking.uid.empty() || tracking.uid.empty()) return;
    if (measure::is_unique_identifier(tracking.uid)) lesion.tracking.uid = tracking.uid;
    else notices_.push_back("\"" + lesion.id.text() + "\": its tracking UID is none; exports will give it a new one");
  }

  measure::LesionRole role_;
  std::vector<std::string>& notices_;
  std::map<std::string, std::size_t> index_;
  std::vector<measure::CaseLesion> lesions_;
  std::vector<bool> has_role_;
};
}  // namespace

std::string_view error_code(ImportError error)
{
  switch (error)
  {
  case ImportError::NotAnObject: return "import.not-an-object";
  case ImportError::OtherPatient: return "import.other-patient";
  case ImportError::NoTimepoint: return "import.no-timepoint";
  case ImportError::NothingToImport: return "import.nothing-to-import";
  }
  return "import.unknown";
}

Result<ImportedCase> import_objects(const ImportWish& wish)
{
  const auto images = images_of(wish);
  if (!images) return images.failure();
  const TimepointFinder finder(*images);
  ImportedCase imported;
  Lesions lesions(wish.role, imported.notices);
  for (const auto& object : wish.objects)
  {
    const auto marks = marks_in(object, finder, wish.scope);
    const auto name = imaging::shown_name(object);
    if (!marks) return marks.failure().in_context(name);
    for (const auto& notice : marks->notices) imported.notices.push_back(name + ": " + notice);
    for (const auto& mark : marks->marks) lesions.add(mark);
  }
  imported.input = {wish.patient, wish.timepoints, std::move(lesions).finish(), {}, {}, {}};
  if (imported.input.lesions.empty())
    return Failure{ImportError::NothingToImport,
                   "the objects mark no lesion on these images (the case would be empty). Name other objects or other folders."};
  return imported;
}
}  // namespace nadir::session
