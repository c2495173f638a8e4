// Twelve sarcomas with expert contours (TCIA). The shipped models were trained on these very lesions: the floors here only hold what
// is shipped to what was measured; leave-one-out figures stand in segmentation/lesion/README.md.
#include <gmock/gmock.h>

#include <algorithm>
#include <array>

#include "segmentation/lesion/check_prompt.h"
#include "segmentation/lesion/ellipsoid_prior.h"
#include "segmentation/lesion/finish_lesion.h"
#include "segmentation/lesion/segment_lesion.h"
#include "segmentation/lesion/stroke_response.h"
#include "segmentation/lesion/training/corrective_stroke.h"
#include "segmentation/lesion/training/imprecise_prompts.h"
#include "segmentation/lesion/training/simulated_prompt.h"
#include "segmentation/lesion/training/training_case.h"
#include "tests/support/test_data.h"

namespace nadir::segmentation::lesion
{
namespace
{
double median(std::vector<double> values)
{
  std::sort(values.begin(), values.end());
  return 0.5 * (values[(values.size() - 1) / 2] + values[values.size() / 2]);
}

LesionPrompt axes_of(const SimulatedPrompt& prompt)
{
  LesionPrompt axes;
  axes.long_axis = prompt.long_axis;
  axes.short_axis = prompt.short_axis;
  return axes;
}

/// The drawn shape alone, as if there were no image.
Mask ellipsoid_of(const TrainingCase& sample, const LesionPrompt& prompt)
{
  const auto& geometry = sample.image->geometry();
  LesionState state{sample.image, prompt, grid_around(geometry, frame_of_axes(geometry, prompt), 1.5), {}, {}, &stroke_model(), 0, 0, {},
                    nullptr,      {}};
  state.log_odds = ellipsoid_log_odds(state.grid);
  return finish_lesion(std::move(state), {}).mask;
}

TEST(SarcomaLesions, AreFoundBetterThanTheirDrawnEllipsoidAndAboveTheFloor)
{
  NADIR_NEEDS_TEST_DATA("sts");
  std::vector<double> both_axes, with_extent, ellipsoid;
  for (const auto& folder : training_folders(nadir::testing::test_data()))
  {
    const auto sample = read_training_case(folder);
    ASSERT_TRUE(sample.has_value()) << folder;
    const auto drawn = simulated_prompt(sample->truth);
    auto prompt = axes_of(drawn);
    ellipsoid.push_back(dice(sample->truth, ellipsoid_of(*sample, prompt)));
    both_axes.push_back(dice(sample->truth, segment_lesion({sample->image}, prompt)->mask));
    prompt.extent = drawn.extent;
    with_extent.push_back(dice(sample->truth, segment_lesion({sample->image}, prompt)->mask));
    EXPECT_GT(both_axes.back(), ellipsoid.back() - 0.02) << sample->name;
  }
  EXPECT_GT(median(both_axes), median(ellipsoid) + 0.03);
  EXPECT_GT(median(both_axes), 0.84);
  EXPECT_GT(median(with_extent), 0.85);
}

/// Whether the intervals of the volume from the diameter alone, and from both axes, hold the truth.
std::array<bool, 2> hold_the_volume(const TrainingCase& sample, const SimulatedPrompt& marks)
{
  const double truth = static_cast<double>(sample.truth.count()) * sample.truth.geometry().voxel_volume_mm3() / 1000.0;
  auto axes = axes_of(marks), line = axes;
  line.short_axis.reset();
  const auto holds = [&](const LesionPrompt& prompt)
  {
    const auto volume = segment_lesion({sample.image}, prompt)->volume_ml;
    return volume.low <= truth && truth <= volume.high;
  };
  return {holds(line), holds(axes)};
}

// Without the share of the marks 13 of these 96 intervals missed it.
TEST(SarcomaLesions, IntervalsOfImprecisePromptsHoldTheVolumeToo)
{
  NADIR_NEEDS_TEST_DATA("sts");
  int asked = 0, held = 0;
  for (const auto& folder : training_folders(nadir::testing::test_data()))
  {
    const auto sample = read_training_case(folder);
    ASSERT_TRUE(sample.has_value()) << folder;
    for (const auto& [fault, marks] : imprecise_prompts(sample->truth))
      if (fault == "ends4a" || fault == "slice-" || fault == "slice+" || fault == "chord+")
        for (const bool holds : hold_the_volume(*sample, marks)) ++asked, held += holds ? 1 : 0;
  }
  EXPECT_EQ(asked, 96);
  EXPECT_GE(held, 87);
}

bool is_refused_as_air(const TrainingCase& sample, VoxelIndex voxel)
{
  LesionPrompt click;
  click.click = sample.image->geometry().voxel_to_patient(voxel);
  const auto checked = check_prompt(*sample.image, click);
  return !checked.has_value() && checked.failure().is(LesionError::OutsideBody);
}

/// Whether no pixel within four of this one holds more than 3 % of the fat's signal, which the data's preparation set to about 945.
bool lies_in_air(const std::vector<float>& slice, const GridSize& size, int i, int j)
{
  constexpr int reach = 4;
  constexpr float nothing = 0.03F * 945.0F;
  if (i < reach || j < reach || i + reach >= size.i || j + reach >= size.j) return false;
  for (int y = j - reach; y <= j + reach; ++y)
    for (int x = i - reach; x <= i + reach; ++x)
      if (slice[static_cast<std::size_t>(y) * static_cast<std::size_t>(size.i) + static_cast<std::size_t>(x)] > nothing) return false;
  return true;
}

TEST(SarcomaLesions, AClickInTheAirIsRefusedAndNoneInALesion)
{
  NADIR_NEEDS_TEST_DATA("sts");
  for (const auto& folder : training_folders(nadir::testing::test_data()))
  {
    const auto sample = read_training_case(folder);
    ASSERT_TRUE(sample.has_value()) << folder;
    const auto& size = sample->image->geometry().size();
    int in_lesion = 0, in_air = 0, refused = 0, taken = 0;
    for (int k = 1; k < size.k; k += 5)
    {
      const auto slice = sample->image->slice(k);
      for (int j = 0; j < size.j; j += 7)
        for (int i = 0; i < size.i; i += 7)
          if (sample->truth.contains({i, j, k})) ++in_lesion, refused += is_refused_as_air(*sample, {i, j, k}) ? 1 : 0;
          else if (lies_in_air(slice, size, i, j)) ++in_air, taken += is_refused_as_air(*sample, {i, j, k}) ? 0 : 1;
    }
    EXPECT_GT(in_lesion, 10) << sample->name;
    EXPECT_EQ(refused, 0) << sample->name << " of " << in_lesion;
    EXPECT_EQ(taken, 0) << sample->name << " of " << in_air;
  }
}

TEST(SarcomaLesions, StrokesBringThemNearerToTheExpert)
{
  NADIR_NEEDS_TEST_DATA("sts");
  const auto sample = read_training_case(nadir::testing::test_data() / "sts" / "STS_001");
  ASSERT_TRUE(sample.has_value());
  auto lesion = *segment_lesion({sample->image}, axes_of(simulated_prompt(sample->truth)));
  const double before = dice(sample->truth, lesion.mask);
  for (int n = 0; n < 3; ++n) lesion = *refine(lesion, corrective_strokes(sample->truth, lesion.mask, StrokeStyle::Line));
  EXPECT_GT(dice(sample->truth, lesion.mask), before);
}
}  // namespace
}  // namespace nadir::segmentation::lesion
