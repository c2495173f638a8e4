#include "report/dicom_sr/report_content.h"

#include <gmock/gmock.h>

#include "report/dicom_object/dicom_file_bytes.h"
#include "report/dicom_object/object_tags.h"
#include "report/dicom_object/read_object.h"
#include "report/dicom_sr/compare_reports.h"
#include "report/dicom_sr/read_content.h"
#include "report/dicom_sr/report_concepts.h"
#include "report/dicom_sr/retired_codes.h"
#include "report/dicom_sr/sr_document.h"
#include "report/vocabulary/lesion_concepts.h"
#include "report/vocabulary/measurement_concepts.h"

namespace nadir::report
{
namespace
{
using ::testing::ElementsAre;
using ::testing::IsEmpty;

const ImageReference slice{{StudyUid{"1.2"}, SeriesUid{"1.2.1"}, "1.2.840.10008.5.1.4.1.1.4", SopInstanceUid{"1.2.1.7"}}, 0};

ReportedMeasurement length(double value)
{
  const auto& names = concept_of(MeasuredQuantity::LongestDiameter);
  return {names.dicom, value, names.unit, {}, {}, ReportedPlace{"POLYLINE", {{0.0, 0.0}, {31.25, 7.5}}, slice, {}, {}}};
}

SrDocument example()
{
  SrDocument document;
  document.header.study_instance_uid = "1.2";
  document.header.attributes.text(object_tags::study_instance, "UI", "1.2");
  document.identity = {"1.2.840.10008.5.1.4.1.1.88.34", "", "2.25.9", "SR", 1, "measurements", 1, {2024, 1, 31}, "nadir test"};
  document.report.person = "Doe^Jane";
  document.report.library = {slice};
  document.report.comment = "line one\r\nback\\slash";
  ReportedLesion lesion;
  lesion.tracking_identifier = "T01";
  lesion.tracking_uid = "2.25.5";
  lesion.finding = lesion_concepts::tumor();
  lesion.time_point = "Woche 8 \xE8\x82\x9D";
  lesion.state = "MEASURED";
  lesion.measurements = {length(1.0 / 3.0)};
  document.report.lesions = {lesion};
  return document;
}

imaging::DicomFile parsed(const std::string& bytes)
{
  auto file = read_object(bytes);
  EXPECT_TRUE(file) << file.failure().message();
  return std::move(*file);
}

TEST(SrDocument, ReadsBackEqualToTheLastBitOfANumber)
{
  const auto read = read_sr(parsed(sr_bytes(example())));
  ASSERT_TRUE(read) << read.failure().message();
  EXPECT_THAT(differences(example().report, read->report), IsEmpty());
  EXPECT_EQ(read->report.lesions[0].measurements[0].value, 1.0 / 3.0) << "16 characters of DS do not hold it; the double beside them does";
  EXPECT_EQ(read->report.library[0].object.series.text(), "1.2.1") << "from the evidence";
  EXPECT_EQ(read->completion, "COMPLETE");
  EXPECT_EQ(read->verification, "UNVERIFIED");
}

// PS3.3 C.18.6: 0.5\0.5 is the centre of the first pixel.
TEST(SrDocument, CoordinatesAreThoseOfPixelCorners)
{
  const auto content = read_content(parsed(sr_bytes(example())).data());
  ASSERT_TRUE(content);
  const auto* group =
      content->find(report_concepts::imaging_measurements(), "CONTAINER")->find(report_concepts::measurement_group(), "CONTAINER");
  ASSERT_NE(group, nullptr);
  const auto* number = group->find(concept_of(MeasuredQuantity::LongestDiameter).dicom, "NUM");
  ASSERT_EQ(number->children.size(), 1u) << "OHIF follows the one child of a number";
  EXPECT_THAT(number->children[0].graphic, ElementsAre(0.5, 0.5, 31.75, 8.0));
  EXPECT_EQ(group->children[0].name.meaning, "Tracking Identifier");
  EXPECT_EQ(group->children[1].name.meaning, "Tracking Unique Identifier");
}

TEST(SrDocument, InstanceUidFollowsFromTheContent)
{
  auto other = example();
  other.report.lesions[0].measurements[0].value += 1e-9;
  const auto uid = [](const SrDocument& document) { return read_sr(parsed(sr_bytes(document)))->sop_instance; };
  EXPECT_EQ(uid(example()), uid(example()));
  EXPECT_NE(uid(other), uid(example()));
}

TEST(SrDocument, SaysWhatIsUnfinishedWhoVerifiedAndWhatItReplaces)
{
  auto document = example();
  document.unfinished = {"T02 not assessed"};
  document.verifications = {{"Doe^Jane", "General Hospital", {2024, 2, 1, 9, 0, 0}}};
  document.predecessors = {{StudyUid{"1.2"}, SeriesUid{"2.25.9"}, "1.2.840.10008.5.1.4.1.1.88.34", SopInstanceUid{"2.25.3"}}};
  const auto file = parsed(sr_bytes(document));
  const auto read = read_sr(file);
  ASSERT_TRUE(read);
  EXPECT_EQ(read->completion, "PARTIAL");
  EXPECT_EQ(read->verification, "VERIFIED");
  EXPECT_THAT(read->verifiers, ElementsAre("Doe^Jane"));
  EXPECT_EQ(read->predecessors, document.predecessors);
  EXPECT_EQ(file.data().items(object_tags::verifying_observer_sequence)[0].text(object_tags::verification_date_time),
            "20240201090000+0000");
}

TEST(RetiredCodes, BecomeSnomedCt)
{
  EXPECT_EQ(current_code({"G-A185", "SRT", "Long Axis"}), (CodedConcept{"103339001", "SCT", ""}));
  EXPECT_EQ(current_code({"G-C0E3", "SNM3", "Finding Site"}), (CodedConcept{"363698007", "SCT", ""}));
  EXPECT_EQ(current_code({"G-A185", "DCM", ""}), (CodedConcept{"G-A185", "DCM", ""}));
  EXPECT_EQ(current_code({"unheard-of", "SRT", ""}), (CodedConcept{"unheard-of", "SRT", ""}));
}
}  // namespace
}  // namespace nadir::report
