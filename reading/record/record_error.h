#pragma once

#include <string_view>

namespace nadir::reading
{
/// Why a record, a command or a bundle cannot be used.
enum class RecordError
{
  TextInvalid,       ///< a text that is no JSON, has unknown or missing keys, or a value of the wrong kind
  NotAllowed,        ///< a command that the state of the reading does not allow; the message says why
  Locked,            ///< a change to a locked or signed version
  NothingToUndo,     ///< also: nothing to redo
  ReasonMissing,     ///< an act that needs a reason in words has none
  CannotOpen,        ///< the file is absent, no record, or cannot be read
  Exists,            ///< a record is to be begun where a file is
  NewerVersion,      ///< written by a newer program
  ReadOnly,          ///< opened for reading only, because another program writes or the place is not writable
  ChangedElsewhere,  ///< another program has appended since this one read
  DiskFull,          ///< no space; nothing of the event was kept
  WriteFailed,       ///< the system refused to write; nothing of the event was kept
  Damaged,           ///< what is stored does not agree with its digests
};
std::string_view error_code(RecordError error);
}  // namespace nadir::reading
