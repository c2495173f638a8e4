#pragma once

#include <filesystem>

#include "imaging/result/result.h"
#include "measure/assessment/assessment_error.h"
#include "measure/assessment/case.h"

namespace nadir::measure
{
/// Reads CASE.json:
///
///     {"patient": "P1",
///      "timepoints": [{"label": "baseline", "folder": "pre"}, {"label": "follow-up", "folder": "post"}],
///      "lesions": [{"id": "T01", "role": "target" | "non-target" | "new", "organ": "soft tissue", "nodal": false,
///                   "prompts": {"baseline": {"mask": "T01.nii.gz", "label": 1},
///                               "follow-up": {"caliper": [[x,y,z],[x,y,z]], "short_axis": [[x,y,z],[x,y,z]]}}}],
///      "confirmed": ["patient-id"], "protocol": "trial.json"}
///
/// A mask may have "caliper" and "short_axis" beside it: the lengths are then as drawn, volume and tissue those of the mask.
/// Its "necrosis_threshold": {"quantity": "enhancement" | "post-contrast" | "ADC" | "T2", "value": x} takes the place of the automatic one.
/// Further prompts: {"absent": true} and {"state": "TOO_SMALL", "reason": "..."}. Points are patient mm, LPS. Folders and masks are
/// relative to the file; a mask that is not there is looked for in the time point's folder. The protocol file, relative as well, is named
/// in the case and not read: `Case::protocol` stays the default one.
/// An organ that is called a lymph node needs "nodal", true or false; a short axis crosses its longest diameter, or lies close to it.
/// Strict: unknown keys, unknown labels, wrong kinds and double names are CaseInvalid and named with their place in the file.
/// No such file, a folder, one that is too large or no JSON: CaseUnreadable.
Result<Case> read_case_file(const std::filesystem::path& path);
}  // namespace nadir::measure
