#pragma once

#include <string>
#include <string_view>

namespace nadir::report::cdisc
{
/// The term of CDISC's RECIST 1.1 concepts for why a lesion could not be evaluated (TRREASNE), told from the reader's words: one of
/// "POOR SCAN QUALITY", "NON-COMPATIBLE TECHNIQUE", "OBSCURING DUE TO PHYSICAL CHANGES", "RESECTION OR FOCAL THERAPY PERFORMED". "" when
/// the words name none of them or several: the words themselves are always written beside it.
std::string reason_category(std::string_view words);
}  // namespace nadir::report::cdisc
