#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "imaging/result/result.h"
#include "measure/response/protocol.h"
#include "reading/table/table_error.h"

namespace nadir::reading
{
/// One mistake of a protocol file.
struct ProtocolMistake
{
  std::uint64_t line = 0;
  std::string key;  ///< "minimum_stable_days", "volume_limits[1].citation"; empty when the text is no JSON
  std::string message;
};

/// "trial.json:7: minimum_stabel_days: there is no such setting ...".
std::string in_words(std::string_view file, const ProtocolMistake& mistake);

/// What a protocol file says: a protocol, or every mistake in it.
struct ProtocolText
{
  std::optional<measure::Protocol> protocol;
  std::vector<ProtocolMistake> mistakes;
};

/// Reads a protocol from JSON text: one object whose keys are those of `measure::protocol_settings()`, numbers as numbers, truth values as
/// true and false, reference_date as "2024-01-31" or "baseline". `volume_limits` is a list of objects with name, decrease_percent,
/// increase_percent and citation; it replaces the default list. `repeated_readings_mm` is a list of at least 20 pairs of lengths that the
/// site's readers gave one lesion; the repeatability is fitted to it (recist_1_1/repeatability.h). "$schema", "name" and "comment" are
/// accepted and not used. What is not said keeps its default. Schema: protocol.schema.json beside this header.
ProtocolText parse_protocol(std::string_view json);

/// The same from a file of at most 1 MiB; Failure{NotReadable} when it cannot be read.
Result<ProtocolText> read_protocol_file(const std::filesystem::path& path);
}  // namespace nadir::reading
