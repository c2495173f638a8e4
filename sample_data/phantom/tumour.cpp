#include "sample_data/phantom/tumour.h"

#include <cmath>

#include "imaging/result/expects.h"

namespace nadir::phantom
{
namespace
{
constexpr PatientVector towards{0.55, -0.60, 0.35};  // where the core lies in the lesion's own frame; shorter than 1
constexpr double core_lobulation = 0.07;
constexpr double room_for_lobes = 0.35;  // largest necrotic fraction of a core with lobes
constexpr double farthest = 0.25;

LobulatedEllipsoid scaled(const Ellipsoid& whole, PatientPoint centre, double scale, double lobulation)
{
  const auto semi = whole.semi_axes();
  return LobulatedEllipsoid{Ellipsoid{centre, {scale * semi.a, scale * semi.b, scale * semi.c}, whole.axes()}, lobulation};
}

std::optional<LobulatedEllipsoid> core_of(const LobulatedEllipsoid& body, double fraction)
{
  NADIR_EXPECTS(fraction >= 0.0);
  if (fraction == 0.0) return std::nullopt;
  const auto& whole = body.ellipsoid();
  const bool has_lobes = fraction <= room_for_lobes && whole.semi_axes().a >= whole.semi_axes().b;
  const double lobulation = has_lobes ? core_lobulation : 0.0;
  const double scale = std::cbrt(fraction * body.volume_mm3() / scaled(whole, body.centre(), 1.0, lobulation).volume_mm3());
  const double play = 1.0 - body.lobulation() - scale * (1.0 + lobulation);
  NADIR_EXPECTS(play >= 0.0);
  const auto offset = std::min(play, farthest) * towards;
  const auto semi = whole.semi_axes();
  const auto moved = whole.axes().apply({offset.left * semi.a, offset.posterior * semi.b, offset.superior * semi.c});
  return scaled(whole, body.centre() + moved, scale, lobulation);
}
}  // namespace

Tumour::Tumour(LobulatedEllipsoid body, double necrotic_fraction) : body_(body), core_(core_of(body, necrotic_fraction)) {}

Tumour Tumour::moved(const RigidMotion& motion) const
{
  return Tumour{body_.moved(motion), core_ ? std::optional{core_->moved(motion)} : std::nullopt};
}
}  // namespace nadir::phantom
