#include "imaging/dicom/recognize_sequence.h"

#include <algorithm>

#include "imaging/dicom/contrast_by_numbers.h"
#include "imaging/dicom/contrast_by_words.h"
#include "imaging/dicom/description_words.h"
#include "imaging/dicom/special_image.h"
#include "imaging/dicom/value_list.h"

namespace nadir::imaging
{
namespace
{
SequenceClue description_clue(const SequenceEvidence& e, std::string meaning)
{
  return {"(0008,103E) SeriesDescription", e.description, std::move(meaning)};
}

/// STIR counts as T2 when numbers and words are compared: both are fluid-bright.
SequenceType plain(SequenceType type) { return type == SequenceType::T2FatSaturated ? SequenceType::T2 : type; }

/// STIR is often run with a short echo; without its inversion time it looks like proton density, and its name settles it.
bool is_stir_with_short_echo(SequenceType numbers, SequenceType words)
{
  return numbers == SequenceType::ProtonDensity && words == SequenceType::T2FatSaturated;
}

/// Clues of both, numbers first.
SequenceRecognition merged(SequenceType type, const SequenceRecognition& numbers, const SequenceRecognition& words)
{
  SequenceRecognition both{type, std::nullopt, numbers.clues};
  both.clues.insert(both.clues.end(), words.clues.begin(), words.clues.end());
  return both;
}

SequenceRecognition contradiction(const SequenceRecognition& numbers, const SequenceRecognition& words)
{
  auto undecided = merged(SequenceType::Other, numbers, words);
  undecided.clues.push_back({"numbers and words", std::string(name_of(numbers.type)) + " / " + std::string(name_of(words.type)),
                             "contradict each other: not decided"});
  return undecided;
}

SequenceRecognition reconciled(const SequenceRecognition& numbers, const SequenceRecognition& words)
{
  const bool says_stir = words.type == SequenceType::T2FatSaturated;
  if (is_stir_with_short_echo(numbers.type, words.type)) return merged(words.type, numbers, words);
  if (plain(numbers.type) != plain(words.type)) return contradiction(numbers, words);
  return merged(says_stir ? words.type : numbers.type, numbers, words);
}

std::optional<SequenceClue> fat_suppression(const SequenceEvidence& e)
{
  if (e.fat_suppressed)
    return SequenceClue{"(0018,0022) ScanOptions or (0018,9025) SpectrallySelectedSuppression", e.scan_options, "fat suppression"};
  if (has_value(e.image_type, "W") || has_value(e.image_type, "WATER"))
    return SequenceClue{"(0008,0008) ImageType", e.image_type, "water image: fat is dark"};
  if (DescriptionWords(e.description).says_fat_suppression()) return description_clue(e, "fat suppression by name");
  return std::nullopt;
}

void look_for_fat_suppression(SequenceRecognition& found, const SequenceEvidence& e)
{
  auto clue = fat_suppression(e);
  if (!clue) return;
  found.clues.push_back(std::move(*clue));
  found.type = SequenceType::T2FatSaturated;
}

void look_for_contrast_agent(SequenceRecognition& found, const SequenceEvidence& e)
{
  const DescriptionWords words(e.description);
  if (!e.contrast_agent.empty())
  {
    found.type = words.says_pre_contrast() ? SequenceType::Other : SequenceType::T1PostContrast;
    found.clues.push_back({"(0018,0010) ContrastBolusAgent", e.contrast_agent, "contrast agent given"});
    if (words.says_pre_contrast())
      found.clues.push_back(description_clue(e, "before contrast by name: contradicts the contrast agent, not decided"));
  }
  else if (words.says_post_contrast())
  {
    found.type = SequenceType::T1PostContrast;
    found.clues.push_back(description_clue(e, "after contrast by name (no contrast agent is recorded)"));
  }
}

SequenceRecognition weighting_of(const SequenceEvidence& e)
{
  const auto numbers = contrast_by_numbers(e), words = contrast_by_words(e);
  if (numbers && words) return reconciled(*numbers, *words);
  return numbers ? *numbers : words.value_or(SequenceRecognition{});
}
}  // namespace

SequenceRecognition recognize(const SequenceEvidence& evidence)
{
  if (auto special = special_image(evidence)) return std::move(*special);
  auto found = weighting_of(evidence);
  if (found.type == SequenceType::T2) look_for_fat_suppression(found, evidence);
  if (found.type == SequenceType::T1) look_for_contrast_agent(found, evidence);
  return found;
}

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
