#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "report/transport/delivery.h"
#include "report/transport/query.h"

namespace nadir::report
{
/// Answers of a QIDO request (PS3.18 annex F, DICOM JSON); nothing when the text is none.
std::optional<std::vector<QueryMatch>> matches_of(std::string_view json);

/// What a STOW answer says about one instance (PS3.18 section 10.5.3): listed under 00081199, it is stored; under 00081198, it is not.
/// Named in neither, nothing is known.
Outcome stow_outcome(std::string_view json, const std::string& sop_instance);
}  // namespace nadir::report
