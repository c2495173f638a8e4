#include "imaging/diffusion/diffusion_series.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "imaging/dicom/scan.h"
#include "tests/support/image_stacks.h"
#include "tests/support/test_data.h"

using namespace nadir;
using namespace nadir::imaging;
using namespace nadir::testing;
using ::testing::IsEmpty;
using ::testing::SizeIs;

namespace
{
ImageStack diffusion_stack(const std::string& id, double b)
{
  auto stack = axial_stack(id, SequenceType::Dwi);
  stack.sequence.b_value = b;
  return stack;
}
}  // namespace

TEST(DiffusionSeries, TakesStacksOfOneGridByRisingBValue)
{
  Study study;
  study.series.resize(1);
  study.series[0].stacks = {diffusion_stack("5.1", 800), diffusion_stack("5.2", 0), axial_stack("5.3", SequenceType::T1)};
  const auto found = diffusion_series(study);
  ASSERT_THAT(found, SizeIs(1));
  ASSERT_THAT(found[0].stacks, SizeIs(2));
  EXPECT_EQ(found[0].stacks[0]->id, "5.2");
  EXPECT_EQ(found[0].scanner_adc, nullptr);
}

TEST(DiffusionSeries, FindsTheScannersOwnMapOnTheSameGridOnly)
{
  Study study;
  study.series.resize(3);
  study.series[0].stacks = {diffusion_stack("5.1", 0), diffusion_stack("5.2", 800)};
  study.series[1].stacks = {axial_stack_at("6.1", SequenceType::Adc, {50, 0, 0})};
  EXPECT_EQ(diffusion_series(study)[0].scanner_adc, nullptr);
  study.series[2].stacks = {axial_stack("7.1", SequenceType::Adc)};
  EXPECT_EQ(diffusion_series(study)[0].scanner_adc->id, "7.1");
}

TEST(DiffusionSeries, IsNoneWithOneBValueOrWithoutGeometry)
{
  Study study;
  study.series.resize(1);
  study.series[0].stacks = {diffusion_stack("5.1", 800), diffusion_stack("5.2", 800)};
  EXPECT_THAT(diffusion_series(study), IsEmpty());
  study.series[0].stacks = {diffusion_stack("5.1", 0), diffusion_stack("5.2", 800)};
  study.series[0].stacks[1].geometry.reset();
  EXPECT_THAT(diffusion_series(study), IsEmpty());
}

TEST(DiffusionSeries, BrainOfTheRealSeriesHasThePublishedDiffusivity)
{
  NADIR_NEEDS_TEST_DATA("mr-dicom/philips_dwi");
  const auto scan = imaging::scan(test_data() / "mr-dicom/philips_dwi").value();
  const auto found = diffusion_series(scan.studies.at(0));
  ASSERT_THAT(found, SizeIs(1));
  const auto map = load_adc_map(found[0]).value();
  std::vector<float> inside;
  for (int k = 12; k < 20; ++k)
    for (int j = 36; j < 76; ++j)
      for (int i = 36; i < 76; ++i)
        if (const float adc = map.map->value({i, j, k}); !std::isnan(adc)) inside.push_back(adc);
  ASSERT_GT(inside.size(), 8000u);
  std::ranges::nth_element(inside, inside.begin() + static_cast<std::ptrdiff_t>(inside.size() / 2));
  // Mean diffusivity of normal adult brain parenchyma: 0.7 to 0.9e-3 mm2/s (Pierpaoli et al., Radiology 1996;201:637-648).
  EXPECT_GT(inside[inside.size() / 2], 600.0f);
  EXPECT_LT(inside[inside.size() / 2], 1000.0f);
}
