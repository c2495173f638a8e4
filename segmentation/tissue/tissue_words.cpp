#include "segmentation/tissue/tissue_words.h"

#include <algorithm>
#include <cmath>

#include "imaging/units/number_text.h"

namespace nadir::segmentation
{
namespace
{
constexpr std::size_t few_voxels = 100;
constexpr double strong_shading = 0.5;

std::string percent(double part) { return format_fixed(100.0 * part, part < 0.1 ? 1 : 0) + " %"; }

/// Part of the lesion that an image does not cover; 0 for an absent image.
double uncovered(const LesionVoxels& voxels, const std::vector<float>& values)
{
  if (values.empty()) return 0.0;
  const auto last = values.begin() + static_cast<std::ptrdiff_t>(voxels.lesion_count());
  const auto missing = std::count_if(values.begin(), last, [](float value) { return !std::isfinite(value); });
  return static_cast<double>(missing) / static_cast<double>(voxels.lesion_count());
}

void add_missing_images(const TissueModel& model, std::vector<std::string>& words)
{
  const bool has_t2 = model.has(TissueFeature::T2), has_adc = model.has(TissueFeature::Adc);
  if (!model.has(TissueFeature::PostContrast))
    words.push_back("viable tissue: there is no T1 image after contrast, so solid tissue, living or not, counts as indeterminate");
  if (!model.has(TissueFeature::PostContrast) && !has_t2 && !has_adc)
    words.push_back("necrosis: there is no T1 image after contrast, no T2 and no ADC; dead tissue was not looked for, and a fraction of 0 "
                    "says nothing");
  if (!model.has(TissueFeature::BeforeContrast))
    words.push_back(
        std::string("haemorrhage and fat: there is no T1 image before contrast") +
        (model.has(TissueFeature::PostContrast) ? ", so what is bright after contrast counts as viable even if it was bright before" : ""));
  if (model.has(TissueFeature::BeforeContrast) && !model.is_decidable[index_of(TissueClass::Haemorrhage)])
    words.push_back("haemorrhage and fat: both are bright on T1, there is no fat near the lesion to compare with and no other image; what "
                    "is bright counts as indeterminate");
  if (model.has_two_dark_levels)
    words.push_back("necrosis: there is neither T2 nor ADC; of what does not enhance, only tissue as dark after contrast as liquid "
                    "is called necrosis; the rest, tumour that does not enhance or oedema, counts as indeterminate");
  else if (model.has(TissueFeature::PostContrast) && !has_t2 && !has_adc)
    words.push_back("necrosis: there is neither T2 nor ADC, so \"necrosis\" means no more than \"does not enhance\"; it may hold fibrosis "
                    "or non-enhancing tumour");
  if (!model.has(TissueFeature::PostContrast) && (has_t2 || has_adc) && !model.are_solid_and_liquid_seen)
    words.push_back(liquid_or_myxoid_words());
  if (model.is_living_as_liquid_on_t2)
    words.push_back(
        "the living tumour is as bright on T2 as liquid (it may be myxoid), so T2 does not tell one from the other; what takes up no "
        "contrast and is as bright is called necrosis, and may hold mucus");
  if (has_t2 && !has_adc) words.push_back("liquid was told by T2 alone; without ADC, oedematous or myxoid tissue may pass for liquid");
  if (has_adc && !has_t2) words.push_back("liquid was told by ADC alone");
}

void add_coverage(const LesionVoxels& voxels, const std::vector<float>& values, const std::string& image, std::vector<std::string>& words)
{
  constexpr double negligible = 0.01;  // moves a fraction by less than a point, which is less than its band
  if (const double part = uncovered(voxels, values); part >= negligible)
    words.push_back(percent(part) + " of the lesion lies outside the " + image + " image or has no value there; it was decided without it");
}
}  // namespace

std::string liquid_or_myxoid_words()
{
  return "liquid: the lesion shows one tissue only by T2 and ADC, and without contrast a myxoid tumour cannot be told from liquid; the "
         "band is wide for that";
}

std::vector<std::string> undecided_words(const LesionVoxels& voxels, const FeatureValues& values, const TissueModel& model)
{
  std::vector<std::string> words;
  add_missing_images(model, words);
  add_coverage(voxels, values[index_of(TissueFeature::PostContrast)], "T1 post-contrast", words);
  add_coverage(voxels, values[index_of(TissueFeature::BeforeContrast)], "T1", words);
  add_coverage(voxels, values[index_of(TissueFeature::T2)], "T2", words);
  add_coverage(voxels, values[index_of(TissueFeature::Adc)], "ADC", words);
  return words;
}

std::vector<std::string> warning_words(const LesionVoxels& voxels, const ReferenceFound& reference, const TissueModel& model)
{
  auto words = reference.warnings;
  if (model.is_dead_dark_on_t2)
    words.push_back(
        "the T2 image is darker where no contrast is taken up than where it is, but liquid is bright on T2: this may be a FLAIR "
        "image (give it as FLAIR), or old blood or scar. The bands "
        "also hold what is told without it");
  if (voxels.lesion_count() < few_voxels)
    words.push_back("the lesion has only " + std::to_string(voxels.lesion_count()) + " voxels: its fractions are coarse");
  for (const auto& level : reference.tissue.levels)
  {
    const std::string image(name_of(level.channel));
    if (!level.is_zero_known)
      words.push_back("the intensities of the " + image +
                      " image have been shifted and show no air, so the level of no signal was estimated from its darkest tissue");
    if (level.shading > strong_shading)
      words.push_back("the " + image + " image is strongly shaded across the lesion (" + percent(level.shading) + ", corrected)");
  }
  return words;
}

std::optional<std::string> hidden_fat_words(double share)
{
  constexpr double worth_a_word = 0.01;
  if (share < worth_a_word) return std::nullopt;
  return "fat: " + percent(share) +
         " of the lesion takes up no contrast and is as dark as the suppressed fat around it; without a T1 image before contrast, T2 "
         "or ADC it may be fat as well as necrosis, and the band holds both";
}

std::optional<std::string> contradiction_words(double share)
{
  if (!(share > 0.0)) return std::nullopt;
  return "the images contradict each other: " + percent(share) +
         " of the lesion is called viable by its signal after contrast, but is liquid by ADC and much "
         "darker than the rest; it may be dead, if the reference is no muscle, or myxoid, and the bands hold both";
}

std::string exchange_words(double fallen, double risen)
{
  return "against the reference, " + percent(fallen) + " of the lesion's inside is darker after contrast than before and only " +
         percent(risen) +
         " brighter: the two T1 series may be exchanged, and what lives would be called dead. Check --t1 and --t1c, or confirm the order "
         "with --confirm contrast-order";
}

std::optional<std::string> weak_uptake_words(double share, const TissueModel& model)
{
  if (!(share > 0.0)) return std::nullopt;
  if (model.has(TissueFeature::Enhancement))
    return percent(share) +
           " of the lesion takes up some contrast, but much less than the rest or than tumour usually does: it counts as living tumour of "
           "weak uptake (myxoid), and the bands also hold that it is dead";
  return percent(share) +
         " of the lesion is called dead because tumour usually takes up more, but is about as bright after contrast as muscle, "
         "which liquid seldom is: it may be living tumour of weak uptake (myxoid), and the bands hold both; a T1 image before contrast "
         "would tell";
}

std::optional<std::string> left_over_words(const TissueModel& model, double indeterminate, double automatic)
{
  constexpr double worth_a_word = 0.01;
  if (!model.has(TissueFeature::PostContrast) || indeterminate - automatic < worth_a_word) return std::nullopt;
  const bool has_t2 = model.has(TissueFeature::T2), has_adc = model.has(TissueFeature::Adc);
  const std::string no_liquid = has_t2 && has_adc ? "not liquid by T2 and ADC"
                                : has_t2          ? "not liquid by T2"
                                : has_adc         ? "not liquid by ADC"
                                                  : "not as dark as liquid after contrast";
  return "with the threshold that was set, " + percent(indeterminate) + " of the lesion is indeterminate (" + percent(automatic) +
         " with the automatic one): it enhances too little to count as viable, but is " + no_liquid +
         ", and a threshold of enhancement alone does not make solid tissue necrosis";
}
}  // namespace nadir::segmentation
