#include "report/deidentify/face_risk.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dcdeftag.h>
#include <gmock/gmock.h>

#include "tests/report/deidentify/deidentifying.h"

using namespace nadir;
using namespace nadir::report;
using Level = FaceRisk::Level;
using Deidentifying = nadir::test::Deidentifying;

namespace
{
Level risk_of(const std::string& modality, const std::string& part, const std::string& series)
{
  DcmItem object;
  object.putAndInsertString(DCM_Modality, modality.c_str());
  object.putAndInsertString(DCM_BodyPartExamined, part.c_str());
  object.putAndInsertString(DCM_SeriesDescription, series.c_str());
  object.putAndInsertUint8Array(DCM_PixelData, reinterpret_cast<const Uint8*>("xx"), 2);
  return face_risk(object).level;
}
}  // namespace

TEST(FaceRisk, LiesInScansOfTheHeadHoweverTheyAreCalled)
{
  for (const auto* part : {"HEAD", "BRAIN", "SKULL", "HEADNECK", "NECK", "WHOLEBODY"})
    EXPECT_EQ(risk_of("MR", part, "t1"), Level::Likely) << part;
  for (const auto* series : {"t1_mprage_sag",
                             "Sch\xc3\xa4"
                             "del nativ",
                             "IRM cerveau", "AX FLAIR BRAIN", "Kopf post KM"})
    EXPECT_EQ(risk_of("MR", "", series), Level::Likely) << series;
}

TEST(FaceRisk, LiesNotInOtherPartsOfTheBody)
{
  for (const auto* series : {"T1 thigh left", "facet joints L4/5", "femoral neck STIR", "ADC"})
    EXPECT_EQ(risk_of("MR", "THIGH", series), Level::None) << series;
  EXPECT_EQ(risk_of("SR", "HEAD", ""), Level::None) << "no slices";
  EXPECT_EQ(risk_of("MR", "", "T1 axial"), Level::Unknown);
}

TEST_F(Deidentifying, WarnsOfAFaceInWordsAndForPrograms)
{
  const auto head =
      with([](DcmDataset& data)
           { data.putAndInsertString(DCM_SeriesDescription, "t1_mprage"), data.putAndInsertString(DCM_BurnedInAnnotation, "NO"); });
  const auto cleaned = deidentify(head, pseudonyms, options);
  ASSERT_TRUE(cleaned) << cleaned.failure().message();
  EXPECT_THAT(cleaned->warning, ::testing::HasSubstr("face can be made again"));
  EXPECT_EQ(test::text_of(*test::read_again(cleaned->bytes)->file.getDataset(), DCM_RecognizableVisualFeatures), "YES");
}
