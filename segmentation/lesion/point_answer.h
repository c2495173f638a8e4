#pragma once

#include "segmentation/lesion/frame_answer.h"

namespace nadir::segmentation::lesion
{
/// The lesion at a point: nothing says how large it is, so balls around the point are looked at until what is found fits into one.
///
/// Where an image tells the lesion apart plainly, the shape found then counts as drawn. Where what is found takes more of the body than a
/// lesion does (leak_guard.h), smaller balls bound it, and a warning says that the size is a guess.
GridAnswer answer_from_point(const PatientPoint& point, const Look& look);
}  // namespace nadir::segmentation::lesion
