#include "imaging/dicom/scan.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <filesystem>
#include <set>

#include "imaging/dicom/scan_error.h"
#include "tests/support/mr_series.h"
#include "tests/support/scan_results.h"
#include "tests/support/test_data.h"

using namespace nadir;
using namespace nadir::imaging;
using namespace nadir::testing;
using ::testing::IsEmpty;
using ::testing::SizeIs;
namespace fs = std::filesystem;

namespace
{
std::string_view view(const Bytes& bytes) { return {reinterpret_cast<const char*>(bytes.data()), bytes.size()}; }

/// Everything a scan says, without paths.
std::string summary(const Scan& scan)
{
  std::string text;
  for (const auto& study : scan.studies)
  {
    text += study.uid.text() + " " + study.acquired + "\n";
    for (const auto& series : study.series)
      for (const auto& stack : series.stacks)
      {
        text += stack.id + " " + stack.split_reason + " " + std::string(name_of(stack.sequence.type)) +
                (stack.geometry ? " volume" : " refused");
        for (const auto& slice : stack.slices) text += " " + slice.sop_instance.text();
        for (const auto& remark : stack.certificate.remarks) text += " " + remark.code;
        text += "\n";
      }
  }
  return text + std::to_string(scan.others.size()) + " " + std::to_string(scan.refused.size());
}

/// Series with several echoes, an oblique localizer and a hole, so that order has something to disturb.
std::vector<DicomObject> mixed_series()
{
  auto slices = mr_series({.slices = 12});
  for (std::size_t n = 6; n < 12; ++n)
  {
    put_text(slices[n], {0x0018, 0x0081}, "DS", "80");
    put_text(slices[n], {0x0020, 0x0032}, "DS", "-10\\-20\\" + std::to_string(3 * (n - 6) + (n > 8 ? 3 : 0)));
  }
  put_text(slices[3], {0x0020, 0x0037}, "DS", "0\\1\\0\\0\\0\\-1");
  return slices;
}
}  // namespace

TEST(Scan, DoesNotDependOnNamesOrderNestingOrThreads)
{
  const auto slices = mixed_series();
  std::string expected;
  for (int variant = 0; variant < 4; ++variant)
  {
    TemporaryFolder folder;
    for (std::size_t n = 0; n < slices.size(); ++n)
    {
      const auto scrambled = (n * 7 + static_cast<std::size_t>(variant) * 5) % slices.size();
      const std::string nested = variant % 2 == 0 ? "" : "deep/" + std::to_string(n % 3) + "/er/";
      folder.write(nested + "f" + std::to_string(scrambled * 31), view(dicom_file(slices[n])));
    }
    const auto found = scan(folder.path(), {.threads = variant + 1}).value();
    if (variant == 0) expected = summary(found);
    EXPECT_EQ(summary(found), expected);
  }
}

TEST(Scan, CountsWhatIsNotDicomAndListsWhatIsDamaged)
{
  TemporaryFolder folder;
  write_series(folder, mr_series({.slices = 4}));
  auto cut = dicom_file(classic_slice({.number = 99, .z = 99}));
  cut.resize(cut.size() - 10);
  folder.write("README.txt", "hello");
  folder.write("empty", "");
  folder.write("CUT", view(cut));
  const auto found = scan(folder.path()).value();
  EXPECT_EQ(found.files_seen, 7u);
  EXPECT_EQ(found.files_not_dicom, 2u);
  ASSERT_THAT(found.refused, SizeIs(1));
  EXPECT_EQ(found.refused.front().path.filename(), "CUT");
  EXPECT_THAT(found.refused.front().reason.message(), ::testing::StartsWith("CUT: "));
  const auto& stack = *all_stacks(found).front();
  EXPECT_TRUE(stack.geometry);
  EXPECT_TRUE(has_remark(stack, "geometry.damaged-neighbour", Severity::Warning));
}

TEST(Scan, FileOfTheSizeOfASliceThatIsNoDicomIsAWarning)
{
  TemporaryFolder folder;
  write_series(folder, mr_series({.slices = 4}));
  auto destroyed = dicom_file(classic_slice({.number = 5, .z = 12}));
  destroyed[130] = std::byte{'X'};
  folder.write("IM1004", view(destroyed));
  const auto found = scan(folder.path()).value();
  EXPECT_EQ(found.files_not_dicom, 1u);
  EXPECT_TRUE(has_remark(*all_stacks(found).front(), "geometry.damaged-neighbour", Severity::Warning));
}

TEST(Scan, FollowsLinkedFoldersOnceAndSurvivesLoops)
{
  TemporaryFolder folder;
  write_series(folder, mr_series({.slices = 3}));
  fs::create_directories(folder.path() / "a/b");
  fs::create_directory_symlink("../..", folder.path() / "a/b/loop");
  fs::create_symlink("nowhere", folder.path() / "dangling");
  const auto found = scan(folder.path()).value();
  EXPECT_EQ(found.files_seen, 3u);
  EXPECT_EQ(all_stacks(found).front()->slices.size(), 3u);
  EXPECT_THAT(found.refused, SizeIs(1));
}

TEST(Scan, OneFileIsEnough)
{
  TemporaryFolder folder;
  const auto path = folder.write("slice", view(dicom_file(classic_slice())));
  EXPECT_EQ(all_stacks(scan(path).value()).size(), 1u);
}

TEST(Scan, FailsOnlyWhenThereIsNothingToScan)
{
  TemporaryFolder folder;
  EXPECT_TRUE(scan(folder.path() / "absent").failure().is(ScanError::Unreadable));
  const auto empty = scan(folder.path()).value();
  EXPECT_THAT(empty.studies, IsEmpty());
}

TEST(Scan, CanBeCancelledAndTellsItsProgress)
{
  TemporaryFolder folder;
  write_series(folder, mr_series({.slices = 200}));
  EXPECT_TRUE(scan(folder.path(), {.progress = [](std::size_t, std::size_t) { return false; }}).failure().is(ScanError::Cancelled));
  std::atomic<std::size_t> last = 0;
  const auto found = scan(folder.path(), {.progress = [&](std::size_t done, std::size_t total)
                                          {
                                            last = std::max(last.load(), done);
                                            return total == 200;
                                          }});
  EXPECT_TRUE(found);
  EXPECT_EQ(last, 200u);
}

TEST(Scan, ListsObjectsThatAreNoImages)
{
  TemporaryFolder folder;
  folder.write("seg", view(dicom_file(segmentation_object(4, 4, 2))));
  folder.write("rt", view(dicom_file(structure_set())));
  const auto found = scan(folder.path()).value();
  ASSERT_THAT(found.others, SizeIs(2));
  EXPECT_EQ(found.others[0].kind, "RTSTRUCT");
  EXPECT_EQ(found.others[1].kind, "SEG");
}

TEST(Scan, TwoStudiesOfOneDayStayTwoAndComeByTime)
{
  TemporaryFolder folder;
  auto slices = mr_series({.slices = 6});
  for (std::size_t n = 0; n < 6; ++n)
  {
    put_text(slices[n], {0x0008, 0x0022}, "DA", "20240131");
    put_text(slices[n], {0x0008, 0x0032}, "TM", n < 3 ? "120000" : "090000");
    if (n < 3) continue;
    put_text(slices[n], {0x0020, 0x000d}, "UI", "2.25.901");
    put_text(slices[n], {0x0020, 0x000e}, "UI", "2.25.902");
  }
  write_series(folder, slices);
  const auto found = scan(folder.path()).value();
  ASSERT_THAT(found.studies, SizeIs(2));
  EXPECT_EQ(found.studies[0].acquired, "20240131090000.000000");
  EXPECT_EQ(found.studies[1].acquired, "20240131120000.000000");
  EXPECT_NE(all_stacks(found)[0]->id, all_stacks(found)[1]->id);
}

TEST(Scan, ImagesWithoutIdentityAreRefused)
{
  TemporaryFolder folder;
  auto slice = classic_slice();
  slice.remove({0x0020, 0x000e});
  folder.write("slice", view(dicom_file(slice)));
  const auto found = scan(folder.path()).value();
  EXPECT_THAT(found.studies, IsEmpty());
  EXPECT_TRUE(found.refused.at(0).reason.is(ScanError::NoIdentity));
}

TEST(Scan, SeriesDescriptionIsValidUtf8WithoutControlCharacters)
{
  TemporaryFolder folder;
  auto slice = classic_slice();
  put_text(slice, {0x0008, 0x103e}, "LO", "T1 \xE4xial\x1B[31m <b>");
  folder.write("slice", view(dicom_file(slice)));
  EXPECT_EQ(all_stacks(scan(folder.path()).value()).empty(), false);
  const auto found = scan(folder.path()).value();
  EXPECT_EQ(all_stacks(found).front()->series_description.find('\x1B'), std::string::npos);
}

TEST(Scan, SameImageInTwoEncodingsCountsOnceWithAWarning)
{
  TemporaryFolder folder;
  const auto slices = mr_series({.slices = 3});
  write_series(folder, slices);
  folder.write("other", view(dicom_file(slices[1], syntax::explicit_big)));
  const auto found = scan(folder.path()).value();
  const auto& stack = *all_stacks(found).front();
  EXPECT_EQ(stack.geometry.value().size().k, 3);
  EXPECT_TRUE(has_remark(stack, "identity.duplicate-image", Severity::Warning));
}

TEST(Scan, EveryRealFileGetsAVerdict)
{
  NADIR_NEEDS_TEST_DATA("odd");
  for (const std::string part : {"odd", "interop", "mr-dicom", "sts"})
  {
    const auto found = scan(test_data() / part).value();
    std::set<fs::path> told;
    for (const auto* stack : all_stacks(found))
    {
      EXPECT_EQ(stack->geometry.has_value() || !stack->certificate.is_measurable(), true) << stack->id;
      for (const auto& slice : stack->slices) told.insert(slice.path);
    }
    for (const auto& other : found.others) told.insert(other.path);
    for (const auto& refused : found.refused) told.insert(refused.path);
    EXPECT_LE(found.files_seen, told.size() + found.files_not_dicom + 40) << part << ": only duplicates may be told in a remark alone";
  }
}
