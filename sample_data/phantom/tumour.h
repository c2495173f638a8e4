#pragma once

#include "sample_data/phantom/lobulated_ellipsoid.h"

namespace nadir::phantom
{
/// A lesion with a liquefied core. The core has the lesion's proportions, scaled by s, lobes of its own while there is room for them, and
/// is moved off the centre as far as the rim allows, so that the rim is thick on one side. The necrotic fraction is the ratio of the two
/// volumes, exact for any place of the core inside the lesion.
class Tumour
{
public:
  /// `necrotic_fraction` from 0 to (1 - lobulation)^3: the core must lie within the dents between the lobes.
  Tumour(LobulatedEllipsoid body, double necrotic_fraction);

  const LobulatedEllipsoid& body() const { return body_; }
  /// The liquefied part; none when the lesion is solid.
  const std::optional<LobulatedEllipsoid>& core() const { return core_; }
  double necrotic_fraction() const { return core_ ? core_->volume_mm3() / body_.volume_mm3() : 0.0; }
  Tumour moved(const RigidMotion& motion) const;

private:
  Tumour(LobulatedEllipsoid body, std::optional<LobulatedEllipsoid> core) : body_(body), core_(core) {}

  LobulatedEllipsoid body_;
  std::optional<LobulatedEllipsoid> core_;
};
}  // namespace nadir::phantom
