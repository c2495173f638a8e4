#include "imaging/dicom/contrast_by_words.h"

#include <array>
#include <utility>

#include "imaging/dicom/description_words.h"
#include "imaging/dicom/sequence_clue.h"

namespace nadir::imaging
{
namespace
{
using Recognition = std::optional<SequenceRecognition>;

/// Defined terms of PS3.3 table C.8-84 that name a weighting.
constexpr std::array<std::pair<std::string_view, SequenceType>, 6> acquisition_contrasts{{{"T1", SequenceType::T1},
                                                                                          {"T2", SequenceType::T2},
                                                                                          {"PROTON_DENSITY", SequenceType::ProtonDensity},
                                                                                          {"STIR", SequenceType::T2FatSaturated},
                                                                                          {"FLUID_ATTENUATED", SequenceType::Other},
                                                                                          {"T2_STAR", SequenceType::Other}}};

Recognition by_acquisition_contrast(const SequenceEvidence& e)
{
  for (const auto& [term, type] : acquisition_contrasts)
    if (e.acquisition_contrast == term)
      return recognized(type, {"(0008,9209) AcquisitionContrast", e.acquisition_contrast, std::string(name_of(type))});
  return std::nullopt;
}

Recognition by_description(const SequenceEvidence& e)
{
  const DescriptionWords words(e.description);
  const auto weighting = words.weighting();
  const auto named = [&](SequenceType type, const std::string& name) {
    return recognized(type, {"(0008,103E) SeriesDescription", e.description, name + " by name"});
  };
  if (words.says_flair() && weighting != SequenceType::T1) return named(SequenceType::Other, "FLAIR");
  if (words.says_stir()) return named(SequenceType::T2FatSaturated, "STIR");
  if (words.says_quantitative_map()) return named(SequenceType::Other, "map");
  return weighting ? Recognition(named(*weighting, std::string(name_of(*weighting)))) : std::nullopt;
}
}  // namespace

std::optional<SequenceRecognition> contrast_by_words(const SequenceEvidence& evidence)
{
  auto found = by_acquisition_contrast(evidence);
  return found ? found : by_description(evidence);
}
}  // namespace nadir::imaging
