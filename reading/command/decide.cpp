#include "reading/command/decide.h"

#include <algorithm>

#include "reading/command/act_checks.h"
#include "reading/command/text_rules.h"

namespace nadir::reading
{
namespace
{
bool needs_why(const Act& act)
{
  return std::holds_alternative<Reopen>(act) || std::holds_alternative<WithdrawLesion>(act) || std::holds_alternative<Unblind>(act) ||
         std::holds_alternative<SetNecrosisThreshold>(act);
}

bool is_allowed_when_locked(const Act& act) { return std::holds_alternative<Sign>(act) || std::holds_alternative<Reopen>(act); }

Verdict check_phase(const Reading& reading, const Act& act)
{
  const bool begins = std::holds_alternative<BeginRecord>(act);
  if (begins != (reading.phase() == Phase::NotBegun))
    return not_allowed(begins ? "the record has begun already" : "the record has not begun");
  const bool locked = reading.phase() == Phase::Locked || reading.phase() == Phase::Signed;
  if (locked && !is_allowed_when_locked(act))
    return Failure{RecordError::Locked, "version " + std::to_string(reading.version()) + " is " + std::string(name_of(reading.phase())) +
                                            " (it cannot change). Reopen it with a reason."};
  return Done{};
}

Verdict check_signer(const Reading& reading, const Command& command)
{
  if (!std::holds_alternative<Sign>(command.act)) return Done{};
  const auto& signatures = reading.signatures();
  const auto is_same = [&](const Signature& signature) { return signature.who == command.who; };
  if (std::any_of(signatures.begin(), signatures.end(), is_same))
    return not_allowed(command.who.text() + " has signed this version already");
  return Done{};
}

Verdict check_person(const Command& command)
{
  if (auto checked = check_name(command.who.text(), "the name of the reader"); !checked) return checked;
  if (auto checked = check_text(command.why, "the reason"); !checked) return checked;
  if (needs_why(command.act) && is_blank(command.why))
    return Failure{RecordError::ReasonMissing,
                   std::string(name_of(command.act)) + " needs a reason (the record must say why). Give it in words."};
  return Done{};
}

Act completed(const Reading& reading, Act act)
{
  if (auto* lock = std::get_if<Lock>(&act)) lock->state = reading.state_digest();
  if (auto* sign = std::get_if<Sign>(&act)) sign->state = reading.locked_state();
  return act;
}
}  // namespace

Result<Event> decide(const Reading& reading, const Command& command, const Stamp& stamp)
{
  if (auto checked = check_person(command); !checked) return checked.failure();
  if (auto checked = check_name(stamp.software, "the name of the software"); !checked) return checked.failure();
  if (auto checked = check_phase(reading, command.act); !checked) return checked.failure();
  if (auto checked = check_signer(reading, command); !checked) return checked.failure();
  const auto checked = std::visit([&](const auto& act) { return check_act(reading, act); }, command.act);
  if (!checked) return checked.failure();
  return Event{reading.events() + 1, stamp.when, command.who, command.why, stamp.software, completed(reading, command.act)};
}
}  // namespace nadir::reading
