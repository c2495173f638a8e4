#pragma once

#include <string>

#include "imaging/gate/dicom_file.h"

namespace nadir::testing
{
/// What the gate promises of every file it accepts; "" when all holds, otherwise the promise that is broken.
///
/// Ranges inside the file, pixel counts exact, limits kept, every attribute readable without harm, levels not deeper than allowed.
std::string broken_invariant(const imaging::DicomFile& file, const imaging::GateLimits& limits);

/// Whether two results of the gate are alike in every attribute, layout and range.
bool are_alike(const imaging::DicomFile& one, const imaging::DicomFile& other);
}  // namespace nadir::testing
