#pragma once

#include <optional>

#include "imaging/registration/deformation.h"
#include "imaging/registration/register_rigid.h"
#include "imaging/volume/float_image.h"

namespace nadir::imaging
{
struct DeformableConfig
{
  RigidConfig rigid{};
  /// Where the fixed image may pull, 0 to 1, on any grid (0 inside a lesion, so that its shrinkage is not forced away); absent =
  /// everywhere. Points outside its grid count fully.
  std::optional<FloatImage> weight;
  /// Around what the registration must be right: > 0 at voxels near the lesion. The inconsistency is taken there; absent = over the body.
  std::optional<FloatImage> region;
  double control_spacing = 20.0;  ///< mm, of the finest lattice; source: elastix parameter files for limbs, methods.md 3c
};

/// Whether both images show tissues in the same contrast, as one sequence does.
enum class TissueContrast
{
  Alike,
  Unlike,  ///< bright tissue of one is dark in the other: other sequence, fat suppressed on one side
};

struct DeformableRegistration
{
  Deformation fixed_to_moving;
  RegistrationQuality quality;
  TissueContrast contrast = TissueContrast::Alike;
};

/// Rigid registration, then a smooth deformation on lattices of 64, 40 and `control_spacing` mm, on the local contrast of both images (mean
/// and coil shading taken out). The same deformation is looked for backwards; the difference is the estimate of the error. Where it is too
/// large for the finest lattice (even muscle along a limb says little of how far tissue slid; a lesion that grew and died looks like
/// nothing before) but small for that of 40 mm and the tissue agrees, the latter is the answer; else the rigid position, where it makes the
/// tissue agree by itself. The tissue may agree in the whole body, or apart from `region` and where `weight` is 0, if that is half of the
/// body. Deterministic whatever the number of threads. Frame: patient LPS, mm. Failures: as register_rigid; NotTheSamePlace also for images
/// of unlike contrast, however well they seem to agree: sarcomas of which one date had fat suppressed lay 5 to 12 mm beside their place
/// (bench/registration/README.md).
Result<DeformableRegistration> register_deformable(const Volume& fixed, const Volume& moving, const DeformableConfig& config = {});
}  // namespace nadir::imaging
