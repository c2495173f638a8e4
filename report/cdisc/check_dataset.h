#pragma once

#include "imaging/result/result.h"
#include "report/cdisc/dataset.h"

namespace nadir::report::cdisc
{
/// What every receiver takes for granted of a dataset, checked before anything is written. Failure TextTooLong when a text has more than
/// 200 bytes as ASCII (the message names dataset, variable and row); anything else that is wrong is a bug here and throws: widths of rows,
/// names and labels, types of cells, --TESTCD, QNAM and --TEST, --SEQ, a result beside NOT DONE.
Result<Done> check_dataset(const Dataset& dataset);
}  // namespace nadir::report::cdisc
