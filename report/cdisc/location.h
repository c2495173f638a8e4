#pragma once

#include <string>
#include <string_view>

#include "measure/lesion/lesion.h"

namespace nadir::report::cdisc
{
/// Where a lesion lies, in the variables of TU.
struct Location
{
  std::string place;       ///< TULOC: a term of the CDISC list LOC, else the organ in capitals; "" when the case does not say
  std::string laterality;  ///< TULAT: "LEFT", "RIGHT", "BILATERAL" or ""
  std::string detail;      ///< SUPPTU TULOCDTL: the organ in the case's own words, where the two above do not say the same
  bool is_listed = true;   ///< whether `place` is a term of the list (which is extensible) or empty

  bool operator==(const Location&) const = default;
};

/// "left thigh" -> THIGH, LEFT; "soft tissue, left thigh" -> THIGH, LEFT with the words as detail (`body_site_of`, as in the other
/// formats); a node -> LYMPH NODE with the organ as detail. Words that name no site are never interpreted.
Location location_of(const measure::Lesion& lesion);

/// The organ that `location_of` was given: "not stated" when there was none.
std::string organ_of(const Location& location);

/// Whether the CDISC list LOC has the term.
bool is_listed_location(std::string_view term);
}  // namespace nadir::report::cdisc
