#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <functional>
#include <limits>

#include "dicom_masks.h"
#include "imaging/gate/gate_error.h"
#include "mask_reading.h"
#include "nifti_bytes.h"
#include "nrrd_bytes.h"

namespace nadir::segmentation
{
namespace
{
using nadir::testing::bytes_of_number;
using nadir::testing::bytes_of_numbers;
using nadir::testing::gzip;
using nadir::testing::NiftiBytes;
using nadir::testing::nrrd_sample;
using nadir::testing::NrrdBytes;
using nadir::testing::put;
using nadir::testing::read_bytes;

constexpr double nan = std::numeric_limits<double>::quiet_NaN();
constexpr double infinity = std::numeric_limits<double>::infinity();

/// A mask file that must be refused, and by which name. Truth: the rules of each format; each case breaks one of them.
struct HostileMask
{
  const char* name;
  std::string_view code;
  std::function<std::string()> bytes;
};

void PrintTo(const HostileMask& mask, std::ostream* out) { *out << mask.name; }

std::string nifti(const std::function<void(NiftiBytes&)>& spoil)
{
  NiftiBytes file;
  file.data[5] = 1;
  spoil(file);
  return file.version_1();
}

std::string nifti_2(const std::function<void(NiftiBytes&)>& spoil)
{
  NiftiBytes file;
  file.data[5] = 1;
  spoil(file);
  return file.version_2();
}

std::string nifti_with_qform(const std::function<void(NiftiBytes&)>& spoil)
{
  return nifti(
      [&](NiftiBytes& file)
      {
        file.sform_code = 0;
        file.qform_code = 1;
        spoil(file);
      });
}

template <class T> std::string nifti_with_value(int datatype, T value)
{
  return nifti(
      [&](NiftiBytes& file)
      {
        file.datatype = datatype;
        file.bitpix = 8 * sizeof(T);
        std::vector<T> values(24, T{0});
        values[7] = value;
        file.data = bytes_of_numbers(values);
      });
}

/// A uint8 grid of this size with labels at places; compressed.
std::string large_nifti(std::array<std::int64_t, 3> size, const std::vector<std::pair<std::size_t, char>>& labels)
{
  return gzip(nifti(
      [&](NiftiBytes& file)
      {
        for (std::size_t n = 0; n < 3; ++n) file.dim[n + 1] = size[n];
        file.data.assign(static_cast<std::size_t>(size[0] * size[1] * size[2]), '\0');
        for (const auto& [place, label] : labels) file.data[place] = label;
      }));
}

std::string nrrd(const std::function<void(NrrdBytes&)>& spoil)
{
  auto file = nrrd_sample();
  spoil(file);
  return file.bytes();
}

const auto malformed = error_code(MaskError::Malformed);
const auto truncated = error_code(MaskError::Truncated);
const auto too_large = error_code(MaskError::TooLarge);
const auto unsupported = error_code(MaskError::Unsupported);
const auto not_a_label_map = error_code(MaskError::NotALabelMap);
const auto no_geometry = error_code(MaskError::NoGeometry);
const auto unknown_format = error_code(MaskError::UnknownFormat);
const auto empty = error_code(MaskError::Empty);

// One case a line reads as a table.
// clang-format off
std::vector<HostileMask> hostile_files()
{
  return {{"EmptyFile", truncated, [] { return std::string(); }},
          {"Text", unknown_format, [] { return std::string("this is no mask at all"); }},
          {"Zeros", unknown_format, [] { return std::string(1000, '\0'); }},
          {"GzipOfText", unknown_format, [] { return gzip("nothing useful"); }},
          {"GzipOfNothing", truncated, [] { return gzip(""); }},
          {"GzipSignatureOnly", truncated, [] { return std::string("\x1f\x8b"); }},
          {"GzipOfGzip", unknown_format, [] { return gzip(gzip(nifti([](NiftiBytes&) {}))); }}};
}

std::vector<HostileMask> hostile_nifti_headers()
{
  return {
      {"HeaderOfFourBytes", truncated, [] { return nifti([](NiftiBytes&) {}).substr(0, 4); }},
      {"HeaderCut", truncated, [] { return nifti([](NiftiBytes&) {}).substr(0, 347); }},
      {"HeaderTwoCut", truncated, [] { return nifti_2([](NiftiBytes&) {}).substr(0, 500); }},
      {"HeaderOnly", truncated, [] { return nifti([](NiftiBytes&) {}).substr(0, 348); }},
      {"VoxelsOneShort", truncated, [] { return nifti([](NiftiBytes& f) { f.data.pop_back(); }); }},
      {"NoVoxels", truncated, [] { return nifti([](NiftiBytes& f) { f.data.clear(); }); }},
      {"HalfOfAPair", unsupported, [] { return nifti([](NiftiBytes& f) { f.magic = std::string("ni1\0", 4); }); }},
      {"Analyze", unsupported, [] { return nifti([](NiftiBytes& f) { f.magic = std::string(4, '\0'); }); }},
      {"TextModeDamage", malformed, [] { auto b = nifti_2([](NiftiBytes&) {}); put(b, 8, "\n\n"); return b; }},
      {"SizeDamaged", malformed, [] { auto b = nifti([](NiftiBytes&) {}); b[0] = 7; return b; }},
      {"NoDimension", malformed, [] { return nifti([](NiftiBytes& f) { f.dim[0] = 0; }); }},
      {"EightDimensions", malformed, [] { return nifti([](NiftiBytes& f) { f.dim[0] = 8; }); }},
      {"NegativeDimensions", malformed, [] { return nifti([](NiftiBytes& f) { f.dim[0] = -3; }); }},
      {"SizeZero", malformed, [] { return nifti([](NiftiBytes& f) { f.dim[2] = 0; }); }},
      {"SizeNegative", malformed, [] { return nifti([](NiftiBytes& f) { f.dim[1] = -5; }); }},
      {"SizeAllLargest", too_large, [] { return nifti([](NiftiBytes& f) { f.dim[1] = f.dim[2] = f.dim[3] = 32767; }); }},
      {"SizeOverflows64Bits", too_large, [] { return nifti_2([](NiftiBytes& f) { f.dim[1] = f.dim[2] = std::int64_t{1} << 32; }); }},
      {"SizeOneHugeAxis", too_large, [] { return nifti_2([](NiftiBytes& f) { f.dim[1] = std::numeric_limits<std::int64_t>::max(); }); }},
      {"SizeJustOver", too_large, [] { return nifti_2([](NiftiBytes& f) { f.dim[1] = 1291; f.dim[2] = 1291; f.dim[3] = 1291; }); }},
      {"SizeWithoutData", truncated, [] { return nifti_2([](NiftiBytes& f) { f.dim[1] = 1290; f.dim[2] = 1290; f.dim[3] = 1290; }); }},
      {"SizeBeyondDeflateRatio", truncated,
       [] { return gzip(nifti_2([](NiftiBytes& f) { f.dim[1] = 1290; f.dim[2] = 1290; f.dim[3] = 1290; })); }},
      {"TwoVolumes", unsupported, [] { return nifti([](NiftiBytes& f) { f.dim[0] = 4; f.dim[4] = 2; f.data += f.data; }); }},
      {"ZeroVolumes", malformed, [] { return nifti([](NiftiBytes& f) { f.dim[0] = 4; f.dim[4] = 0; }); }},
      {"VectorField", unsupported, [] { return nifti([](NiftiBytes& f) { f.dim[0] = 5; f.dim[5] = 3; f.data += f.data + f.data; }); }},
      {"BitVoxels", unsupported, [] { return nifti([](NiftiBytes& f) { f.datatype = 1; f.bitpix = 1; }); }},
      {"ComplexVoxels", unsupported, [] { return nifti([](NiftiBytes& f) { f.datatype = 32; f.bitpix = 64; }); }},
      {"ColourVoxels", unsupported, [] { return nifti([](NiftiBytes& f) { f.datatype = 128; f.bitpix = 24; }); }},
      {"LongDoubleVoxels", unsupported, [] { return nifti([](NiftiBytes& f) { f.datatype = 1536; f.bitpix = 128; }); }},
      {"NoVoxelType", unsupported, [] { return nifti([](NiftiBytes& f) { f.datatype = 0; }); }},
      {"BitsContradictType", malformed, [] { return nifti([](NiftiBytes& f) { f.bitpix = 16; }); }},
      {"OffsetNan", malformed, [] { return nifti([](NiftiBytes& f) { f.vox_offset = nan; }); }},
      {"OffsetNegative", malformed, [] { return nifti([](NiftiBytes& f) { f.vox_offset = -352; }); }},
      {"OffsetInHeader", malformed, [] { return nifti([](NiftiBytes& f) { f.vox_offset = 100; }); }},
      {"OffsetBroken", malformed, [] { return nifti([](NiftiBytes& f) { f.vox_offset = 352.5; }); }},
      {"OffsetHuge", malformed, [] { return nifti([](NiftiBytes& f) { f.vox_offset = 1e20; }); }},
      {"OffsetBehindEnd", truncated, [] { return nifti([](NiftiBytes& f) { f.vox_offset = 4096; }); }},
      {"UnitUnknown", no_geometry, [] { return nifti([](NiftiBytes& f) { f.units = 7; }); }},
      {"SlopeInfinite", malformed, [] { return nifti([](NiftiBytes& f) { f.slope = infinity; }); }},
      {"InterceptNan", malformed, [] { return nifti([](NiftiBytes& f) { f.slope = 1; f.inter = nan; }); }},
      {"SlopeNegative", not_a_label_map, [] { return nifti([](NiftiBytes& f) { f.slope = -1; }); }},
      {"SlopeFraction", not_a_label_map, [] { return nifti([](NiftiBytes& f) { f.slope = 0.5; }); }}};
}

std::vector<HostileMask> hostile_nifti_geometries()
{
  return {
      {"MatrixNan", no_geometry, [] { return nifti([](NiftiBytes& f) { f.sform[0] = nan; }); }},
      {"MatrixInfinite", no_geometry, [] { return nifti([](NiftiBytes& f) { f.sform[5] = infinity; }); }},
      {"MatrixZero", no_geometry, [] { return nifti([](NiftiBytes& f) { f.sform.fill(0); f.pixdim.fill(0); }); }},
      {"MatrixSingular", no_geometry, [] { return nifti([](NiftiBytes& f) { f.sform = {1, 2, 0, 0, 0, 0, 0, 0, 0, 0, 3, 0}; }); }},
      {"MatrixSheared", no_geometry, [] { return nifti([](NiftiBytes& f) { f.sform[1] = 0.2; }); }},
      {"MatrixHuge", no_geometry, [] { return nifti([](NiftiBytes& f) { f.sform[0] = 1e30; f.pixdim[1] = 1e30; }); }},
      {"MatrixTiny", no_geometry, [] { return nifti([](NiftiBytes& f) { f.sform[0] = 1e-30; f.pixdim[1] = 1e-30; }); }},
      {"MatrixContradictsPixdim", no_geometry, [] { return nifti([](NiftiBytes& f) { f.pixdim[3] = 5; }); }},
      {"PlaceNan", no_geometry, [] { return nifti([](NiftiBytes& f) { f.sform[3] = nan; }); }},
      {"PlaceHuge", no_geometry, [] { return nifti([](NiftiBytes& f) { f.sform[3] = 1e30; }); }},
      {"QuaternionNan", no_geometry, [] { return nifti_with_qform([](NiftiBytes& f) { f.quaternion[0] = nan; }); }},
      {"QuaternionTooLong", no_geometry, [] { return nifti_with_qform([](NiftiBytes& f) { f.quaternion = {1, 1, 1}; }); }},
      {"QuaternionPixdimNan", no_geometry, [] { return nifti_with_qform([](NiftiBytes& f) { f.pixdim[1] = nan; }); }},
      {"QuaternionPixdimZero", no_geometry, [] { return nifti_with_qform([](NiftiBytes& f) { f.pixdim[3] = 0; }); }},
      {"QuaternionPlaceInfinite", no_geometry, [] { return nifti_with_qform([](NiftiBytes& f) { f.qoffset[1] = infinity; }); }},
      {"NothingAndPixdimZero", no_geometry, [] { return nifti([](NiftiBytes& f) { f.sform_code = 0; f.pixdim[1] = 0; }); }},
      {"SidesContradict", no_geometry, [] { return nifti([](NiftiBytes& f) { f.qform_code = 1; f.pixdim[0] = -1; }); }},
      {"TurnedHalfRound", no_geometry, [] { return nifti([](NiftiBytes& f) { f.qform_code = 1; f.quaternion = {0, 0, 1}; }); }}};
}

std::vector<HostileMask> hostile_nifti_values()
{
  return {{"ValueNan", not_a_label_map, [] { return nifti_with_value<float>(16, std::nanf("")); }},
          {"ValueInfinite", not_a_label_map, [] { return nifti_with_value<float>(16, std::numeric_limits<float>::infinity()); }},
          {"ValueHuge", not_a_label_map, [] { return nifti_with_value<double>(64, 1e300); }},
          {"ValueFraction", not_a_label_map, [] { return nifti_with_value<double>(64, 0.5); }},
          {"ValueNegative", not_a_label_map, [] { return nifti_with_value<std::int16_t>(4, -1); }},
          {"ValueOver31Bits", not_a_label_map, [] { return nifti_with_value<std::uint32_t>(768, 0x80000000u); }},
          {"ValueLargestUnsigned", not_a_label_map,
           [] { return nifti_with_value<std::uint64_t>(1280, std::numeric_limits<std::uint64_t>::max()); }},
          {"ValueSmallestSigned", not_a_label_map,
           [] { return nifti_with_value<std::int64_t>(1024, std::numeric_limits<std::int64_t>::min()); }},
          {"TooManyLabels", not_a_label_map,
           [] {
             return nifti([](NiftiBytes& f) {
               f.datatype = 4;
               f.bitpix = 16;
               f.dim = {3, 100, 101, 1, 1, 1, 1, 1};
               f.data.clear();
               for (std::int16_t n = 0; n < 10100; ++n) f.data += bytes_of_number(n);
             });
           }},
          {"AllZero", empty, [] { return nifti([](NiftiBytes& f) { f.data[5] = 0; }); }},
          {"BombOfZeros", empty, [] { return large_nifti({1024, 512, 512}, {}); }},
          {"MasksLargerThanMemory", too_large,
           [] { return large_nifti({600, 600, 600}, {{0, 1}, {1, 2}, {215'999'998, 1}, {215'999'999, 2}}); }},
          {"Noise", too_large, [] {
             return nifti([](NiftiBytes& f) {
               f.dim = {3, 4096, 4096, 3, 1, 1, 1, 1};
               f.data.assign(std::size_t{4096} * 4096 * 3, '\0');
               for (std::size_t n = 0; n < f.data.size(); n += 2) f.data[n] = 1;
             });
           }}};
}

std::vector<HostileMask> hostile_gzip()
{
  const auto whole = [] { return gzip(nifti([](NiftiBytes&) {})); };
  return {{"GzipCut", truncated, [=] { return whole().substr(0, 60); }},
          {"GzipTrailerCut", truncated, [=] { const auto b = whole(); return b.substr(0, b.size() - 5); }},
          {"GzipWrongCheckSum", malformed, [=] { auto b = whole(); b[b.size() - 8] ^= 1; return b; }},
          {"GzipWrongLength", malformed, [=] { auto b = whole(); b[b.size() - 1] ^= 1; return b; }},
          {"GzipDamaged", malformed, [=] { auto b = whole(); b.replace(20, 4, "\xff\xff\xff\xff"); return b; }},
          {"GzipUnknownMethod", malformed, [=] { auto b = whole(); b[2] = 9; return b; }},
          {"GzipManyEmptyMembers", truncated, [] { std::string b; for (int n = 0; n < 20000; ++n) b += gzip(""); return b; }}};
}

std::vector<HostileMask> hostile_nrrd_headers()
{
  return {
      {"NrrdSignatureOnly", malformed, [] { return std::string("NRRD0004"); }},
      {"NrrdWithoutEnd", malformed, [] { return std::string("NRRD0004\ntype: uint8\n"); }},
      {"NrrdEndlessHeader", malformed, [] { return "NRRD0004\n#" + std::string(std::size_t{5} << 20, 'x'); }},
      {"NrrdNoFields", unsupported, [] { return std::string("NRRD0004\n\n"); }},
      {"NrrdLineThatIsNoField", malformed, [] { return nrrd([](NrrdBytes& f) { f.more = "nonsense\n"; }); }},
      {"NrrdFieldTwice", malformed, [] { return nrrd([](NrrdBytes& f) { f.more += "sizes: 400 300 200\n"; }); }},
      {"NrrdNoType", malformed, [] { return nrrd([](NrrdBytes& f) { f.type = ""; }); }},
      {"NrrdBlockType", malformed, [] { return nrrd([](NrrdBytes& f) { f.type = "type: block\nblock size: 99999999\n"; }); }},
      {"NrrdNoSizes", malformed, [] { return nrrd([](NrrdBytes& f) { f.sizes = "dimension: 3\n"; }); }},
      {"NrrdSizesForOtherDimension", malformed, [] { return nrrd([](NrrdBytes& f) { f.sizes = "dimension: 3\nsizes: 4 6\n"; }); }},
      {"NrrdDimensionHuge", malformed, [] { return nrrd([](NrrdBytes& f) { f.sizes = "dimension: 2000000000\nsizes: 4 3 2\n"; }); }},
      {"NrrdFiveAxes", unsupported, [] { return nrrd([](NrrdBytes& f) { f.sizes = "dimension: 5\nsizes: 4 3 2 1 1\n"; }); }},
      {"NrrdSizeZero", malformed, [] { return nrrd([](NrrdBytes& f) { f.sizes = "dimension: 3\nsizes: 4 0 2\n"; }); }},
      {"NrrdSizeNegative", malformed, [] { return nrrd([](NrrdBytes& f) { f.sizes = "dimension: 3\nsizes: 4 -3 2\n"; }); }},
      {"NrrdSizeText", malformed, [] { return nrrd([](NrrdBytes& f) { f.sizes = "dimension: 3\nsizes: 4 x 2\n"; }); }},
      {"NrrdSizeOverflows", malformed,
       [] { return nrrd([](NrrdBytes& f) { f.sizes = "dimension: 3\nsizes: 99999999999999999999 3 2\n"; }); }},
      {"NrrdSizesHuge", too_large,
       [] { return nrrd([](NrrdBytes& f) { f.sizes = "dimension: 3\nsizes: 9000000000000000000 9000000000000000000 2\n"; }); }},
      {"NrrdSizesWithoutData", truncated, [] { return nrrd([](NrrdBytes& f) { f.sizes = "dimension: 3\nsizes: 1000 1000 1000\n"; }); }},
      {"NrrdNoEncoding", unsupported, [] { return nrrd([](NrrdBytes& f) { f.encoding = ""; }); }},
      {"NrrdBzip2", unsupported, [] { return nrrd([](NrrdBytes& f) { f.encoding = "encoding: bzip2\n"; }); }},
      {"NrrdHex", unsupported, [] { return nrrd([](NrrdBytes& f) { f.encoding = "encoding: hex\n"; }); }},
      {"NrrdDataInAnotherFile", unsupported, [] { return nrrd([](NrrdBytes& f) { f.more += "data file: /etc/passwd\n"; }); }},
      {"NrrdDataInManyFiles", unsupported, [] { return nrrd([](NrrdBytes& f) { f.more += "datafile: slice%d.raw 1 1000000000 1\n"; }); }},
      {"NrrdByteSkip", unsupported, [] { return nrrd([](NrrdBytes& f) { f.more += "byte skip: -1\n"; }); }},
      {"NrrdLineSkip", unsupported, [] { return nrrd([](NrrdBytes& f) { f.more += "line skip: 3\n"; }); }},
      {"NrrdGzipThatIsNone", malformed, [] { return nrrd([](NrrdBytes& f) { f.encoding = "encoding: gzip\n"; }); }},
      {"NrrdGzipCut", truncated,
       [] { return nrrd([](NrrdBytes& f) { f.encoding = "encoding: gzip\n"; f.data = gzip(f.data).substr(0, 20); }); }},
      {"NrrdRawCut", truncated, [] { return nrrd([](NrrdBytes& f) { f.data.pop_back(); }); }},
      {"NrrdAsciiEndlessNumber", malformed,
       [] { return nrrd([](NrrdBytes& f) { f.encoding = "encoding: ascii\n"; f.data = std::string(1000, '1'); }); }},
      {"NrrdCompressedAsAWhole", unsupported, [] { return gzip(nrrd([](NrrdBytes&) {})); }},
      {"NrrdByteOrderMissing", malformed,
       [] { return nrrd([](NrrdBytes& f) { f.type = "type: int16\n"; f.more = ""; f.data += f.data; }); }}};
}

std::vector<HostileMask> hostile_nrrd_geometries()
{
  const auto with_directions = [](const char* text) {
    return [=] { return nrrd([=](NrrdBytes& f) { f.directions = std::string("space directions: ") + text + "\n"; }); };
  };
  return {{"NrrdDirectionNan", malformed, with_directions("(nan,0,0) (0,2,0) (0,0,3)")},
          {"NrrdDirectionHuge", no_geometry, with_directions("(1e300,0,0) (0,2,0) (0,0,3)")},
          {"NrrdDirectionShort", malformed, with_directions("(1,0) (0,2,0) (0,0,3)")},
          {"NrrdDirectionLong", malformed, with_directions("(1,0,0,0) (0,2,0) (0,0,3)")},
          {"NrrdDirectionWithComma", malformed, with_directions("(1,5,0,0) (0,2,0) (0,0,3)")},
          {"NrrdDirectionOpen", malformed, with_directions("(1,0,0 (0,2,0) (0,0,3")},
          {"NrrdDirectionTwo", malformed, with_directions("(1,0,0) (0,2,0)")},
          {"NrrdDirectionNone", unsupported, with_directions("none none none")},
          {"NrrdDirectionZero", no_geometry, with_directions("(0,0,0) (0,2,0) (0,0,3)")},
          {"NrrdDirectionSheared", no_geometry, with_directions("(1,0.2,0) (0,2,0) (0,0,3)")},
          {"NrrdOriginText", no_geometry, [] { return nrrd([](NrrdBytes& f) { f.origin = "space origin: here\n"; }); }},
          {"NrrdOriginHuge", no_geometry, [] { return nrrd([](NrrdBytes& f) { f.origin = "space origin: (1e99,0,0)\n"; }); }},
          {"NrrdUnitUnknown", no_geometry, [] { return nrrd([](NrrdBytes& f) { f.more += "space units: \"mm\" \"mm\" \"in\"\n"; }); }},
          {"NrrdSpacingNan", no_geometry,
           [] { return nrrd([](NrrdBytes& f) { f.directions = "spacings: nan 1 1\n"; f.space = f.origin = ""; }); }},
          {"NrrdSpacingZero", no_geometry,
           [] { return nrrd([](NrrdBytes& f) { f.directions = "spacings: 0 1 1\n"; f.space = f.origin = ""; }); }},
          {"NrrdKindsForOtherDimension", malformed, [] { return nrrd([](NrrdBytes& f) { f.more = "kinds: domain domain\n"; }); }},
          {"NrrdLayersHuge", malformed,
           [] {
             return nrrd([](NrrdBytes& f) {
               f.sizes = "dimension: 4\nsizes: 2000000000 4 3 2\n";
               f.directions = "space directions: none (1,0,0) (0,2,0) (0,0,3)\n";
               f.more = "kinds: list domain domain domain\n";
             });
           }},
          {"SegNrrdLabelText", malformed, [] { return nrrd([](NrrdBytes& f) { f.more += "Segment0_LabelValue:=one\n"; }); }},
          {"SegNrrdLabelZero", malformed, [] { return nrrd([](NrrdBytes& f) { f.more += "Segment0_LabelValue:=0\n"; }); }},
          {"SegNrrdLabelHuge", malformed, [] { return nrrd([](NrrdBytes& f) { f.more += "Segment0_LabelValue:=4294967297\n"; }); }},
          {"SegNrrdLayerNegative", malformed, [] { return nrrd([](NrrdBytes& f) { f.more += "Segment0_Layer:=-1\n"; }); }},
          {"SegNrrdTwoOfOne", malformed,
           [] { return nrrd([](NrrdBytes& f) { f.more += "Segment0_LabelValue:=5\nSegment1_LabelValue:=5\n"; }); }}};
}

nadir::testing::SegSpec small_seg(double second_z)
{
  nadir::testing::SegSpec spec;
  spec.frames = {{0, 1, std::vector<int>(15, 1), ""}, {second_z, 1, std::vector<int>(15, 1), ""}};
  return spec;
}

std::string seg_of_type(const nadir::testing::SegSpec& spec, const std::string& type)
{
  auto object = seg_object(spec);
  object.at({0x0062, 0x0001}).value = nadir::testing::bytes_of(type);
  return nadir::testing::text_of(nadir::testing::dicom_file(object));
}

std::string compressed_seg(const std::string& transfer_syntax, const std::string& fragment)
{
  auto spec = small_seg(3);
  spec.frames.resize(1);
  auto object = seg_object(spec);
  object.remove({0x7fe0, 0x0010}).encapsulated({nadir::testing::bytes_of(fragment)});
  return nadir::testing::text_of(nadir::testing::dicom_file(object, transfer_syntax));
}

std::vector<HostileMask> hostile_dicom_masks()
{
  constexpr auto rle = "1.2.840.10008.1.2.5";
  constexpr auto deflated_frame = "1.2.840.10008.1.2.8.1";
  return {
      {"SegPlaneFarAway", no_geometry, [] { return seg_file(small_seg(3e5)); }},
      {"SegPlaneVeryFarAway", no_geometry, [] { return seg_file(small_seg(3e9)); }},
      {"SegPlaneAtTheEndOfTheWorld", no_geometry, [] { return seg_file(small_seg(1e200)); }},
      {"SegOrientationZero", no_geometry, [] { auto s = small_seg(3); s.orientation = "0\\0\\0\\0\\0\\0"; return seg_file(s); }},
      {"SegOrientationParallel", no_geometry, [] { auto s = small_seg(3); s.orientation = "1\\0\\0\\1\\0\\0"; return seg_file(s); }},
      {"SegTypeUnknown", malformed, [] { return seg_of_type(small_seg(3), "SECRET"); }},
      {"SegBinaryInBytes", malformed, [] { auto s = small_seg(3); s.type = "FRACTIONAL"; return seg_of_type(s, "BINARY"); }},
      {"SegSameNumberTwice", malformed, [] { auto s = small_seg(3); s.segments.emplace_back(1, "again"); return seg_file(s); }},
      {"SegRleCut", malformed, [=] { return compressed_seg(rle, std::string("\1\0\0\0\x40\0\0\0", 8)); }},
      {"SegRleTooShort", malformed,
       [=] { auto f = std::string("\1\0\0\0\x40\0\0\0", 8); f.resize(64); return compressed_seg(rle, f + std::string("\0\x55", 2)); }},
      {"SegRleRunsOut", malformed,
       [=] { auto f = std::string("\1\0\0\0\x40\0\0\0", 8); f.resize(64); return compressed_seg(rle, f + std::string("\x7f\x55", 2)); }},
      {"SegDeflateDamaged", malformed, [=] { return compressed_seg(deflated_frame, std::string(10, '\xff')); }},
      {"SegUnknownCompression", "loader.unsupported-codec",
       [] { return compressed_seg("1.2.840.10008.1.2.4.110", std::string(10, '\xff')); }}};
}

// clang-format on
class HostileMaskFile : public ::testing::TestWithParam<HostileMask>
{
};

TEST_P(HostileMaskFile, IsRefusedByNameAndInWords)
{
  const auto lesions = read_bytes(GetParam().bytes());
  ASSERT_FALSE(lesions) << "read as a mask of " << lesions->size() << " lesions";
  EXPECT_EQ(lesions.failure().code(), GetParam().code) << lesions.failure().message();
  EXPECT_THAT(lesions.failure().message(), ::testing::ContainsRegex("\\(.*\\)|Check|Give|Export|Copy"));
}

std::string name_of(const ::testing::TestParamInfo<HostileMask>& info) { return info.param.name; }

INSTANTIATE_TEST_SUITE_P(File, HostileMaskFile, ::testing::ValuesIn(hostile_files()), name_of);
INSTANTIATE_TEST_SUITE_P(NiftiHeader, HostileMaskFile, ::testing::ValuesIn(hostile_nifti_headers()), name_of);
INSTANTIATE_TEST_SUITE_P(NiftiGeometry, HostileMaskFile, ::testing::ValuesIn(hostile_nifti_geometries()), name_of);
INSTANTIATE_TEST_SUITE_P(NiftiValues, HostileMaskFile, ::testing::ValuesIn(hostile_nifti_values()), name_of);
INSTANTIATE_TEST_SUITE_P(Gzip, HostileMaskFile, ::testing::ValuesIn(hostile_gzip()), name_of);
INSTANTIATE_TEST_SUITE_P(NrrdHeader, HostileMaskFile, ::testing::ValuesIn(hostile_nrrd_headers()), name_of);
INSTANTIATE_TEST_SUITE_P(NrrdGeometry, HostileMaskFile, ::testing::ValuesIn(hostile_nrrd_geometries()), name_of);
INSTANTIATE_TEST_SUITE_P(Dicom, HostileMaskFile, ::testing::ValuesIn(hostile_dicom_masks()), name_of);

TEST(MaskFile, ThatIsAFolderOrAbsentIsUnreadable)
{
  EXPECT_TRUE(read_mask(std::filesystem::temp_directory_path()).failure().is(MaskError::Unreadable));
  EXPECT_TRUE(read_mask("/nowhere/mask.nii").failure().is(MaskError::Unreadable));
}

/// What follows the voxels is never inflated, whatever its size.
TEST(MaskFile, WithABombBehindItsVoxelsIsRead)
{
  const auto lesions = read_bytes(gzip(nifti([](NiftiBytes& f) { f.data += std::string(std::size_t{64} << 20, '\0'); })));
  ASSERT_TRUE(lesions) << lesions.failure().message();
  EXPECT_THAT(lesions->at(0).warnings, ::testing::Contains(::testing::HasSubstr("more bytes")));
}
}  // namespace
}  // namespace nadir::segmentation
