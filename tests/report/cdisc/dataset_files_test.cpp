// CSV, Dataset-JSON and SAS transport files: read back equal, and what is no such file is refused.
#include <gmock/gmock.h>

#include <cmath>
#include <random>

#include "report/cdisc/cdisc_error.h"
#include "report/cdisc/dataset_csv.h"
#include "report/cdisc/dataset_json.h"
#include "report/cdisc/domain_datasets.h"
#include "report/cdisc/ibm_double.h"
#include "report/cdisc/submission.h"
#include "report/cdisc/transport_file.h"
#include "tests/report/cdisc/study_examples.h"
#include "tests/report/support/german_locale.h"

using namespace nadir;
using namespace nadir::report::cdisc;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

namespace
{
const FileOrigin origin{"2024-05-01T00:00:00", "0.1.0"};

std::vector<Dataset> datasets()
{
  static const auto assessment = test::trial_assessment();
  return submission_of(test::study_of({&assessment})).value().datasets;
}

/// A dataset with the texts that break files.
Dataset odd_dataset()
{
  auto dataset = empty_dataset("SUPPTR");
  for (const std::string text : {"a,b", "\"q\"", "=1+1", "'=1", "-12", "-x", " blank ", "Größe 大 😀", "{U+0041}", "'"})
    dataset.rows.push_back({"S", "TR", "S-1", "TRSEQ", "1", "TRREASW", "Reason in the Reader's Words", text, "Collected", ""});
  return dataset;
}
}  // namespace

TEST(DatasetFiles, ReadBackEqual)
{
  auto all = datasets();
  all.push_back(odd_dataset());
  for (const auto& dataset : all)
  {
    const auto csv = dataset_from_csv(dataset.name, to_csv(dataset));
    ASSERT_TRUE(csv) << dataset.name;
    EXPECT_EQ(*csv, dataset);
    const auto json = dataset_from_json(to_dataset_json(dataset, origin));
    ASSERT_TRUE(json) << dataset.name;
    EXPECT_EQ(*json, dataset);
    const auto transport = dataset_from_transport_file(to_transport_file(dataset, origin));
    ASSERT_TRUE(transport) << dataset.name;
    EXPECT_EQ(*transport, dataset);
  }
}

TEST(DatasetFiles, AreTheSameBytesUnderAGermanLocale)
{
  const auto csv = to_csv(datasets()[1]), json = to_dataset_json(datasets()[1], origin),
             transport = to_transport_file(datasets()[1], origin);
  const test::GermanLocale german;
  EXPECT_EQ(to_csv(datasets()[1]), csv);
  EXPECT_EQ(to_dataset_json(datasets()[1], origin), json);
  EXPECT_EQ(to_transport_file(datasets()[1], origin), transport);
}

TEST(DatasetFiles, AreRefusedWhenAnyByteOfTheirStructureChanges)
{
  const auto dataset = datasets()[1];
  auto json = to_dataset_json(dataset, origin);
  const auto records = json.find("\"records\": ");
  ASSERT_NE(records, std::string::npos);
  json[records + 11] = '7';
  EXPECT_FALSE(dataset_from_json(json)) << "records is not the number of rows";
  const auto csv = to_csv(dataset);
  EXPECT_FALSE(dataset_from_csv("TR", csv.substr(0, csv.size() - 2))) << "the last row has no end";
  EXPECT_FALSE(dataset_from_csv("RS", csv)) << "variables of another dataset";
  EXPECT_FALSE(dataset_from_csv("TR", csv + "one,cell\r\n"));
  const auto transport = to_transport_file(dataset, origin);
  EXPECT_FALSE(dataset_from_transport_file(transport.substr(0, transport.size() - 80)));
  EXPECT_FALSE(dataset_from_transport_file("S" + transport.substr(1)));
  EXPECT_FALSE(dataset_from_transport_file(""));
}

TEST(TransportFile, TellsWhichTextsAreNotPlainAscii)
{
  EXPECT_THAT(characters_spelled(odd_dataset()), ElementsAre("SUPPTR.QVAL"));
  EXPECT_THAT(characters_spelled(datasets()[1]), ElementsAre());
  EXPECT_THAT(to_transport_file(odd_dataset(), origin), HasSubstr("Gr{U+00F6}{U+00DF}e {U+5927} {U+1F600}"));
}

TEST(TransportFile, HasTheFixedRecordsOfTs140)
{
  const auto bytes = to_transport_file(datasets()[1], origin);
  EXPECT_EQ(bytes.size() % 80, 0u);
  EXPECT_EQ(bytes.substr(80 + 64, 16), "01MAY24:00:00:00");
  EXPECT_EQ(bytes.substr(5 * 80 + 8, 8), "TR      ");
  EXPECT_EQ(bytes.substr(6 * 80 + 32, 20), "Tumor/Lesion Results");
}

/// Values of IBM's System/370 Principles of Operation and of SAS technical note TS-140.
TEST(IbmDouble, HasTheBytesOfTheStandard)
{
  EXPECT_EQ(to_ibm_double(1.0), (IbmDouble{0x41, 0x10, 0, 0, 0, 0, 0, 0}));
  EXPECT_EQ(to_ibm_double(-118.625), (IbmDouble{0xC2, 0x76, 0xA0, 0, 0, 0, 0, 0}));
  EXPECT_EQ(to_ibm_double(0.5), (IbmDouble{0x40, 0x80, 0, 0, 0, 0, 0, 0}));
  EXPECT_EQ(to_ibm_double(0.0), IbmDouble{});
  EXPECT_EQ(from_ibm_double(ibm_missing), std::nullopt);
  EXPECT_EQ(from_ibm_double({0x41, 0, 0, 0, 0, 0, 0, 0}), std::nullopt) << ".A is missing, too";
}

TEST(IbmDouble, GivesBackEveryDouble)
{
  std::mt19937_64 random(7);
  for (int i = 0; i < 100000; ++i)
  {
    const double value =
        std::ldexp(static_cast<double>(random() >> 11), static_cast<int>(random() % 300) - 200) * (random() % 2 ? 1.0 : -1.0);
    ASSERT_EQ(from_ibm_double(to_ibm_double(value)), value == 0.0 ? 0.0 : value);
  }
}
