#include "measure/assessment/tissue_channels_of.h"

#include <cmath>

#include "measure/assessment/series_pairing.h"

namespace nadir::measure
{
namespace
{
using imaging::ImageStack;
using imaging::SequenceType;
using segmentation::FatSignal;
using segmentation::TissueChannel;

/// 0 for the same voxels in the same plane.
double unlikeness(const ImageStack& a, const ImageStack& b)
{
  const auto& s = a.geometry->spacing();
  const auto& t = b.geometry->spacing();
  const double plane = a.certificate.plane == b.certificate.plane ? 0.0 : 10.0;
  return plane + std::abs(std::log(s.i * s.j / (t.i * t.j))) + std::abs(std::log(s.k / t.k));
}

const ImageStack* most_alike(const ImageStack& stack, const TimepointVolumes& volumes, SequenceType type)
{
  const ImageStack* best = nullptr;
  for (const auto* candidate : volumes.images().stacks())
  {
    if (candidate->sequence.type != type || !candidate->certificate.is_measurable() || !share_a_frame(stack, *candidate)) continue;
    if (!best || unlikeness(stack, *candidate) < unlikeness(stack, *best)) best = candidate;
  }
  return best;
}

/// Takes channels one by one.
class ChannelChooser
{
public:
  ChannelChooser(const ImageStack& stack, TimepointVolumes& volumes) : stack_(stack), volumes_(volumes) {}

  std::optional<TissueChannel> of(SequenceType type)
  {
    const auto* found = most_alike(stack_, volumes_, type);
    return found ? of(*found) : std::nullopt;
  }

  std::optional<TissueChannel> t2()
  {
    const auto* found = most_alike(stack_, volumes_, SequenceType::T2FatSaturated);
    if (!found) found = most_alike(stack_, volumes_, SequenceType::T2);
    if (!found) return std::nullopt;
    auto channel = of(*found);
    if (channel) chosen_.t2 = found;
    return channel;
  }

  std::optional<TissueChannel> computed_adc()
  {
    for (const auto& study : volumes_.images().scan.studies)
      for (const auto& series : imaging::diffusion_series(study))
        if (share_a_frame(stack_, *series.stacks.front()))
          return taken(volumes_.adc_of(series), "ADC computed from diffusion images (stack " + series.stacks.front()->id + ")",
                       FatSignal::Unknown);
    return std::nullopt;
  }

  ChosenChannels finish(segmentation::TissueChannels channels) &&
  {
    chosen_.channels = std::move(channels);
    return std::move(chosen_);
  }

private:
  std::optional<TissueChannel> of(const ImageStack& found)
  {
    const auto type = found.sequence.type;
    return taken(volumes_.of(found), std::string(name_of(type)) + " (stack " + found.id + ")", fat_of(type));
  }

  static FatSignal fat_of(SequenceType type) { return type == SequenceType::T2FatSaturated ? FatSignal::Suppressed : FatSignal::Unknown; }

  std::optional<TissueChannel> taken(const Result<std::shared_ptr<const imaging::Volume>>& volume, const std::string& words, FatSignal fat)
  {
    if (!volume) chosen_.warnings.push_back(words + ": " + volume.failure().message());
    if (!volume) return std::nullopt;
    chosen_.words.push_back(words);
    return TissueChannel{*volume, {}, fat};
  }

  const ImageStack& stack_;
  TimepointVolumes& volumes_;
  ChosenChannels chosen_;
};
}  // namespace

ChosenChannels tissue_channels_of(const ImageStack& stack, TimepointVolumes& volumes)
{
  ChannelChooser choose(stack, volumes);
  segmentation::TissueChannels channels;
  channels.t1 = choose.of(SequenceType::T1);
  channels.t1c = choose.of(SequenceType::T1PostContrast);
  channels.t2 = choose.t2();
  channels.adc = choose.of(SequenceType::Adc);
  if (!channels.adc) channels.adc = choose.computed_adc();
  return std::move(choose).finish(std::move(channels));
}
}  // namespace nadir::measure
