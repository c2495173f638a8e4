#include "cli/tissue/tissue_inputs.h"

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <utility>

#include "cli/talk.h"
#include "imaging/dicom/patient_identity.h"
#include "segmentation/mask/rasterize.h"
#include "segmentation/mask/read_mask.h"

namespace nadir::cli
{
namespace
{
using imaging::SequenceType;
using segmentation::ChannelKind;

/// An image option: its words, what it gives, and which sequences a folder is searched for.
struct ImageOption
{
  ChannelKind kind;
  std::string option;
  std::string path;
  std::vector<SequenceType> wanted;
};

/// FLAIR is a T2 image with dark fluid: taken for a plain T2 it would turn liquid into solid.
bool is_named_flair(const std::string& text)
{
  std::string lower;
  std::ranges::transform(text, std::back_inserter(lower), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return lower.find("flair") != std::string::npos;
}

std::vector<ImageOption> given_images(const TissueOptions& options)
{
  const std::vector<SequenceType> t2{SequenceType::T2FatSaturated, SequenceType::T2};
  std::vector<ImageOption> images{{ChannelKind::T1Contrast, "--t1c", options.t1c, {SequenceType::T1PostContrast}},
                                  {ChannelKind::T1, "--t1", options.t1, {SequenceType::T1}},
                                  {ChannelKind::T2, "--t2", options.t2, t2},
                                  {ChannelKind::T2, "--stir", options.stir, {SequenceType::T2FatSaturated}},
                                  {ChannelKind::Flair, "--flair", options.flair, {}},
                                  {ChannelKind::Adc, "--adc", options.adc, {SequenceType::Adc}}};
  std::erase_if(images, [](const ImageOption& image) { return image.path.empty(); });
  return images;
}

Result<imaging::OpenedImage> open(const ImageOption& option)
{
  imaging::OpenConfig config;
  config.wanted = option.wanted;
  config.progress = terminal_progress("Reading " + option.option.substr(2));
  auto image = imaging::open_image(option.path, config);
  if (!image) return image.failure().in_context(option.option);
  return image;
}

segmentation::FatSignal fat_of(const ImageOption& option, const imaging::OpenedImage& image)
{
  const bool is_saturated = option.option == "--stir" || image.sequence == SequenceType::T2FatSaturated;
  return is_saturated ? segmentation::FatSignal::Suppressed : segmentation::FatSignal::Unknown;
}

std::optional<Failure> another_patient(const std::vector<TissueSource>& sources, const std::set<std::string>& confirmed)
{
  if (confirmed.contains("patient-id")) return std::nullopt;
  for (const auto& a : sources)
    for (const auto& b : sources)
      if (a.image.patient && b.image.patient && compare(*a.image.patient, *b.image.patient) == imaging::IdentityAgreement::Conflict)
        return Failure{TissueInputError::PatientQuestion,
                       std::string(name_of(a.kind)) + " and " + std::string(name_of(b.kind)) + " name different patients (they differ in " +
                           differing_fields(*a.image.patient, *b.image.patient) +
                           "; the tissue of two people would be mixed). "
                           "Check the folders, or confirm with --confirm patient-id that it is one patient."};
  return std::nullopt;
}

std::optional<Failure> another_sequence(const std::vector<TissueSource>& sources, const std::set<std::string>& confirmed)
{
  if (confirmed.contains("contrast-order")) return std::nullopt;
  for (const auto& source : sources)
  {
    const bool is_reversed = (source.kind == ChannelKind::T1 && source.image.sequence == SequenceType::T1PostContrast) ||
                             (source.kind == ChannelKind::T1Contrast && source.image.sequence == SequenceType::T1);
    if (is_reversed)
      return Failure{TissueInputError::SequenceQuestion, "the header of the series given as " + std::string(name_of(source.kind)) +
                                                             " says that it is " + std::string(name_of(source.image.sequence)) +
                                                             " (dead tissue would be called viable if the two are exchanged). "
                                                             "Check --t1 and --t1c, or confirm with --confirm contrast-order."};
  }
  return std::nullopt;
}

bool are_the_same(const imaging::Volume& a, const imaging::Volume& b)
{
  const auto& size = a.geometry().size();
  if (size != b.geometry().size()) return false;
  for (int k = 0; k < size.k; ++k)
    if (!std::ranges::equal(a.slice(k), b.slice(k))) return false;
  return true;
}

/// One image under two names: nothing would enhance, and what is viable would be called dead.
std::optional<Failure> twice_the_same(const std::vector<TissueSource>& sources)
{
  for (std::size_t n = 0; n < sources.size(); ++n)
    for (std::size_t m = 0; m < n; ++m)
      if (are_the_same(*sources[m].image.volume, *sources[n].image.volume))
        return Failure{
            TissueInputError::SequenceQuestion,
            "the images given as " + std::string(name_of(sources[m].kind)) + " and " + std::string(name_of(sources[n].kind)) +
                " hold the very same values (one of them is another image; viable tissue would be called dead). Give the right one."};
  return std::nullopt;
}

void add_frame_warning(const std::vector<TissueSource>& sources, std::vector<std::string>& warnings)
{
  const auto& first = sources.front().image.frame_of_reference;
  for (const auto& source : sources)
    if (!first.empty() && !source.image.frame_of_reference.empty() && source.image.frame_of_reference != first)
      warnings.push_back(std::string(name_of(source.kind)) + " has another frame of reference than " +
                         std::string(name_of(sources.front().kind)) + ": their places may not match");
}

Result<segmentation::Mask> mask_of(const segmentation::SegmentedLesion& lesion, const ImageGeometry& grid)
{
  if (const auto* mask = std::get_if<segmentation::Mask>(&lesion.shape)) return *mask;
  return rasterize(std::get<segmentation::ContourStack>(lesion.shape), grid);
}

std::string labels_of(const std::vector<segmentation::SegmentedLesion>& lesions)
{
  std::string words;
  for (const auto& lesion : lesions) words += (words.empty() ? "" : ", ") + std::to_string(lesion.label);
  return words;
}
}  // namespace

std::string_view error_code(TissueInputError error)
{
  switch (error)
  {
  case TissueInputError::NoImage: return "tissue-input.no-image";
  case TissueInputError::SeveralLesions: return "tissue-input.several-lesions";
  case TissueInputError::NoSuchLabel: return "tissue-input.no-such-label";
  case TissueInputError::PatientQuestion: return "tissue-input.patient-question";
  case TissueInputError::SequenceQuestion: return "tissue-input.sequence-question";
  case TissueInputError::BadNumber: return "tissue-input.bad-number";
  }
  return "tissue-input.unknown";
}

Result<segmentation::SegmentedLesion> chosen_lesion(const std::string& path, std::optional<int> label)
{
  auto lesions = segmentation::read_mask(path);
  if (!lesions) return lesions.failure();
  if (!label && lesions->size() > 1)
    return Failure{TissueInputError::SeveralLesions, "the mask file holds several lesions, labels " + labels_of(*lesions) +
                                                         " (their tissue would be mixed). Choose one with --label."};
  const auto found = std::ranges::find_if(*lesions, [&](const auto& lesion) { return !label || lesion.label == *label; });
  if (found == lesions->end())
    return Failure{TissueInputError::NoSuchLabel, "the mask file has no label " + std::to_string(*label) +
                                                      " (there is nothing to look into). It has " + labels_of(*lesions) + "."};
  return std::move(*found);
}

Result<TissueInputs> read_tissue_inputs(const TissueOptions& options)
{
  const auto images = given_images(options);
  if (images.empty())
    return Failure{TissueInputError::NoImage,
                   "no image was given (tissue cannot be told from a mask alone). Give at least one of --t1c, --t1, --t2, --stir, --adc."};
  auto lesion = chosen_lesion(options.mask, options.label);
  if (!lesion) return lesion.failure().in_context("--mask");
  segmentation::TissueChannels channels;
  std::vector<TissueSource> sources;
  auto warnings = lesion->warnings;
  for (const auto& option : images)
  {
    auto image = open(option);
    if (!image) return image.failure();
    auto kind = option.kind;
    if (kind == ChannelKind::T2 &&
        (is_named_flair(std::filesystem::path(option.path).filename().string()) || is_named_flair(image->description)))
    {
      kind = ChannelKind::Flair;
      warnings.push_back("the image given as T2 is named FLAIR and is taken as such: fluid is dark in it, so it cannot show liquid");
    }
    auto& channel = channel_of(channels, kind);
    if (channel) warnings.push_back(option.option + " was left out: there is a " + std::string(name_of(kind)) + " image already");
    for (const auto& warning : image->warnings) warnings.push_back(std::string(name_of(kind)) + ": " + warning);
    if (channel) continue;
    channel = segmentation::TissueChannel{.image = image->volume, .mask_to_image = {}, .fat = fat_of(option, *image)};
    sources.push_back({kind, std::move(*image)});
  }
  if (auto question = another_patient(sources, options.confirmed)) return *question;
  if (auto question = another_sequence(sources, options.confirmed)) return *question;
  if (auto question = twice_the_same(sources)) return *question;
  add_frame_warning(sources, warnings);
  auto mask = mask_of(*lesion, sources.front().image.volume->geometry());
  if (!mask) return mask.failure().in_context("--mask");
  return TissueInputs{std::move(*lesion), std::move(*mask), std::move(channels), std::move(sources), std::move(warnings)};
}
}  // namespace nadir::cli
