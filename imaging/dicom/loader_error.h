#pragma once

#include <string_view>

namespace nadir::imaging
{
/// Why pixels or a volume could not be had. Messages name the series or the files, never the patient.
enum class LoaderError
{
  WorkerDied,      ///< the loader process ended by a signal or a limit while decoding this file
  WorkerTimedOut,  ///< the watchdog ended the loader process
  WorkerMissing,   ///< the program nadir-loader is not where nadir is
  DecodeFailed,    ///< the codec refused the data
  InflateFailed,
  UnsupportedCodec,
  FileChanged,  ///< the file is not what the scan saw
  OutOfMemory,  ///< the pixels do not fit into the memory of this machine
  NotAVolume,   ///< the stack has a reason why it is no volume; see its certificate
  Cancelled,
};
std::string_view error_code(LoaderError error);
}  // namespace nadir::imaging
