#include "imaging/dicom/loader/meta_header.h"

#include <gtest/gtest.h>

#include "imaging/gate/dicom_file.h"
#include "tests/support/dicom_samples.h"

using namespace nadir::imaging;
using namespace nadir::testing;

namespace
{
Bytes header_of(const Bytes& file, std::uint64_t data_set_offset)
{
  return {file.begin(), file.begin() + static_cast<std::ptrdiff_t>(data_set_offset)};
}
}  // namespace

// Truth: the gate reads the header again, and everything but the transfer syntax is as before.
TEST(MetaHeader, WithAnotherTransferSyntaxIsSoundAndOtherwiseTheSame)
{
  const auto bytes = dicom_file(classic_slice(), syntax::implicit_little);
  const auto offset = DicomFile::parse(bytes).value().data_set_offset();
  auto changed = with_transfer_syntax(header_of(bytes, offset), syntax::explicit_little);
  append(changed, data_set_bytes(classic_slice()));
  const auto file = DicomFile::parse(changed).value();
  EXPECT_EQ(file.transfer_syntax(), syntax::explicit_little);
  EXPECT_EQ(file.meta().text({0x0002, 0x0003}), "2.25.100.1.1");
  EXPECT_EQ(file.meta().bytes({0x0002, 0x0001}).size(), 2U);
  EXPECT_EQ(file.data().text({0x0020, 0x000e}), "2.25.100.1");
}

TEST(MetaHeader, OfItsOwnTransferSyntaxIsByteForByteTheSame)
{
  const auto bytes = dicom_file(classic_slice());
  const auto header = header_of(bytes, DicomFile::parse(bytes).value().data_set_offset());
  EXPECT_EQ(with_transfer_syntax(header, syntax::explicit_little), header);
}

TEST(MetaHeader, WithoutATransferSyntaxIsNotMade)
{
  EXPECT_TRUE(with_transfer_syntax(Bytes(132), syntax::explicit_little).empty());
  EXPECT_TRUE(with_transfer_syntax(Bytes(10), syntax::explicit_little).empty());
}
