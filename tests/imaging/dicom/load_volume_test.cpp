#include "imaging/dicom/load_volume.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "imaging/dicom/loader_error.h"
#include "tests/imaging/dicom/image_samples.h"
#include "tests/support/temporary_folder.h"

// Truth: the numbers each test writes into its slices.

using namespace nadir;
using namespace nadir::imaging;
using namespace nadir::testing;

namespace
{
constexpr Tag pixel_data{0x7fe0, 0x0010};

std::shared_ptr<const DicomFile> gated(Bytes bytes)
{
  return std::make_shared<const DicomFile>(DicomFile::parse(std::move(bytes)).value());
}

SliceSource slice_of(std::shared_ptr<const DicomFile> file, const std::string& name, int frame = 0)
{
  SliceSource slice;
  slice.path = "/somewhere/" + name;
  slice.frame = frame;
  slice.file = std::move(file);
  return slice;
}

/// Values 100 k + n in slice k; 2 x 3 pixels.
Bytes numbers_of(int k)
{
  Bytes bytes;
  for (int n = 0; n < 6; ++n) append_number(bytes, static_cast<std::uint16_t>(100 * k + n), false);
  return bytes;
}

ImageStack stack_of(std::vector<SliceSource> slices)
{
  ImageStack stack;
  stack.id = "4.1";
  stack.geometry = ImageGeometry::make({3, 2, static_cast<int>(slices.size())}, {0.5, 0.75, 4.0}, {-10, -20, 30}, {}).value();
  stack.slices = std::move(slices);
  return stack;
}

ImageStack classic_stack(int count)
{
  std::vector<SliceSource> slices;
  for (int k = 0; k < count; ++k)
    slices.push_back(slice_of(gated(dicom_file(image_header({}).raw(pixel_data, "OW", numbers_of(k)))), "IM" + std::to_string(k)));
  return stack_of(std::move(slices));
}

const std::vector<std::uint16_t>& voxels_16(const Volume& volume) { return std::get<std::vector<std::uint16_t>>(volume.stored()); }

std::vector<std::uint16_t> expected_16(int count)
{
  std::vector<std::uint16_t> values;
  for (int k = 0; k < count; ++k)
    for (int n = 0; n < 6; ++n) values.push_back(static_cast<std::uint16_t>(100 * k + n));
  return values;
}

/// One stack whose cells are of the kind asked for; what the volume holds is what the file holds.
template <class Cell> void expect_cells(std::initializer_list<Cell> values, const std::string& vr, Tag tag, bool is_float = false)
{
  const ImageSpec spec{.bits_allocated = 8 * sizeof(Cell),
                       .bits_stored = 8 * sizeof(Cell),
                       .is_signed = !is_float && std::is_signed_v<Cell> ? std::uint16_t{1} : std::uint16_t{0}};
  auto header = image_header(spec);
  if (is_float) header.remove({0x0028, 0x0101}).remove({0x0028, 0x0102}).remove({0x0028, 0x0103});
  auto stack = stack_of({slice_of(gated(dicom_file(header.raw(tag, vr, bytes_of_numbers<Cell>(values)))), "one")});
  stack.bits_allocated = spec.bits_allocated;
  stack.is_signed = spec.is_signed != 0;
  stack.is_float = is_float;
  const auto volume = load_volume(stack);
  ASSERT_TRUE(volume) << volume.failure().message();
  EXPECT_EQ(std::get<std::vector<Cell>>((*volume)->stored()), std::vector<Cell>(values));
}
}  // namespace

TEST(LoadVolume, PutsEverySliceWhereItBelongsWithAnyNumberOfThreads)
{
  const auto stack = classic_stack(23);
  for (const int threads : {0, 1, 2, 5, 100})
    EXPECT_EQ(voxels_16(**load_volume(stack, {.threads = threads, .progress = {}})), expected_16(23)) << threads;
}

TEST(LoadVolume, KeepsGeometryRescaleAndUnit)
{
  auto stack = classic_stack(2);
  stack.slices[1].rescale = {2.0, -5.0};
  stack.unit = "1e-6 mm2/s";
  const auto volume = load_volume(stack).value();
  EXPECT_EQ(volume->unit(), "1e-6 mm2/s");
  EXPECT_FLOAT_EQ(volume->value({1, 0, 0}), 1.0F);
  EXPECT_FLOAT_EQ(volume->value({1, 0, 1}), 101.0F * 2.0F - 5.0F);
  EXPECT_EQ(volume->geometry().spacing().k, 4.0);
}

TEST(LoadVolume, TakesFramesInTheOrderOfTheStack)
{
  Bytes pixels;
  for (int frame = 0; frame < 5; ++frame) append(pixels, numbers_of(frame));
  const auto file = gated(dicom_file(image_header({.frames = 5}).raw(pixel_data, "OW", pixels)));
  const auto volume =
      load_volume(stack_of({slice_of(file, "e", 4), slice_of(file, "e", 0), slice_of(file, "e", 1), slice_of(file, "e", 3)})).value();
  std::vector<std::uint16_t> expected;
  for (const int frame : {4, 0, 1, 3})
    for (int n = 0; n < 6; ++n) expected.push_back(static_cast<std::uint16_t>(100 * frame + n));
  EXPECT_EQ(voxels_16(*volume), expected);
}

TEST(LoadVolume, DecodesCompressedFramesOfOneFile)
{
  std::vector<Bytes> fragments;
  std::vector<SliceSource> slices;
  for (int frame = 0; frame < 12; ++frame) fragments.push_back(rle_frame(numbers_of(frame), 1, 2));
  const auto file = gated(dicom_file(image_header({.frames = 12}).encapsulated(fragments), syntax::rle));
  for (int frame = 0; frame < 12; ++frame) slices.push_back(slice_of(file, "e", frame));
  EXPECT_EQ(voxels_16(**load_volume(stack_of(std::move(slices)))), expected_16(12));
}

TEST(LoadVolume, KeepsEveryKindOfNumber)
{
  expect_cells<std::uint8_t>({0, 1, 2, 127, 128, 255}, "OB", pixel_data);
  expect_cells<std::int8_t>({0, 1, 2, 127, -128, -1}, "OB", pixel_data);
  expect_cells<std::int16_t>({0, 1, 2, 32767, -32768, -1}, "OW", pixel_data);
  expect_cells<std::uint32_t>({0, 1, 2, 3, 4, 4294967295}, "OW", pixel_data);
  expect_cells<std::int32_t>({0, 1, 2, 3, -2147483647, -1}, "OW", pixel_data);
  expect_cells<float>({0.0F, 0.1F, -1.5F, 3.0e38F, 1.0F, 2.0F}, "OF", {0x7fe0, 0x0008}, true);
  expect_cells<double>({0.0, 0.1, -1.5, 3.0e300, 1.0, 2.0}, "OD", {0x7fe0, 0x0009}, true);
}

TEST(LoadVolume, OfARefusedStackSaysWhyItIsNone)
{
  auto stack = classic_stack(2);
  stack.geometry.reset();
  stack.certificate.remarks.push_back({Severity::Warning, "geometry.a", "something smaller."});
  stack.certificate.remarks.push_back({Severity::Refusal, "geometry.missing-slice", "slice 7 is missing."});
  const auto volume = load_volume(stack);
  ASSERT_FALSE(volume);
  EXPECT_TRUE(volume.failure().is(LoaderError::NotAVolume));
  EXPECT_THAT(volume.failure().message(), ::testing::HasSubstr("slice 7 is missing."));
  EXPECT_TRUE(load_slice(stack, 0).failure().is(LoaderError::NotAVolume));
}

TEST(LoadVolume, OfSlicesOfAnotherSizeOrKindIsRefusedByName)
{
  for (const auto& spec : {ImageSpec{.rows = 3, .columns = 2}, ImageSpec{.is_signed = 1}, ImageSpec{.bits_allocated = 8, .bits_stored = 8}})
  {
    auto stack = classic_stack(3);
    const std::size_t bytes = 6U * spec.bits_allocated / 8U;
    stack.slices[1] = slice_of(gated(dicom_file(image_header(spec).raw(pixel_data, "OW", Bytes(bytes)))), "IM0012");
    const auto volume = load_volume(stack);
    ASSERT_FALSE(volume);
    EXPECT_TRUE(volume.failure().is(LoaderError::NotAVolume));
    EXPECT_THAT(volume.failure().message(), ::testing::HasSubstr("IM0012"));
  }
}

TEST(LoadVolume, NamesTheFileThatCannotBeDecoded)
{
  auto stack = classic_stack(3);
  stack.slices[1] = slice_of(gated(dicom_file(image_header({}).encapsulated({Bytes(70)}), syntax::rle)), "IM0012");
  const auto volume = load_volume(stack);
  ASSERT_FALSE(volume);
  EXPECT_TRUE(volume.failure().is(LoaderError::DecodeFailed));
  EXPECT_THAT(volume.failure().message(), ::testing::StartsWith("IM0012: "));
}

TEST(LoadVolume, ReportsEverySliceOnceAndInOrder)
{
  std::vector<std::size_t> seen;
  const auto progress = [&](std::size_t done, std::size_t total)
  {
    EXPECT_EQ(total, 9U);
    seen.push_back(done);
    return true;
  };
  ASSERT_TRUE(load_volume(classic_stack(9), {.threads = 3, .progress = progress}));
  EXPECT_THAT(seen, ::testing::ElementsAre(1, 2, 3, 4, 5, 6, 7, 8, 9));
}

TEST(LoadVolume, StopsWhenItIsCancelled)
{
  std::size_t calls = 0;
  const auto volume = load_volume(classic_stack(50), {.threads = 2, .progress = [&](std::size_t, std::size_t) { return ++calls < 3; }});
  ASSERT_FALSE(volume);
  EXPECT_TRUE(volume.failure().is(LoaderError::Cancelled));
  EXPECT_EQ(calls, 3U);
}

TEST(LoadSlice, IsThatSliceAtItsPlaceInThePatient)
{
  auto stack = classic_stack(5);
  stack.slices[3].rescale = {1.0, 1000.0};
  const auto slice = load_slice(stack, 3).value();
  EXPECT_EQ(slice->geometry().size().k, 1);
  EXPECT_FLOAT_EQ(slice->value({2, 1, 0}), 305.0F + 1000.0F);
  EXPECT_DOUBLE_EQ(slice->geometry().origin().superior, 30.0 + 3 * 4.0);
  EXPECT_THROW(static_cast<void>(load_slice(stack, 5)), ContractViolation);
}
