#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "imaging/dicom/sequence_type.h"

namespace nadir::imaging
{
/// What a series description or protocol name says about the contrast, in the words of English, German, French, Spanish and Italian
/// protocols. Second-rank evidence: people type it.
class DescriptionWords
{
public:
  explicit DescriptionWords(std::string_view description);

  /// T1, T2 or ProtonDensity; nothing when none or several are named, or a map ("T2 map", "T1rho", "T2*") is.
  std::optional<SequenceType> weighting() const;

  bool says_localizer() const;
  bool says_adc() const { return any_of({"ADC", "DADC", "ADCMAP", "APPARENT"}) && !any_of({"EADC", "EXPONENTIAL"}); }
  bool says_diffusion() const
  {
    return any_of({"DWI", "DTI", "DIFF", "DIFFUSION", "EP2D", "TRACEW", "RESOLVE", "DWIBS"}) && !any_of({"PERF", "PERFUSION", "BOLD"});
  }
  bool says_fat_suppression() const;  ///< or that fat is absent, as on a water image
  bool says_stir() const { return any_of({"STIR", "TIRM", "TURBOSTIR"}) || contains("STIR"); }
  bool says_flair() const { return contains("FLAIR"); }
  bool says_post_contrast() const;
  bool says_pre_contrast() const;
  bool says_quantitative_map() const;
  bool says_subtraction() const { return any_of({"SUB", "SUBTRACTION", "SUBTRAKTION"}); }

private:
  bool says_dixon_water() const;
  bool any_of(std::initializer_list<std::string_view> words) const;
  bool contains(std::string_view part) const { return text_.find(part) != std::string::npos; }
  /// A word that begins with the weighting, or with a plane or kind of echo and then the weighting: "T1TSE", "AXT1", not "REST1".
  bool names(std::string_view weighting) const;

  std::string text_;                ///< upper case
  std::vector<std::string> words_;  ///< runs of letters, digits, + and *
};
}  // namespace nadir::imaging
