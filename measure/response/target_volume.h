#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "measure/response/readings.h"

namespace nadir::measure
{
/// A volume in whole cubic millimetres (1 mL = 1000 mm^3), so that comparisons with limits are exact.
using CubicMillimeters = std::int64_t;

/// Which part of a lesion is meant.
enum class VolumeKind
{
  Whole,
  Viable,
  SolidAtLeast,  ///< not necrotic or liquid by the images, living or not: by the ends of its band
  SolidAtMost,
};

/// Volume of one lesion, rounded once to 1 mm^3: 0 when it is gone or carried by another (ABSENT, MERGED_INTO); none when it was
/// not measured.
std::optional<CubicMillimeters> volume_of(const PatientReadings& readings, std::size_t lesion, std::size_t timepoint, VolumeKind kind);

/// Volume of all targets together; none without targets or when one of them has none.
std::optional<CubicMillimeters> target_volume(const PatientReadings& readings, std::size_t timepoint, VolumeKind kind);

/// Smallest volume of all targets at an earlier time point, the baseline included (complete ones only, like rule T6).
std::optional<CubicMillimeters> volume_nadir(const PatientReadings& readings, std::size_t timepoint, VolumeKind kind);

/// "123.5 mL".
std::string volume_in_words(CubicMillimeters volume);
}  // namespace nadir::measure
