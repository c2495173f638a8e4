#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

#include "dicom_masks.h"
#include "mask_reading.h"
#include "nifti_bytes.h"
#include "nrrd_bytes.h"

namespace nadir::segmentation
{
namespace
{
using nadir::testing::gzip;
using nadir::testing::Lesions;
using nadir::testing::NiftiBytes;
using nadir::testing::nrrd_sample;
using nadir::testing::read_bytes;

/// A good file of one kind; mutants come from it.
struct Seed
{
  const char* name;
  std::string bytes;
};

void PrintTo(const Seed& seed, std::ostream* out) { *out << seed.name; }

NiftiBytes nifti()
{
  NiftiBytes file;
  file.data = nadir::testing::two_labels();
  file.qform_code = 1;
  return file;
}

std::string nrrd(const std::string& encoding, const std::string& data)
{
  auto file = nrrd_sample();
  file.encoding = "encoding: " + encoding + "\n";
  file.data = data;
  file.more += "Segment0_Name:=tumour\nSegment0_LabelValue:=1\nSegment0_Layer:=0\nSegment1_LabelValue:=5\n";
  return file.bytes();
}

std::string seg(const std::string& type)
{
  nadir::testing::SegSpec spec;
  spec.type = type;
  for (int k = 0; k < 3; ++k) spec.frames.push_back({3.0 * k, 1, std::vector<int>(15, 1), "2.25." + std::to_string(k)});
  return seg_file(spec);
}

std::string structure_set()
{
  nadir::testing::RoiSpec roi;
  for (const char* const z : {"0", "3", "6"})
    roi.contours.push_back({std::string("0\\0\\") + z + "\\9\\0\\" + z + "\\9\\9\\" + z + "\\0\\9\\" + z, "4", "CLOSED_PLANAR", "2.25.1"});
  return nadir::testing::structure_set_file({roi});
}

std::vector<Seed> seeds()
{
  std::string ascii;
  for (const char label : nadir::testing::two_labels()) ascii += std::to_string(static_cast<int>(label)) + " ";
  return {{"Nifti1", nifti().version_1()},
          {"Nifti2", nifti().version_2()},
          {"NiftiGzip", gzip(nifti().version_1())},
          {"NrrdRaw", nrrd("raw", nadir::testing::two_labels())},
          {"NrrdGzip", nrrd("gzip", gzip(nadir::testing::two_labels()))},
          {"NrrdAscii", nrrd("ascii", ascii)},
          {"SegBinary", seg("BINARY")},
          {"SegFractional", seg("FRACTIONAL")},
          {"SegLabelMap", seg("LABELMAP")},
          {"Rtstruct", structure_set()}};
}

/// One to four changes: a bit, a byte to an extreme, a piece taken out, doubled or moved, or the end cut off.
std::string mutant_of(std::string bytes, std::mt19937& random)
{
  const auto below = [&](std::size_t limit) { return limit == 0 ? 0 : static_cast<std::size_t>(random() % limit); };
  for (auto changes = 1 + below(4); changes > 0 && !bytes.empty(); --changes)
  {
    const auto place = below(bytes.size());
    const auto length = 1 + below(std::min<std::size_t>(16, bytes.size() - place));
    switch (below(7))
    {
    case 0: bytes[place] = static_cast<char>(bytes[place] ^ (1 << below(8))); break;
    case 1: bytes[place] = static_cast<char>(below(256)); break;
    case 2: bytes.replace(place, length, std::string(length, '\xff')); break;
    case 3: bytes.replace(place, length, std::string(length, '\0')); break;
    case 4: bytes.erase(place, length); break;
    case 5: bytes.insert(place, bytes.substr(below(bytes.size()), length)); break;
    default: bytes.resize(place); break;
    }
  }
  return bytes;
}

/// What must hold of anything that was read.
void expect_sound(const Lesions& lesions)
{
  ASSERT_FALSE(lesions->empty());
  for (const auto& lesion : *lesions)
  {
    if (const auto* const mask = std::get_if<Mask>(&lesion.shape))
    {
      EXPECT_LE(mask->count(), mask->geometry().size().voxels());
      EXPECT_GT(mask->geometry().voxel_volume_mm3(), 0.0);
      EXPECT_TRUE(std::isfinite(norm(mask->geometry().origin() - PatientPoint{})));
    }
    else
      for (const auto& plane : std::get<ContourStack>(lesion.shape).planes) EXPECT_TRUE(std::isfinite(plane.offset));
  }
}

class Mutant : public ::testing::TestWithParam<Seed>
{
};

/// 200 seeded mutants a kind of file: refused, or read soundly; never a crash (the sanitizer build looks for worse).
TEST_P(Mutant, IsRefusedOrReadSoundly)
{
  ASSERT_TRUE(read_bytes(GetParam().bytes)) << read_bytes(GetParam().bytes).failure().message();
  std::mt19937 random(20240131);
  for (int n = 0; n < 200; ++n)
  {
    SCOPED_TRACE(n);
    const auto lesions = read_bytes(mutant_of(GetParam().bytes, random));
    if (lesions)
    {
      expect_sound(lesions);
    }
    else
    {
      EXPECT_FALSE(lesions.failure().message().empty());
    }
  }
}

std::string name_of(const ::testing::TestParamInfo<Seed>& seed) { return seed.param.name; }

INSTANTIATE_TEST_SUITE_P(Of, Mutant, ::testing::ValuesIn(seeds()), name_of);
}  // namespace
}  // namespace nadir::segmentation
