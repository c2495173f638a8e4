#include "imaging/dicom/contrast_by_numbers.h"

#include "imaging/dicom/sequence_clue.h"
#include "imaging/dicom/value_list.h"

namespace nadir::imaging
{
namespace
{
using Recognition = std::optional<SequenceRecognition>;

constexpr double short_echo = 30.0, medium_echo = 45.0, long_echo = 60.0;
constexpr double short_repetition = 1200.0, long_repetition = 1500.0;
constexpr double fat_null_from = 80.0, fat_null_to = 300.0, fluid_null_from = 1500.0;
constexpr double short_gradient_echo = 10.0, t1_flip_angle = 8.0;

SequenceClue echo_clue(const SequenceEvidence& e, std::string meaning)
{
  return number_clue("(0018,0081) EchoTime", *e.echo_time, std::move(meaning));
}
SequenceClue repetition_clue(const SequenceEvidence& e, std::string meaning)
{
  return number_clue("(0018,0080) RepetitionTime", *e.repetition_time, std::move(meaning));
}
SequenceClue inversion_clue(const SequenceEvidence& e, std::string meaning)
{
  return number_clue("(0018,0082) InversionTime", *e.inversion_time, std::move(meaning));
}

bool is_spin_echo(const SequenceEvidence& e) { return has_value(e.scanning_sequence, "SE"); }

/// An echo-planar readout without a refocusing pulse is a gradient echo too.
bool is_gradient_echo(const SequenceEvidence& e)
{
  return !is_spin_echo(e) && (has_value(e.scanning_sequence, "GR") || has_value(e.scanning_sequence, "EP"));
}

bool is_inversion(const SequenceEvidence& e) { return e.inversion_time && (is_spin_echo(e) || has_value(e.scanning_sequence, "IR")); }

Recognition by_inversion(const SequenceEvidence& e)
{
  const double ti = *e.inversion_time;
  if (ti >= fat_null_from && ti <= fat_null_to) return recognized(SequenceType::T2FatSaturated, inversion_clue(e, "nulls fat: STIR"));
  if (!e.echo_time) return std::nullopt;
  if (ti >= fluid_null_from && *e.echo_time > medium_echo) return recognized(SequenceType::Other, inversion_clue(e, "nulls fluid: FLAIR"));
  if (ti > fat_null_to && *e.echo_time <= short_echo) return recognized(SequenceType::T1, inversion_clue(e, "inversion for T1 weighting"));
  return std::nullopt;
}

SequenceRecognition by_both_times(SequenceType type, SequenceClue echo, SequenceClue repetition)
{
  return {type, std::nullopt, {std::move(echo), std::move(repetition)}};
}

Recognition by_spin_echo(const SequenceEvidence& e)
{
  if (!e.echo_time || !e.repetition_time) return std::nullopt;
  const double te = *e.echo_time, tr = *e.repetition_time;
  if (te >= long_echo && tr >= long_repetition)
    return by_both_times(SequenceType::T2, echo_clue(e, "long TE: T2 weighting"), repetition_clue(e, "long TR"));
  if (te <= short_echo && tr <= short_repetition)
    return by_both_times(SequenceType::T1, echo_clue(e, "short TE"), repetition_clue(e, "short TR: T1 weighting"));
  if (te <= medium_echo && tr >= long_repetition)
    return by_both_times(SequenceType::ProtonDensity, echo_clue(e, "short TE"), repetition_clue(e, "long TR: proton density"));
  return std::nullopt;
}

/// Recognition of a gradient echo, its kind of echo being the first clue.
SequenceRecognition of_gradient_echo(const SequenceEvidence& e, SequenceType type, SequenceClue clue)
{
  return {type, std::nullopt, {{"(0018,0020) ScanningSequence", e.scanning_sequence, "gradient echo"}, std::move(clue)}};
}

Recognition by_gradient_echo(const SequenceEvidence& e)
{
  if (!e.echo_time) return std::nullopt;
  const bool spoiled = has_value(e.sequence_variant, "SP") || has_value(e.scanning_sequence, "IR");
  const bool tipped = e.flip_angle && *e.flip_angle >= t1_flip_angle;
  if (*e.echo_time > short_gradient_echo)
    return of_gradient_echo(e, SequenceType::Other, echo_clue(e, "long for a gradient echo: T2* weighting"));
  if (has_value(e.sequence_variant, "SS") && !spoiled)
    return of_gradient_echo(e, SequenceType::Other, {"(0018,0021) SequenceVariant", e.sequence_variant, "steady state: mixed weighting"});
  if (spoiled || tipped) return of_gradient_echo(e, SequenceType::T1, echo_clue(e, "short gradient echo: T1 weighting"));
  return std::nullopt;
}
}  // namespace

std::optional<SequenceRecognition> contrast_by_numbers(const SequenceEvidence& evidence)
{
  if (is_gradient_echo(evidence)) return by_gradient_echo(evidence);
  if (is_inversion(evidence))
    if (auto found = by_inversion(evidence)) return found;
  return by_spin_echo(evidence);
}
}  // namespace nadir::imaging
