#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "imaging/units/millimeters.h"
#include "measure/lesion/assessment.h"

namespace nadir::measure::reader_comparison
{
/// By what two readers' lesions were taken for the same one. Names do not count: T01 of one reader need not be T01 of the other.
enum class MatchedBy
{
  Nothing,      ///< one reader's only, or nothing tells where it lies
  TrackingUid,  ///< DICOM Tracking Unique Identifier
  Place,        ///< the middles of their diameters, in one frame of reference, lie within half the longer diameter
};
std::string_view name_of(MatchedBy by);  ///< "", "tracking UID", "place"

/// A lesion of one reader or of both.
struct LesionMatch
{
  std::optional<Lesion> first, second;
  MatchedBy by = MatchedBy::Nothing;
  std::optional<Millimeters> distance;  ///< between the middles of their diameters, with Place
};

/// All lesions of two readings of one patient: those of the first in its order, then those that only the second has. Nearest pairs first;
/// each lesion is matched once.
std::vector<LesionMatch> match_lesions(const Assessment& first, const Assessment& second);
}  // namespace nadir::measure::reader_comparison
