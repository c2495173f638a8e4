#pragma once

#include <QString>
#include <string>

namespace nadir::viewer
{
/// Titles of formats and meanings of settings (report/export) in the language of the screen; as they are where there is no translation.
QString export_words(const std::string& text);
}  // namespace nadir::viewer
