#pragma once

#include "report/document/html.h"
#include "report/pdf/slab.h"
#include "report/pdf/text_run.h"

namespace nadir::report
{
/// A <table> as slabs, one a row; the rows carry the head, which begins every page again.
Slabs table_block(PdfCanvas& canvas, const HtmlNode& table, double width, const TextLook& around);
}  // namespace nadir::report
