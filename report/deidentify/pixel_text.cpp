#include "report/deidentify/pixel_text.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dcdatset.h>
#include <dcmtk/dcmdata/dcdeftag.h>

#include <algorithm>
#include <array>
#include <string_view>

namespace nadir::report
{
namespace
{
std::string text_at(DcmItem& item, const DcmTagKey& tag)
{
  OFString value;
  item.findAndGetOFString(tag, value);
  return value.c_str();
}

/// Secondary capture, ultrasound, visible light, film: what is drawn on them is part of the picture.
bool is_picture_for_people(std::string_view sop_class)
{
  constexpr std::array<std::string_view, 6> beginnings{"1.2.840.10008.5.1.4.1.1.7",   "1.2.840.10008.5.1.4.1.1.6.",
                                                       "1.2.840.10008.5.1.4.1.1.3.",  "1.2.840.10008.5.1.4.1.1.77.",
                                                       "1.2.840.10008.5.1.4.1.1.12.", "1.2.840.10008.5.1.4.1.1.1"};
  const auto begins = [&](std::string_view beginning)
  {
    return beginning.back() == '.' ? sop_class.starts_with(beginning)
                                   : sop_class == beginning || sop_class.starts_with(std::string(beginning) + ".");
  };
  return std::any_of(beginnings.begin(), beginnings.end(), begins);
}
}  // namespace

PixelTextRisk pixel_text_risk(DcmItem& object)
{
  using Level = PixelTextRisk::Level;
  const std::string sop_class = text_at(object, DCM_SOPClassUID), burned_in = text_at(object, DCM_BurnedInAnnotation);
  if (object.tagExists(DCM_EncapsulatedDocument)) return {Level::Document, "it encloses a document, whose words cannot be cleaned"};
  if (!object.tagExists(DCM_PixelData)) return {};
  if (burned_in == "YES") return {Level::Likely, "it says that text is burned into its pixels"};
  if (burned_in == "NO") return {};
  if (is_picture_for_people(sop_class))
    return {Level::Likely, "it is a screenshot, film or camera picture and does not say that its pixels are free of text"};
  return {Level::Unknown, "it does not say whether text is burned into its pixels"};
}
}  // namespace nadir::report
