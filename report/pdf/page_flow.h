#pragma once

#include <string>

#include "report/pdf/slab.h"

namespace nadir::report
{
/// Puts slabs on pages: none is cut (but one that is taller than a page), headings stay with what follows, tables repeat their heads.
/// Each page ends with `footer` and its number.
void place_on_pages(PdfCanvas& canvas, const Paper& paper, const Slabs& slabs, const std::string& footer);
}  // namespace nadir::report
