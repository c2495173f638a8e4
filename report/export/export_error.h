#pragma once

#include <string_view>

namespace nadir::report
{
enum class ExportError
{
  FormatUnknown,    ///< no format of that name
  SettingUnknown,   ///< no format that was asked for takes this setting, or not this value
  SourceUnusable,   ///< the source is neither a case, nor a record, nor an assessment
  ImagesMissing,    ///< the format needs images, and the source has none
  OneCaseOnly,      ///< the format describes one case, and several were given
  MomentUnknown,    ///< no date anywhere, and none was given
  CannotExpress,    ///< the format has no place for something that must not be left out
  ReadBackDiffers,  ///< what was written reads back differently: nothing was kept
  OtherExport,      ///< the folder holds an export of something else
};
std::string_view error_code(ExportError error);
}  // namespace nadir::report
