#include "imaging/dicom/special_image.h"

#include <initializer_list>

#include "imaging/dicom/description_words.h"
#include "imaging/dicom/pixel_unit.h"
#include "imaging/dicom/sequence_clue.h"
#include "imaging/dicom/value_list.h"

namespace nadir::imaging
{
namespace
{
using Recognition = std::optional<SequenceRecognition>;

SequenceClue type_clue(const SequenceEvidence& e, std::string meaning)
{
  return {"(0008,0008) ImageType", e.image_type, std::move(meaning)};
}

SequenceClue description_clue(const SequenceEvidence& e, std::string meaning)
{
  return {"(0008,103E) SeriesDescription", e.description, std::move(meaning)};
}

bool has_type(const SequenceEvidence& e, std::initializer_list<std::string_view> types)
{
  for (const auto type : types)
    if (has_value(e.image_type, type)) return true;
  return false;
}

Recognition other_modality(const SequenceEvidence& e)
{
  if (e.modality == "MR") return std::nullopt;
  return recognized(SequenceType::Other, {"(0008,0060) Modality", e.modality, "no MR contrast"});
}

Recognition localizer(const SequenceEvidence& e)
{
  if (has_type(e, {"LOCALIZER"})) return recognized(SequenceType::Localizer, type_clue(e, "localizer"));
  if (DescriptionWords(e.description).says_localizer())
    return recognized(SequenceType::Localizer, description_clue(e, "localizer by name"));
  return std::nullopt;
}

Recognition adc(const SequenceEvidence& e)
{
  constexpr auto meaning = "apparent diffusion coefficient";
  if (is_adc_image_type(e.image_type)) return recognized(SequenceType::Adc, type_clue(e, meaning));
  if (e.unit == "1e-6 mm2/s") return recognized(SequenceType::Adc, {"unit of the values", e.unit, meaning});
  if (e.image_type.starts_with("DERIVED") && DescriptionWords(e.description).says_adc())
    return recognized(SequenceType::Adc, description_clue(e, "apparent diffusion coefficient by name, derived image"));
  return std::nullopt;
}

Recognition computed(const SequenceEvidence& e)
{
  if (has_type(e, {"SUBTRACTION", "SUB", "PROJECTION IMAGE", "MIP", "MINIP", "FA", "TENSOR", "PERFUSION", "T1 MAP", "T2 MAP", "T2_STAR MAP",
                   "FIELD_MAP", "CBF", "CBV", "MTT", "TTP", "EADC", "EXP_ADC"}))
    return recognized(SequenceType::Other, type_clue(e, "computed image"));
  if (DescriptionWords(e.description).says_subtraction())
    return recognized(SequenceType::Other, description_clue(e, "subtraction by name"));
  return std::nullopt;
}

bool is_echo_planar(const SequenceEvidence& e)
{
  return has_value(e.scanning_sequence, "EP") || e.sequence_name.find("EP_") != std::string::npos || e.sequence_name.starts_with("EPI");
}

bool is_named_diffusion(const SequenceEvidence& e) { return has_type(e, {"DIFFUSION"}) || e.acquisition_contrast == "DIFFUSION"; }

/// b = 0 is written into ordinary images too; it means diffusion only together with another sign of it.
bool is_reference_image(const SequenceEvidence& e)
{
  if (!e.b_value || *e.b_value != 0.0) return false;
  return e.has_diffusion_siblings || (is_echo_planar(e) && DescriptionWords(e.description).says_diffusion());
}

Recognition diffusion(const SequenceEvidence& e)
{
  const bool weighted = e.b_value && *e.b_value > 0.0;
  if (!weighted && !is_named_diffusion(e) && !is_reference_image(e)) return std::nullopt;
  SequenceRecognition found{SequenceType::Dwi, e.b_value, {}};
  if (e.b_value)
    found.clues.push_back(
        number_clue("b-value", *e.b_value, weighted ? "diffusion weighting" : "reference image without diffusion weighting"));
  if (!weighted && e.has_diffusion_siblings) found.clues.push_back({"b-value of other images of the series", "> 0", "diffusion series"});
  if (has_type(e, {"DIFFUSION"})) found.clues.push_back(type_clue(e, "diffusion"));
  if (e.acquisition_contrast == "DIFFUSION")
    found.clues.push_back({"(0008,9209) AcquisitionContrast", e.acquisition_contrast, "diffusion"});
  return found;
}

/// Phase, real, imaginary and fat images do not show the tissue contrast of the sequence.
Recognition component(const SequenceEvidence& e)
{
  if (!has_type(e, {"P", "PHASE", "PHASE MAP", "R", "REAL", "I", "IMAGINARY", "VELOCITY", "B0 MAP", "B0", "B1", "FLOW_ENCODED", "FAT", "F",
                    "FF"}))
    return std::nullopt;
  return recognized(SequenceType::Other, type_clue(e, "no magnitude image of the anatomy"));
}
/// Where fat borders on water an opposed-phase image has a dark line of its own: a lesion looks smaller than on the in-phase image.
Recognition opposed_phase(const SequenceEvidence& e)
{
  if (!has_type(e, {"OUT_PHASE", "OPP_PHASE", "OPPOSED_PHASE", "OUT_OF_PHASE"})) return std::nullopt;
  return recognized(SequenceType::Other, type_clue(e, "opposed phase: dark lines between fat and water"));
}
}  // namespace

std::optional<SequenceRecognition> special_image(const SequenceEvidence& evidence)
{
  for (const auto rule : {other_modality, localizer, adc, computed, diffusion, component, opposed_phase})
    if (auto found = rule(evidence)) return found;
  return std::nullopt;
}
}  // namespace nadir::imaging
