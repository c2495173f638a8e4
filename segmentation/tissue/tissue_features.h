#pragma once

#include <array>
#include <cstddef>
#include <vector>

#include "segmentation/tissue/lesion_voxels.h"
#include "segmentation/tissue/reference_tissue.h"

namespace nadir::segmentation
{
/// What is known of a voxel, each number comparable between patients.
enum class TissueFeature
{
  PostContrast,    ///< T1 after contrast, multiple of the reference tissue
  Enhancement,     ///< the same less T1 before contrast
  BeforeContrast,  ///< T1 before contrast, multiple of the reference tissue
  T2,              ///< multiple of the reference tissue
  Adc,             ///< 1e-6 mm2/s
};
inline constexpr std::size_t tissue_feature_count = 5;
inline constexpr std::array<TissueFeature, tissue_feature_count> tissue_features{
    TissueFeature::PostContrast, TissueFeature::Enhancement, TissueFeature::BeforeContrast, TissueFeature::T2, TissueFeature::Adc};
constexpr std::size_t index_of(TissueFeature feature) { return static_cast<std::size_t>(feature); }

/// One number a voxel of LesionVoxels; empty when the image is absent, NaN where it does not cover the voxel.
using FeatureValues = std::array<std::vector<float>, tissue_feature_count>;

/// `adc_factor`: makes 1e-6 mm2/s of the ADC image's values.
FeatureValues feature_values(const LesionVoxels& voxels, const ChannelReaders& readers, const ReferenceFound& reference, double adc_factor);

/// Mean of each voxel and its neighbours within the lesion; the lesion's voxels only. Leaves out what is NaN.
std::vector<float> smoothed(const LesionVoxels& voxels, const std::vector<float>& values);
}  // namespace nadir::segmentation
