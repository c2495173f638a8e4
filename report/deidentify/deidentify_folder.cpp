#include "report/deidentify/deidentify_folder.h"

#include <algorithm>
#include <optional>

#include "imaging/storage/write_file.h"
#include "report/deidentify/deidentify_error.h"

namespace nadir::report
{
namespace
{
namespace fs = std::filesystem;

std::vector<fs::path> files_below(const fs::path& folder)
{
  std::vector<fs::path> files;
  std::error_code problem;
  if (fs::is_regular_file(folder, problem)) return {folder};
  fs::recursive_directory_iterator entry(folder, fs::directory_options::skip_permission_denied, problem);
  for (; !problem && entry != fs::end(entry); entry.increment(problem))
    if (entry->is_regular_file(problem) && !entry->is_symlink(problem)) files.push_back(entry->path());
  std::sort(files.begin(), files.end());
  return files;
}

std::string name_of(std::size_t number)
{
  const std::string digits = std::to_string(number);
  return std::string(digits.size() < 6 ? 6 - digits.size() : 0, '0') + digits + ".dcm";
}

std::optional<Failure> fault_of(const fs::path& to)
{
  std::error_code problem;
  fs::create_directories(to, problem);
  if (!fs::is_directory(to, problem))
    return Failure(DeidentifyError::NotWritten, "the folder for the result cannot be made (there is no place for it). Name another.");
  if (!fs::is_empty(to, problem))
    return Failure(DeidentifyError::NotWritten,
                   "the folder for the result has files in it (objects with and without names would mix). Name a new one.");
  return std::nullopt;
}
}  // namespace

Result<std::vector<DeidentifiedFile>> deidentify_folder(const fs::path& from, const fs::path& to, const Pseudonyms& pseudonyms,
                                                        const DeidentifyOptions& options)
{
  const auto files = files_below(from);
  if (const auto fault = fault_of(to)) return *fault;
  std::vector<DeidentifiedFile> done;
  std::size_t number = 0;
  for (const auto& file : files)
  {
    const auto cleaned = deidentify(file, pseudonyms, options);
    if (!cleaned)
    {
      done.push_back({file, "", cleaned.failure().message()});
      continue;
    }
    const std::string name = name_of(++number);
    if (const auto written = imaging::write_file(to / name, cleaned->bytes); !written) return written.failure();
    done.push_back({file, name, cleaned->warning});
  }
  return done;
}
}  // namespace nadir::report
