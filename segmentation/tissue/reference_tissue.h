#pragma once

#include <array>
#include <memory>
#include <optional>

#include "imaging/result/result.h"
#include "segmentation/tissue/reference_kind.h"
#include "segmentation/tissue/reference_places.h"
#include "segmentation/tissue/signal_scale.h"
#include "segmentation/tissue/tissue_error.h"
#include "segmentation/tissue/tissue_map.h"

namespace nadir::segmentation
{
/// The reference tissue and what it makes of each image.
struct ReferenceFound
{
  ReferenceTissue tissue;                                               ///< `levels` are filled in by the caller of the scales
  std::array<std::optional<SignalScale>, channel_kind_count> scales{};  ///< absent: image absent, or ADC, which needs none
  std::optional<double> fat_on_t1{};                                    ///< signal of the fat around, as a multiple of the reference
  std::optional<double> suppressed_fat{};                               ///< signal of the fat around after contrast, where it is suppressed
  FatSignal fat_after_contrast = FatSignal::Unknown;
  FatSignal fat_before_contrast = FatSignal::Unknown;  ///< as the T1 image before contrast says of itself
  ReferenceKind kind = ReferenceKind::Muscle;
  std::vector<std::string> warnings{};
  std::shared_ptr<const ReferenceFound> otherwise{};  ///< what else it may be, where that is in doubt; bands must hold both
};

/// Chooses the tissue that intensities are compared with and measures it in every image.
///
/// Automatic: places 3-60 mm from the lesion, even over their neighbourhood; the peak of their T1 signals (else T1 post-contrast, T2) that
/// is not fat (told_fat(), and ADC, which is near 0 in fat; where that is in doubt: a third or less of the signal of another peak: that one
/// is; 1.4 to 3 times another: this one is, where fat is not suppressed), has low T2 and a large share near the lesion; then only places
/// that agree in every image. The coil's shading is fitted to them and used where it explains at least a tenth of their spread. Muscle in a
/// limb, normal brain in a head. `adc_factor`: makes 1e-6 mm2/s of the ADC image's values. Failure NoReference: no such tissue near the
/// lesion, or too little of it where the caller said that it lies.
Result<ReferenceFound> find_reference(const Mask& lesion, const TissueChannels& channels, const ChannelReaders& readers,
                                      const ReferenceConfig& config, double adc_factor = 1.0);
}  // namespace nadir::segmentation
