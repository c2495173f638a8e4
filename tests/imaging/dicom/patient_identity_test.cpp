#include "imaging/dicom/patient_identity.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "imaging/dicom/scan.h"
#include "tests/support/mr_series.h"
#include "tests/support/scan_results.h"

using namespace nadir;
using namespace nadir::imaging;
using namespace nadir::testing;

namespace
{
constexpr Tag id_tag{0x0010, 0x0020}, issuer_tag{0x0010, 0x0021}, name_tag{0x0010, 0x0010}, birth_tag{0x0010, 0x0030},
    sex_tag{0x0010, 0x0040};

struct Change
{
  Tag tag;
  std::string vr;
  std::string value;
};

/// What the four changes of each field turn Phantom^Thigh, P1, 19600101, F into.
const std::vector<Change> changes{{id_tag, "LO", "P2"},
                                  {id_tag, "LO", "p1"},
                                  {id_tag, "LO", "P1 A"},
                                  {id_tag, "LO", "0P1"},
                                  {issuer_tag, "LO", "Clinic B"},
                                  {issuer_tag, "LO", "clinic a"},
                                  {issuer_tag, "LO", "A"},
                                  {issuer_tag, "LO",
                                   "CLINIC A "
                                   " B"},
                                  {name_tag, "PN", "Phantom^Leg"},
                                  {name_tag, "PN", "Thigh^Phantom"},
                                  {name_tag, "PN", "Phantom"},
                                  {name_tag, "PN", "Phantom^Thigh^A"},
                                  {birth_tag, "DA", "19600102"},
                                  {birth_tag, "DA", "19610101"},
                                  {birth_tag, "DA", "19000101"},
                                  {birth_tag, "DA", "20000101"},
                                  {sex_tag, "CS", "M"},
                                  {sex_tag, "CS", "O"},
                                  {sex_tag, "CS", "U"},
                                  {sex_tag, "CS", "X"}};

/// Two series of one study; the change is made in one slice, or in all of the second series.
std::vector<DicomObject> two_series()
{
  auto slices = mr_series({.slices = 4});
  for (auto& slice : slices) put_text(slice, issuer_tag, "LO", "Clinic A");
  auto second = slices;
  for (std::size_t n = 0; n < second.size(); ++n)
  {
    put_text(second[n], {0x0008, 0x0018}, "UI", "2.25.600." + std::to_string(n));
    put_text(second[n], {0x0020, 0x000e}, "UI", "2.25.601");
    put_text(second[n], {0x0020, 0x0011}, "IS", "9");
    slices.push_back(second[n]);
  }
  return slices;
}

void expect_all_refused(const std::vector<DicomObject>& slices, const std::string& what)
{
  TemporaryFolder folder;
  write_series(folder, slices);
  const auto found = scan(folder.path()).value();
  for (const auto* stack : all_stacks(found))
  {
    EXPECT_TRUE(has_remark(*stack, "identity.two-patients", Severity::Refusal)) << what;
    EXPECT_FALSE(stack->geometry) << what;
    for (const auto& remark : stack->certificate.remarks)
      EXPECT_THAT(remark.text, ::testing::Not(::testing::HasSubstr("Phantom"))) << "no names in messages";
  }
}
}  // namespace

TEST(TwoPatients, AreRefusedInOneSeriesAndInOneStudyInAllFortyCombinations)
{
  for (const auto& change : changes)
  {
    auto in_series = two_series();
    put_text(in_series[2], change.tag, change.vr, change.value);
    expect_all_refused(in_series, "series: " + change.value);
    auto in_study = two_series();
    for (std::size_t n = 4; n < 8; ++n) put_text(in_study[n], change.tag, change.vr, change.value);
    expect_all_refused(in_study, "study: " + change.value);
  }
}

TEST(TwoPatients, UnderOneSeriesUidInTwoStudiesAreRefused)
{
  auto slices = mr_series({.slices = 4});
  for (std::size_t n = 2; n < 4; ++n)
  {
    put_text(slices[n], {0x0020, 0x000d}, "UI", "2.25.700");
    put_text(slices[n], id_tag, "LO", "P2");
  }
  expect_all_refused(slices, "two studies");
}

TEST(TwoPatients, AreSeenAlsoWhenTheMostCompleteFilesSayNothingOfTheField)
{
  auto slices = mr_series({.slices = 4});
  put_text(slices[0], sex_tag, "CS", "");
  put_text(slices[1], birth_tag, "DA", "");
  put_text(slices[1], sex_tag, "CS", "M");
  put_text(slices[2], birth_tag, "DA", "");
  put_text(slices[3], birth_tag, "DA", "");
  expect_all_refused(slices, "sexes that the first file does not give");
}

TEST(PatientIdentity, MissingFieldIsAWarning)
{
  auto slices = mr_series({.slices = 4});
  put_text(slices[1], birth_tag, "DA", "");
  TemporaryFolder folder;
  write_series(folder, slices);
  const auto found = scan(folder.path()).value();
  EXPECT_TRUE(has_remark(*all_stacks(found).front(), "identity.incomplete", Severity::Warning));
  EXPECT_EQ(found.studies.front().patient.birth_date, "19600101");
}

TEST(PatientIdentity, SpellingOfTheNameDoesNotMakeASecondPatient)
{
  auto slices = mr_series({.slices = 4});
  put_text(slices[1], name_tag, "PN", "PHANTOM^THIGH^^^");
  put_text(slices[2], name_tag, "PN", "phantom ^ thigh");
  TemporaryFolder folder;
  write_series(folder, slices);
  const auto found = scan(folder.path()).value();
  EXPECT_THAT(warnings_of(*all_stacks(found).front()), ::testing::IsEmpty());
  EXPECT_EQ(found.studies.front().patient.name, "PHANTOM^THIGH");
}

TEST(PatientIdentity, DigestTellsPatientsApartAndFieldsFromEachOther)
{
  const PatientIdentity one{"P1", "", "A^B", "19600101", "F"}, other_id{"P2", "", "A^B", "19600101", "F"},
      moved_field{"", "P1", "A^B", "19600101", "F"};
  EXPECT_EQ(one.digest().size(), 12u);
  EXPECT_EQ(one.digest(), PatientIdentity(one).digest());
  EXPECT_NE(one.digest(), other_id.digest());
  EXPECT_NE(one.digest(), moved_field.digest());
}
