#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "imaging/result/result.h"
#include "report/export/export_source.h"

namespace nadir::cli
{
/// Where the readings to be exported come from.
struct SourceOptions
{
  std::vector<std::string> files;   ///< CASE.json, CASE.nadir or assessment.json
  std::string images;               ///< folder with the images of a record, when they moved
  std::set<std::string> confirmed;  ///< questions that a person answered
  std::string reader;               ///< "" = as the record says
};

/// Reads and, where it is a case or a record, measures it. What is locked or signed must come out as it was locked.
/// Failures: SourceUnusable, or what reading and measuring say, with the file named.
Result<std::vector<report::ExportSource>> export_sources(const SourceOptions& options);
}  // namespace nadir::cli
