#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>

#include "cli/commands/commands.h"
#include "cli/talk.h"
#include "report/deidentify/deidentify_error.h"
#include "report/deidentify/deidentify_folder.h"

namespace nadir::cli
{
namespace
{
namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

struct DeidentifyArguments
{
  std::string input, out, key;
  std::string dates = "shifted";
  std::vector<std::string> keep;
  bool no_burned_in_text = false;
};

report::DeidentifyOptions options_of(const DeidentifyArguments& arguments)
{
  report::DeidentifyOptions options;
  options.dates = arguments.dates == "kept"      ? report::Dates::Kept
                  : arguments.dates == "removed" ? report::Dates::Removed
                                                 : report::Dates::Shifted;
  for (const auto& kept : arguments.keep)
    options.retained.insert(kept == "characteristics" ? report::Retained::PatientCharacteristics
                            : kept == "device"        ? report::Retained::DeviceIdentity
                                                      : report::Retained::InstitutionIdentity);
  if (arguments.no_burned_in_text) options.pixel_text = report::PixelText::Confirmed;
  return options;
}

ExitCode show(const std::vector<report::DeidentifiedFile>& files)
{
  std::size_t refused = 0;
  std::map<std::string, std::size_t> warnings;
  for (const auto& file : files)
  {
    if (file.written.empty()) ++refused, say("left out: " + file.original.string() + ": " + file.words);
    else if (!file.words.empty()) ++warnings[file.words];
  }
  for (const auto& [words, count] : warnings) say("warning: " + std::to_string(count) + " objects: " + words + ".");
  const std::string text = Json{{"written", files.size() - refused}, {"left_out", refused}}.dump(2) + "\n";
  std::fwrite(text.data(), 1, text.size(), stdout);
  return refused == 0 ? ExitCode::Ok : ExitCode::Refused;
}

/// A secret that travels with the result undoes it.
bool is_key_in_result(const DeidentifyArguments& arguments)
{
  std::error_code problem;
  const auto out = fs::weakly_canonical(arguments.out, problem), key = fs::weakly_canonical(arguments.key, problem);
  return std::mismatch(out.begin(), out.end(), key.begin(), key.end()).first == out.end();
}

ExitCode deidentify(const DeidentifyArguments& arguments)
{
  if (is_key_in_result(arguments))
    return tell(Failure(report::DeidentifyError::KeyUnusable,
                        "the key file would lie in the folder of the result (whoever has both finds the patients). Name another place."));
  const auto pseudonyms = report::Pseudonyms::of_key_file(arguments.key);
  if (!pseudonyms) return tell(pseudonyms.failure());
  const auto files = report::deidentify_folder(arguments.input, arguments.out, *pseudonyms, options_of(arguments));
  return files ? show(*files) : tell(files.failure());
}
}  // namespace

void add_deidentify_command(CLI::App& app, ExitCode& exit_code)
{
  auto* command = app.add_subcommand(
      "deidentify", "Removes what points to a patient from DICOM objects (PS3.15 annex E), the same way in images, SEG and SR");
  auto arguments = std::make_shared<DeidentifyArguments>();
  command->add_option("DIR", arguments->input, "Folder of DICOM objects, or one object")->required()->check(CLI::ExistingPath);
  command->add_option("--out", arguments->out, "New folder for the cleaned objects, which are numbered")->required();
  command
      ->add_option(
          "--key", arguments->key,
          "Secret that makes new names and dates the same in every run; made when it does not exist. Keep it apart from the result")
      ->required();
  command->add_option("--dates", arguments->dates, "shifted (by patient), removed or kept")
      ->check(CLI::IsMember({"shifted", "removed", "kept"}))
      ->capture_default_str();
  command->add_option("--keep", arguments->keep, "characteristics (sex, age, weight), device, institution")
      ->delimiter(',')
      ->check(CLI::IsMember({"characteristics", "device", "institution"}));
  command->add_flag("--no-burned-in-text", arguments->no_burned_in_text,
                    "A person has looked: no text stands in the pixels of screenshots and the like");
  command->callback([arguments, &exit_code] { exit_code = deidentify(*arguments); });
}
}  // namespace nadir::cli
