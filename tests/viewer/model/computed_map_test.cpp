// An ADC map is computed from diffusion images and shown like a series, marked as what it is. Truth: the phantom's own ADC of its tissues.
#include "viewer/model/computed_map.h"

#include <gmock/gmock.h>

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <cmath>

#include "tests/session/recorded_case.h"
#include "viewer/model/blinding_model.h"
#include "viewer/model/hanging_model.h"
#include "viewer/model/reading_model.h"
#include "viewer/model/segmentation_job.h"
#include "viewer/model/series_list_model.h"

using namespace nadir;
using namespace nadir::viewer;
using nadir::testing::phantom_case;
using ::testing::HasSubstr;

namespace
{
const TimepointLabel baseline{"baseline"}, follow_up{"follow-up 1"};

/// Both dates of the phantom with diffusion images, all scanned.
struct WithDiffusion
{
  WithDiffusion() { open(); }

  void open()
  {
    for (const auto& [label, name] : {std::pair{baseline, "baseline"}, std::pair{follow_up, "follow_up"}})
      library.open(label, QString::fromStdString((phantom_case("partial-response") / name).string()));
    EXPECT_TRUE(QTest::qWaitFor([&] { return !library.is_busy(); }, 60'000));
  }

  SeriesKey key(const TimepointLabel& at) const
  {
    const auto maps = library.computed_maps(at);
    return maps.empty() ? SeriesKey{} : SeriesKey{at, maps.front().id};
  }

  ImageLibrary library;
};
}  // namespace

TEST(ComputedMap, IsARowOfTheSeriesListThatSaysWhatItIsMadeOf)
{
  ReadingModel reading;
  BlindingModel blinding(reading);
  WithDiffusion images;
  SeriesListModel list(images.library, blinding);
  images.open();
  const int row = list.row_of(images.key(baseline));
  ASSERT_GE(row, 0);
  EXPECT_EQ(list.data(list.index(row), SeriesListModel::TitleRole).toString().toStdString(), "ADC, computed, axial");
  EXPECT_THAT(list.data(list.index(row), SeriesListModel::DescriptionRole).toString().toStdString(), HasSubstr("from b 0, "));
  EXPECT_FALSE(list.data(list.index(row), SeriesListModel::ComputedFromRole).toString().isEmpty());
  EXPECT_TRUE(list.data(list.index(0), SeriesListModel::ComputedFromRole).toString().isEmpty());
}

TEST(ComputedMap, IsTheMapThatMeasuringUses)
{
  WithDiffusion images;
  const auto key = images.key(baseline);
  ASSERT_FALSE(key.empty());
  EXPECT_EQ(images.library.volume(key), nullptr) << "it is computed when it is asked for";
  QSignalSpy ready(&images.library, &ImageLibrary::volume_ready);
  images.library.load(key);
  ASSERT_TRUE(QTest::qWaitFor([&] { return ready.size() == 1; }, 60'000));
  const auto volume = images.library.volume(key);
  ASSERT_NE(volume, nullptr);
  EXPECT_EQ(volume->unit(), "1e-6 mm2/s");
  const auto of_measuring = images.library.timepoint(baseline)->volumes().adc_of(images.library.computed_map(key)->images);
  EXPECT_EQ(of_measuring->get(), volume.get()) << "computed once for both";
  EXPECT_GT(images.library.thumbnail(key).columns, 0);
  images.library.load(key);
  EXPECT_EQ(ready.size(), 2) << "at once when it is there";
}

TEST(ComputedMap, HasAPictureBeforeItIsComputed)
{
  WithDiffusion images;
  const auto key = images.key(baseline);
  ASSERT_EQ(images.library.volume(key), nullptr);
  const auto picture = images.library.thumbnail(key);
  ASSERT_GT(picture.columns, 0);
  images.library.load(key);
  ASSERT_TRUE(QTest::qWaitFor([&] { return images.library.volume(key) != nullptr; }, 60'000));
  const auto whole = images.library.thumbnail(key);
  ASSERT_EQ(picture.grey.size(), whole.grey.size());
  int alike = 0, bright = 0;
  for (qsizetype n = 0; n < whole.grey.size(); ++n)
  {
    const int a = static_cast<unsigned char>(picture.grey[n]), b = static_cast<unsigned char>(whole.grey[n]);
    alike += std::abs(a - b) < 24 ? 1 : 0;
    bright += a > 40 ? 1 : 0;
  }
  EXPECT_GT(bright, whole.grey.size() / 10) << "the thigh fills more than a tenth of the picture";
  EXPECT_GT(alike, whole.grey.size() * 95 / 100) << "of the same tissue as the whole map's";
}

TEST(ComputedMap, HasItsLikeAtTheOtherDate)
{
  WithDiffusion images;
  HangingModel hanging(images.library);
  EXPECT_EQ(hanging.twin_of(images.key(baseline), follow_up), images.key(follow_up));
  EXPECT_FALSE(images.key(follow_up).empty());
}

TEST(ComputedMap, IsNotSegmentedOn)
{
  WithDiffusion images;
  ReadingModel reading;
  const BlindingModel blinding(reading);
  SegmentationJob job(images.library, blinding);
  QSignalSpy failed(&job, &SegmentationJob::failed);
  segmentation::LesionPrompt prompt;
  prompt.click = PatientPoint{};
  job.segment(images.key(baseline), prompt);
  ASSERT_EQ(failed.size(), 1);
  EXPECT_THAT(failed.front().front().value<Message>().text.toStdString(), HasSubstr("computed, not acquired"));
}
