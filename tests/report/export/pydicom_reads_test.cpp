// SEG and SR of generated cases, read by pydicom: voxels in the patient, values, codes and ends of lines as they were measured.
#include <gmock/gmock.h>

#include <filesystem>

#include "report/dicom_capture/key_captures.h"
#include "report/dicom_seg/lesion_segments.h"
#include "report/export/formats/dicom_job.h"
#include "report/export/formats/formats.h"
#include "report/export/write_export.h"
#include "report/identity/tracking_uid.h"
#include "report/table/json_text.h"
#include "tests/report/support/synthetic_case.h"
#include "tests/support/run_program.h"
#include "tests/support/temporary_folder.h"

namespace nadir::report
{
namespace
{
using measure::MeasuredLesion;
using nadir::testing::run_system_program;
using nadir::testing::TemporaryFolder;

bool has_pydicom() { return run_system_program("/usr/bin/python3", {"-c", "import pydicom, numpy"}).exit_code == 0; }

void write_text(JsonText& json, const char* key, const std::string& text)
{
  json.key(key);
  json.text(text);
}

/// Centres of the voxels as the measuring part of the program has them.
void write_voxels(JsonText& json, const segmentation::Mask& mask)
{
  json.key("voxels");
  json.begin_array();
  const auto& box = mask.box();
  for (int k = box.first.k; k < box.first.k + box.size.k; ++k)
    for (int j = box.first.j; j < box.first.j + box.size.j; ++j)
      for (int i = box.first.i; i < box.first.i + box.size.i; ++i)
        if (mask.contains({i, j, k})) json.point(mask.geometry().voxel_to_patient(VoxelIndex{i, j, k}));
  json.end_array();
}

/// The whole lesions with voxels, in the order of their segments (no parts are told in one series).
void write_segments(JsonText& json, const ExportJob& job)
{
  const auto timepoints = dicom_timepoints(job);
  ASSERT_TRUE(timepoints);
  for (const auto& timepoint : *timepoints)
  {
    int number = 0;
    for (const auto& lesion : timepoint.lesions())
    {
      const bool gone = lesion.assessment.state == "ABSENT" && !lesion.mask;
      if (!lesion.mask && !gone) continue;
      json.begin_object();
      write_text(json, "file", "dicom-seg-" + timepoint_name(timepoint) + "-lesions-1.dcm");
      json.key("number");
      json.integer(++number);
      write_text(json, "label", lesion.assessment.lesion.id.text());
      write_text(json, "tracking_uid", tracking_uid(timepoint.assessment(), lesion.assessment.lesion.id));
      if (lesion.mask) write_voxels(json, *lesion.mask);
      else
      {
        json.key("voxels");
        json.begin_array();
        json.end_array();
      }
      json.end_object();
      if (lesion.mask && lesion.tissue)
        for (const auto& part : lesion.tissue->parts) number += part.is_decidable && !part.mask.is_empty() ? 1 : 0;
    }
  }
}

void write_measurement(JsonText& json, const ExaminedTimepoint& timepoint, const MeasuredLesion& lesion, const measure::Caliper& line,
                       const char* code)
{
  json.begin_object();
  write_text(json, "file", "dicom-sr-" + timepoint_name(timepoint) + "-linear.dcm");
  write_text(json, "tracking_uid", tracking_uid(timepoint.assessment(), lesion.assessment.lesion.id));
  write_text(json, "code", code);
  write_text(json, "scheme", "SCT");
  json.key("value");
  json.number(line.length.value());
  write_text(json, "unit", "mm");
  json.key("points");
  json.begin_array();
  json.point(line.from);
  json.point(line.to);
  json.end_array();
  json.end_object();
}

void write_lines(JsonText& json, const ExportJob& job)
{
  const auto timepoints = dicom_timepoints(job);
  ASSERT_TRUE(timepoints);
  for (const auto& timepoint : *timepoints)
    for (const auto& lesion : timepoint.lesions())
    {
      if (lesion.assessment.longest_diameter) write_measurement(json, timepoint, lesion, *lesion.assessment.longest_diameter, "103339001");
      if (lesion.assessment.short_axis) write_measurement(json, timepoint, lesion, *lesion.assessment.short_axis, "103340004");
    }
}

std::string expected_of(const ExportJob& job)
{
  JsonText json;
  json.begin_object();
  json.key("segments");
  json.begin_array();
  write_segments(json, job);
  json.end_array();
  json.key("measurements");
  json.begin_array();
  write_lines(json, job);
  json.end_array();
  json.end_object();
  return std::move(json).finish();
}

std::string compared_by_pydicom(const test::SyntheticCase& wanted)
{
  const TemporaryFolder folder;
  const auto job = test::measured(wanted, folder);
  for (const auto& format : {dicom_seg_format(), dicom_sr_format()})
  {
    const auto made = make_format(job, format);
    EXPECT_TRUE(made) << made.failure().message();
    if (made)
      for (const auto& file : made->files) folder.write(format.name + "-" + file.name, file.bytes);
  }
  const auto expected = folder.write("expected.json", expected_of(job));
  const auto run = run_system_program("/usr/bin/python3", {"tests/report/export/read_objects.py", folder.path(), expected});
  EXPECT_EQ(run.exit_code, 0) << run.err;
  return run.out;
}

std::string raw_bytes(const ColorImage& picture)
{
  std::string bytes;
  for (const auto& pixel : picture.pixels)
    for (const auto part : pixel) bytes += static_cast<char>(part);
  return bytes;
}

/// Says of pairs FILE.dcm, FILE.raw whether the picture is the same, and of report.dcm whether report.pdf is in it.
constexpr const char* compare_pictures = R"py(
import glob, os, pydicom, sys
same = 0
for path in sorted(glob.glob(os.path.join(sys.argv[1], "*.dcm"))):
    file, raw = pydicom.dcmread(path), open(path[:-4] + ".raw", "rb").read()
    if "EncapsulatedDocument" in file:
        held = file.EncapsulatedDocument[: file.EncapsulatedDocumentLength] == raw and raw.startswith(b"%PDF")
    else:
        held = file.PixelData[: len(raw)] == raw and file.Rows * file.Columns * 3 == len(raw) and file.PhotometricInterpretation == "RGB" and file.SOPInstanceUID not in file.ImageComments
    same += held
    if not held: print(os.path.basename(path), "is another one")
print(same, "objects hold what was put into them")
)py";

// What pydicom finds in them byte by byte: pictures of every shape of pixel, and the report.
TEST(PydicomReads, KeyImagesAndTheReportAsTheyWereMade)
{
  if (!has_pydicom()) GTEST_SKIP() << "python3-pydicom is absent";
  const TemporaryFolder out;
  std::size_t count = 0;
  for (std::uint32_t seed = 0; seed < 12; ++seed)
  {
    const TemporaryFolder images;
    const auto job = test::measured(test::synthetic_case(seed), images);
    const auto stamp = stamp_of(job);
    const auto timepoints = dicom_timepoints(job);
    ASSERT_TRUE(stamp && timepoints);
    for (const auto& timepoint : *timepoints)
      for (const auto& capture : key_captures(timepoint, *stamp))
      {
        const auto name = std::to_string(count++);
        out.write(name + ".dcm", capture_bytes(capture));
        out.write(name + ".raw", raw_bytes(capture.picture));
      }
    if (seed != 0) continue;
    const auto pdf = make_format(job, pdf_format()), object = make_format(job, dicom_pdf_format());
    ASSERT_TRUE(pdf && object);
    out.write("report.dcm", object->files.front().bytes);
    out.write("report.raw", pdf->files.front().bytes);
    ++count;
  }
  ASSERT_GT(count, 12u);
  const auto run = run_system_program("/usr/bin/python3", {"-c", compare_pictures, out.path().string()});
  EXPECT_EQ(run.out, std::to_string(count) + " objects hold what was put into them\n") << run.err;
}

// Rows x columns mod 8 from 0 to 7; several frames, so that most begin in the middle of a byte.
TEST(PydicomReads, TheVoxelsOfFramesOfEverySizeInThePatient)
{
  if (!has_pydicom()) GTEST_SKIP() << "python3-pydicom is absent";
  for (int residue = 0; residue < 8; ++residue)
  {
    test::SyntheticCase wanted;
    wanted.stack.rows = 23;  // 23 = 7 mod 8, so 23 * (24 + n) = 7 n mod 8 takes every value
    wanted.stack.columns = 24 + residue;
    wanted.lesions = {{}, {"T02", measure::LesionRole::Target, "liver", false, {"ellipsoid", "ABSENT"}, 4.0}};
    EXPECT_EQ(compared_by_pydicom(wanted), "4 segments and 6 measurements were compared\n") << wanted.stack.rows * wanted.stack.columns % 8;
  }
}

TEST(PydicomReads, ObliqueAndGappedStacksWhereTheyLie)
{
  if (!has_pydicom()) GTEST_SKIP() << "python3-pydicom is absent";
  for (std::uint32_t seed = 0; seed < 12; ++seed)
    EXPECT_THAT(compared_by_pydicom(test::synthetic_case(seed)),
                ::testing::MatchesRegex("[0-9]+ segments and [0-9]+ measurements were compared\n"))
        << seed;
}
}  // namespace
}  // namespace nadir::report
