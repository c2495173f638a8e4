#include <gmock/gmock.h>

#include <string>

#include "report/vocabulary/coding_scheme.h"
#include "report/vocabulary/measurement_concepts.h"
#include "report/vocabulary/response_concepts.h"

namespace nadir::report
{
namespace
{
using ::testing::Eq;
using ::testing::Field;
using ::testing::Optional;

// NCI Thesaurus codes of CDISC CT 2015-12-18; two that are easily mistaken: C18213 is SD, C96685 is the longest perpendicular.
TEST(ResponseConcepts, AreThoseOfTheNciThesaurus)
{
  const auto is = [](const char* code) { return Optional(Field(&CodedConcept::value, Eq(code))); };
  EXPECT_THAT(ncit_response("CR"), is("C4870"));
  EXPECT_THAT(ncit_response("PR"), is("C18058"));
  EXPECT_THAT(ncit_response("SD"), is("C18213"));
  EXPECT_THAT(ncit_response("PD"), is("C35571"));
  EXPECT_THAT(ncit_response("NE"), is("C62222"));
  EXPECT_THAT(ncit_response("NON-CR/NON-PD"), is("C96700"));
  EXPECT_EQ(ncit_response("baseline"), std::nullopt);
  EXPECT_EQ(concept_of(MeasuredQuantity::ShortAxis).ncit, "C96685");
}

// PS3.16 CID 6143 and 6144.
TEST(ResponseConcepts, TellTargetFromNonTargetInDicom)
{
  EXPECT_EQ(target_response_concept("PD")->value, "112043");
  EXPECT_EQ(target_response_concept("SD")->value, "112044");
  EXPECT_EQ(non_target_response_concept("PD")->value, "112047");
  EXPECT_EQ(non_target_response_concept("NON-CR/NON-PD")->value, "112046");
  EXPECT_EQ(target_response_concept("NE"), std::nullopt);
}

TEST(ResponseConcepts, ReadBackAsTheCategory)
{
  for (const auto* category : {"CR", "PR", "SD", "PD", "NE", "NON-CR/NON-PD"})
  {
    EXPECT_EQ(response_category(*ncit_response(category)), category);
    for (const auto& code : {target_response_concept(category), non_target_response_concept(category)})
      EXPECT_TRUE(!code || response_category(*code) == category) << category;
  }
  EXPECT_EQ(response_category({"C4870", "SCT", ""}), "");
}

TEST(DiseaseTrend, OfACompleteResponseIsImprovedAndNotRemission) { EXPECT_EQ(disease_trend("CR")->value, "268910001"); }

// CDISC: TESTCD at most 8 characters, TEST at most 40. DICOM: code values 16, meanings 64.
TEST(MeasurementConcepts, FitTheFieldsOfTheirStandards)
{
  for (int i = 0; i <= static_cast<int>(MeasuredQuantity::ApparentDiffusionCoefficient); ++i)
  {
    const auto& names = concept_of(static_cast<MeasuredQuantity>(i));
    EXPECT_LE(names.cdisc_testcd.size(), 8u);
    EXPECT_LE(names.cdisc_test.size(), 40u);
    EXPECT_LE(names.dicom.value.size(), 16u);
    EXPECT_LE(names.dicom.meaning.size(), 64u);
    EXPECT_NE(fhir_system(names.dicom.scheme), "") << names.dicom.scheme;
  }
}
}  // namespace
}  // namespace nadir::report
