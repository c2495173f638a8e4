#pragma once

#include <string>

#include "imaging/result/result.h"
#include "reading/record/reading.h"
#include "reading/record/record_error.h"

namespace nadir::reading
{
/// An act that a reader asks for.
struct Command
{
  Act act;
  ReaderId who;
  std::string why;
};

/// When, and by which program, a command was given.
struct Stamp
{
  UtcTime when;
  std::string software;
};

/// Turns a command into the event that follows on a reading, or says in words why it cannot be.
///
///     auto event = decide(reading, {Undo{}, ReaderId{"A"}, ""}, {utc_now(), "nadir 0.1.0"});
///     if (event) reading.apply(*event);
///
/// The digest of the state that a lock or signature binds is put in here; one that the command brings along must agree.
/// Reopening, unblinding, withdrawing a lesion and setting a necrosis threshold need a reason, and so do the states NOT_EVALUABLE and
/// UNEQUIVOCAL_PROGRESSION. A locked version allows a signature and reopening, nothing else. Failures: NotAllowed, Locked, NothingToUndo,
/// ReasonMissing, TextInvalid.
Result<Event> decide(const Reading& reading, const Command& command, const Stamp& stamp);
}  // namespace nadir::reading
