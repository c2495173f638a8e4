#pragma once

#include "measure/assessment/measured_lesion.h"

namespace nadir::measure
{
/// A target, no node, that was in one part before and is now in several, or has been SPLIT since: RECIST 1.1 adds the longest diameters of
/// the parts (rule T4; Eisenhauer et al., Eur J Cancer 2009;45:228, 4.3.2). Counted are parts (bulky_parts()) of at least 10 mm;
/// what was drawn in several parts from the start is none of this. Both need voxels (mask and stack), or nothing is said.

/// Of one that the program found: SPLIT, with the lengths of the parts instead of a diameter across them, and a warning with both.
void say_split(MeasuredLesion& now, const MeasuredLesion& before);

/// Of one that a reader marked, whose state is the reader's: a warning with the lengths that RECIST would add.
void warn_of_split(MeasuredLesion& now, const MeasuredLesion& before);
}  // namespace nadir::measure
