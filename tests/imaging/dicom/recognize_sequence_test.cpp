#include "imaging/dicom/recognize_sequence.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "imaging/dicom/description_words.h"

// Protocols as musculoskeletal MRI is run at 1.5 and 3 T (times in ms); the expected name is the one a radiologist gives them.
using namespace nadir::imaging;

namespace
{
SequenceEvidence spin_echo(double te, double tr, std::string description = "")
{
  SequenceEvidence evidence;
  evidence.modality = "MR";
  evidence.image_type = "ORIGINAL\\PRIMARY\\M";
  evidence.scanning_sequence = "SE";
  evidence.echo_time = te;
  evidence.repetition_time = tr;
  evidence.description = std::move(description);
  return evidence;
}

SequenceEvidence gradient_echo(double te, double tr, double flip, std::string description = "")
{
  auto evidence = spin_echo(te, tr, std::move(description));
  evidence.scanning_sequence = "GR";
  evidence.sequence_variant = "SK\\SP";
  evidence.flip_angle = flip;
  return evidence;
}

SequenceType type_of(const SequenceEvidence& evidence) { return recognize(evidence).type; }
}  // namespace

TEST(RecognizeSequence, NumbersAloneDecideSpinEchoes)
{
  EXPECT_EQ(type_of(spin_echo(12, 550)), SequenceType::T1);
  EXPECT_EQ(type_of(spin_echo(20, 1000)), SequenceType::T1);
  EXPECT_EQ(type_of(spin_echo(85, 4200)), SequenceType::T2);
  EXPECT_EQ(type_of(spin_echo(110, 3000)), SequenceType::T2);
  EXPECT_EQ(type_of(spin_echo(33, 3200)), SequenceType::ProtonDensity);
}

TEST(RecognizeSequence, NumbersBetweenTheLimitsAreNotGuessed)
{
  EXPECT_EQ(type_of(spin_echo(50, 3000)), SequenceType::Other);
  EXPECT_EQ(type_of(spin_echo(15, 1350)), SequenceType::Other);
}

TEST(RecognizeSequence, WordsDecideWhereNumbersDoNot)
{
  EXPECT_EQ(type_of(spin_echo(50, 3000, "t2_tse_tra")), SequenceType::T2);
  SequenceEvidence named;
  named.modality = "MR";
  named.description = "IBSI_1_STS_001_MR_T1_image";
  EXPECT_EQ(type_of(named), SequenceType::T1);
}

TEST(RecognizeSequence, ContradictionIsOtherAndSaysSo)
{
  const auto found = recognize(spin_echo(95, 4000, "T1 TSE sag"));
  EXPECT_EQ(found.type, SequenceType::Other);
  EXPECT_THAT(found.clues.back().meaning, ::testing::HasSubstr("contradict"));
}

TEST(RecognizeSequence, FatSuppressionMakesT2FatSaturated)
{
  auto by_option = spin_echo(85, 4200);
  by_option.fat_suppressed = true;
  EXPECT_EQ(type_of(by_option), SequenceType::T2FatSaturated);
  EXPECT_EQ(type_of(spin_echo(85, 4200, "T2 FS ax")), SequenceType::T2FatSaturated);
  EXPECT_EQ(type_of(spin_echo(85, 4200, "t2_tse_spair_cor")), SequenceType::T2FatSaturated);
  auto water = spin_echo(85, 4200, "t2_tse_dixon");
  water.image_type = "DERIVED\\PRIMARY\\M\\DIXON\\WATER";
  EXPECT_EQ(type_of(water), SequenceType::T2FatSaturated);
}

TEST(RecognizeSequence, ShortInversionTimeIsStirWhateverTheEcho)
{
  for (const double te : {30.0, 60.0})
    for (const double ti : {150.0, 220.0})
    {
      auto stir = spin_echo(te, 4500);
      stir.scanning_sequence = "SE\\IR";
      stir.inversion_time = ti;
      EXPECT_EQ(type_of(stir), SequenceType::T2FatSaturated) << te << " " << ti;
    }
  EXPECT_EQ(type_of(spin_echo(35, 5000, "STIR cor")), SequenceType::T2FatSaturated);
}

TEST(RecognizeSequence, FlairIsNotCalledT2)
{
  auto flair = spin_echo(120, 9000, "T2 FLAIR");
  flair.scanning_sequence = "SE\\IR";
  flair.inversion_time = 2500;
  EXPECT_EQ(type_of(flair), SequenceType::Other);
}

TEST(RecognizeSequence, ContrastAgentMakesPostContrastOfT1)
{
  auto post = spin_echo(12, 600);
  post.contrast_agent = "GADOVIST";
  const auto found = recognize(post);
  EXPECT_EQ(found.type, SequenceType::T1PostContrast);
  EXPECT_EQ(found.clues.back().attribute, "(0018,0010) ContrastBolusAgent");
}

TEST(RecognizeSequence, WordsOfManyProtocolsSayAfterContrast)
{
  for (const std::string words :
       {"T1 FS +C", "t1_tse_tra_KM", "T1 post Gd", "AX T1 C+", "T1 POST", "T1 VIBE CE", "t1_fs_gad", "SAG T1 MDC"})
    EXPECT_EQ(type_of(spin_echo(12, 600, words)), SequenceType::T1PostContrast) << words;
  for (const std::string words : {"T1 pre contrast", "t1 nativ", "T1 without contrast", "T1 ohne KM", "T1 tse tra", "T1 W/O GAD"})
    EXPECT_EQ(type_of(spin_echo(12, 600, words)), SequenceType::T1) << words;
}

TEST(RecognizeSequence, AgentAndTheWordPreContradict)
{
  auto series = spin_echo(12, 600, "T1 PRE");
  series.contrast_agent = "DOTAREM";
  EXPECT_EQ(type_of(series), SequenceType::Other);
}

TEST(RecognizeSequence, SpoiledGradientEchoIsT1AndLongEchoIsNot)
{
  EXPECT_EQ(type_of(gradient_echo(2.4, 300, 80)), SequenceType::T1);
  EXPECT_EQ(type_of(gradient_echo(1.5, 4, 10, "VIBE")), SequenceType::T1);
  EXPECT_EQ(type_of(gradient_echo(20, 600, 20)), SequenceType::Other);
}

TEST(RecognizeSequence, DiffusionByItsBValue)
{
  auto weighted = spin_echo(70, 5000, "ep2d_diff");
  weighted.scanning_sequence = "SE\\EP";
  weighted.b_value = 800;
  EXPECT_EQ(type_of(weighted), SequenceType::Dwi);
  EXPECT_EQ(*recognize(weighted).b_value, 800);
  auto reference = weighted;
  reference.b_value = 0;
  reference.has_diffusion_siblings = true;
  EXPECT_EQ(type_of(reference), SequenceType::Dwi);
}

TEST(RecognizeSequence, ZeroBValueOfAnOrdinaryPhilipsImageIsNoDiffusion)
{
  auto ordinary = spin_echo(80, 4000);
  ordinary.b_value = 0;
  EXPECT_EQ(type_of(ordinary), SequenceType::T2);
}

TEST(RecognizeSequence, AdcByTypeOrUnit)
{
  auto map = spin_echo(70, 5000);
  map.image_type = "DERIVED\\PRIMARY\\DIFFUSION\\ADC\\NORM";
  map.b_value = 800;
  EXPECT_EQ(type_of(map), SequenceType::Adc);
  auto by_unit = spin_echo(70, 5000);
  by_unit.unit = "1e-6 mm2/s";
  EXPECT_EQ(type_of(by_unit), SequenceType::Adc);
}

TEST(RecognizeSequence, LocalizersPhasesMapsAndSubtractionsAreNamedOrOther)
{
  auto localizer = gradient_echo(5, 8, 20);
  localizer.image_type = "ORIGINAL\\PRIMARY\\M\\LOCALIZER";
  EXPECT_EQ(type_of(localizer), SequenceType::Localizer);
  EXPECT_EQ(type_of(gradient_echo(5, 8, 20, "3-pl loc")), SequenceType::Localizer);
  auto phase = spin_echo(12, 600);
  phase.image_type = "ORIGINAL\\PRIMARY\\P\\ND";
  EXPECT_EQ(type_of(phase), SequenceType::Other);
  auto subtraction = spin_echo(12, 600, "T1 SUB");
  EXPECT_EQ(type_of(subtraction), SequenceType::Other);
  EXPECT_EQ(type_of(spin_echo(12, 600, "T1 map")), SequenceType::Other);
  auto computed_tomography = spin_echo(12, 600);
  computed_tomography.modality = "CT";
  EXPECT_EQ(type_of(computed_tomography), SequenceType::Other);
}

TEST(DescriptionWords, WeightingIsAWordNotAPartOfOne)
{
  for (const std::string words : {"T1", "t1_tse_sag", "AXT1", "SAG T1W", "T1-TSE", "cor T1 FS"})
    EXPECT_EQ(DescriptionWords(words).weighting(), SequenceType::T1) << words;
  for (const std::string words : {"REST1 w SMS", "ST10", "T12 level", "T1 and T2", "T2*", "T1rho", "thigh", ""})
    EXPECT_FALSE(DescriptionWords(words).weighting()) << words;
}
