#pragma once

#include <string>

#include "measure/lesion/assessment.h"

namespace nadir::report
{
/// Tracking Unique Identifier of a lesion (DICOM (0062,0021) and (112040,DCM)): the same at every time point, in every format and in every
/// export of the case, also after more time points, lesions or another protocol. It follows from the lesion's id and from the baseline
/// images (the first of their series UIDs; without images, the case's name for the patient and what it was read from at baseline).
/// A lesion that was imported from another maker's object keeps the UID it has there.
std::string tracking_uid(const measure::Assessment& assessment, const LesionId& lesion);

/// Tracking Identifier (DICOM (0062,0020) and (112039,DCM)): that of the object a lesion was imported from, else the lesion's id.
std::string tracking_identifier(const measure::Assessment& assessment, const LesionId& lesion);
}  // namespace nadir::report
