#include <CLI/CLI.hpp>
#include <cstdio>
#include <memory>

#include "cli/commands/commands.h"
#include "cli/output/audit_json.h"
#include "cli/talk.h"
#include "reading/audit/event_words.h"
#include "reading/audit/replay.h"
#include "reading/audit/verify_record.h"
#include "reading/store/record_store.h"

namespace nadir::cli
{
namespace
{
enum class Format
{
  Text,
  Json,
};

struct AuditOptions
{
  std::string record;
  std::string head;
  std::string until;
  std::int64_t to = -1;
  bool json = false;

  Format format() const { return json ? Format::Json : Format::Text; }
};

void print(const std::string& text) { std::fwrite(text.data(), 1, text.size(), stdout); }

std::string line_of(const reading::Event& event, const reading::Reading& before)
{
  const auto why = event.why.empty() ? std::string() : "  [" + event.why + "]";
  return std::to_string(event.sequence) + "  " + reading::format_utc(event.when) + "  " + event.who.text() + "  " +
         visible(reading::in_words(event, before) + why) + "\n";
}

ExitCode show(const AuditOptions& options)
{
  auto store = reading::RecordStore::open(options.record, reading::Access::ReadOnly);
  if (!store) return tell(store.failure());
  if (options.format() == Format::Json)
  {
    print(events_json(store->events(), store->head()));
    return ExitCode::Ok;
  }
  reading::Reading before;
  for (const auto& event : store->events())
  {
    print(line_of(event, before));
    before.apply(event);
  }
  print("head " + store->head().text() + ", " + std::string(name_of(before.phase())) + ", version " + std::to_string(before.version()) +
        "\n");
  return ExitCode::Ok;
}

std::string words_of(const reading::AuditReport& report)
{
  std::string text;
  for (const auto& damage : report.damages) text += "damaged: " + damage.place + ": " + visible(damage.what) + "\n";
  for (const auto& notice : report.notices) text += "notice: " + notice + "\n";
  text += std::to_string(report.whole_events) + " of " + std::to_string(report.events) + " events are whole, " +
          std::to_string(report.blobs) + " blobs; head " + report.head.text() + "\n";
  return text + (report.damages.empty() ? "Nothing was changed.\n" : "The record is not as it was written.\n");
}

ExitCode verify(const AuditOptions& options)
{
  const auto witness = options.head.empty() ? std::nullopt : std::optional(reading::Digest{options.head});
  const auto report = reading::verify_record(options.record, witness);
  if (!report) return tell(report.failure());
  print(options.format() == Format::Json ? report_json(*report) : words_of(*report));
  return report->damages.empty() ? ExitCode::Ok : ExitCode::Refused;
}

/// nullopt when the moment is no time; that was told.
std::optional<std::int64_t> count_of(const AuditOptions& options, const std::vector<reading::Event>& events)
{
  if (options.until.empty()) return options.to >= 0 ? options.to : static_cast<std::int64_t>(events.size());
  const auto moment = reading::parse_utc(options.until);
  if (moment) return reading::events_until(events, *moment);
  say("nadir: \"" + options.until + "\" is no time (--until takes UTC like 2026-11-23T17:10:35.123Z).");
  return std::nullopt;
}

std::string words_of(const reading::Reading& reading)
{
  std::string text = "after event " + std::to_string(reading.events()) + ": " + std::string(name_of(reading.phase())) + ", version " +
                     std::to_string(reading.version()) + ", state " + reading.state_digest().text() + "\n";
  if (reading.is_blinded())
    text += "read blinded: no dates, responses or flags could be seen; results of " +
            (reading.shown_timepoint().empty() ? std::string("no time point") : "\"" + reading.shown_timepoint().text() + "\" only") + "\n";
  for (const auto& timepoint : reading.content().timepoints)
    text += "time point \"" + timepoint.label.text() + "\", images " + (timepoint.images.empty() ? "none" : timepoint.images.text()) + "\n";
  for (const auto& lesion : reading.content().lesions)
  {
    text += std::string(name_of(lesion.lesion.role)) + " lesion " + lesion.lesion.id.text() + " (" + lesion.lesion.organ +
            (lesion.lesion.nodal ? ", lymph node" : "") + ")\n";
    for (const auto& [label, marks] : lesion.marks) text += "  \"" + label.text() + "\": " + visible(reading::in_words(marks)) + "\n";
  }
  for (const auto& remark : reading.content().remarks) text += "comment of " + remark.who.text() + ": " + visible(remark.text) + "\n";
  for (const auto& signature : reading.signatures())
    text += "signed by " + signature.who.text() + " at " + reading::format_utc(signature.when) + ": " + signature.meaning +
            (signature.language.empty() ? "" : " [" + signature.language + "]") + "\n";
  return text;
}

ExitCode replay(const AuditOptions& options)
{
  const auto store = reading::RecordStore::open(options.record, reading::Access::ReadOnly);
  if (!store) return tell(store.failure());
  const auto count = count_of(options, store->events());
  if (!count) return ExitCode::Usage;
  const auto reading = reading::replay(store->events(), *count);
  if (!reading) return tell(reading.failure());
  print(options.format() == Format::Json ? reading::canonical_text(*reading) + "\n" : words_of(*reading));
  return ExitCode::Ok;
}

CLI::App* add_verb(CLI::App& audit, const std::string& name, const std::string& help, const std::shared_ptr<AuditOptions>& options)
{
  auto* verb = audit.add_subcommand(name, help);
  verb->add_option("RECORD", options->record, "Record, CASE.nadir")->required();
  verb->add_flag("--json", options->json, "JSON instead of words");
  return verb;
}
}  // namespace

void add_audit_command(CLI::App& app, ExitCode& exit_code)
{
  auto* audit = app.add_subcommand("audit", "Shows, verifies and replays the record of a case");
  audit->require_subcommand(1);
  auto options = std::make_shared<AuditOptions>();
  add_verb(*audit, "show", "Every event: when, who, what, why", options)->callback([options, &exit_code] { exit_code = show(*options); });
  auto* check = add_verb(*audit, "verify", "Whether anything was changed, lost or cut off, and where; ends with 2 if so", options);
  check->add_option("--head", options->head, "Head digest that was kept elsewhere, e.g. on a signed report; the record must contain it");
  check->callback([options, &exit_code] { exit_code = verify(*options); });
  auto* again = add_verb(*audit, "replay", "The reading as it stood at an earlier moment", options);
  again->add_option("--to", options->to, "After so many events")->check(CLI::NonNegativeNumber);
  again->add_option("--until", options->until, "At this time (UTC)")->excludes("--to");
  again->callback([options, &exit_code] { exit_code = replay(*options); });
}
}  // namespace nadir::cli
