#pragma once

#include <optional>

#include "imaging/geometry/patient_point.h"
#include "segmentation/mask/mask.h"
#include "segmentation/tissue/necrosis_threshold.h"

namespace nadir::segmentation
{
/// A level for each tissue in one kind of image, before the lesion itself has been looked at.
struct LevelPriors
{
  double viable = 0.0;
  double dead = 0.0;
};

enum class ContrastOrder
{
  Checked,    ///< exchanged T1 images are a question
  Confirmed,  ///< a person has looked
};

enum class AdcUnit
{
  SquareMicrometersPerSecond,       ///< 1e-6 mm2/s
  SquareMicrometersPerMillisecond,  ///< 1e-3 mm2/s
  SquareMillimetersPerSecond,
};

/// Where intensities are compared with: tissue near the lesion that is not tumour.
struct ReferenceConfig
{
  std::optional<Mask> mask;           ///< drawn by a person; else
  std::optional<PatientPoint> point;  ///< a ball of `radius` around it; else found automatically
  double radius = 8.0;                ///< mm
  double nearest = 3.0;               ///< mm from the lesion: nearer lies its own blur and oedema
  double farthest = 60.0;             ///< mm: farther away the coil shades differently
  int samples = 25000;                ///< places looked at
};

/// Everything the classification rests on. Levels are multiples of the reference tissue (muscle in a limb, normal brain in a head).
///
/// Sources of the levels: spin-echo equation PD (1 - exp(-TR/T1)) exp(-TE/T2) for T1-weighted TR 500-650 ms, TE 10 ms and T2-weighted
/// TE 60-100 ms, with T1/T2 of muscle 1000/35-40 ms, solid tumour 1000-1300/70-100 ms, liquid 2000-4000/250-600 ms, methaemoglobin T1
/// 500-700 ms (Bottomley PA, Med Phys 1984;11:425; Bradley WG, Radiology 1993;189:15); ADC of viable and liquid soft-tissue tumour
/// 0.9-1.5 and 2.0-2.8 x 1e-3 mm2/s (Ahlawat S, J Magn Reson Imaging 2016). They are only starting points: the levels are then taken
/// from the lesion, within limits, so that neither class must exist.
struct TissueConfig
{
  ReferenceConfig reference{};
  ContrastOrder contrast_order = ContrastOrder::Checked;
  std::optional<AdcUnit> adc_unit;                      ///< when the file does not say
  std::optional<NecrosisThreshold> necrosis_threshold;  ///< set by a person; else found from the images

  LevelPriors post_contrast{1.6, 0.70};  ///< T1 after contrast
  LevelPriors enhancement{0.60, -0.05};  ///< difference after less before
  LevelPriors adc{1200.0, 2400.0};       ///< 1e-6 mm2/s; solid and liquid
  double liquid_t2_over_solid = 1.6;     ///< exp(-80/330) (1 - exp(-4200/2300)) against exp(-80/92)
  double blood_on_t1 = 1.9;              ///< methaemoglobin against muscle
  double fat_on_t1 = 2.6;                ///< where the fat around the lesion shows none of its own

  double spread_of_gap = 0.25;  ///< standard deviation of a class as part of the gap between two levels; noise adds to it
  double rim_log_odds =
      1.5;  ///< for viable in the outermost voxel, 0 from the third on: necrosis lies within a rim that is thin against the voxels
  double smoothness = 0.8;       ///< Potts energy of two unlike neighbours one in-plane voxel apart, in nats
  int sweeps = 12;               ///< of iterated conditional modes, at most
  double threshold_shift = 1.0;  ///< robustness band: shift of the class levels in median absolute deviations of the reference;
                                 ///< each sequence missing of T1 before and after contrast, T2, ADC adds a quarter to the band
  int threads = 0;               ///< 0 = as many as the machine has processors
};
}  // namespace nadir::segmentation
