#pragma once

#include <cstdint>

#include "report/export/export_job.h"

namespace nadir::test
{
/// The same images with other things said of them, as follows from a number: names and organs in any script and with any character, lesions
/// that are missing, split, merged, gone (without a mask, and with one that is empty), not evaluable; nodes; tracking of other makers;
/// responses. Nothing is measured again, so that a thousand of them take seconds.
report::ExportJob mutated(const report::ExportJob& job, std::uint32_t seed);
}  // namespace nadir::test
