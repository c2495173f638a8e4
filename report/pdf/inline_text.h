#pragma once

#include <vector>

#include "report/document/html.h"
#include "report/pdf/text_run.h"

namespace nadir::report
{
/// Elements that are part of a line of words.
bool is_inline(const HtmlNode& node);

/// The words of a content with their looks; parts that stand on lines of their own are divided by "\n".
std::vector<TextRun> runs_of(const Html& content, const TextLook& look);

/// The same of one element, itself included.
std::vector<TextRun> runs_of(const HtmlNode& node, const TextLook& around);

/// All words without looks, as for a bookmark.
std::string plain_words(const Html& content);
}  // namespace nadir::report
