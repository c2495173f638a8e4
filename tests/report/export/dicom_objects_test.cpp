// DICOM objects of generated cases, judged by readers and validators that are not ours: dciodvfy (dicom3tools), dcentvfy, DCMTK's dsrdump,
// PixelMed's SR validator, OHIF's hydration.
#include <gmock/gmock.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>

#include "imaging/units/number_text.h"
#include "report/export/export_formats.h"
#include "report/export/formats/formats.h"
#include "report/export/write_export.h"
#include "tests/report/support/mutated_job.h"
#include "tests/report/support/synthetic_case.h"
#include "tests/support/run_program.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/test_data.h"

namespace nadir::report
{
namespace
{
namespace fs = std::filesystem;
using nadir::testing::run_system_program;
using nadir::testing::TemporaryFolder;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

constexpr std::uint32_t variants = 200, mutations = 5;  // 1,000 assessments beside the 200 that were measured

bool is_installed(const std::string& program) { return run_system_program("sh", {"-c", "command -v " + program}).exit_code == 0; }

/// The formats that give DICOM objects.
std::vector<ExportFormat> dicom_formats()
{
  std::vector<ExportFormat> formats;
  for (const auto& format : export_formats())
    if (format.name.starts_with("dicom-")) formats.push_back(format);
  return formats;
}

/// Every object of one variant, in one folder with names of their own.
void write_objects(const ExportJob& job, const std::string& prefix, const TemporaryFolder& out)
{
  for (const auto& format : dicom_formats())
  {
    const auto made = make_format(job, format);
    ASSERT_TRUE(made) << prefix << " " << format.name << ": " << made.failure().message();
    for (const auto& file : made->files) out.write(prefix + format.name + "-" + file.name, file.bytes);
  }
}

/// What a command prints for the files of a folder that it finds fault with, two files at a time. Its start takes longer than its work: no
/// other process is started for a file.
std::string faults_found(const fs::path& folder, const std::string& command, const std::string& names = "*.dcm")
{
  const auto each = "for f; do said=$(" + command + " \"$f\" 2>&1 >/dev/null) || echo \"$f: $said\"; done";
  return run_system_program(
             "sh", {"-c", "find '" + folder.string() + "' -name '" + names + "' | sort | xargs -P 2 -n 50 sh -c '" + each + "' sh"})
      .out;
}

/// Reports and segmentations of what else could be said of the same images are read back equal, for some of them pictures and the report,
/// too (for all with NADIR_FUZZED_OBJECTS=all in the environment). The first of them is kept for the judges.
void expect_mutations_equal(const ExportJob& job, std::uint32_t seed, const TemporaryFolder& out)
{
  for (std::uint32_t variant = 0; variant < mutations; ++variant)
  {
    const auto other = test::mutated(job, seed * mutations + variant);
    const bool is_whole = (variant == 1 && seed % 8 == 0) || std::getenv("NADIR_FUZZED_OBJECTS");
    for (const auto& format : is_whole ? dicom_formats() : std::vector{dicom_sr_format(), dicom_seg_format()})
    {
      const auto made = make_format(other, format);
      ASSERT_TRUE(made) << seed << "/" << variant << " " << format.name << ": " << made.failure().message();
      if (variant == 0 && seed % 4 == 0)
        for (const auto& file : made->files) out.write(std::to_string(seed) + "-mutated-" + format.name + "-" + file.name, file.bytes);
    }
  }
}

/// The objects of all variants, made and read back once for all tests of this suite.
const TemporaryFolder& all_objects()
{
  static const TemporaryFolder out;
  static const bool made = []
  {
    for (std::uint32_t seed = 0; seed < variants; ++seed)
    {
      const TemporaryFolder images;
      const auto job = test::measured(test::synthetic_case(seed), images);
      write_objects(job, std::to_string(seed) + "-", out);
      expect_mutations_equal(job, seed, out);
    }
    return true;
  }();
  EXPECT_TRUE(made);
  return out;
}

std::size_t files_in(const fs::path& folder)
{
  return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder), fs::directory_iterator{}));
}

TEST(DicomObjects, OfTwoHundredCasesAndAThousandMutationsReadBackEqual) { EXPECT_GT(files_in(all_objects().path()), 3 * variants); }

TEST(DicomObjects, HaveNoErrorForDciodvfy)
{
  if (!is_installed("dciodvfy")) GTEST_SKIP() << "dciodvfy (dicom3tools) is absent";
  EXPECT_EQ(faults_found(all_objects().path(), "dciodvfy -new"), "");
}

TEST(DicomObjects, AreDumpedByDcmtk)
{
  if (!is_installed("dsrdump")) GTEST_SKIP() << "dsrdump (dcmtk) is absent";
  EXPECT_EQ(faults_found(all_objects().path(), "dsrdump +Pn", "1*-dicom-sr-*.dcm"), "");
}

TEST(DicomCases, KeepPatientAndStudyTogetherForDcentvfy)
{
  if (!is_installed("dcentvfy")) GTEST_SKIP() << "dcentvfy (dicom3tools) is absent";
  const TemporaryFolder folder;
  const auto wanted = test::synthetic_case(7);
  write_objects(test::measured(wanted, folder), "", folder);
  const auto run = run_system_program("sh", {"-c", "dcentvfy $(find '" + folder.path().string() + "' -name '*.dcm') 2>&1 | grep -i error"});
  EXPECT_EQ(run.out, "");
}

TEST(DicomCases, HaveNoErrorForTheSrValidatorOfPixelMed)
{
  if (!fs::exists("/usr/share/java/pixelmed.jar") || !is_installed("java"))
    GTEST_SKIP() << "PixelMed's SR validator (pixelmed-apps, java) is absent";
  const TemporaryFolder folder, images;
  auto wanted = test::synthetic_case(0);
  wanted.lesions = {{}, {"T02", measure::LesionRole::Target, "lymph node, left groin", true, {"caliper", "ABSENT"}, 5.0}};
  write_objects(test::measured(wanted, images), "", folder);
  for (const auto* name : {"dicom-sr-t02-linear.dcm", "dicom-sr-t02-volumetric.dcm"})
  {
    const auto run = run_system_program("java", {"-Xmx1g", "-Djdk.xml.xpathExprGrpLimit=0", "-Djdk.xml.xpathExprOpLimit=0",
                                                 "-Djdk.xml.xpathTotalOpLimit=0", "-cp", "/usr/share/java/pixelmed.jar",
                                                 "com.pixelmed.validate.DicomSRValidator", folder.path() / name});
    const auto text = run.out + run.err;
    EXPECT_THAT(text, HasSubstr("Root Template Validation Complete")) << name;
    EXPECT_THAT(text, ::testing::Not(HasSubstr("\nError"))) << name;
  }
}

/// Folder of OHIF's hydration code, bundled once beside the build; "" where its packages are not installed.
std::string ohif_folder()
{
  const auto build = nadir::testing::programs_folder().parent_path();
  const auto validators = (nadir::testing::test_data() / "../validators").string(), folder = (build / "ohif").string();
  const auto made = run_system_program("tests/report/export/bundle_ohif.sh", {validators, (build / "validators").string(), folder});
  return made.exit_code == 0 ? folder : "";
}

double number_after(const std::string& text, const std::string& key)
{
  const auto place = text.find("\"" + key + "\":");
  if (place == std::string::npos) return -1.0;
  const auto first = place + key.size() + 3;
  return parse_number(text.substr(first, text.find_first_of(",}", first) - first)).value_or(-1.0);
}

TEST(DicomCases, BecomeMeasurementsOfTheSameLengthInOhif)
{
  const auto ohif = ohif_folder();
  if (ohif.empty()) GTEST_SKIP() << "OHIF's hydration (build/validators of ./run test, node, shared/validators) is absent";
  const TemporaryFolder folder;
  auto job = test::measured(test::SyntheticCase{}, folder);
  job.settings.values["sr-naming"] = "ohif";
  const auto made = make_format(job, dicom_sr_format());
  ASSERT_TRUE(made);
  for (std::size_t t = 0; t < 2; ++t)
  {
    const auto name = "t0" + std::to_string(t + 1) + "-linear.dcm";
    for (const auto& file : made->files)
      if (file.name == name) folder.write(name, file.bytes);
    const auto images = (folder.path() / ("time" + std::to_string(t))).string();
    const auto run = run_system_program("sh", {"-c", "node tests/report/export/hydrate.cjs '" + ohif + "/cs3d.cjs' '" +
                                                         (folder.path() / name).string() + "' '" + images + "'/*.dcm"});
    const auto& lesion = job.source().assessment().timepoints[t].lesions[0];
    EXPECT_THAT(run.out, HasSubstr("\"tool\":\"Bidirectional\"")) << run.err;
    EXPECT_NEAR(number_after(run.out, "length"), lesion.longest_diameter->length.value(), 0.01);
    EXPECT_NEAR(number_after(run.out, "width"), lesion.short_axis->length.value(), 0.01);
  }
}

// OHIF's tool for two axes throws on a group that has one: the lesion was lost there.
TEST(DicomCases, OfOneLineAloneBecomeALengthInOhif)
{
  const auto ohif = ohif_folder();
  if (ohif.empty()) GTEST_SKIP() << "OHIF's hydration (build/validators of ./run test, node, shared/validators) is absent";
  const TemporaryFolder folder;
  auto job = test::measured(test::SyntheticCase{}, folder);
  job.settings.values["sr-naming"] = "ohif";
  auto& assessed = job.sources.front().assessed;
  for (std::size_t t = 0; t < assessed.lesions.size(); ++t)
    for (auto* lesion : {&assessed.lesions[t][0].assessment, &assessed.assessment.timepoints[t].lesions[0]}) lesion->short_axis.reset();
  const auto made = make_format(job, dicom_sr_format());
  ASSERT_TRUE(made);
  for (const auto& file : made->files)
    if (file.name == "t01-linear.dcm") folder.write(file.name, file.bytes);
  const auto run = run_system_program("sh", {"-c", "node tests/report/export/hydrate.cjs '" + ohif + "/cs3d.cjs' '" +
                                                       (folder.path() / "t01-linear.dcm").string() + "' '" +
                                                       (folder.path() / "time0").string() + "'/*.dcm"});
  EXPECT_THAT(run.out, HasSubstr("\"tool\":\"Length\"")) << run.out << run.err;
  EXPECT_NEAR(number_after(run.out, "length"), job.source().assessment().timepoints[0].lesions[0].longest_diameter->length.value(), 0.01);
}

// GE writes positions of slices with one decimal: 6.97 mm apart, they lie 6.9 to 7.1 mm apart in the file.
TEST(DicomCases, OfScannersThatRoundPositionsReadBackEqual)
{
  test::SyntheticCase wanted;
  wanted.stack.spacing.k = 6.972;
  wanted.stack.thickness = 5.0;
  wanted.stack.rounding = 0.1;
  wanted.lesions[0].seen = {"ellipsoid", "ellipsoid"};
  const TemporaryFolder images, out;
  write_objects(test::measured(wanted, images), "", out);
  EXPECT_GT(files_in(out.path()), 4u);
}

// Empty, Laterality (0020,0060) is a warning of dciodvfy; the lesion's words say the side.
TEST(DicomCases, StateTheSideThatIsKnown)
{
  if (!is_installed("dciodvfy")) GTEST_SKIP() << "dciodvfy (dicom3tools) is absent";
  const TemporaryFolder images, out;
  const auto job = test::measured(test::SyntheticCase{}, images);  // soft tissue, left thigh
  const auto made = make_format(job, dicom_capture_format());
  ASSERT_TRUE(made);
  ASSERT_FALSE(made->files.empty());
  for (const auto& file : made->files)
  {
    const auto run = run_system_program("sh", {"-c", "dciodvfy -new '" + out.write(file.name, file.bytes).string() + "' 2>&1"});
    EXPECT_THAT(run.out + run.err, ::testing::Not(HasSubstr("Laterality"))) << file.name;
  }
}

TEST(DicomCases, AreTheSameBytesEachTime)
{
  const TemporaryFolder images;
  const auto job = test::measured(test::synthetic_case(3), images);
  for (const auto& format : dicom_formats())
  {
    const auto once = format.make(job), again = format.make(job);
    ASSERT_TRUE(once && again);
    for (std::size_t i = 0; i < once->files.size(); ++i)
      EXPECT_EQ(once->files[i].bytes, again->files[i].bytes) << format.name << " " << once->files[i].name;
  }
}
}  // namespace
}  // namespace nadir::report
