#pragma once

#include <sys/types.h>

#include "imaging/dicom/loader/file_descriptor.h"
#include "imaging/dicom/loader/worker_limits.h"
#include "imaging/result/result.h"

namespace nadir::imaging
{
struct SpawnedLoader
{
  pid_t process = -1;
  FileDescriptor socket;  ///< our end
};

/// Starts nadir-loader with a socket as its only descriptor beside the standard ones, which lead nowhere. Safe in a program of
/// many threads. Failure: LoaderError::WorkerMissing.
Result<SpawnedLoader> spawn_loader(const WorkerLimits& limits);
}  // namespace nadir::imaging
