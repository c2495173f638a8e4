#include "report/dicom_object/dicom_file_bytes.h"

#include <gmock/gmock.h>

#include <array>

#include "report/dicom_object/object_tags.h"
#include "report/dicom_object/read_object.h"
#include "report/dicom_object/study_header.h"

namespace nadir::report
{
namespace
{
namespace tags = object_tags;
using ::testing::ElementsAre;

imaging::DicomFile read(const DicomDataSet& data)
{
  auto file = read_object(dicom_file_bytes(data));
  EXPECT_TRUE(file) << file.failure().message();
  return std::move(*file);
}

DicomDataSet named()
{
  DicomDataSet data;
  data.text(tags::sop_class, "UI", "1.2.840.10008.5.1.4.1.1.88.34");
  data.text(tags::sop_instance, "UI", "2.25.1");
  return data;
}

TEST(DicomFileBytes, AreReadByTheGate)
{
  auto data = named();
  data.text(tags::patient_name, "PN", "Doe^Jane");
  data.decimals(tags::pixel_spacing, std::array{0.5, 1.0 / 3.0});
  data.unsigned_short(tags::rows, 513);
  auto& outer = data.add_item(tags::content_sequence);
  outer.code(tags::concept_name_code_sequence, {"103339001", "SCT", "Long Axis"});
  outer.add_item(tags::content_sequence).floats(tags::graphic_data, std::array{0.5F, 7.25F});
  data.sequence(tags::performed_procedure_code_sequence);
  const auto file = read(data);
  EXPECT_EQ(file.transfer_syntax(), "1.2.840.10008.1.2.1");
  EXPECT_EQ(file.meta().text({0x0002, 0x0003}), "2.25.1");
  EXPECT_EQ(file.data().text(tags::patient_name), "Doe^Jane");
  EXPECT_THAT(*file.data().numbers(tags::rows, imaging::NumberVr::US), ElementsAre(513));
  EXPECT_NEAR(file.data().numbers(tags::pixel_spacing, imaging::NumberVr::DS)->at(1), 1.0 / 3.0, 1e-13);
  const auto items = file.data().items(tags::content_sequence);
  ASSERT_EQ(items.size(), 1u);
  EXPECT_EQ(items[0].items(tags::concept_name_code_sequence)[0].text(tags::code_meaning), "Long Axis");
  EXPECT_THAT(*items[0].items(tags::content_sequence)[0].numbers(tags::graphic_data, imaging::NumberVr::FL), ElementsAre(0.5, 7.25));
  EXPECT_TRUE(file.data().contains(tags::performed_procedure_code_sequence));
}

TEST(DicomFileBytes, AreTheSameForTheSameDataSetHoweverItWasFilled)
{
  auto forth = named(), back = named();
  forth.text(tags::patient_id, "LO", "7");
  forth.text(tags::study_id, "SH", "1");
  back.text(tags::study_id, "SH", "1");
  back.text(tags::patient_id, "LO", "7");
  EXPECT_EQ(dicom_file_bytes(forth), dicom_file_bytes(back));
}

TEST(StudyHeader, RepeatsPatientAndStudyInUtf8)
{
  auto image = named();
  image.text(tags::specific_character_set, "CS", "ISO_IR 100");
  image.text(tags::patient_name, "PN", "M\xFCller^J");
  image.text(tags::patient_id, "LO", "ID 7");
  image.text(tags::patient_birth_date, "DA", "19600229");
  image.text(tags::study_instance, "UI", "1.2.3");
  const auto header = study_header_of(read(image).data());
  EXPECT_EQ(header.attributes.text_of(tags::patient_name), "M\xC3\xBCller^J");
  EXPECT_EQ(header.attributes.text_of(tags::patient_id), "ID 7");
  EXPECT_EQ(header.study_instance_uid, "1.2.3");
  EXPECT_TRUE(header.attributes.contains(tags::accession_number)) << "type 2: there, and empty";
  EXPECT_THAT(header.notices, ::testing::IsEmpty());
}

// The TCIA's sarcomas have a Study ID of 20 characters; SH has 16 (PS3.5 6.2).
TEST(StudyHeader, LeavesOutOrCutsWhatIsTooLongButNeverWhatIdentifies)
{
  auto image = named();
  image.text(tags::study_instance, "UI", "1.2.3");
  image.text(tags::study_id, "SH", "IBSI_1_STS_001_MR_T1");
  image.text(tags::accession_number, "SH", "ACCESSION-0000000000001");
  image.text(tags::study_description, "LO", std::string(70, 'd'));
  const auto header = study_header_of(read(image).data());
  EXPECT_EQ(header.attributes.text_of(tags::study_id), "");
  EXPECT_EQ(header.attributes.text_of(tags::accession_number), "ACCESSION-0000000000001");
  EXPECT_EQ(header.attributes.text_of(tags::study_description), std::string(64, 'd'));
  EXPECT_EQ(header.notices.size(), 2u);
}

TEST(StudyHeader, LeavesOutWhatDicomDoesNotAllowAndSaysSoWithoutTheValue)
{
  auto image = named();
  image.text(tags::patient_birth_date, "DA", "ANON1960");
  image.text(tags::patient_sex, "CS", "X");
  const auto header = study_header_of(read(image).data());
  EXPECT_EQ(header.attributes.text_of(tags::patient_birth_date), "");
  EXPECT_EQ(header.attributes.text_of(tags::patient_sex), "");
  EXPECT_EQ(header.notices.size(), 2u);
  EXPECT_EQ(header.notices[0].find("ANON"), std::string::npos);
}
}  // namespace
}  // namespace nadir::report
