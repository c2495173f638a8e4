// From launch to a signed reading of two dates with one target, measured by diameter and volume, with mouse and keys on the real window.
// Goal: at most 10 clicks and keys, plus the two calipers. Truth: the phantom's closed forms; for the sarcomas, contours drawn by others.
#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <nlohmann/json.hpp>

#include "measure/size/measure_size.h"
#include "segmentation/mask/read_mask.h"
#include "tests/session/recorded_case.h"
#include "tests/support/test_data.h"
#include "tests/viewer/reading/counted_reader.h"
#include "viewer/widget/response_page.h"

using namespace nadir;
using namespace nadir::viewer;
using nadir::testing::test_data;
using nadir::viewer::test::CountedReader;
using nlohmann::json;
namespace fs = std::filesystem;

namespace
{
constexpr int most_acts = 10;

/// Where a reader would draw the diameter at each date.
struct Lines
{
  reading::Line baseline;
  reading::Line follow_up;
};

PatientPoint point_of(const json& value) { return {value.at(0), value.at(1), value.at(2)}; }

reading::Line phantom_line(const fs::path& folder, std::size_t timepoint)
{
  std::ifstream stream(folder / "truth.json");
  const auto ends = json::parse(stream).at("timepoints").at(timepoint).at("lesions").at(0).at("in_acquired_slices").at("long_ends_lps_mm");
  return {point_of(ends.at(0)), point_of(ends.at(1))};
}

bool both_dates_are_shown(CountedReader& reader)
{
  if (!reader.session.reading().is_open() || reader.session.reading().reading().content().timepoints.size() != 2) return false;
  for (int n = 0; n < 2; ++n)
    if (!reader.session.images().volume(reader.window->grid().cell(n)->content().series)) return false;
  return reader.window->grid().cell(0)->content().series.timepoint != reader.window->grid().cell(1)->content().series.timepoint;
}

/// The volume at the time point of a cell, from the caliper that is there: two keys.
void segment(CountedReader& reader, const TimepointLabel& timepoint)
{
  reader.key("segment.caliper");
  ASSERT_TRUE(reader.wait([&] { return reader.window->display().proposal().has_value(); })) << reader.messages();
  reader.key("segment.accept");
  ASSERT_TRUE(reader.session.reading().marks(LesionId{"T01"}, timepoint).mask) << reader.messages();
}

void read_two_dates(CountedReader& reader, const std::vector<fs::path>& folders, const Lines& lines)
{
  reader.drop(folders);
  ASSERT_TRUE(reader.wait([&] { return both_dates_are_shown(reader); })) << reader.messages();
  reader.key("tool.caliper");
  reader.draw(0, lines.baseline);
  segment(reader, TimepointLabel{"baseline"});
  reader.draw(1, lines.follow_up);
  segment(reader, TimepointLabel{"follow-up 1"});
  ASSERT_TRUE(reader.wait([&] { return reader.is_settled(); })) << reader.messages() << reader.session.assessment().problem().toStdString();
  reader.key("reading.lock");
  ASSERT_TRUE(reader.wait([&] { return reader.session.reading().reading().phase() == reading::Phase::Locked; })) << reader.messages();
  reader.key("reading.sign");
  EXPECT_EQ(reader.session.reading().reading().phase(), reading::Phase::Signed) << reader.messages();
}

void tell(const std::string& what, const CountedReader& reader)
{
  std::printf("%s: %d clicks and keys (at most %d), %d calipers, %d notches of the wheel: %s\n", what.c_str(), reader.acts(), most_acts,
              reader.calipers(), reader.wheel_notches(), reader.story().toStdString().c_str());
  EXPECT_LE(reader.acts(), most_acts);
  EXPECT_EQ(reader.calipers(), 2);
}

/// Two pixels of the screen, which is what a hand can do.
double hand(CountedReader& reader) { return 2.0 * reader.window->grid().cell(0)->canvas().view().mm_per_pixel; }
}  // namespace

TEST(TwoDateReading, OfAPhantomTakesFewActsAndGivesItsResponse)
{
  const auto folder = nadir::testing::phantom_case("partial-response");
  const Lines lines{phantom_line(folder, 0), phantom_line(folder, 1)};
  CountedReader reader;
  read_two_dates(reader, {folder / "baseline", folder / "follow_up"}, lines);
  tell("phantom", reader);
  ASSERT_TRUE(reader.wait([&] { return reader.is_settled(); }));
  const auto& response = reader.session.responses().at(1);
  EXPECT_EQ(response.overall_response, "PR");
  EXPECT_NEAR(response.sum_mm.value_or(0), distance(lines.follow_up.from, lines.follow_up.to).value(), hand(reader));
  EXPECT_TRUE(response.volume_change_percent);
}

// "No evidence of disease" would be an answer that no reader gave.
TEST(ResponsePage, SaysNothingOfDiseaseBeforeALesionIsMarked)
{
  const auto folder = nadir::testing::phantom_case("partial-response");
  CountedReader reader;
  reader.drop({folder / "baseline", folder / "follow_up"});
  ASSERT_TRUE(reader.wait([&] { return both_dates_are_shown(reader) && reader.is_settled(); })) << reader.messages();
  ASSERT_EQ(reader.session.responses().count(), 2);
  const QString page = response_page(reader.session, {});
  EXPECT_FALSE(page.contains("NED")) << page.toStdString();
  EXPECT_FALSE(page.contains("no disease")) << page.toStdString();
}

/// The same examination stands for both dates: nothing may change beyond what a hand does.
TEST(TwoDateReading, OfRealSarcomasTakesFewActs)
{
  NADIR_NEEDS_TEST_DATA("sts");
  int read = 0;
  for (const char* name : {"STS_002", "STS_003", "STS_005"})
  {
    const auto folder = test_data() / "sts" / name;
    const auto drawn = segmentation::read_mask(folder / "MR_T1_mask.nii.gz");
    if (!drawn) continue;
    const auto size = measure::measure_size(drawn->front());
    ASSERT_TRUE(size);
    const reading::Line line{size->longest_diameter.from, size->longest_diameter.to};
    CountedReader reader;
    read_two_dates(reader, {folder / "image", folder / "image"}, {line, line});
    tell(name, reader);
    ASSERT_TRUE(reader.wait([&] { return reader.is_settled(); }));
    EXPECT_EQ(reader.session.responses().at(1).overall_response, "SD");
    EXPECT_NEAR(reader.session.responses().at(0).sum_mm.value_or(0), size->longest_diameter.length.value(), hand(reader));
    ++read;
  }
  EXPECT_GT(read, 0);
}
