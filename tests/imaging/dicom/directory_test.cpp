#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "imaging/dicom/scan.h"
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
DicomObject directory_of(const std::vector<std::string>& file_ids)
{
  DicomObject directory;
  directory.text({0x0008, 0x0016}, "UI", "1.2.840.10008.1.3.10").text({0x0008, 0x0018}, "UI", "2.25.800");
  std::vector<DicomObject> records;
  for (const auto& id : file_ids)
  {
    DicomObject record;
    record.text({0x0004, 0x1430}, "CS", "IMAGE").text({0x0004, 0x1500}, "CS", id);
    records.push_back(record);
  }
  DicomObject whole;
  return whole.sequence({0x0004, 0x1220}, std::move(records)).add(directory.elements[0]).add(directory.elements[1]);
}

std::string_view view(const Bytes& bytes) { return {reinterpret_cast<const char*>(bytes.data()), bytes.size()}; }

/// A disc: three slices as DISC/A/IM0, IM1, IM2, and a DICOMDIR with the given file IDs.
class Disc
{
public:
  explicit Disc(const std::vector<std::string>& file_ids)
  {
    const auto slices = mr_series({.slices = 3});
    for (std::size_t n = 0; n < slices.size(); ++n) folder_.write("DISC/A/IM" + std::to_string(n), view(dicom_file(slices[n])));
    folder_.write("OUTSIDE", view(dicom_file(slices[0])));
    folder_.write("DISC/DICOMDIR", view(dicom_file(directory_of(file_ids))));
  }
  fs::path root() const { return folder_.path() / "DISC"; }
  Scan scanned() const { return scan(root() / "DICOMDIR").value(); }

private:
  TemporaryFolder folder_;
};
}  // namespace

TEST(Dicomdir, NamesTheFilesOfADisc)
{
  const auto found = Disc({"A\\IM0", "A\\IM1", "A\\IM2"}).scanned();
  ASSERT_THAT(all_stacks(found), SizeIs(1));
  EXPECT_EQ(all_stacks(found).front()->geometry.value().size().k, 3);
  EXPECT_THAT(found.refused, IsEmpty());
  ASSERT_THAT(found.others, SizeIs(1));
  EXPECT_EQ(found.others.front().kind, "DICOMDIR");
}

TEST(Dicomdir, CaseOfFileNamesDoesNotMatter) { EXPECT_EQ(all_stacks(Disc({"a\\im0", "A\\im1", "a\\IM2"}).scanned()).size(), 1u); }

TEST(Dicomdir, MissingFilesAreListedAndTheOthersFlagged)
{
  const auto found = Disc({"A\\IM0", "A\\IM1", "A\\IM7"}).scanned();
  ASSERT_THAT(found.refused, SizeIs(1));
  EXPECT_TRUE(found.refused.front().reason.is(ScanError::ReferencedFileMissing));
}

TEST(Dicomdir, NeverLeadsOutsideItsFolder)
{
  for (const std::string id : {"..\\OUTSIDE", "A\\..\\..\\OUTSIDE", "\\etc\\passwd", "A/../../OUTSIDE", "/etc/passwd", ".", "A\\\\IM0",
                               "A\\IM0;1", "A\\B\\C\\D\\E\\F\\G\\H\\I"})
  {
    const auto found = Disc({id}).scanned();
    EXPECT_THAT(all_stacks(found), IsEmpty()) << id;
    EXPECT_THAT(found.refused, SizeIs(1)) << id;
  }
}

TEST(Dicomdir, NeverFollowsALinkOutside)
{
  const Disc disc({"LINK"});
  fs::create_symlink("../OUTSIDE", disc.root() / "LINK");
  const auto found = disc.scanned();
  EXPECT_THAT(all_stacks(found), IsEmpty());
  ASSERT_THAT(found.refused, SizeIs(1));
  EXPECT_TRUE(found.refused.front().reason.is(ScanError::UnsafeReference));
}

TEST(Dicomdir, WithoutRecordsIsAFailure)
{
  const Disc disc({});
  EXPECT_TRUE(scan(disc.root() / "DICOMDIR").failure().is(ScanError::NoDirectoryRecords));
}

TEST(Dicomdir, InsideAFolderIsListedAndTheFilesAreReadThemselves)
{
  const Disc disc({"A\\IM0"});
  const auto whole = scan(disc.root()).value();
  EXPECT_EQ(all_stacks(whole).front()->geometry.value().size().k, 3);
  EXPECT_THAT(whole.others, SizeIs(1));
}

TEST(Dicomdir, OfTheRealDiscNamesItsThirtyOneImages)
{
  NADIR_NEEDS_TEST_DATA("odd/test_files/dicomdirtests/DICOMDIR");
  // Truth: 31 records with a Referenced File ID, all present (pydicom 2.3.1).
  const auto found = scan(test_data() / "odd/test_files/dicomdirtests/DICOMDIR").value();
  std::size_t images = 0;
  for (const auto* stack : all_stacks(found)) images += stack->slices.size();
  EXPECT_EQ(images, 31u);
  EXPECT_THAT(found.refused, IsEmpty());
}
