#pragma once

#include <string>

#include "reading/record/reading.h"

namespace nadir::reading
{
/// What an event did, in a sentence, with the old value where it replaced one: "moved the caliper of T01 at "baseline" from 30.0 mm to
/// 40.0 mm". `before` is the reading it happened on.
std::string in_words(const Event& event, const Reading& before);

/// As `in_words` for a reader who sees the results of one time point only: what was done at others, without its values; comments are
/// not repeated, since they may tell anything.
std::string in_blinded_words(const Event& event, const Reading& before, const TimepointLabel& shown);

/// "caliper 30.0 mm and segmentation 3fa9... (file)"; "nothing".
std::string in_words(const LesionMarks& marks);
}  // namespace nadir::reading
