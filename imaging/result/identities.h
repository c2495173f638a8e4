#pragma once

#include "imaging/result/id.h"

namespace nadir
{
using LesionId = Id<struct LesionTag>;                       ///< "T01"; as the reader wrote it
using TimepointLabel = Id<struct TimepointTag>;              ///< "baseline"; as the reader wrote it
using StudyUid = Id<struct StudyUidTag>;                     ///< Study Instance UID (0020,000D)
using SeriesUid = Id<struct SeriesUidTag>;                   ///< Series Instance UID (0020,000E)
using SopInstanceUid = Id<struct SopInstanceUidTag>;         ///< SOP Instance UID (0008,0018)
using FrameOfReferenceUid = Id<struct FrameOfReferenceTag>;  ///< Frame of Reference UID (0020,0052)
}  // namespace nadir
