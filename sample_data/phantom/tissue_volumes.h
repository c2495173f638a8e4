#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "imaging/volume/volume.h"
#include "sample_data/phantom/ellipsoid.h"
#include "sample_data/phantom/pulse_sequence.h"

namespace nadir::phantom
{
/// A lesion in a limb, in closed form: ellipsoid with an ellipsoidal core, in muscle, with femur, under a ring of fat. LPS, mm; limb along
/// z.
struct TissueVolumePlan
{
  GridSize size{110, 110, 24};
  VoxelSpacing spacing{1.4, 1.4, 4.0};
  double slice_thickness = 4.0;
  PatientPoint centre{0.0, 18.0, 0.0};  ///< of the lesion
  SemiAxes semi_axes{28.0, 22.0, 32.0};
  Tissue solid = Tissue::ViableTumour;
  Tissue core = Tissue::Necrosis;
  double core_fraction = 0.3;                ///< of the lesion's volume, 0 to 1
  PatientVector core_offset{0.0, 0.0, 0.0};  ///< as parts of the room there is, each -1 to 1
  double texture = 0.0;                      ///< standard deviation of the solid part's signal, as a part of it, smooth over 8 mm
  double snr = 30.0;                         ///< muscle (T2: solid tumour) over the noise's standard deviation
  double shading = 0.0;                      ///< signal lost from the bright to the dark side of the limb, as a part
  PatientVector t1_shift{};                  ///< of the limb between the T1 image before contrast and the others, mm
  FatSignal fat_after_contrast = FatSignal::Suppressed;
  std::uint64_t seed = 1;
};

/// The same limb in four contrasts, and the voxels whose centre lies in the lesion.
struct TissueVolumes
{
  std::shared_ptr<const imaging::Volume> t1, t1_post_contrast, t2, adc;  ///< ADC in 1e-6 mm2/s
  ImageGeometry geometry;
  std::vector<std::uint8_t> lesion;  ///< one byte a voxel, i fastest
  std::vector<std::uint8_t> core;
  double core_fraction = 0.0;  ///< exact, of the two ellipsoids
};

/// Partial volume from 3 x 3 x 5 points a voxel where tissues meet; Rician noise; the same plan gives the same bytes.
TissueVolumes make_tissue_volumes(const TissueVolumePlan& plan);
}  // namespace nadir::phantom
