#include "report/export/export_formats.h"

#include <algorithm>

#include "report/export/export_error.h"
#include "report/export/formats/formats.h"

namespace nadir::report
{
namespace
{
std::string all_names()
{
  std::string text;
  for (const auto& format : export_formats()) text += (text.empty() ? "" : ", ") + format.name;
  return text;
}
}  // namespace

const std::vector<ExportFormat>& export_formats()
{
  static const std::vector<ExportFormat> formats{
      json_format(),          html_format(),      pdf_format(),  dicom_sr_format(), dicom_seg_format(), dicom_adc_format(),
      dicom_capture_format(), dicom_pdf_format(), sdtm_format(), fhir_format(),     redcap_format(),    tidy_format(),
  };
  return formats;
}

Result<std::vector<ExportFormat>> formats_named(const std::vector<std::string>& names)
{
  std::vector<ExportFormat> chosen;
  const auto has = [](const std::string& name) { return [&name](const ExportFormat& format) { return format.name == name; }; };
  for (const auto& name : names)
  {
    const auto& formats = export_formats();
    const auto found = std::find_if(formats.begin(), formats.end(), has(name));
    if (found == formats.end())
      return Failure{ExportError::FormatUnknown,
                     "there is no format \"" + name + "\" (nothing was written). Choose from: " + all_names() + "."};
    if (std::none_of(chosen.begin(), chosen.end(), has(name))) chosen.push_back(*found);
  }
  return chosen;
}
}  // namespace nadir::report
