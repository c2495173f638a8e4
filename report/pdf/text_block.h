#pragma once

#include <string>

#include "report/pdf/slab.h"

namespace nadir::report
{
/// A paragraph as slabs of its lines, of which neither the first nor the last stands alone on a page; as one PDF structure element.
Slabs text_block(PdfCanvas& canvas, const std::vector<TextRun>& runs, double width, const std::string& tag);

/// The same as one slab that is not cut, without a tag of its own.
Slab text_slab(PdfCanvas& canvas, const std::vector<TextRun>& runs, double width, TextAlign align = TextAlign::Start);
}  // namespace nadir::report
