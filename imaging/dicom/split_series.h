#pragma once

#include "imaging/dicom/stack_draft.h"

namespace nadir::imaging
{
/// Splits the frames of one series into drafts that can each be one volume.
///
/// Always apart: image size, pixel format, frame of reference, orientation, pixel spacing (each with a warning), stack ID, image
/// type, b-value, diffusion directionality, gradient direction, echo time and number, inversion time.
/// Only where positions still repeat: temporal position, flip angle, repetition time, trigger time, acquisition number; then, where
/// every position repeats equally often, the order of acquisition time, content time or instance number; see split_repeats.h.
/// What repeats even then stays together and is refused later as double slices.
///
/// Frames without a usable place join the one draft of their contrast, or form a draft of their own.
/// The result does not depend on the order of `frames` beyond their canonical order.
std::vector<StackDraft> split_series(const FrameList& frames);
}  // namespace nadir::imaging
