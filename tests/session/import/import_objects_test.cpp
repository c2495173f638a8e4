#include "session/import/import_objects.h"

#include <gmock/gmock.h>

#include "measure/assessment/case_file.h"
#include "report/export/export_formats.h"
#include "report/export/formats/formats.h"
#include "report/export/write_export.h"
#include "report/table/assessment_json.h"
#include "tests/report/support/synthetic_case.h"
#include "tests/support/run_program.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/test_data.h"

namespace nadir::session
{
namespace
{
namespace fs = std::filesystem;
using measure::LesionRole;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using testing::TemporaryFolder;
using ::testing::UnorderedElementsAre;

/// A case with two lesions on two dates: T01 shrinks, the node is gone at week 8.
test::SyntheticCase two_lesions()
{
  test::SyntheticCase wanted;
  wanted.lesions = {{}, {"LN1", LesionRole::NonTarget, "lymph node, left groin", true, {"caliper", "ABSENT"}, 4.0}};
  return wanted;
}

std::vector<fs::path> written(const report::ExportJob& job, const report::ExportFormat& format, const TemporaryFolder& folder)
{
  std::vector<fs::path> files;
  const auto made = report::make_format(job, format);
  EXPECT_TRUE(made) << made.failure().message();
  if (made)
    for (const auto& file : made->files) files.push_back(folder.write(format.name + "/" + file.name, file.bytes));
  return files;
}

ImportWish wish_of(const test::SyntheticCase& wanted, const TemporaryFolder& images, std::vector<fs::path> objects)
{
  ImportWish wish;
  wish.patient = "P1";
  for (int t = 0; t < wanted.timepoints; ++t)
    wish.timepoints.push_back({TimepointLabel{wanted.labels[static_cast<std::size_t>(t)]}, images.path() / ("time" + std::to_string(t))});
  wish.objects = std::move(objects);
  return wish;
}

const measure::CaseLesion& lesion_named(const ImportedCase& imported, const std::string& id)
{
  for (const auto& lesion : imported.input.lesions)
    if (lesion.lesion.id.text() == id) return lesion;
  throw std::runtime_error("no lesion " + id);
}

TEST(ImportObjects, OurReportsGiveTheLinesBackWhereTheyWere)
{
  const auto wanted = two_lesions();
  const TemporaryFolder images;
  const auto job = test::measured(wanted, images);
  const auto imported = import_objects(wish_of(wanted, images, written(job, report::dicom_sr_format(), images)));
  ASSERT_TRUE(imported) << imported.failure().message();
  ASSERT_EQ(imported->input.lesions.size(), 2u);
  const auto& tumour = lesion_named(*imported, "T01");
  EXPECT_EQ(tumour.lesion.role, LesionRole::Target);
  EXPECT_EQ(tumour.lesion.organ, "Thigh, Left");
  for (std::size_t t = 0; t < 2; ++t)
  {
    const auto& line = std::get<measure::CaliperPrompt>(tumour.prompts.at(TimepointLabel{wanted.labels[t]})).longest;
    const auto& drawn = *job.source().assessment().timepoints[t].lesions[0].longest_diameter;
    EXPECT_LT(distance(line.from, drawn.from).value(), 1e-3);
    EXPECT_LT(distance(line.to, drawn.to).value(), 1e-3);
  }
  const auto& node = lesion_named(*imported, "LN1");
  EXPECT_TRUE(node.lesion.nodal);
  EXPECT_EQ(node.lesion.role, LesionRole::NonTarget);
  EXPECT_EQ(std::get<measure::StatePrompt>(node.prompts.at(TimepointLabel{"week 8"})).state, "ABSENT");
}

TEST(ImportObjects, OurSegmentationsAreMeasuredAsBefore)
{
  auto wanted = two_lesions();
  wanted.lesions[1].seen = {"ellipsoid", "ABSENT"};
  const TemporaryFolder images;
  const auto job = test::measured(wanted, images);
  auto objects = written(job, report::dicom_seg_format(), images);
  const auto reports = written(job, report::dicom_sr_format(), images);
  objects.insert(objects.end(), reports.begin(), reports.end());
  auto imported = import_objects(wish_of(wanted, images, objects));
  ASSERT_TRUE(imported) << imported.failure().message();
  ASSERT_EQ(imported->input.lesions.size(), 2u) << "the same tracking UID is the same lesion";
  imported->input.confirmed = {"order", "comparability"};
  const auto again = measure::measure_case(imported->input);
  ASSERT_TRUE(again) << again.failure().message();
  for (std::size_t t = 0; t < 2; ++t)
  {
    const auto& before = job.source().assessment().timepoints[t];
    const auto& after = again->assessment.timepoints[t];
    EXPECT_NEAR(after.lesions[0].longest_diameter->length.value(), before.lesions[0].longest_diameter->length.value(), 1e-6);
    EXPECT_NEAR(after.lesions[0].volume->value(), before.lesions[0].volume->value(), 1e-6);
    EXPECT_EQ(after.lesions[1].state, before.lesions[1].state);
    EXPECT_EQ(after.response.overall_response, before.response.overall_response);
  }
}

TEST(ImportObjects, RefusesObjectsOfAnotherPatient)
{
  const TemporaryFolder images, others;
  const auto wanted = two_lesions();
  auto stranger = two_lesions();
  stranger.patient_id = "ID-0";
  test::measured(wanted, images);
  const auto objects = written(test::measured(stranger, others), report::dicom_seg_format(), others);
  const auto imported = import_objects(wish_of(wanted, images, objects));
  ASSERT_FALSE(imported);
  EXPECT_TRUE(imported.failure().is(ImportError::OtherPatient));
  EXPECT_THAT(imported.failure().message(), ::testing::Not(HasSubstr("ID-0")));
}

/// The same case as another maker tracks it: a UID and an identifier that do not follow from ours.
report::ExportJob tracked_elsewhere(const test::SyntheticCase& wanted, const TemporaryFolder& images)
{
  auto job = test::measured(wanted, images);
  const measure::LesionTracking tracking{"1.2.826.0.1.3680043.8.498.95005499519195632686309166061552196996",
                                         "Cornerstone3DTools@^0.1.0:Bidirectional:Segment 4"};
  auto& assessed = job.sources.front().assessed;
  for (auto& timepoint : assessed.assessment.timepoints) timepoint.lesions[0].lesion.tracking = tracking;
  for (auto& timepoint : assessed.lesions) timepoint[0].assessment.lesion.tracking = tracking;
  return job;
}

TEST(ImportObjects, KeepTheirTrackingIntoEveryExport)
{
  const auto wanted = two_lesions();
  const TemporaryFolder images;
  const auto job = tracked_elsewhere(wanted, images);
  auto objects = written(job, report::dicom_sr_format(), images);
  const auto masks = written(job, report::dicom_seg_format(), images);
  objects.insert(objects.end(), masks.begin(), masks.end());
  const auto imported = import_objects(wish_of(wanted, images, objects));
  ASSERT_TRUE(imported) << imported.failure().message();
  auto kept = measure::read_case_file(images.write("case.json", case_text(imported->input)));
  ASSERT_TRUE(kept) << kept.failure().message();
  EXPECT_EQ(lesion_named(*imported, "Segment 4").lesion.tracking.identifier, "Cornerstone3DTools@^0.1.0:Bidirectional:Segment 4");
  kept->confirmed = {"order", "comparability"};
  report::ExportJob again;
  again.sources.emplace_back();
  auto measured = measure::measure_case(*kept);
  ASSERT_TRUE(measured) << measured.failure().message();
  again.sources.front().assessed = std::move(*measured);
  again.settings.values = {{"sdtm-study", "S1"}, {"sdtm-treatment-start", "2024-01-01"}};
  for (const auto& format : report::export_formats())
  {
    auto asked = again;
    if (format.name != "sdtm") asked.settings.values.clear();
    const auto made = report::make_format(asked, format);
    ASSERT_TRUE(made) << format.name << ": " << made.failure().message();
    for (const auto& file : made->files)
      if (file.name.find("linear") != std::string::npos || file.name.find("volumetric") != std::string::npos ||
          file.name.find("lesions") != std::string::npos || format.name == "json")
      {
        EXPECT_THAT(file.bytes, HasSubstr("1.2.826.0.1.3680043.8.498.95005499519195632686309166061552196996"))
            << format.name << " " << file.name;
        EXPECT_THAT(file.bytes, HasSubstr("Cornerstone3DTools@^0.1.0:Bidirectional:Segment 4")) << format.name << " " << file.name;
      }
  }
}

TEST(ImportObjects, WriteACaseThatReadsBack)
{
  const auto wanted = two_lesions();
  const TemporaryFolder images;
  const auto job = test::measured(wanted, images);
  const auto imported = import_objects(wish_of(wanted, images, written(job, report::dicom_sr_format(), images)));
  ASSERT_TRUE(imported);
  const auto read = measure::read_case_file(images.write("case.json", case_text(imported->input)));
  ASSERT_TRUE(read) << read.failure().message();
  EXPECT_EQ(case_text(*read), case_text(imported->input));
}

// highdicom's example with SRT codes: one region (a circle), no line.
TEST(ImportObjects, AnotherMakersReportWithoutLinesIsNamedAndLeftOut)
{
  NADIR_NEEDS_TEST_DATA("interop/highdicom/sr_document.dcm");
  const auto folder = testing::test_data() / "interop/highdicom";
  const TemporaryFolder images;
  fs::copy_file(folder / "ct_image.dcm", images.path() / "ct_image.dcm");
  ImportWish wish{
      "P", {{TimepointLabel{"baseline"}, images.path()}}, {folder / "sr_document.dcm"}, LesionRole::Target, ImportScope::Lesions};
  const auto imported = import_objects(wish);
  ASSERT_FALSE(imported);
  EXPECT_TRUE(imported.failure().is(ImportError::NothingToImport)) << imported.failure().message();
}

// dcmqi: a liver drawn on three CT slices. An organ is no lesion, unless everything is wanted.
TEST(ImportObjects, AnotherMakersSegmentationIsImportedWhenOrgansAreWanted)
{
  NADIR_NEEDS_TEST_DATA("interop/dcmqi/segmentations/liver.dcm");
  const auto folder = testing::test_data() / "interop/dcmqi/segmentations";
  ImportWish wish{
      "P", {{TimepointLabel{"baseline"}, folder / "ct-3slice"}}, {folder / "liver.dcm"}, LesionRole::Target, ImportScope::Lesions};
  EXPECT_TRUE(import_objects(wish).failure().is(ImportError::NothingToImport));
  wish.scope = ImportScope::Everything;
  const auto imported = import_objects(wish);
  ASSERT_TRUE(imported) << imported.failure().message();
  ASSERT_EQ(imported->input.lesions.size(), 1u);
  EXPECT_TRUE(std::holds_alternative<measure::MaskPrompt>(imported->input.lesions[0].prompts.at(TimepointLabel{"baseline"})));
  EXPECT_THAT(imported->notices, Contains(HasSubstr("no object states its role")));
}

// The liver of dcmqi's example, told to be two kidneys of one label: type with side as highdicom and dcmqi write it (CID 244).
TEST(ImportObjects, AnotherMakersOrgansKeepTheirSideAndTheirNumber)
{
  NADIR_NEEDS_TEST_DATA("interop/dcmqi/segmentations/partial_overlaps.dcm");
  if (testing::run_system_program("/usr/bin/python3", {"-c", "import pydicom"}).exit_code != 0) GTEST_SKIP() << "python3-pydicom is absent";
  const auto folder = testing::test_data() / "interop/dcmqi/segmentations";
  const TemporaryFolder out;
  const auto changed =
      testing::run_system_program("/usr/bin/python3", {"-c", R"py(
import pydicom, sys
from pydicom.dataset import Dataset
from pydicom.sequence import Sequence
def code(value, meaning):
    item = Dataset(); item.CodeValue, item.CodingSchemeDesignator, item.CodeMeaning = value, "SCT", meaning
    return item
file = pydicom.dcmread(sys.argv[1])
for segment, side in zip(file.SegmentSequence, [code("7771000", "Left"), code("24028007", "Right")]):
    segment.SegmentLabel = "Kidney"
    segment.SegmentedPropertyCategoryCodeSequence = Sequence([code("123037004", "Anatomical Structure")])
    kidney = code("64033007", "Kidney")
    kidney.SegmentedPropertyTypeModifierCodeSequence = Sequence([side])
    segment.SegmentedPropertyTypeCodeSequence = Sequence([kidney])
file.save_as(sys.argv[2])
)py",
                                                       (folder / "partial_overlaps.dcm").string(), (out.path() / "kidneys.dcm").string()});
  ASSERT_EQ(changed.exit_code, 0) << changed.err;
  ImportWish wish{
      "P", {{TimepointLabel{"baseline"}, folder / "ct-3slice"}}, {out.path() / "kidneys.dcm"}, LesionRole::Target, ImportScope::Everything};
  const auto imported = import_objects(wish);
  ASSERT_TRUE(imported) << imported.failure().message();
  ASSERT_EQ(imported->input.lesions.size(), 5u);
  EXPECT_EQ(imported->input.lesions[0].lesion.organ, "Kidney, Left");
  EXPECT_EQ(imported->input.lesions[1].lesion.organ, "Kidney, Right");
  EXPECT_EQ(imported->input.lesions[1].lesion.id.text(), "Kidney (2)");
}

// highdicom's segmentations, binary, overlapping and fractional, on the CT slices of pydicom that they were made for.
TEST(ImportObjects, AnotherMakersKindsOfSegmentationFindTheirImages)
{
  NADIR_NEEDS_TEST_DATA("odd/test_files/dicomdirtests/77654033/CT2");
  const auto highdicom = testing::test_data() / "interop/highdicom";
  const auto images = testing::test_data() / "odd/test_files/dicomdirtests/77654033/CT2";
  for (const auto* name : {"seg_image_ct_binary.dcm", "seg_image_ct_binary_overlap.dcm", "seg_image_ct_binary_fractional.dcm"})
  {
    ImportWish wish{"P", {{TimepointLabel{"baseline"}, images}}, {highdicom / name}, LesionRole::Target, ImportScope::Everything};
    const auto imported = import_objects(wish);
    EXPECT_TRUE(imported) << name << ": " << (imported ? "" : imported.failure().message());
  }
}

// A soft-tissue sarcoma of the TCIA with the structure set that was drawn on it.
TEST(ImportObjects, AnotherMakersStructureSetIsMeasuredOnItsImages)
{
  NADIR_NEEDS_TEST_DATA("sts/STS_001/mask");
  const auto patient = testing::test_data() / "sts/STS_001";
  const auto structures = fs::directory_iterator(patient / "mask")->path();
  ImportWish wish{"P", {{TimepointLabel{"baseline"}, patient / "image"}}, {structures}, LesionRole::Target, ImportScope::Lesions};
  const auto imported = import_objects(wish);
  ASSERT_TRUE(imported) << imported.failure().message();
  ASSERT_FALSE(imported->input.lesions.empty());
  const auto measured = measure::measure_case(imported->input);
  ASSERT_TRUE(measured) << measured.failure().message();
  EXPECT_GT(measured->assessment.timepoints[0].lesions[0].longest_diameter->length.value(), 10.0);
}
}  // namespace
}  // namespace nadir::session
