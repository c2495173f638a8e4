#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace nadir::imaging
{
/// MR contrast as a radiologist names it.
enum class SequenceType
{
  T1,
  T1PostContrast,
  T2,
  T2FatSaturated,  ///< fat-saturated T2 or STIR
  ProtonDensity,
  Dwi,  ///< one volume per b-value
  Adc,
  Localizer,
  Other,  ///< not recognised: shown as such, never guessed
};

/// "T1", "T1 post-contrast", "T2", "T2 fat-sat/STIR", "PD", "DWI", "ADC", "localizer", "other".
std::string_view name_of(SequenceType type);

/// One attribute that decided, e.g. {"(0018,0081) EchoTime", "85", "long TE: T2 weighting"}.
struct SequenceClue
{
  std::string attribute;
  std::string value;
  std::string meaning;
};

struct SequenceRecognition
{
  SequenceType type = SequenceType::Other;
  std::optional<double> b_value;  ///< s/mm2, DWI only
  std::vector<SequenceClue> clues;
};
}  // namespace nadir::imaging
