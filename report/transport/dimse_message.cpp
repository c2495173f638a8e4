#include "report/transport/dimse_message.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmnet/assoc.h>
#include <dcmtk/dcmnet/cond.h>
#include <dcmtk/dcmnet/dul.h>

#include "report/transport/outgoing_object.h"

namespace nadir::report
{
namespace
{
using Clock = std::chrono::steady_clock;

constexpr std::size_t longest_command = 16384;
constexpr std::uint16_t no_data = 0x0101;

std::uint32_t number_at(std::string_view bytes, std::size_t count)
{
  std::uint32_t number = 0;
  for (std::size_t k = count; k-- > 0;) number = number << 8 | static_cast<unsigned char>(bytes[k]);
  return number;
}

std::uint16_t short_of(std::string_view value)
{
  return value.size() == 2 ? static_cast<std::uint16_t>(number_at(value, 2)) : std::uint16_t{0};
}

std::string uid_of(std::string_view value)
{
  while (!value.empty() && (value.back() == '\0' || value.back() == ' ')) value.remove_suffix(1);
  const std::string uid(value);
  return is_uid(uid) ? uid : "";
}

void set(DimseCommand& command, std::uint32_t element, std::string_view value)
{
  switch (element)
  {
  case 0x0002: command.sop_class = uid_of(value); break;
  case 0x0100: command.field = short_of(value); break;
  case 0x0110: command.message_id = short_of(value); break;
  case 0x0120: command.answers = short_of(value); break;
  case 0x0800: command.has_data = short_of(value) != no_data; break;
  case 0x0900: command.status = short_of(value); break;
  case 0x1000: command.sop_instance = uid_of(value); break;
  case 0x1020: command.remaining = short_of(value); break;
  case 0x1021: command.completed = short_of(value); break;
  case 0x1022: command.failed = short_of(value); break;
  default: break;
  }
}
}  // namespace

std::optional<DimseCommand> command_in(std::string_view bytes)
{
  DimseCommand command;
  while (!bytes.empty())
  {
    if (bytes.size() < 8) return std::nullopt;
    const std::uint32_t element = number_at(bytes.substr(2), 2), length = number_at(bytes.substr(4), 4);
    if (length > bytes.size() - 8) return std::nullopt;
    const bool is_command = number_at(bytes, 2) == 0;  // Orthanc puts the list of what failed, (0008,0058), behind them
    if (is_command) set(command, element, bytes.substr(8, length));
    bytes.remove_prefix(8 + std::size_t{length});
  }
  return command.field == 0 ? std::nullopt : std::optional(command);
}

/// A piece of a command set or data set.
struct MessageReader::Fragment
{
  std::string_view bytes;
  bool is_command = false, is_last = false;
  unsigned char context = 0;
};

MessageReader::MessageReader(T_ASC_Association* association, int timeout_seconds, std::function<bool()> goes_on)
    : association_(association), timeout_(timeout_seconds), goes_on_(std::move(goes_on))
{
}

/// In steps, so that a person need not wait for the end of it to stop.
Arrival MessageReader::wait()
{
  for (int waited = 0; waited < timeout_; ++waited)
  {
    if (goes_on_ && !goes_on_()) return Arrival::Stopped;
    if (ASC_dataWaiting(association_, 1)) return Arrival::Whole;
  }
  return Arrival::Silent;
}

Arrival MessageReader::next(Fragment& fragment)
{
  DUL_PDV piece{};
  if (DUL_NextPDV(&association_->DULassociation, &piece).bad())
  {
    if (const auto waited = wait(); waited != Arrival::Whole) return waited;
    const OFCondition read = DUL_ReadPDVs(&association_->DULassociation, nullptr, DUL_NOBLOCK, timeout_);
    if (read == DUL_PEERREQUESTEDRELEASE) return Arrival::Released;
    if (read == DUL_READTIMEOUT) return Arrival::Silent;
    if (read != DUL_PDATAPDUARRIVED || DUL_NextPDV(&association_->DULassociation, &piece).bad()) return Arrival::Broken;
  }
  fragment = {{static_cast<const char*>(piece.data), static_cast<std::size_t>(piece.fragmentLength)},
              piece.pdvType == DUL_COMMANDPDV,
              piece.lastPDV != OFFalse,
              piece.presentationContextID};
  return Arrival::Whole;
}

Arrival MessageReader::command(DimseCommand& command)
{
  const auto end = Clock::now() + std::chrono::seconds(10) * timeout_;
  std::string bytes;
  Fragment fragment;
  do {
    if (const auto came = next(fragment); came != Arrival::Whole) return came;
    if (!fragment.is_command) return Arrival::Broken;
    bytes.append(fragment.bytes);
    if (bytes.size() > longest_command || Clock::now() > end) return Arrival::TooMuch;
  } while (!fragment.is_last);
  auto found = command_in(bytes);
  if (!found) return Arrival::Broken;
  command = std::move(*found);
  command.context = fragment.context;
  return Arrival::Whole;
}

Arrival MessageReader::data(const DimseCommand& command, const std::function<Arrival(std::string_view)>& receiver)
{
  if (!command.has_data) return Arrival::Whole;
  Fragment fragment;
  do {
    if (const auto came = next(fragment); came != Arrival::Whole) return came;
    if (fragment.is_command || fragment.context != command.context) return Arrival::Broken;
    if (const auto taken = receiver(fragment.bytes); taken != Arrival::Whole) return taken;
  } while (!fragment.is_last);
  return Arrival::Whole;
}

Arrival MessageReader::data(const DimseCommand& command, std::string& bytes, std::size_t most)
{
  const auto end = Clock::now() + std::chrono::seconds(10) * timeout_;
  return data(command,
              [&](std::string_view more)
              {
                if (bytes.size() + more.size() > most || Clock::now() > end) return Arrival::TooMuch;
                bytes.append(more);
                return Arrival::Whole;
              });
}
}  // namespace nadir::report
