#pragma once

#include "imaging/result/result.h"
#include "measure/assessment/assessed_case.h"
#include "reading/record/reading.h"
#include "report/export/export_source.h"

namespace nadir::session
{
/// A measured reading as the formats of `report/export` take it: with its reader, version and signatures.
/// Failure SourceUnusable: the reading is locked and its numbers did not come out again; they must not leave under the signature.
Result<report::ExportSource> export_source(const reading::Reading& reading, measure::AssessedCase assessed);
}  // namespace nadir::session
