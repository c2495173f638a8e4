#include "imaging/dicom/loader_error.h"

namespace nadir::imaging
{
std::string_view error_code(LoaderError error)
{
  switch (error)
  {
  case LoaderError::WorkerDied: return "loader.worker-died";
  case LoaderError::WorkerTimedOut: return "loader.worker-timed-out";
  case LoaderError::WorkerMissing: return "loader.worker-missing";
  case LoaderError::DecodeFailed: return "loader.decode-failed";
  case LoaderError::InflateFailed: return "loader.inflate-failed";
  case LoaderError::UnsupportedCodec: return "loader.unsupported-codec";
  case LoaderError::FileChanged: return "loader.file-changed";
  case LoaderError::OutOfMemory: return "loader.out-of-memory";
  case LoaderError::NotAVolume: return "loader.not-a-volume";
  case LoaderError::Cancelled: return "loader.cancelled";
  }
  return "loader.unknown";
}
}  // namespace nadir::imaging
