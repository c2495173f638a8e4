#pragma once

namespace nadir::cli
{
/// What the program `nadir` tells its caller.
enum class ExitCode
{
  Ok = 0,
  InternalError = 1,  ///< a bug: please report it
  Refused = 2,        ///< the input cannot be used; stderr says what, why and what to do
  Question = 3,       ///< a person must answer first (another patient? wrong order?); stderr asks
  Cancelled = 4,      ///< ended by Ctrl-C; nothing was written
  Usage = 64,         ///< wrong words on the command line
};
}  // namespace nadir::cli
