#pragma once

#include <string>
#include <vector>

namespace nadir::report
{
enum class QueryLevel
{
  Study,
  Series,
  Image,
};

/// What is looked for; an empty key matches anything. Keys are the peer's words: "*" and "?" are its wildcards.
struct Query
{
  QueryLevel level = QueryLevel::Study;
  std::string patient_id;
  std::string patient_name;
  std::string study_date;  ///< "20240131" or a range "20240101-20240131"
  std::string modality;
  std::string study_instance;
  std::string series_instance;
  std::string sop_instance;
};

/// One answer. Texts are the peer's, in UTF-8; they name no file and are escaped by whoever shows them.
struct QueryMatch
{
  std::string patient_id, patient_name;
  std::string study_instance, study_date, study_description;
  std::string series_instance, modality, series_description;
  std::string sop_instance, sop_class;
};

/// More answers than this end the query as a failure: nobody reads them, and a peer must not fill the memory.
inline constexpr std::size_t most_matches = 20000;
}  // namespace nadir::report
