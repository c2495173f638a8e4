#include <CLI/CLI.hpp>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <nlohmann/json.hpp>

#include "cli/commands/commands.h"
#include "cli/export/certificate_words.h"
#include "cli/talk.h"
#include "reading/audit/bundle.h"
#include "report/table/assessment_json.h"
#include "session/compare_results.h"
#include "session/record_case.h"
#include "session/record_sources.h"

namespace nadir::cli
{
namespace
{
struct VerifyOptions
{
  std::string bundle;
  std::string images;
  bool json = false;
};

/// What came out of verifying a bundle.
struct Verdict
{
  std::vector<reading::Damage> damages;
  session::ResultComparison results;
  std::vector<std::string> notices;

  bool holds() const { return damages.empty() && results.differences.empty(); }
};

Result<std::string> blob_of(const reading::Bundle& bundle, const reading::Digest& digest)
{
  const auto found = bundle.blobs.find(digest.text());
  if (found != bundle.blobs.end()) return found->second;
  return Failure{reading::RecordError::Damaged, "the bundle does not hold " + digest.text()};
}

void note_missing_images(const session::RecordCase& record, const VerifyOptions& options, Verdict& verdict)
{
  for (const auto& label : record.without_images)
    verdict.notices.push_back("the images of \"" + label.text() + "\" " +
                              (options.images.empty() ? "were not given (--images)" : "were not found under " + options.images) +
                              ": numbers were computed again from masks, calipers and rules; what rests on pixels was not");
}

Result<Done> compare(const reading::KeptBundle& kept, const VerifyOptions& options, Verdict& verdict)
{
  const auto sources = session::sources_of([&kept](const reading::Digest& digest) { return blob_of(kept.bundle, digest); }, options.images);
  if (!sources) return sources.failure();
  auto record = session::case_of(kept.reading, *sources);
  if (!record) return record.failure();
  note_missing_images(*record, options, verdict);
  // A comparison of dates is about all of them or none.
  if (!record->without_images.empty())
    for (auto& timepoint : record->input.timepoints) timepoint.folder.clear();
  const auto again = session::assess(*record, terminal_progress("Step"));
  if (!again) return again.failure();
  const auto scope = record->without_images.empty() ? session::ResultScope::Everything : session::ResultScope::WithoutPixels;
  verdict.results = session::compare_results(kept.bundle.results, report::to_json(*again), scope);
  return Done{};
}

/// Numbers are computed again only from what is whole.
Verdict verdict_on(const reading::KeptBundle& kept, const VerifyOptions& options)
{
  Verdict verdict;
  verdict.damages = kept.damages;
  if (!report::from_json(kept.bundle.results)) verdict.damages.push_back({"results/assessment.json", "is no assessment that can be read"});
  if (!verdict.damages.empty())
  {
    verdict.notices.push_back("no number was computed again, because the bundle itself is damaged");
    return verdict;
  }
  if (const auto compared = compare(kept, options, verdict); !compared)
    verdict.damages.push_back({"results", "cannot be computed again: " + compared.failure().message()});
  return verdict;
}

std::string words_of(const Verdict& verdict, const reading::KeptBundle& kept)
{
  std::string text;
  for (const auto& damage : verdict.damages) text += "damaged: " + visible(damage.place + ": " + damage.what) + "\n";
  for (const auto& difference : verdict.results.differences)
    text +=
        "differs: " + visible(difference.place + ": " + difference.kept + " in the bundle, " + difference.again + " computed again") + "\n";
  for (const auto& notice : verdict.notices) text += "notice: " + notice + "\n";
  text += std::to_string(kept.reading.events()) + " events, " + std::to_string(kept.bundle.blobs.size()) + " blobs, " +
          std::to_string(verdict.results.compared) + " values computed again; head " + kept.head.text() + "\n";
  return text + (verdict.holds() ? "The bundle holds.\n" : "The bundle does not hold.\n");
}

std::string json_of(const Verdict& verdict, const reading::KeptBundle& kept)
{
  using nlohmann::ordered_json;
  ordered_json document;
  document["holds"] = verdict.holds();
  document["events"] = kept.reading.events();
  document["blobs"] = kept.bundle.blobs.size();
  document["head"] = kept.head.text();
  document["values_compared"] = verdict.results.compared;
  document["damages"] = ordered_json::array();
  for (const auto& damage : verdict.damages) document["damages"].push_back({{"place", damage.place}, {"what", damage.what}});
  document["differences"] = ordered_json::array();
  for (const auto& difference : verdict.results.differences)
    document["differences"].push_back({{"place", difference.place}, {"kept", difference.kept}, {"again", difference.again}});
  document["notices"] = verdict.notices;
  return document.dump(2, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

ExitCode verify_folder(const VerifyOptions& options)
{
  const auto verdict = report::verify_export(options.bundle);
  if (!verdict) return tell(verdict.failure());
  const auto text = options.json ? cli::json_of(*verdict) : cli::words_of(*verdict);
  std::fwrite(text.data(), 1, text.size(), stdout);
  return verdict->damages.empty() ? ExitCode::Ok : ExitCode::Refused;
}

ExitCode verify(const VerifyOptions& options)
{
  std::error_code problem;
  if (std::filesystem::is_directory(options.bundle, problem)) return verify_folder(options);
  const auto kept = reading::read_bundle(options.bundle);
  if (!kept) return tell(kept.failure());
  const auto verdict = verdict_on(*kept, options);
  const auto text = options.json ? json_of(verdict, *kept) : words_of(verdict, *kept);
  std::fwrite(text.data(), 1, text.size(), stdout);
  return verdict.holds() ? ExitCode::Ok : ExitCode::Refused;
}
}  // namespace

void add_verify_command(CLI::App& app, ExitCode& exit_code)
{
  auto* command = app.add_subcommand("verify", "Computes every number of a bundle again, or holds an export against its certificate; says "
                                               "what differs and ends with 2 if anything does");
  auto options = std::make_shared<VerifyOptions>();
  command->add_option("BUNDLE", options->bundle, "File that \"nadir export bundle\" made, or folder of \"nadir export\"")->required();
  command->add_option("--images", options->images, "Folder with the images; without it, what rests on pixels is not computed");
  command->add_flag("--json", options->json, "JSON instead of words");
  command->callback([options, &exit_code] { exit_code = verify(*options); });
}
}  // namespace nadir::cli
