#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <memory>

#include "cli/commands/commands.h"
#include "cli/export/certificate_words.h"
#include "cli/export/export_bundle.h"
#include "cli/export/export_sources.h"
#include "cli/talk.h"
#include "measure/assessment/identity_check.h"
#include "report/export/export_error.h"
#include "report/export/export_formats.h"
#include "report/export/write_export.h"

namespace nadir::cli
{
namespace
{
struct ExportOptions
{
  SourceOptions source;
  std::vector<std::string> confirmed;
  std::vector<std::string> formats;
  std::vector<std::string> settings;
  std::string at;
  std::string out;
};

Failure bad_setting(const std::string& text, const std::string& form)
{
  return {report::ExportError::SettingUnknown, "\"" + text + "\" is not of the form " + form + " (nothing was written). Correct it."};
}

Result<report::ExportSettings> settings_of(const ExportOptions& options)
{
  report::ExportSettings settings;
  settings.at = report::parse_date_time(options.at);
  if (!options.at.empty() && !settings.at) return bad_setting(options.at, "2024-01-31 or 2024-01-31T10:15:00");
  for (const auto& text : options.settings)
  {
    const auto equals = text.find('=');
    if (equals == std::string::npos || equals == 0) return bad_setting(text, "NAME=VALUE");
    settings.values[text.substr(0, equals)] = text.substr(equals + 1);
  }
  return settings;
}

ExitCode outcome_of(const report::Certificate& certificate, const std::vector<report::ExportFormat>& formats)
{
  const auto is_refused = [&](const report::ExportFormat& format)
  {
    return std::any_of(certificate.formats.begin(), certificate.formats.end(),
                       [&](const auto& entry) { return entry.format == format.name && !entry.is_written(); });
  };
  return std::any_of(formats.begin(), formats.end(), is_refused) ? ExitCode::Refused : ExitCode::Ok;
}

ExitCode export_formats(const ExportOptions& options)
{
  const auto formats = report::formats_named(options.formats);
  if (!formats) return tell(formats.failure());
  auto settings = settings_of(options);
  if (!settings) return tell(settings.failure());
  if (const auto checked = report::check_settings(*settings, *formats); !checked) return tell(checked.failure());
  auto source = options.source;
  source.confirmed.insert(options.confirmed.begin(), options.confirmed.end());
  auto sources = export_sources(source);
  if (!sources) return tell(sources.failure());
  const report::ExportJob job{std::move(*sources), std::move(*settings)};
  const auto certificate = report::write_export(job, *formats, options.out);
  if (!certificate) return tell(certificate.failure());
  const auto words = words_of(*certificate);
  std::fwrite(words.data(), 1, words.size(), stdout);
  return outcome_of(*certificate, *formats);
}

std::string help_of_formats()
{
  std::string text = "Formats:\n";
  for (const auto& format : report::export_formats())
  {
    text += "  " + format.name + ": " + format.title + (format.needs == report::FormatNeeds::Images ? " (needs the images)" : "") + "\n";
    for (const auto& setting : format.settings) text += "      --set " + setting.name + "=...: " + setting.meaning + "\n";
  }
  return text;
}

void add_options(CLI::App& command, ExportOptions& options)
{
  command.add_option("SOURCE", options.source.files,
                     "Case (CASE.json), record (CASE.nadir) or assessment.json; several where a format takes several");
  command.add_option("--format", options.formats, "Formats, separated by commas")->delimiter(',');
  command.add_option("--out", options.out, "Folder; each format gets a folder in it, and certificate.json says what was written");
  command.add_option("--at", options.at,
                     "Date or date and time that the files state as theirs; without it the last signature or examination");
  command.add_option("--reader", options.source.reader, "Name of the person who read, where the source does not say it");
  command.add_option("--set", options.settings, "NAME=VALUE: a setting of a format, see below");
  command.add_option("--images", options.source.images, "Folder with the images of a record, when they moved since they were loaded");
  command.add_option("--confirm", options.confirmed, "Questions that a person has answered with yes")
      ->delimiter(',')
      ->check(CLI::IsMember(measure::question_keys()));
  command.footer(help_of_formats);
}
}  // namespace

void add_export_command(CLI::App& app, ExitCode& exit_code)
{
  auto* command = app.add_subcommand("export", "Writes what leaves the house, reads it back and certifies it");
  auto options = std::make_shared<ExportOptions>();
  add_options(*command, *options);
  add_export_bundle(*command, exit_code);
  command->callback(
      [options, command, &exit_code]
      {
        if (!command->get_subcommands().empty()) return;
        if (options->source.files.empty() || options->formats.empty() || options->out.empty())
          throw CLI::RequiredError("SOURCE, --format and --out");
        exit_code = export_formats(*options);
      });
}
}  // namespace nadir::cli
