#pragma once

#include <string>
#include <vector>

namespace nadir::report
{
/// What a tagged PDF says for those who hear it.
struct PdfSpeech
{
  std::string language;                   ///< "en"
  std::vector<std::string> alternatives;  ///< what each figure shows, in the order of their tags
};

/// The PDF with its language and "show the title, not the file name" in its catalog, which Cairo 1.16 has no call for, and with a date in
/// the form of ISO 32000-1, 7.9.4, whose "D:" Cairo 1.16 leaves out, and with words for its figures (ISO 32000-1, 14.9.3). Written as an
/// incremental update (ISO 32000-1, 7.5.6): the bytes given stay as they are and new ones follow. The PDF must have a plain cross-reference
/// table.
std::string with_ending(std::string pdf, const PdfSpeech& speech);
}  // namespace nadir::report
