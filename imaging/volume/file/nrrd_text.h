#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "imaging/geometry/patient_point.h"
#include "imaging/result/result.h"
#include "imaging/volume/file/image_file_error.h"

namespace nadir::imaging
{
/// The text part of an NRRD file, taken apart but not understood.
struct NrrdText
{
  std::map<std::string, std::string> fields;      ///< "space directions" -> "(1,0,0) ..."; names in lower case
  std::map<std::string, std::string> key_values;  ///< "Segment0_Name" -> "tumour"
  std::uint64_t data_offset = 0;                  ///< first byte behind the blank line
};

/// Takes an NRRD header apart; `start` begins with the file and must hold the whole header.
/// Source: NRRD file format, teem.sourceforge.net/nrrd/format.html. Failure: Malformed (no end, a field twice, no field).
Result<NrrdText> parse_nrrd_text(std::string_view start);

/// Words between blanks.
std::vector<std::string> words_of(std::string_view text);
/// Whole numbers between blanks; nullopt when one is not.
std::optional<std::vector<std::int64_t>> integers_of(std::string_view text);
/// "(1,0,0) none (0,0,1)": one entry each, nullopt for "none"; nullopt altogether when the text is something else.
std::optional<std::vector<std::optional<PatientVector>>> vectors_of(std::string_view text);
}  // namespace nadir::imaging
