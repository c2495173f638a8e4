#pragma once

#include "imaging/dicom/worker/message.h"
#include "imaging/result/failure.h"

namespace nadir::imaging
{
/// What the loader process could not do, in words. Failures: LoaderError::DecodeFailed, InflateFailed, FileChanged.
Failure failure_of(worker::Outcome outcome, worker::Task task);
}  // namespace nadir::imaging
