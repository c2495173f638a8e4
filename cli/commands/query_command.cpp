#include <CLI/CLI.hpp>
#include <cstdio>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>

#include "cli/commands/commands.h"
#include "cli/talk.h"
#include "cli/transport/peer_options.h"

namespace nadir::cli
{
namespace
{
using Json = nlohmann::ordered_json;
using report::QueryLevel;

struct QueryOptions
{
  std::shared_ptr<PeerOptions> peer;
  report::Query query;
  std::string level = "study";
};

QueryLevel level_of(const std::string& name)
{
  return name == "study" ? QueryLevel::Study : name == "series" ? QueryLevel::Series : QueryLevel::Image;
}

Json json_of(const report::QueryMatch& match)
{
  Json object;
  for (const auto& [name, text] : {std::pair{"patient_id", &match.patient_id},
                                   {"patient_name", &match.patient_name},
                                   {"study_instance_uid", &match.study_instance},
                                   {"study_date", &match.study_date},
                                   {"study_description", &match.study_description},
                                   {"series_instance_uid", &match.series_instance},
                                   {"modality", &match.modality},
                                   {"series_description", &match.series_description},
                                   {"sop_instance_uid", &match.sop_instance},
                                   {"sop_class_uid", &match.sop_class}})
    if (!text->empty()) object[name] = *text;
  return object;
}

ExitCode query(QueryOptions& options)
{
  const auto peer = peer_of(*options.peer);
  if (!peer) return tell(peer.failure());
  options.query.level = level_of(options.level);
  const auto matches = report::find(*peer, options.query);
  if (!matches) return tell(matches.failure());
  Json list = Json::array();
  for (const auto& match : *matches) list.push_back(json_of(match));
  const std::string text = list.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
  std::fwrite(text.data(), 1, text.size(), stdout);
  return ExitCode::Ok;
}
}  // namespace

void add_query_command(CLI::App& app, ExitCode& exit_code)
{
  auto* command = app.add_subcommand("query", "Asks an archive for studies, series or objects; answers as JSON");
  auto options = std::make_shared<QueryOptions>();
  options->peer = add_peer_options(*command);
  command->add_option("--level", options->level, "study, series or image")
      ->check(CLI::IsMember({"study", "series", "image"}))
      ->capture_default_str();
  command->add_option("--patient", options->query.patient_id, "Patient ID");
  command->add_option("--name", options->query.patient_name, "Patient's name, with * and ?");
  command->add_option("--date", options->query.study_date, "Study date YYYYMMDD, or a range");
  command->add_option("--modality", options->query.modality, "MR, SEG, SR ...");
  command->add_option("--study", options->query.study_instance, "Study Instance UID");
  command->add_option("--series", options->query.series_instance, "Series Instance UID");
  command->add_option("--object", options->query.sop_instance, "SOP Instance UID");
  command->callback([options, &exit_code] { exit_code = query(*options); });
}
}  // namespace nadir::cli
