#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <optional>
#include <string_view>

#include "imaging/registration/rigid_transform.h"
#include "imaging/volume/volume.h"

namespace nadir::segmentation
{
enum class FatSignal
{
  Unknown,  ///< told from the image where it shows
  Kept,
  Suppressed,  ///< fat-saturated, STIR
};

/// One image of the lesion, on a grid of its own. `mask_to_image` takes a patient point of the mask to the same tissue in this image
/// (identity: both lie in one patient frame and nothing moved).
struct TissueChannel
{
  std::shared_ptr<const imaging::Volume> image;
  imaging::RigidTransform mask_to_image{};
  FatSignal fat = FatSignal::Unknown;
};

/// The images of one examination that say something about tissue; any subset.
struct TissueChannels
{
  std::optional<TissueChannel> t1;     ///< before contrast
  std::optional<TissueChannel> t1c;    ///< after contrast
  std::optional<TissueChannel> t2;     ///< T2, fat-saturated T2 or STIR
  std::optional<TissueChannel> flair;  ///< fluid-attenuated: dark fluid supports necrosis, bright says nothing
  std::optional<TissueChannel> adc;    ///< unit from the volume, or told from its values (TissueConfig::adc_unit)
};

enum class ChannelKind
{
  T1,
  T1Contrast,
  T2,
  Flair,
  Adc,
};
inline constexpr std::size_t channel_kind_count = 5;
inline constexpr std::array<ChannelKind, channel_kind_count> channel_kinds{ChannelKind::T1, ChannelKind::T1Contrast, ChannelKind::T2,
                                                                           ChannelKind::Flair, ChannelKind::Adc};

constexpr std::size_t index_of(ChannelKind kind) { return static_cast<std::size_t>(kind); }
/// "T1", "T1 post-contrast", "T2", "FLAIR", "ADC".
std::string_view name_of(ChannelKind kind);
const std::optional<TissueChannel>& channel_of(const TissueChannels& channels, ChannelKind kind);
std::optional<TissueChannel>& channel_of(TissueChannels& channels, ChannelKind kind);
}  // namespace nadir::segmentation
