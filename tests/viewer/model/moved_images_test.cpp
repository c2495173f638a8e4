// Images that are no longer where a reading found them: said in words, found again elsewhere, and never mistaken for others.
#include <gmock/gmock.h>

#include "tests/session/recorded_case.h"
#include "tests/viewer/model/model_reader.h"

using namespace nadir;
using namespace nadir::testing;
using ::testing::HasSubstr;

namespace
{
/// A record with one date whose images lie in a folder that can be moved.
struct MovableImages
{
  MovableImages()
  {
    fs::copy(phantom_case("partial-response") / "baseline", here, fs::copy_options::recursive);
    reader.session.add_images(in(here));
    EXPECT_TRUE(QTest::qWaitFor([&] { return reader.session.reading().reading().find(baseline) != nullptr; }, patience_ms))
        << reader.messages();
    EXPECT_TRUE(reader.session.reading().mark_lesion({target, measure::LesionRole::Target, "soft tissue", false}));
    const auto truth = truth_of(phantom_case("partial-response"), 0);
    EXPECT_TRUE(reader.session.reading().put_caliper(target, baseline, {truth.line, std::nullopt, truth.series, {}}));
    reader.session.close();
    reader.said.clear();
  }

  bool open_again()
  {
    reader.said.clear();
    return reader.session.open(in(reader.path));
  }
  bool has_images()
  {
    return QTest::qWaitFor([&] { return !reader.session.images().is_busy(); }, patience_ms) &&
           !reader.session.images().images_digest(baseline).empty();
  }

  Reader reader;
  fs::path here = reader.folder.path() / "images";
  fs::path there = reader.folder.path() / "archive" / "images";
};
}  // namespace

TEST(MovedImages, AreSaidToBeMissingFoundAgainAndRememberedThere)
{
  MovableImages moved;
  fs::create_directories(moved.there.parent_path());
  fs::rename(moved.here, moved.there);
  ASSERT_TRUE(moved.open_again());
  EXPECT_THAT(moved.reader.messages(), HasSubstr("no longer where they were"));
  EXPECT_FALSE(moved.has_images());
  EXPECT_THAT(moved.reader.session.missing_images(), ::testing::ElementsAre(baseline));
  moved.reader.session.find_images(baseline, in(moved.there));
  EXPECT_TRUE(moved.reader.session.missing_images().empty()) << "they are being looked for";
  ASSERT_TRUE(moved.has_images()) << moved.reader.messages();
  ASSERT_TRUE(moved.reader.settled());
  EXPECT_TRUE(moved.reader.session.responses().at(0).sum_mm);
  moved.reader.session.close();
  ASSERT_TRUE(moved.open_again());
  EXPECT_TRUE(moved.has_images()) << "once told, the place is known";
}

TEST(MovedImages, AreNeverOthersThanThoseThatWereRead)
{
  MovableImages moved;
  fs::remove_all(moved.here);
  ASSERT_TRUE(moved.open_again());
  moved.reader.session.find_images(baseline, in(phantom_case("partial-response") / "follow_up"));
  ASSERT_TRUE(QTest::qWaitFor([&] { return !moved.reader.session.images().is_busy(); }, patience_ms));
  EXPECT_TRUE(moved.reader.session.images().images_digest(baseline).empty()) << moved.reader.messages();
  EXPECT_THAT(moved.reader.session.missing_images(), ::testing::ElementsAre(baseline)) << "they can be given once more";
  EXPECT_THAT(moved.reader.messages(), ::testing::AnyOf(HasSubstr("not those"), HasSubstr("no longer"), HasSubstr("images")));
}

TEST(MovedImages, ThatLostASliceAreNotTakenForWhole)
{
  MovableImages moved;
  for (const auto& entry : fs::recursive_directory_iterator(moved.here))
    if (entry.is_regular_file())
    {
      fs::remove(entry.path());
      break;
    }
  ASSERT_TRUE(moved.open_again());
  ASSERT_TRUE(QTest::qWaitFor([&] { return !moved.reader.session.images().is_busy(); }, patience_ms));
  EXPECT_TRUE(moved.reader.session.images().images_digest(baseline).empty())
      << "other images are shown under the name of those that were read";
  EXPECT_FALSE(moved.reader.messages().empty());
}
