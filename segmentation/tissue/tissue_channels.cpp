#include "segmentation/tissue/tissue_channels.h"

#include <utility>

namespace nadir::segmentation
{
std::string_view name_of(ChannelKind kind)
{
  switch (kind)
  {
  case ChannelKind::T1: return "T1";
  case ChannelKind::T1Contrast: return "T1 post-contrast";
  case ChannelKind::T2: return "T2";
  case ChannelKind::Flair: return "FLAIR";
  case ChannelKind::Adc: return "ADC";
  }
  return "unknown";
}

const std::optional<TissueChannel>& channel_of(const TissueChannels& channels, ChannelKind kind)
{
  switch (kind)
  {
  case ChannelKind::T1: return channels.t1;
  case ChannelKind::T1Contrast: return channels.t1c;
  case ChannelKind::T2: return channels.t2;
  case ChannelKind::Flair: return channels.flair;
  case ChannelKind::Adc: break;
  }
  return channels.adc;
}

std::optional<TissueChannel>& channel_of(TissueChannels& channels, ChannelKind kind)
{
  return const_cast<std::optional<TissueChannel>&>(channel_of(std::as_const(channels), kind));
}
}  // namespace nadir::segmentation
