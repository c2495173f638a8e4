#pragma once

#include <QString>
#include <utility>
#include <vector>

class QCoreApplication;

namespace nadir::viewer
{
/// Languages besides English: code and own name.
std::vector<std::pair<QString, QString>> languages();

/// Shows the program in the language of the settings ("language"), else of the system: texts and the decimal sign of the screen. Files are
/// written without any locale. Call before the first window.
void use_language(QCoreApplication& application);
}  // namespace nadir::viewer
