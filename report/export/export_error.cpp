#include "report/export/export_error.h"

namespace nadir::report
{
std::string_view error_code(ExportError error)
{
  switch (error)
  {
  case ExportError::FormatUnknown: return "export.format-unknown";
  case ExportError::SettingUnknown: return "export.setting-unknown";
  case ExportError::SourceUnusable: return "export.source-unusable";
  case ExportError::ImagesMissing: return "export.images-missing";
  case ExportError::OneCaseOnly: return "export.one-case-only";
  case ExportError::MomentUnknown: return "export.moment-unknown";
  case ExportError::CannotExpress: return "export.cannot-express";
  case ExportError::ReadBackDiffers: return "export.read-back-differs";
  case ExportError::OtherExport: return "export.other-export";
  }
  return "export.unknown";
}
}  // namespace nadir::report
