#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace nadir::segmentation
{
/// What a voxel of a lesion consists of. The order is that of every list and of the label map.
enum class TissueClass
{
  Viable,         ///< takes up contrast
  Necrosis,       ///< does not; liquid by T2 or ADC where these were given, else only "non-enhancing"
  Haemorrhage,    ///< bright on T1 before contrast, no fat
  Fat,            ///< bright on T1 before contrast like the fat around, dark where fat is suppressed
  Indeterminate,  ///< does not take up contrast and is not liquid (fibrosis, clot, non-enhancing tumour), or could not be told
};

inline constexpr std::size_t tissue_class_count = 5;
inline constexpr std::array<TissueClass, tissue_class_count> tissue_classes{
    TissueClass::Viable, TissueClass::Necrosis, TissueClass::Haemorrhage, TissueClass::Fat, TissueClass::Indeterminate};

constexpr std::size_t index_of(TissueClass tissue) { return static_cast<std::size_t>(tissue); }

/// "viable", "necrosis", "haemorrhage", "fat", "indeterminate".
std::string_view name_of(TissueClass tissue);

/// Value in a label map: 1 viable, 2 necrosis, 3 haemorrhage, 4 fat, 5 indeterminate; 0 is outside the lesion.
constexpr std::uint8_t label_of(TissueClass tissue) { return static_cast<std::uint8_t>(index_of(tissue) + 1); }
}  // namespace nadir::segmentation
