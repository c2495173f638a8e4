// Whatever is marked on whatever image: no crash, and either a refusal or a lesion about as large as what was marked. Images: series of
// three vendors, two gliomas, a glioblastoma and a sarcoma of the shared data. Marks: random places with signal, mostly where no lesion is.
#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <random>
#include <string>

#include "imaging/open/open_image.h"
#include "segmentation/lesion/leak_guard.h"
#include "segmentation/lesion/segment_lesion.h"
#include "tests/support/test_data.h"

namespace nadir::segmentation
{
namespace
{
using ::testing::HasSubstr;
using ::testing::Le;

constexpr int prompts_each = 4;

class Marker
{
public:
  explicit Marker(const imaging::Volume& image) : image_(image), signal_(usual_signal()), body_ml_(lesion::body_volume(image) / 1000.0) {}

  /// A place of at least the image's mean signal.
  PatientPoint place()
  {
    const auto& size = image_.geometry().size();
    for (int n = 0; n < 2000; ++n)
      if (const VoxelIndex at{below(size.i), below(size.j), below(size.k)}; image_.value(at) > signal_)
        return image_.geometry().voxel_to_patient(at);
    return image_.geometry().voxel_to_patient(VoxelIndex{size.i / 2, size.j / 2, size.k / 2});
  }

  /// A long axis of 8 to 120 mm around a place, and a short one across its middle.
  LesionPrompt axes()
  {
    const auto middle = place();
    const double turn = std::numbers::pi * share_(random_), half = 4.0 * std::pow(15.0, share_(random_)),
                 flat = 0.4 + 0.6 * share_(random_);
    const auto& grid = image_.geometry().axes();
    const auto along = std::cos(turn) * grid.i + std::sin(turn) * grid.j, across = -std::sin(turn) * grid.i + std::cos(turn) * grid.j;
    LesionPrompt prompt;
    prompt.long_axis = PromptLine{middle + half * along, middle + -half * along};
    prompt.short_axis = PromptLine{middle + half * flat * across, middle + -half * flat * across};
    return prompt;
  }

  double body_ml() const { return body_ml_; }

private:
  float usual_signal() const
  {
    double sum = 0.0;
    for (int k = 0; k < image_.geometry().size().k; ++k)
      for (const float value : image_.slice(k)) sum += static_cast<double>(value);
    return static_cast<float>(sum / static_cast<double>(image_.geometry().size().voxels()));
  }

  int below(int count) { return std::min(count - 1, static_cast<int>(share_(random_) * count)); }

  const imaging::Volume& image_;
  std::mt19937 random_{7};
  std::uniform_real_distribution<double> share_{0.0, 1.0};
  float signal_;
  double body_ml_;
};

double length_of(const PromptLine& line) { return distance(line.from, line.to).value(); }

/// A ball over the longest diameter, mL.
double ball_ml(const LesionPrompt& prompt) { return std::numbers::pi / 6.0 * std::pow(length_of(*prompt.long_axis), 3.0) / 1000.0; }

class AnyPrompt : public ::testing::TestWithParam<std::string>
{
protected:
  std::shared_ptr<const imaging::Volume> image() const
  {
    const auto path = nadir::testing::test_data() / GetParam();
    if (!std::filesystem::exists(path)) return nullptr;
    auto opened = imaging::open_image(path);
    EXPECT_TRUE(opened.has_value()) << (opened ? "" : opened.failure().message());
    return opened ? opened->volume : nullptr;
  }
};

TEST_P(AnyPrompt, GivesALesionNoLargerThanAFewTimesTheBallOverItsAxis)
{
  const auto shown = image();
  if (!shown) GTEST_SKIP() << "no " << GetParam();
  Marker marker(*shown);
  for (int n = 0; n < prompts_each; ++n)
  {
    auto prompt = marker.axes();
    if (n % 2 == 1) prompt.short_axis.reset();
    const auto found = segment_lesion({shown}, prompt);
    if (!found)
    {
      EXPECT_THAT(found.failure().message(), HasSubstr(")."));
      continue;
    }
    const double share = found->volume_ml.value / ball_ml(prompt);
    EXPECT_THAT(share, Le(3.0)) << length_of(*prompt.long_axis) << " mm";
    EXPECT_THAT(found->longest_diameter_mm.value / length_of(*prompt.long_axis), Le(1.25));
  }
}

TEST_P(AnyPrompt, AClickTakesLessThanHalfOfTheBody)
{
  const auto shown = image();
  if (!shown) GTEST_SKIP() << "no " << GetParam();
  Marker marker(*shown);
  for (int n = 0; n < prompts_each; ++n)
  {
    LesionPrompt prompt;
    prompt.click = marker.place();
    const auto found = segment_lesion({shown}, prompt);
    if (!found)
    {
      EXPECT_THAT(found.failure().message(), HasSubstr(")."));
      continue;
    }
    EXPECT_THAT(found->volume_ml.value, Le(0.5 * marker.body_ml())) << found->volume_ml.value << " mL";
  }
}

INSTANTIATE_TEST_SUITE_P(OnSharedData, AnyPrompt,
                         ::testing::Values("mr-dicom/ge_pd_bigendian_oblique", "mr-dicom/siemens_t1_sag_HFS",
                                           "brats/brats_2013_pat0004_1/T1c_subtrMeanDivStd.nii.gz",
                                           "brats/brats_2013_pat0005_1/Flair_subtrMeanDivStd.nii.gz", "progression/05/Pre_Scan_T1.nii.gz",
                                           "sts/STS_008/image"));
}  // namespace
}  // namespace nadir::segmentation
