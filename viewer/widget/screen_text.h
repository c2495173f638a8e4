#pragma once

#include <QString>

namespace nadir::viewer
{
/// Numbers of a text with the decimal sign of the reader's locale: "34.2 mm" -> "34,2 mm". Clauses ("4.3.1", "RECIST 1.1") stay.
QString screen_text(const QString& text);

/// A time point, role or response as a reader calls it, translated; other words unchanged.
QString screen_word(const QString& word);

/// As screen_word for what stands before the first comma: "baseline, 2024-01-31".
QString screen_leading_word(const QString& text);
}  // namespace nadir::viewer
