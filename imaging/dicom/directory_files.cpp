#include "imaging/dicom/directory_files.h"

#include <algorithm>
#include <map>
#include <optional>
#include <system_error>

#include "imaging/dicom/display_text.h"
#include "imaging/dicom/scan_error.h"
#include "imaging/dicom/tags.h"
#include "imaging/dicom/value_list.h"

namespace nadir::imaging
{
namespace
{
namespace fs = std::filesystem;
constexpr std::size_t most_components = 8;
constexpr std::size_t longest_component = 64;  ///< the standard says 8; discs with longer names exist

bool is_allowed(char c)
{
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-' || c == '.';
}

bool is_component(const std::string& text)
{
  return !text.empty() && text.size() <= longest_component && text != "." && text != ".." && std::ranges::all_of(text, is_allowed);
}

bool is_file_id(const std::vector<std::string>& components)
{
  return !components.empty() && components.size() <= most_components && std::ranges::all_of(components, is_component);
}

std::string lower_case(std::string text)
{
  for (auto& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return text;
}

bool is_below(const fs::path& path, const fs::path& root)
{
  return std::mismatch(root.begin(), root.end(), path.begin(), path.end()).first == root.end();
}

class DirectoryReader
{
public:
  explicit DirectoryReader(fs::path root) : root_(std::move(root)) {}

  void take(const std::vector<std::string>& components)
  {
    std::string shown;
    for (const auto& component : components) append(shown, shown_name(fs::path(component)), "/");
    if (!is_file_id(components)) return refuse(root_, ScanError::UnsafeReference, "an entry of the DICOMDIR is no valid file ID: " + shown);
    const auto found = locate(components);
    if (!found) return refuse(root_ / shown, ScanError::ReferencedFileMissing, "the DICOMDIR names " + shown + ", which is not there");
    if (!is_inside(*found))
      return refuse(root_ / shown, ScanError::UnsafeReference, "an entry of the DICOMDIR leads outside its folder: " + shown);
    found_.files.push_back(*found);
  }

  FoundFiles result()
  {
    std::ranges::sort(found_.files);
    const auto doubles = std::ranges::unique(found_.files);
    found_.files.erase(doubles.begin(), doubles.end());
    return std::move(found_);
  }

private:
  bool is_inside(const fs::path& path) const
  {
    std::error_code error;
    const auto target = fs::canonical(path, error);
    const auto root = fs::canonical(root_, error);
    return !error && is_below(target, root) && fs::is_regular_file(target, error);
  }

  std::optional<fs::path> locate(const std::vector<std::string>& components)
  {
    auto path = root_;
    for (const auto& component : components)
    {
      std::error_code error;
      if (const auto exact = path / component; fs::exists(exact, error)) path = exact;
      else if (const auto other_case = any_case(path, component)) path = *other_case;
      else return std::nullopt;
    }
    return path;
  }

  /// Discs copied by some systems have their names in lower case.
  std::optional<fs::path> any_case(const fs::path& folder, const std::string& name)
  {
    const auto [listed, is_new] = names_.try_emplace(folder);
    if (is_new) list(folder, listed->second);
    const auto found = listed->second.find(lower_case(name));
    return found == listed->second.end() ? std::nullopt : std::optional(found->second);
  }

  static void list(const fs::path& folder, std::map<std::string, fs::path>& names)
  {
    std::error_code error;
    fs::directory_iterator entries(folder, error);
    for (const fs::directory_iterator end; !error && entries != end; entries.increment(error))
      names.emplace(lower_case(entries->path().filename().string()), entries->path());
  }

  void refuse(const fs::path& path, ScanError error, const std::string& problem)
  {
    found_.refused.push_back(
        {path, Failure{error, problem + " (its images are not seen). Copy the whole disc again, or scan the folder itself."}});
  }

  fs::path root_;
  std::map<fs::path, std::map<std::string, fs::path>> names_;  ///< by folder, then lower-case name
  FoundFiles found_;
};
}  // namespace

Result<FoundFiles> files_of_directory(const fs::path& dicomdir, const DicomFile& file)
{
  const auto records = file.data().items(tags::directory_record_sequence);
  if (records.empty())
    return Failure{ScanError::NoDirectoryRecords, "the DICOMDIR has no records (it names no files). Scan the folder itself."};
  const auto folder = dicomdir.parent_path();
  DirectoryReader reader(folder.empty() ? fs::path(".") : folder);
  for (const auto& record : records)
    if (const auto components = record.texts(tags::referenced_file_id); !components.empty()) reader.take(components);
  return reader.result();
}
}  // namespace nadir::imaging
