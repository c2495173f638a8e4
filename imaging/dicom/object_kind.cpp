#include "imaging/dicom/object_kind.h"

#include <array>
#include <utility>

#include "imaging/dicom/tags.h"

namespace nadir::imaging
{
namespace
{
/// Storage SOP classes whose objects are no images of the patient, by the beginning of their UID (PS3.6 table A-1). Those of
/// radiotherapy dose are images of a computation, not of the patient.
constexpr std::array<std::pair<std::string_view, std::string_view>, 17> non_images{{
    {"1.2.840.10008.1.3.10", "DICOMDIR"},
    {"1.2.840.10008.5.1.4.1.1.66.4", "SEG"},
    {"1.2.840.10008.5.1.4.1.1.66.7", "SEG"},
    {"1.2.840.10008.5.1.4.1.1.481.3", "RTSTRUCT"},
    {"1.2.840.10008.5.1.4.1.1.88.", "SR"},
    {"1.2.840.10008.5.1.4.1.1.11.", "other"},
    {"1.2.840.10008.5.1.4.1.1.481.", "other"},
    {"1.2.840.10008.5.1.4.1.1.9.", "other"},
    {"1.2.840.10008.5.1.4.1.1.104.", "other"},
    {"1.2.840.10008.5.1.4.1.1.66", "other"},
    {"1.2.840.10008.5.1.4.1.1.4.2", "other"},
    {"1.2.840.10008.5.1.4.1.1.4.4", ""},
    {"1.2.840.10008.5.1.4.1.1.4", ""},
    {"1.2.840.10008.5.1.4.1.1.2", ""},
    {"1.2.840.10008.5.1.4.1.1.128", ""},
    {"1.2.840.10008.5.1.4.1.1.130", ""},
    {"1.2.840.10008.5.1.4.1.1.30", ""},
}};
}  // namespace

std::string sop_class_of(const DicomFile& file)
{
  auto sop_class = file.data().text(tags::sop_class);
  return sop_class.empty() ? file.meta().text(tags::media_storage_sop_class) : sop_class;
}

std::string_view kind_of_non_image(const DicomFile& file, std::string_view sop_class)
{
  for (const auto& [beginning, kind] : non_images)
    if (sop_class.starts_with(beginning)) return kind;
  return file.pixels() ? "" : "other";
}
}  // namespace nadir::imaging
