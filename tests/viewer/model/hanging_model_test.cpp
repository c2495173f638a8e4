// Images that open by themselves: series in a list, dates side by side, one place at both.
#include "viewer/model/hanging_model.h"

#include <gmock/gmock.h>

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include "tests/session/recorded_case.h"
#include "tests/support/temporary_folder.h"
#include "viewer/model/blinding_model.h"
#include "viewer/model/link_model.h"
#include "viewer/model/reading_model.h"
#include "viewer/model/series_list_model.h"

using namespace nadir;
using namespace nadir::viewer;
using nadir::testing::phantom_case;
using ::testing::HasSubstr;

namespace
{
const TimepointLabel baseline{"baseline"};
const TimepointLabel follow_up{"follow-up 1"};

QString folder_of(const char* name) { return QString::fromStdString((phantom_case("partial-response") / name).string()); }

/// A library with both dates of a phantom, all read.
struct BothDates
{
  BothDates()
  {
    library.open(baseline, folder_of("baseline"));
    library.open(follow_up, folder_of("follow_up"));
    EXPECT_TRUE(QTest::qWaitFor([&] { return !library.is_busy(); }, 60'000));
  }

  ImageLibrary library;
};
}  // namespace

TEST(ImageLibrary, ShowsAnImageOfEverySeriesBeforeAnyVolumeIsLoaded)
{
  ImageLibrary library;
  QSignalSpy pictures(&library, &ImageLibrary::first_image_ready), volumes(&library, &ImageLibrary::volume_ready),
      known(&library, &ImageLibrary::identified);
  library.open(baseline, folder_of("baseline"));
  ASSERT_TRUE(QTest::qWaitFor([&] { return known.size() == 1; }, 60'000));
  const auto stacks = library.timepoint(baseline)->images().stacks();
  EXPECT_EQ(static_cast<std::size_t>(pictures.size()), stacks.size() + library.computed_maps(baseline).size());
  EXPECT_EQ(volumes.size(), 0);
  const SeriesKey key{baseline, stacks.front()->id};
  EXPECT_EQ(library.volume(key), nullptr);
  ASSERT_NE(library.first_image(key), nullptr);
  const auto thumbnail = library.thumbnail(key);
  EXPECT_EQ(thumbnail.grey.size(), thumbnail.columns * thumbnail.rows);
  EXPECT_LE(thumbnail.columns, 128);
  library.load(key);
  ASSERT_TRUE(QTest::qWaitFor([&] { return volumes.size() == 1; }, 60'000));
  EXPECT_NE(library.volume(key), nullptr);
}

TEST(ImageLibrary, SaysWhatIsWrongWithAFolderAndKeepsTheOthers)
{
  BothDates dates;
  QSignalSpy failures(&dates.library, &ImageLibrary::failed), absent(&dates.library, &ImageLibrary::not_opened);
  dates.library.open(TimepointLabel{"follow-up 2"}, "/nowhere/at/all");
  ASSERT_TRUE(QTest::qWaitFor([&] { return absent.size() == 1; }, 10'000));
  EXPECT_THAT(failures[0][0].value<Message>().text.toStdString(), HasSubstr("follow-up 2"));
  EXPECT_EQ(dates.library.timepoints().size(), 2u);
}

TEST(ImageLibrary, StopsWhenItIsCancelledAndIsUsableAfterwards)
{
  ImageLibrary library;
  QSignalSpy absent(&library, &ImageLibrary::not_opened), known(&library, &ImageLibrary::identified);
  library.open(baseline, folder_of("baseline"));
  library.cancel();
  EXPECT_EQ(absent.size(), 1);
  EXPECT_TRUE(library.timepoints().empty());
  library.open(baseline, folder_of("baseline"));
  EXPECT_TRUE(QTest::qWaitFor([&] { return known.size() == 1; }, 60'000));
}

TEST(SeriesListModel, NamesSequencePlaneAndSpacingAndHidesDatesWhenBlinded)
{
  BothDates dates;
  ReadingModel reading;
  BlindingModel blinding(reading);
  const SeriesListModel series(dates.library, blinding);
  ASSERT_EQ(series.rowCount(), 0) << "it follows what happens after it was made";
  ImageLibrary library;
  SeriesListModel list(library, blinding);
  QSignalSpy known(&library, &ImageLibrary::identified);
  library.open(baseline, folder_of("baseline"));
  ASSERT_TRUE(QTest::qWaitFor([&] { return known.size() == 1; }, 60'000));
  ASSERT_GT(list.rowCount(), 0);
  const auto first = list.index(0);
  EXPECT_FALSE(first.data(SeriesListModel::SequenceRole).toString().isEmpty());
  EXPECT_EQ(first.data(SeriesListModel::PlaneRole).toString(), "axial");
  EXPECT_TRUE(first.data(SeriesListModel::SpacingRole).toString().endsWith(" mm"));
  EXPECT_EQ(first.data(SeriesListModel::StudyRole).toString(), "baseline, 2024-01-15");
  EXPECT_EQ(first.data(SeriesListModel::DescriptionRole).toString().toStdString(), library.stack(list.key_at(0))->series_description);
  const nadir::testing::TemporaryFolder folder;
  reading.set_reader("A");
  ASSERT_TRUE(reading.begin(QString::fromStdString((folder.path() / "P1.nadir").string()), "P1") && blinding.blind());
  EXPECT_EQ(first.data(SeriesListModel::StudyRole).toString(), "baseline");
  EXPECT_EQ(first.data(SeriesListModel::DescriptionRole).toString(), "") << "a description may hold a date";
  EXPECT_EQ(list.row_of(list.key_at(0)), 0);
}

TEST(HangingModel, FillsALongRowWithTheNextSequenceOfBothDates)
{
  ImageLibrary library;
  HangingModel hanging(library);
  hanging.set_layout({1, 4});
  QSignalSpy known(&library, &ImageLibrary::identified);
  library.open(baseline, folder_of("baseline"));
  library.open(follow_up, folder_of("follow_up"));
  ASSERT_TRUE(QTest::qWaitFor([&] { return known.size() == 2; }, 60'000));
  for (int cell = 0; cell < 4; ++cell)
  {
    ASSERT_FALSE(hanging.series_in(cell).empty()) << cell;
    EXPECT_EQ(hanging.series_in(cell).timepoint, cell % 2 == 0 ? baseline : follow_up);
  }
  EXPECT_NE(hanging.series_in(0), hanging.series_in(2));
  EXPECT_EQ(hanging.series_in(3), hanging.twin_of(hanging.series_in(2), follow_up));
}

TEST(HangingModel, HangsTheSameSequenceOfBothDatesSideBySide)
{
  ImageLibrary library;
  HangingModel hanging(library);
  hanging.set_layout({2, 2});
  QSignalSpy known(&library, &ImageLibrary::identified);
  library.open(baseline, folder_of("baseline"));
  library.open(follow_up, folder_of("follow_up"));
  ASSERT_TRUE(QTest::qWaitFor([&] { return known.size() == 2; }, 60'000));
  for (int row = 0; row < 2; ++row)
  {
    const auto left = hanging.series_in(2 * row), right = hanging.series_in(2 * row + 1);
    ASSERT_FALSE(left.empty() || right.empty()) << row;
    EXPECT_EQ(left.timepoint, baseline);
    EXPECT_EQ(right.timepoint, follow_up);
    EXPECT_EQ(library.stack(left)->sequence.type, library.stack(right)->sequence.type);
    EXPECT_EQ(library.stack(left)->certificate.plane, library.stack(right)->certificate.plane);
  }
  EXPECT_NE(hanging.series_in(0), hanging.series_in(2));
}

TEST(HangingModel, LeavesACellThatTheReaderChangedAndRemembersIt)
{
  ImageLibrary library;
  HangingModel hanging(library);
  hanging.set_layout({1, 2});
  QSignalSpy known(&library, &ImageLibrary::identified);
  library.open(baseline, folder_of("baseline"));
  ASSERT_TRUE(QTest::qWaitFor([&] { return known.size() == 1; }, 60'000));
  const auto chosen = hanging.series_in(1);
  hanging.hang(0, chosen);
  library.open(follow_up, folder_of("follow_up"));
  ASSERT_TRUE(QTest::qWaitFor([&] { return known.size() == 2; }, 60'000));
  EXPECT_EQ(hanging.series_in(0), chosen);
  EXPECT_EQ(hanging.series_in(1).timepoint, follow_up) << "what hung by itself makes room for the other date";
  hanging.save("0123");
  HangingModel later(library);
  later.restore("0123");
  EXPECT_EQ(later.layout(), (Layout{1, 2}));
  EXPECT_EQ(later.series_in(0), chosen);
}

TEST(LinkModel, CarriesAPlaceToTheSameTissueOfTheOtherDate)
{
  BothDates dates;
  LinkModel link(dates.library);
  HangingModel hanging(dates.library);
  hanging.set_layout({1, 2});
  hanging.rehang();
  ASSERT_TRUE(QTest::qWaitFor([&] { return link.state(follow_up) == LinkState::Registered || link.state(follow_up) == LinkState::Refused; },
                              120'000));
  ASSERT_EQ(link.state(follow_up), LinkState::Registered) << link.quality(follow_up).toStdString();
  const PatientPoint place{10, 20, 5};
  const auto there = link.carry(baseline, follow_up, place);
  EXPECT_LT(distance(link.carry(follow_up, baseline, there), place).value(), 1e-6);
  link.set_cursor(follow_up, there);
  EXPECT_LT(distance(link.cursor(baseline), place).value(), 1e-6);

  link.set_offset(follow_up, {3, 0, 0});
  EXPECT_NEAR(link.carry(baseline, follow_up, place).left, there.left + 3, 1e-9);
  link.set_on(false);
  link.set_cursor(follow_up, {0, 0, 0});
  EXPECT_LT(distance(link.cursor(follow_up), {0, 0, 0}).value(), 1e-9);
  EXPECT_GT(distance(link.cursor(baseline), {0, 0, 0}).value(), 1.0) << "the other date stays where it was";
  link.set_on(true);

  link.save("0124");
  LinkModel later(dates.library);
  later.restore("0124", follow_up);
  later.show_offsets({{follow_up, {3, 0, 0}}});
  EXPECT_EQ(later.state(follow_up), LinkState::Registered);
  EXPECT_LT(distance(later.carry(baseline, follow_up, place), link.carry(baseline, follow_up, place)).value(), 1e-9);
}
