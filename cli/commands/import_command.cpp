#include <CLI/CLI.hpp>
#include <cstdio>
#include <map>
#include <memory>

#include "cli/commands/commands.h"
#include "cli/talk.h"
#include "imaging/storage/write_file.h"
#include "session/import/import_objects.h"

namespace nadir::cli
{
namespace
{
struct ImportOptions
{
  std::vector<std::string> objects;
  std::vector<std::string> timepoints;
  std::string patient;
  std::string role;
  std::string out;
  bool everything = false;
};

measure::LesionRole role_of(const std::string& word)
{
  for (const auto role : {measure::LesionRole::NonTarget, measure::LesionRole::New})
    if (word == name_of(role)) return role;
  return measure::LesionRole::Target;
}

/// "LABEL=FOLDER"; false when it is no such thing.
bool add_timepoint(const std::string& text, session::ImportWish& wish)
{
  const auto equals = text.find('=');
  if (equals == std::string::npos || equals == 0 || equals + 1 == text.size()) return false;
  wish.timepoints.push_back({TimepointLabel{text.substr(0, equals)}, std::filesystem::absolute(text.substr(equals + 1))});
  return true;
}

ExitCode import_objects(const ImportOptions& options)
{
  session::ImportWish wish;
  wish.patient = options.patient;
  wish.objects.assign(options.objects.begin(), options.objects.end());
  wish.role = role_of(options.role);
  wish.scope = options.everything ? session::ImportScope::Everything : session::ImportScope::Lesions;
  for (const auto& timepoint : options.timepoints)
    if (!add_timepoint(timepoint, wish))
    {
      say("nadir import: \"" + timepoint + "\" is not of the form LABEL=FOLDER.");
      return ExitCode::Usage;
    }
  const auto imported = session::import_objects(wish);
  if (!imported) return tell(imported.failure());
  if (const auto written = imaging::write_file(options.out, session::case_text(imported->input)); !written) return tell(written.failure());
  for (const auto& notice : imported->notices) say("notice: " + notice);
  for (const auto& lesion : imported->input.lesions)
  {
    const auto line = visible(lesion.lesion.id.text()) + ": " + std::string(name_of(lesion.lesion.role)) + ", " +
                      std::to_string(lesion.prompts.size()) + " time point(s)\n";
    std::fwrite(line.data(), 1, line.size(), stdout);
  }
  return ExitCode::Ok;
}
}  // namespace

void add_import_command(CLI::App& app, ExitCode& exit_code)
{
  auto* command = app.add_subcommand("import", "Makes a case of structured reports, segmentations and structure sets, whoever made them");
  auto options = std::make_shared<ImportOptions>();
  command->add_option("OBJECT", options->objects, "DICOM SR (TID 1500), SEG or RTSTRUCT")->required();
  command->add_option("--timepoint", options->timepoints, "LABEL=FOLDER of images, baseline first; once for each time point")->required();
  command->add_option("--out", options->out, "Case file to be written (JSON)")->required();
  command->add_option("--patient", options->patient, "The case's own name for the patient")->required();
  command->add_option("--role", options->role, "Role of lesions whose role no object states (default target)")
      ->check(CLI::IsMember({"target", "non-target", "new"}));
  command->add_flag("--everything", options->everything, "Take organs and parts of lesions, too");
  command->callback([options, &exit_code] { exit_code = import_objects(*options); });
}
}  // namespace nadir::cli
