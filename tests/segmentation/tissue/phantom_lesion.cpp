#include "tests/segmentation/tissue/phantom_lesion.h"

#include <stdexcept>

namespace nadir::testing
{
namespace
{
using segmentation::TissueChannel;

std::optional<TissueChannel> channel_if(std::string_view images, std::string_view name, const std::shared_ptr<const imaging::Volume>& image)
{
  const auto words = " " + std::string(images) + " ";
  if (words.find(" " + std::string(name) + " ") == std::string::npos) return std::nullopt;
  return TissueChannel{.image = image, .mask_to_image = {}, .fat = segmentation::FatSignal::Unknown};
}
}  // namespace

PhantomLesion phantom_lesion(const phantom::TissueVolumePlan& plan, std::string_view images)
{
  auto volumes = phantom::make_tissue_volumes(plan);
  auto mask = segmentation::Mask::from_grid(volumes.geometry, volumes.lesion);
  segmentation::TissueChannels channels{channel_if(images, "t1", volumes.t1),
                                        channel_if(images, "t1c", volumes.t1_post_contrast),
                                        channel_if(images, "t2", volumes.t2),
                                        {},
                                        channel_if(images, "adc", volumes.adc)};
  return {std::move(volumes), std::move(mask), std::move(channels)};
}

segmentation::TissueMap classified(const PhantomLesion& lesion, const segmentation::TissueConfig& config)
{
  auto map = classify_tissue(lesion.mask, lesion.channels, config);
  if (!map) throw std::runtime_error(map.failure().message());
  return std::move(*map);
}

double percent_of(const segmentation::TissueMap& map, segmentation::TissueClass tissue) { return 100.0 * map.part(tissue).fraction.value; }

bool covers(const segmentation::FractionBand& band, double truth) { return band.low <= truth && truth <= band.high; }
}  // namespace nadir::testing
