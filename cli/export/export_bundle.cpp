#include <CLI/CLI.hpp>
#include <memory>

#include "cli/export/export_bundle.h"
#include "cli/talk.h"
#include "reading/audit/bundle.h"
#include "reading/audit/kept_record.h"
#include "reading/record/event_text.h"
#include "reading/store/record_store.h"
#include "report/document/html_report.h"
#include "report/table/assessment_json.h"
#include "session/record_case.h"
#include "session/record_sources.h"

namespace nadir::cli
{
namespace
{
struct ExportOptions
{
  std::string record;
  std::string out;
  std::string images;
};

std::vector<reading::StoredEvent> stored_events(const reading::RecordStore& store)
{
  std::vector<reading::StoredEvent> stored;
  auto digest = reading::digest_before_first_event();
  for (const auto& event : store.events())
  {
    auto body = canonical_text(event);
    digest = reading::chained_digest(digest, body);
    stored.push_back({event.sequence, std::move(body), digest});
  }
  return stored;
}

Result<Done> add_blobs(reading::RecordStore& store, reading::Bundle& bundle)
{
  for (const auto& event : store.events())
    for (const auto& digest : reading::blobs_of(event.act))
    {
      auto bytes = store.blob(digest);
      if (!bytes) return bytes.failure();
      bundle.blobs.emplace(digest.text(), std::move(*bytes));
    }
  return Done{};
}

/// With all images at hand; numbers without them would be other ones.
Result<measure::Assessment> assessed(reading::RecordStore& store, const ExportOptions& options)
{
  const auto sources = session::sources_of(store, options.images);
  if (!sources) return sources.failure();
  const auto record = session::case_of(store.reading(), *sources);
  if (!record) return record.failure();
  if (!record->without_images.empty())
    return Failure{reading::RecordError::NotAllowed,
                   "the images of \"" + record->without_images.front().text() +
                       "\" were not found (results and key images rest on them). Name their folder with --images."};
  return session::assess(*record, terminal_progress("Step"));
}

/// Locked results are what was signed: they go out as they are, and the report is made from them when the images are not at hand.
Result<Done> add_results(reading::RecordStore& store, const ExportOptions& options, reading::Bundle& bundle)
{
  const auto& locked = store.reading().results();
  auto assessment = assessed(store, options);
  if (locked.empty() && !assessment) return assessment.failure();
  bundle.results = locked.empty() ? report::to_json(*assessment) : bundle.blobs[locked.text()];
  if (!assessment)
  {
    say("warning: the report has no key images: " + assessment.failure().message());
    assessment = report::from_json(bundle.results);
  }
  if (!assessment) return assessment.failure();
  bundle.report = report::to_html(*assessment);
  return Done{};
}

ExitCode export_bundle(const ExportOptions& options)
{
  auto store = reading::RecordStore::open(options.record, reading::Access::ReadOnly);
  if (!store) return tell(store.failure());
  reading::Bundle bundle;
  bundle.events = stored_events(*store);
  if (const auto added = add_blobs(*store, bundle); !added) return tell(added.failure());
  if (const auto added = add_results(*store, options, bundle); !added) return tell(added.failure());
  if (const auto written = reading::write_bundle(options.out, bundle); !written) return tell(written.failure());
  const auto line = "bundle: " + options.out + ", head " + store->head().text() + "\n";
  std::fwrite(line.data(), 1, line.size(), stdout);
  return ExitCode::Ok;
}
}  // namespace

void add_export_bundle(CLI::App& parent, ExitCode& exit_code)
{
  auto* command = parent.add_subcommand("bundle", "One self-contained file: events, masks, digests of the images, results and report");
  auto options = std::make_shared<ExportOptions>();
  command->add_option("RECORD", options->record, "Record, CASE.nadir")->required();
  command->add_option("--out", options->out, "File of the bundle (ZIP)")->required();
  command->add_option("--images", options->images, "Folder with the images, when they moved since they were loaded");
  command->callback([options, &exit_code] { exit_code = export_bundle(*options); });
}
}  // namespace nadir::cli
