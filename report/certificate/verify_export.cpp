#include "report/certificate/verify_export.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>

#include "imaging/digest/sha256.h"
#include "report/certificate/certificate_json.h"

namespace nadir::report
{
namespace
{
namespace fs = std::filesystem;

constexpr std::uintmax_t most_certificate_bytes = 64u << 20;

Result<std::string> certificate_text(const fs::path& folder)
{
  std::error_code problem;
  const auto path = folder / certificate_name;
  const auto size = fs::file_size(path, problem);
  std::ifstream file(path, std::ios::binary);
  if (problem || size > most_certificate_bytes || !file)
    return Failure{imaging::DigestError::Unreadable,
                   "the folder holds no certificate.json that can be read (nothing to compare with). Name the folder of an export."};
  return std::string(std::istreambuf_iterator<char>(file), {});
}

/// "" when the file is as it was written.
std::string difference(const fs::path& path, const CertifiedFile& file)
{
  std::error_code problem;
  const auto status = fs::symlink_status(path, problem);
  if (status.type() == fs::file_type::not_found) return "is missing";
  if (status.type() != fs::file_type::regular) return "is no regular file";
  const auto digest = imaging::sha256_of_file(path.string());
  if (!digest) return "cannot be read";
  if (fs::file_size(path, problem) != file.size) return "has another size than it was written with";
  return *digest == file.sha256 ? "" : "has other bytes than were written";
}

void compare_files(const fs::path& folder, const CertifiedFormat& format, ExportVerdict& verdict)
{
  for (const auto& file : format.files)
  {
    ++verdict.files;
    const auto what = difference(folder / format.format / file.name, file);
    if (!what.empty()) verdict.damages.push_back({format.format + "/" + file.name, what});
  }
}

std::set<std::string> names_of(const Certificate& certificate)
{
  std::set<std::string> names{certificate_name};
  for (const auto& format : certificate.formats)
    for (const auto& file : format.files) names.insert(format.format + "/" + file.name);
  return names;
}

void find_strangers(const fs::path& folder, ExportVerdict& verdict)
{
  const auto known = names_of(verdict.certificate);
  std::vector<std::string> strangers;
  std::error_code problem;
  for (fs::recursive_directory_iterator entry(folder, problem), end; entry != end && !problem; entry.increment(problem))
  {
    const auto name = fs::path(entry->path()).lexically_relative(folder).generic_string();
    if (!entry->is_directory(problem) && !known.contains(name)) strangers.push_back(name);
  }
  std::sort(strangers.begin(), strangers.end());
  for (const auto& name : strangers) verdict.damages.push_back({name, "is not in the certificate"});
}
}  // namespace

Result<ExportVerdict> verify_export(const fs::path& folder)
{
  const auto text = certificate_text(folder);
  if (!text) return text.failure();
  auto certificate = read_certificate(*text);
  if (!certificate) return certificate.failure();
  ExportVerdict verdict{std::move(*certificate), 0, {}};
  for (const auto& format : verdict.certificate.formats) compare_files(folder, format, verdict);
  find_strangers(folder, verdict);
  return verdict;
}
}  // namespace nadir::report
