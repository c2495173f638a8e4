#include "report/deidentify/face_risk.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dcdatset.h>
#include <dcmtk/dcmdata/dcdeftag.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <string_view>

namespace nadir::report
{
namespace
{
std::string small_text_at(DcmItem& item, const DcmTagKey& tag)
{
  OFString value;
  item.findAndGetOFStringArray(tag, value);
  std::string text = value.c_str();
  std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return text;
}

/// Scanners whose slices make a volume with a surface.
bool is_sectional(const std::string& modality) { return modality == "mr" || modality == "ct" || modality == "pt" || modality == "nm"; }

/// Beginnings of words in English, German, French, Spanish and Italian, and of sequences that are made of heads only.
bool names_a_head(const std::string& text)
{
  // clang-format off
  constexpr std::array<std::string_view, 28> stems{
      "head", "brain", "skull", "crani",  "cereb",   "neuro",  "facial", "orbit",  "sinus",  "kopf",   "schadel", "sch\xc3\xa4" "del", "hirn",      "gesicht",
      "nnh",  "tete",  "t\xc3\xaate", "cerveau", "cabeza", "testa",  "encefal", "mprage", "pituit", "glio",    "maxill",             "wholebody", "whole body", "whole_body"};
  // clang-format on
  const auto begins_word = [&](std::size_t at) { return at == 0 || std::isalpha(static_cast<unsigned char>(text[at - 1])) == 0; };
  for (const auto stem : stems)
    for (auto at = text.find(stem); at != std::string::npos; at = text.find(stem, at + 1))
      if (begins_word(at)) return true;
  return false;
}

/// SNOMED CT, as the numeric code and as the older one: head, brain, face, skull, neck, head and neck, whole body.
bool codes_a_head(DcmItem& object)
{
  constexpr std::array<std::string_view, 14> codes{"69536005", "12738006", "89545001", "89546000", "45048000", "774007",  "38266002",
                                                   "t-d1100",  "t-a0100",  "t-d1200",  "t-11100",  "t-d1600",  "t-d1000", "t-d0010"};
  DcmItem* region = nullptr;
  for (signed long number = 0; object.findAndGetSequenceItem(DCM_AnatomicRegionSequence, region, number).good(); ++number)
  {
    const auto code = small_text_at(*region, DCM_CodeValue);
    if (std::find(codes.begin(), codes.end(), code) != codes.end()) return true;
  }
  return false;
}
}  // namespace

FaceRisk face_risk(DcmItem& object)
{
  using Level = FaceRisk::Level;
  if (!object.tagExists(DCM_PixelData) || !is_sectional(small_text_at(object, DCM_Modality))) return {};
  const auto part = small_text_at(object, DCM_BodyPartExamined);
  bool is_head = codes_a_head(object) || names_a_head(part) || part.starts_with("face") ||
                 part.starts_with("neck");  // elsewhere: facet joint, femoral neck
  for (const auto& tag : {DCM_StudyDescription, DCM_SeriesDescription, DCM_ProtocolName, DCM_RequestedProcedureDescription,
                          DCM_PerformedProcedureStepDescription})
    is_head = is_head || names_a_head(small_text_at(object, tag));
  if (is_head)
    return {Level::Likely, "it shows the head: the face can be made again from the slices and recognized; defacing is not done here, do it "
                           "before the images leave"};
  if (part.empty() && !object.tagExists(DCM_AnatomicRegionSequence))
    return {Level::Unknown, "it does not say which part of the body it shows; in a head scan the face can be recognized"};
  return {};
}
}  // namespace nadir::report
