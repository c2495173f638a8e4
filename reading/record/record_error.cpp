#include "reading/record/record_error.h"

namespace nadir::reading
{
std::string_view error_code(RecordError error)
{
  switch (error)
  {
  case RecordError::TextInvalid: return "record.text-invalid";
  case RecordError::NotAllowed: return "record.not-allowed";
  case RecordError::Locked: return "record.locked";
  case RecordError::NothingToUndo: return "record.nothing-to-undo";
  case RecordError::ReasonMissing: return "record.reason-missing";
  case RecordError::CannotOpen: return "record.cannot-open";
  case RecordError::Exists: return "record.exists";
  case RecordError::NewerVersion: return "record.newer-version";
  case RecordError::ReadOnly: return "record.read-only";
  case RecordError::ChangedElsewhere: return "record.changed-elsewhere";
  case RecordError::DiskFull: return "record.disk-full";
  case RecordError::WriteFailed: return "record.write-failed";
  case RecordError::Damaged: return "record.damaged";
  }
  return "record.unknown";
}
}  // namespace nadir::reading
