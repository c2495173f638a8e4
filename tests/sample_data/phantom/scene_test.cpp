#include "sample_data/phantom/scene.h"

#include <gtest/gtest.h>

#include "sample_data/phantom/pulse_sequence.h"

using namespace nadir;
using namespace nadir::phantom;

namespace
{
Scene scene_with(std::vector<SceneLesion> lesions, RigidMotion motion = {}) { return Scene{5, motion, std::move(lesions)}; }

SceneLesion lesion_at(PatientPoint centre)
{
  return {Tumour{LobulatedEllipsoid{Ellipsoid{centre, {20, 16, 25}}}, 0.2}, Tissue::ViableTumour};
}

double signal(const PulseSequence& sequence, Tissue tissue)
{
  TissueMix mix;
  mix[tissue] = 1.0F;
  const auto parts = SignalTable{sequence}.of(mix);
  return parts.water + parts.fat;
}
}  // namespace

TEST(Thigh, HasMarrowWithinCortexWithinMuscleWithinFatWithinSkinWithinAir)
{
  const auto scene = scene_with({});
  EXPECT_EQ(scene.at({-9, -7, 0}).tissue, Tissue::Marrow);
  EXPECT_EQ(scene.at({-9, -18, 0}).tissue, Tissue::CorticalBone);
  EXPECT_EQ(scene.at({-45, -12, 0}).tissue, Tissue::Muscle);
  EXPECT_EQ(scene.at({74, -8, 0}).tissue, Tissue::Fat);
  EXPECT_EQ(scene.at({0, -104, 0}).tissue, Tissue::Air);
  EXPECT_EQ(scene.at({18.2, -9, 0}).tissue, Tissue::Artery);
}

TEST(Scene, MovesTheAnatomyWithTheLimb)
{
  const RigidMotion motion{Rotation::from({4, -6, 30}), {-92, 9, -38}};
  const auto still = scene_with({}), moved = scene_with({}, motion);
  for (const auto& point : {PatientPoint{-9, -7, 0}, PatientPoint{-9, -18, 0}, PatientPoint{18.2, -9, 0}})
    EXPECT_EQ(moved.at(motion.to_patient(point)).tissue, still.at(point).tissue);
}

// The labels of the images and the closed form must not part: every point inside the body is tumour, every point outside is not.
TEST(Scene, ShowsTumourExactlyInsideTheBody)
{
  const auto lesion = lesion_at({4, 42, 0});
  const auto scene = scene_with({lesion});
  for (double x = -30; x <= 40; x += 1.7)
    for (double y = 10; y <= 75; y += 1.7)
    {
      const PatientPoint point{x, y, 3.0};
      const auto tissue = scene.at(point).tissue;
      EXPECT_EQ(tissue == Tissue::ViableTumour || tissue == Tissue::Necrosis, lesion.tumour.body().contains(point));
      EXPECT_EQ(tissue == Tissue::Necrosis, lesion.tumour.core()->contains(point));
    }
}

TEST(Scene, PushesTissueAsideButNotTheFemur)
{
  const auto plain = scene_with({}), grown = scene_with({lesion_at({-50, -27, 0})});
  EXPECT_EQ(grown.at({-9, -18, 0}).tissue, plain.at({-9, -18, 0}).tissue);
  double skin_before = 60, skin_after = 60;
  const PatientVector lateral{-0.88, -0.47, 0};
  while (plain.at(PatientPoint{} + skin_before * lateral).tissue != Tissue::Air) skin_before += 0.1;
  while (grown.at(PatientPoint{} + skin_after * lateral).tissue != Tissue::Air) skin_after += 0.1;
  EXPECT_GT(skin_after, skin_before + 1.0);
}

// What a radiologist expects of the four contrasts.
TEST(SignalTable, MakesFatBrightAndCortexDarkOnT1)
{
  const auto t1 = t1_sequence();
  EXPECT_GT(signal(t1, Tissue::Fat), 2.0 * signal(t1, Tissue::Muscle));
  EXPECT_LT(signal(t1, Tissue::CorticalBone), 0.1 * signal(t1, Tissue::Muscle));
  EXPECT_LT(signal(t1, Tissue::Necrosis), signal(t1, Tissue::Muscle));
}

TEST(SignalTable, MakesFluidBrightAndFatDarkOnFatSaturatedT2)
{
  const auto t2 = t2_fat_saturated_sequence();
  EXPECT_GT(signal(t2, Tissue::Necrosis), 1.5 * signal(t2, Tissue::ViableTumour));
  EXPECT_GT(signal(t2, Tissue::ViableTumour), 2.0 * signal(t2, Tissue::Muscle));
  EXPECT_LT(signal(t2, Tissue::Fat), signal(t2, Tissue::Muscle));
}

TEST(SignalTable, MakesTheRimBrightAndTheCoreDarkAfterContrast)
{
  const auto post = t1_post_contrast_sequence();
  EXPECT_GT(signal(post, Tissue::ViableTumour), 1.5 * signal(post, Tissue::Muscle));
  EXPECT_LT(signal(post, Tissue::Necrosis), signal(post, Tissue::Muscle));
}

// ADC from two b-values must give back the tissue's own: ln(S0 / S800) / 800.
TEST(SignalTable, KeepsTheDiffusionCoefficientOfTheTissue)
{
  for (const auto tissue : {Tissue::ViableTumour, Tissue::Necrosis, Tissue::Muscle})
  {
    const double adc = std::log(signal(diffusion_sequence(0), tissue) / signal(diffusion_sequence(800), tissue)) / 800.0;
    EXPECT_NEAR(adc * 1000.0, properties_of(tissue).adc_um2_per_ms, 1e-9);
  }
  EXPECT_GT(signal(diffusion_sequence(800), Tissue::ViableTumour), signal(diffusion_sequence(800), Tissue::Necrosis));
}
