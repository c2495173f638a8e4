#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>

#include "imaging/gate/dicom_file.h"
#include "tests/support/dicom_samples.h"
#include "tests/support/test_data.h"

using namespace nadir;
using namespace nadir::imaging;
using namespace nadir::testing;

// A file cut anywhere must not pass: the bottom of a slice would be missing without a word. Every second byte of the first
// 4 kB, then every 509th (a prime), and the last ones.
namespace
{
Bytes read(const std::filesystem::path& path)
{
  std::ifstream file(path, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  return bytes_of(text);
}

std::vector<std::size_t> cuts_of(std::size_t size)
{
  std::vector<std::size_t> cuts;
  for (std::size_t at = 0; at < std::min<std::size_t>(size, 4096); at += 2) cuts.push_back(at);
  for (std::size_t at = 4096; at < size; at += 509) cuts.push_back(at);
  for (std::size_t back = 1; back < std::min<std::size_t>(size, 16); ++back) cuts.push_back(size - back);
  return cuts;
}

void expect_every_cut_refused(const Bytes& whole)
{
  ASSERT_TRUE(DicomFile::parse(whole));
  for (const auto size : cuts_of(whole.size()))
    EXPECT_FALSE(DicomFile::parse(Bytes(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(size)))) << "cut at " << size;
}
}  // namespace

class CutFile : public ::testing::TestWithParam<const char*>
{
};

TEST_P(CutFile, IsRefusedWhereverItIsCut)
{
  NADIR_NEEDS_TEST_DATA(GetParam());
  expect_every_cut_refused(read(test_data() / GetParam()));
}

INSTANTIATE_TEST_SUITE_P(RealFiles, CutFile,
                         ::testing::Values("odd/test_files/MR_small_implicit.dcm", "odd/test_files/MR_small_bigendian.dcm",
                                           "odd/test_files/MR_small_jpeg_ls_lossless.dcm", "odd/test_files/MR_small_jp2klossless.dcm",
                                           "odd/pydicom-data/emri_small.dcm", "odd/pydicom-data/emri_small_RLE.dcm",
                                           "odd/pydicom-data/parametric_map_float.dcm", "interop/dcmqi/segmentations/liver.dcm",
                                           "mr-dicom/enhanced_mr/Siemens/XA10/6_1.dcm", "mr-dicom/siemens_mosaic_transfer_syntaxes/2.dcm",
                                           "sts/STS_001/image/000000.dcm"),
                         [](const auto& instance) { return "Number" + std::to_string(instance.index); });

TEST(CutFiles, OfOwnMakingAreRefusedWhereverTheyAreCut)
{
  expect_every_cut_refused(dicom_file(enhanced_object(3, LengthForm::Defined)));
  expect_every_cut_refused(dicom_file(segmentation_object(7, 5, 3)));
  expect_every_cut_refused(dicom_file(compressed_slice({Bytes(64), Bytes(64)}), syntax::jpeg_2000));
}
