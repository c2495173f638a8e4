#pragma once

#include <string>
#include <vector>

#include "imaging/result/result.h"
#include "report/certificate/certificate.h"
#include "report/export/export_file.h"
#include "report/export/export_job.h"

namespace nadir::report
{
/// Whether what was decided holds for the next case, too.
enum class SettingScope
{
  House,    ///< of the study or the site: may be remembered
  OneCase,  ///< of one patient: remembered for another one it would be wrong
};

/// Something that the caller may decide about a format: `--set NAME=VALUE`.
struct FormatSetting
{
  std::string name;                   ///< "sr-naming"
  std::string meaning;                ///< for the help, with the default
  std::vector<std::string> values{};  ///< the words allowed; empty = any text
  SettingScope scope = SettingScope::House;
};

/// What a format made of a job, before anything is on the disk.
struct FormatOutput
{
  std::vector<ExportFile> files;
  std::vector<std::string> left_out;  ///< what the format has no room for, in words
  std::vector<std::string> notices;   ///< what whoever receives the files should know
};

enum class FormatNeeds
{
  Numbers,  ///< any source
  Images,   ///< a case or record with its images
};

enum class FormatScope
{
  OneCase,
  ManyCases,  ///< several cases or readers in one set of files
};

/// One format: `make` turns a job into bytes, `read_back` reads the bytes that came back from the disk and compares them with the job.
/// Both are pure: same job, same bytes. Each format stands in a file of its own in formats/ and in the list of `export_formats()`.
struct ExportFormat
{
  std::string name;  ///< word of --format, and the folder that its files lie in: "json"
  std::string title;
  FormatNeeds needs = FormatNeeds::Numbers;
  FormatScope scope = FormatScope::OneCase;
  std::vector<FormatSetting> settings;
  Result<FormatOutput> (*make)(const ExportJob& job) = nullptr;
  /// One entry a file, in any order; a file without one counts as not read back.
  std::vector<ReadBack> (*read_back)(const ExportJob& job, const std::vector<ExportFile>& files) = nullptr;
};
}  // namespace nadir::report
