#include "imaging/dicom/recognize_sequence.h"

#include <algorithm>

#include "imaging/dicom/description_words.h"
#include "imaging/dicom/pixel_unit.h"
#include "imaging/dicom/value_list.h"
#include "imaging/units/number_text.h"

namespace nadir::imaging
{
namespace
{
constexpr double short_echo = 30.0, medium_echo = 45.0, long_echo = 60.0;
constexpr double short_repetition = 1200.0, long_repetition = 1500.0;
constexpr double fat_null_from = 80.0, fat_null_to = 300.0, fluid_null_from = 1500.0;
constexpr double short_gradient_echo = 10.0, t1_flip_angle = 8.0;

class Recognizer
{
public:
  explicit Recognizer(const SequenceEvidence& evidence) : e_(evidence), words_(evidence.description) {}

  SequenceRecognition recognize()
  {
    if (!is_special()) weigh();
    return std::move(found_);
  }

private:
  void clue(std::string attribute, std::string value, std::string meaning)
  {
    found_.clues.push_back({std::move(attribute), std::move(value), std::move(meaning)});
  }
  void clue(std::string attribute, double value, std::string meaning) { clue(std::move(attribute), format_number(value), std::move(meaning)); }
  void description_clue(std::string meaning) { clue("(0008,103E) SeriesDescription", e_.description, std::move(meaning)); }

  bool decide(SequenceType type)
  {
    found_.type = type;
    return true;
  }

  /// Everything that is not an anatomical image weighted by T1, T2 or proton density.
  bool is_special() { return is_other_modality() || is_localizer() || is_adc() || is_derived() || is_diffusion() || is_component(); }

  bool is_other_modality()
  {
    if (e_.modality == "MR") return false;
    clue("(0008,0060) Modality", e_.modality, "no MR contrast");
    return decide(SequenceType::Other);
  }

  bool is_localizer()
  {
    if (has_value(e_.image_type, "LOCALIZER"))
      clue("(0008,0008) ImageType", e_.image_type, "localizer");
    else if (words_.says_localizer())
      description_clue("localizer by name");
    else
      return false;
    return decide(SequenceType::Localizer);
  }

  bool is_adc()
  {
    if (is_adc_image_type(e_.image_type))
      clue("(0008,0008) ImageType", e_.image_type, "apparent diffusion coefficient");
    else if (e_.unit == "1e-6 mm2/s")
      clue("unit of the values", e_.unit, "apparent diffusion coefficient");
    else if (words_.says_adc() && e_.image_type.starts_with("DERIVED"))
      description_clue("apparent diffusion coefficient by name, derived image");
    else
      return false;
    return decide(SequenceType::Adc);
  }

  bool is_derived()
  {
    for (const std::string_view kind : {"SUBTRACTION", "SUB", "PROJECTION IMAGE", "MIP", "MINIP", "FA", "TENSOR", "PERFUSION", "T1 MAP", "T2 MAP", "T2_STAR MAP",
                                        "FIELD_MAP", "CBF", "CBV", "MTT", "TTP", "EADC", "EXP_ADC"})
      if (has_value(e_.image_type, kind))
      {
        clue("(0008,0008) ImageType", e_.image_type, "computed image");
        return decide(SequenceType::Other);
      }
    if (!words_.says_subtraction()) return false;
    description_clue("subtraction by name");
    return decide(SequenceType::Other);
  }

  bool is_diffusion()
  {
    const bool weighted = e_.b_value && *e_.b_value > 0.0;
    const bool echo_planar = has_value(e_.scanning_sequence, "EP") || e_.sequence_name.find("EP_") != std::string::npos || e_.sequence_name.starts_with("EPI");
    const bool named = has_value(e_.image_type, "DIFFUSION") || e_.acquisition_contrast == "DIFFUSION";
    const bool reference = e_.b_value && *e_.b_value == 0.0 && (e_.has_diffusion_siblings || named || (echo_planar && words_.says_diffusion()));
    if (!weighted && !reference && !named) return false;
    if (e_.b_value) clue("b-value", *e_.b_value, weighted ? "diffusion weighting" : "reference image without diffusion weighting");
    if (e_.has_diffusion_siblings && !weighted) clue("b-value of other images of the series", "> 0", "diffusion series");
    if (has_value(e_.image_type, "DIFFUSION")) clue("(0008,0008) ImageType", e_.image_type, "diffusion");
    if (e_.acquisition_contrast == "DIFFUSION") clue("(0008,9209) AcquisitionContrast", e_.acquisition_contrast, "diffusion");
    found_.b_value = e_.b_value;
    return decide(SequenceType::Dwi);
  }

  /// Phase, real and imaginary images show no tissue contrast.
  bool is_component()
  {
    for (const std::string_view kind : {"P", "PHASE", "PHASE MAP", "R", "REAL", "I", "IMAGINARY", "VELOCITY", "B0 MAP", "B0", "B1", "FLOW_ENCODED", "FAT", "F", "FF"})
      if (has_value(e_.image_type, kind))
      {
        clue("(0008,0008) ImageType", e_.image_type, "no magnitude image of the anatomy");
        return decide(SequenceType::Other);
      }
    return false;
  }

  /// An echo-planar readout without a refocusing pulse is a gradient echo.
  bool is_gradient_echo() const { return !is_spin_echo() && (has_value(e_.scanning_sequence, "GR") || has_value(e_.scanning_sequence, "EP")); }
  bool is_spin_echo() const { return has_value(e_.scanning_sequence, "SE"); }
  bool is_inversion() const { return has_value(e_.scanning_sequence, "IR") || (is_spin_echo() && e_.inversion_time); }

  void echo_clue(std::string meaning) { clue("(0018,0081) EchoTime", *e_.echo_time, std::move(meaning)); }
  void repetition_clue(std::string meaning) { clue("(0018,0080) RepetitionTime", *e_.repetition_time, std::move(meaning)); }
  void inversion_clue(std::string meaning) { clue("(0018,0082) InversionTime", *e_.inversion_time, std::move(meaning)); }

  /// What the numbers say; nothing when they are absent or lie between the limits. Other = a contrast that has no name here.
  std::optional<SequenceType> by_numbers()
  {
    if (is_gradient_echo()) return by_gradient_echo();
    if (is_inversion() && e_.inversion_time)
      if (const auto type = by_inversion()) return type;
    if (!e_.echo_time || !e_.repetition_time) return std::nullopt;
    return by_spin_echo();
  }

  std::optional<SequenceType> by_inversion()
  {
    if (*e_.inversion_time >= fat_null_from && *e_.inversion_time <= fat_null_to)
    {
      inversion_clue("nulls fat: STIR");
      return SequenceType::T2FatSaturated;
    }
    if (*e_.inversion_time >= fluid_null_from && e_.echo_time && *e_.echo_time > medium_echo)
    {
      inversion_clue("nulls fluid: FLAIR");
      return SequenceType::Other;
    }
    if (*e_.inversion_time > fat_null_to && e_.echo_time && *e_.echo_time <= short_echo)
    {
      inversion_clue("inversion for T1 weighting");
      return SequenceType::T1;
    }
    return std::nullopt;
  }

  std::optional<SequenceType> by_spin_echo()
  {
    const double te = *e_.echo_time, tr = *e_.repetition_time;
    if (te >= long_echo && tr >= long_repetition) return echo_clue("long TE: T2 weighting"), repetition_clue("long TR"), SequenceType::T2;
    if (te <= short_echo && tr <= short_repetition) return echo_clue("short TE"), repetition_clue("short TR: T1 weighting"), SequenceType::T1;
    if (te <= medium_echo && tr >= long_repetition) return echo_clue("short TE"), repetition_clue("long TR: proton density"), SequenceType::ProtonDensity;
    return std::nullopt;
  }

  std::optional<SequenceType> by_gradient_echo()
  {
    const bool spoiled = has_value(e_.sequence_variant, "SP") || has_value(e_.scanning_sequence, "IR");
    const bool tipped = e_.flip_angle && *e_.flip_angle >= t1_flip_angle;
    const bool balanced = has_value(e_.sequence_variant, "SS") && !spoiled;
    if (!e_.echo_time) return std::nullopt;
    clue("(0018,0020) ScanningSequence", e_.scanning_sequence, "gradient echo");
    if (*e_.echo_time > short_gradient_echo) return echo_clue("long for a gradient echo: T2* weighting"), SequenceType::Other;
    if (balanced) return clue("(0018,0021) SequenceVariant", e_.sequence_variant, "steady state: mixed weighting"), SequenceType::Other;
    if (spoiled || tipped) return echo_clue("short gradient echo: T1 weighting"), SequenceType::T1;
    return std::nullopt;
  }

  std::optional<SequenceType> by_acquisition_contrast()
  {
    if (e_.acquisition_contrast == "T1") return SequenceType::T1;
    if (e_.acquisition_contrast == "T2") return SequenceType::T2;
    if (e_.acquisition_contrast == "PROTON_DENSITY") return SequenceType::ProtonDensity;
    if (e_.acquisition_contrast == "STIR") return SequenceType::T2FatSaturated;
    if (e_.acquisition_contrast == "FLUID_ATTENUATED" || e_.acquisition_contrast == "T2_STAR") return SequenceType::Other;
    return std::nullopt;
  }

  std::optional<SequenceType> by_words()
  {
    if (const auto contrast = by_acquisition_contrast())
    {
      clue("(0008,9209) AcquisitionContrast", e_.acquisition_contrast, std::string(name_of(*contrast)));
      return contrast;
    }
    if (words_.says_flair() && words_.weighting() != SequenceType::T1) return description_clue("FLAIR by name"), SequenceType::Other;
    if (words_.says_stir()) return description_clue("STIR by name"), SequenceType::T2FatSaturated;
    if (words_.says_quantitative_map()) return description_clue("map by name"), SequenceType::Other;
    const auto weighting = words_.weighting();
    if (weighting) description_clue(std::string(name_of(*weighting)) + " by name");
    return weighting;
  }

  /// STIR counts as T2 when numbers and words are compared: both are fluid-bright.
  static SequenceType plain(SequenceType type) { return type == SequenceType::T2FatSaturated ? SequenceType::T2 : type; }

  void weigh()
  {
    const auto numbers = by_numbers();
    const auto words = by_words();
    if (!numbers && !words) return;
    const bool contradict = numbers && words && plain(*numbers) != plain(*words);
    if (contradict && !is_stir_against_proton_density(*numbers, *words))
    {
      clue("numbers and words", std::string(name_of(*numbers)) + " / " + std::string(name_of(*words)), "contradict each other: not decided");
      return;
    }
    found_.type = contradict ? SequenceType::T2FatSaturated : numbers ? *numbers : *words;
    if (words == SequenceType::T2FatSaturated && found_.type == SequenceType::T2) found_.type = SequenceType::T2FatSaturated;
    refine();
  }

  /// STIR is often run with a short echo; without its inversion time it looks like proton density, and its name settles it.
  static bool is_stir_against_proton_density(SequenceType numbers, SequenceType words)
  {
    return numbers == SequenceType::ProtonDensity && words == SequenceType::T2FatSaturated;
  }

  void refine()
  {
    if (found_.type == SequenceType::T2 && is_fat_suppressed()) found_.type = SequenceType::T2FatSaturated;
    if (found_.type == SequenceType::T1) look_for_contrast_agent();
  }

  bool is_fat_suppressed()
  {
    if (e_.fat_suppressed)
      return clue("(0018,0022) ScanOptions / (0018,9025) SpectrallySelectedSuppression", e_.scan_options, "fat suppression"), true;
    if (has_value(e_.image_type, "W") || has_value(e_.image_type, "WATER"))
      return clue("(0008,0008) ImageType", e_.image_type, "water image: fat is dark"), true;
    if (words_.says_fat_suppression()) return description_clue("fat suppression by name"), true;
    return false;
  }

  void look_for_contrast_agent()
  {
    if (!e_.contrast_agent.empty())
    {
      clue("(0018,0010) ContrastBolusAgent", e_.contrast_agent, "contrast agent given");
      found_.type = SequenceType::T1PostContrast;
      if (!words_.says_pre_contrast()) return;
      description_clue("without contrast by name: contradicts the contrast agent, not decided");
      found_.type = SequenceType::Other;
    }
    else if (words_.says_post_contrast())
    {
      description_clue("after contrast by name (no contrast agent is recorded)");
      found_.type = SequenceType::T1PostContrast;
    }
  }

  const SequenceEvidence& e_;
  DescriptionWords words_;
  SequenceRecognition found_;
};
}  // namespace

SequenceRecognition recognize(const SequenceEvidence& evidence) { return Recognizer(evidence).recognize(); }

void recognize(ImageStack& stack, const StackDraft& draft, const FrameList& series)
{
  const auto& first = draft.frames.empty() ? *draft.unplaced.front() : *draft.frames.front();
  auto evidence = gather_evidence(first);
  evidence.has_diffusion_siblings =
      std::ranges::any_of(series, [](const ImageFrame* frame) { return frame->contrast.b_value && *frame->contrast.b_value > 0.0; });
  stack.sequence = recognize(evidence);
  stack.unit = evidence.unit;
}
}  // namespace nadir::imaging
