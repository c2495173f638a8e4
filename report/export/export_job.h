#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "imaging/result/result.h"
#include "report/export/export_source.h"
#include "report/identity/date_time.h"

namespace nadir::report
{
/// What the caller decided. `values` holds settings that formats declare (`FormatSetting`), by name.
struct ExportSettings
{
  std::optional<DateTime> at;  ///< moment that the files state as theirs; absent = the last date in the data
  std::map<std::string, std::string> values;

  /// "" when the setting was not given.
  std::string value(const std::string& name) const
  {
    const auto found = values.find(name);
    return found == values.end() ? std::string() : found->second;
  }
};

/// What is to be exported. Several sources are several cases, or several readers of one case; a format says how many it takes.
struct ExportJob
{
  std::vector<ExportSource> sources;
  ExportSettings settings;

  /// For formats of one case.
  const ExportSource& source() const
  {
    NADIR_EXPECTS(sources.size() == 1);
    return sources.front();
  }
};

/// The moment that exported files state as theirs, and where it comes from. Never the machine's clock, so that the same input gives the
/// same bytes: what the caller gave, else the last signature, else the last examination.
struct ExportMoment
{
  DateTime when;
  std::string origin;  ///< "given by the caller", "last signature (UTC)", "last examination"
};

/// Failure MomentUnknown when nothing says.
Result<ExportMoment> moment_of(const ExportJob& job);
}  // namespace nadir::report
