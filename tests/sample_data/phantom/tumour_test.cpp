#include "sample_data/phantom/tumour.h"

#include <gtest/gtest.h>

#include "imaging/result/expects.h"
#include "tests/sample_data/phantom/sampled_body.h"

using namespace nadir;
using namespace nadir::phantom;

namespace
{
Tumour tumour_of(double lobulation, double fraction)
{
  return {LobulatedEllipsoid{Ellipsoid({5, 6, 7}, {32, 25, 38}, Rotation::from({0, 0, 25})), lobulation}, fraction};
}
}  // namespace

TEST(Tumour, HasTheNecroticFractionThatWasAskedFor)
{
  for (const double lobulation : {0.0, 0.05})
    for (const double fraction : {0.05, 0.2, 0.34, 0.36, 0.6, 0.85})
      EXPECT_NEAR(tumour_of(lobulation, fraction).necrotic_fraction(), fraction, 1e-12);
}

TEST(Tumour, WithoutNecrosisHasNoCore)
{
  EXPECT_FALSE(tumour_of(0.05, 0.0).core());
  EXPECT_EQ(tumour_of(0.05, 0.0).necrotic_fraction(), 0.0);
}

TEST(Tumour, KeepsItsCoreInside)
{
  for (const double fraction : {0.05, 0.2, 0.35, 0.6, 0.85})
  {
    const auto tumour = tumour_of(0.05, fraction);
    for (const auto& normal : {PatientVector{1, 0, 0}, PatientVector{0, 1, 0}, PatientVector{0, 0, 1}})
    {
      const PatientVector u{normal.posterior, normal.superior, normal.left}, v = cross(normal, u);
      for (const auto& point : test::ring(*tumour.core(), tumour.core()->centre(), u, v))
        EXPECT_LE(tumour.body().level(point), 1.0 + 1e-9) << fraction;
    }
  }
}

// (1 - 0.05)^3 = 0.857: a larger core would break through the dents between the lobes.
TEST(Tumour, RefusesACoreThatDoesNotFit) { EXPECT_THROW(tumour_of(0.05, 0.87), ContractViolation); }
