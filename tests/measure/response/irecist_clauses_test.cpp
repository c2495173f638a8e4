// Clauses of iRECIST (X1 to X5) that only their own test reaches.
#include <gmock/gmock.h>

#include "measure/response/irecist/assess.h"
#include "measure/response/irecist/best_response.h"
#include "tests/measure/response/patient_builder.h"

using namespace nadir;
using namespace nadir::measure;
using namespace nadir::measure::test;
using enum LesionState;
using ::testing::ElementsAre;

namespace
{
std::vector<std::string> immune_words(const PatientReadings& readings, const Protocol& protocol = {})
{
  std::vector<std::string> words;
  for (const auto& at : irecist::assess(readings, protocol).timepoints) words.emplace_back(name_of(at.overall));
  return words;
}

LesionReading new_at(double length, FurtherIncrease increase = FurtherIncrease::NotStated)
{
  auto reading = state(Unequivocal);
  if (length > 0) reading.longest_diameter = Millimeters{length};
  reading.further_increase = increase;
  return reading;
}

PatientReadings with_new_lesions(const std::vector<ReadLesion>& lesions, const std::vector<std::vector<LesionReading>>& visits)
{
  std::vector<ReadLesion> all{target("T1")};
  all.insert(all.end(), lesions.begin(), lesions.end());
  Patient patient(all);
  for (auto visit : visits)
  {
    visit.insert(visit.begin(), mm(50));
    patient.at(visit);
  }
  return patient.readings();
}
}  // namespace

// X2, X4: at most five new lesions are measured, two in one organ; they need 10 mm, nodes 15 mm, when first seen.
TEST(Irecist, MeasuresNoMoreNewLesionsThanTargets)
{
  const auto sum = [](const std::vector<ReadLesion>& lesions, const std::vector<LesionReading>& readings)
  {
    std::vector<LesionReading> none(lesions.size(), state(None));
    return irecist::assess(with_new_lesions(lesions, {none, readings, readings}), {}).timepoints[2].new_lesion_sum;
  };
  const auto in = [](const std::string& id, const std::string& organ) { return lesion(id, LesionRole::New, organ); };
  auto nodal = new_lesion("L1");
  nodal.lesion.nodal = true;
  auto small_node = state(Unequivocal), large_node = state(Unequivocal);
  small_node.short_axis = Millimeters{14.9}, large_node.short_axis = Millimeters{15};
  EXPECT_EQ(sum({new_lesion("L1")}, {new_at(9.9)}), ReportedLength{});
  EXPECT_EQ(sum({new_lesion("L1")}, {new_at(10)}), from_millimeters(10));
  EXPECT_EQ(sum({new_lesion("L1")}, {new_at(0)}), ReportedLength{});
  EXPECT_EQ(sum({nodal}, {small_node}), ReportedLength{});
  EXPECT_EQ(sum({nodal}, {large_node}), from_millimeters(15));
  EXPECT_EQ(sum({in("a", "liver"), in("b", "liver"), in("c", "liver")}, {new_at(10), new_at(20), new_at(30)}), from_millimeters(30));
  const std::vector six = {in("a", "1"), in("b", "2"), in("c", "3"), in("d", "4"), in("e", "5"), in("f", "6")};
  EXPECT_EQ(sum(six, std::vector<LesionReading>(6, new_at(10))), from_millimeters(50));
}

// X1: growth of a known new lesion is progression again after the bar was reset; without a length the reader's word counts.
TEST(Irecist, AKnownNewLesionThatGrowsIsProgression)
{
  const auto words = [](const LesionReading& last)
  {
    const auto readings = Patient({target("T1"), new_lesion("L1")})
                              .at({mm(100), state(None)})
                              .at({mm(100), new_at(20)})
                              .at({mm(60), new_at(20)})
                              .at({mm(60), last})
                              .readings();
    return immune_words(readings);
  };
  EXPECT_THAT(words(new_at(20)), ElementsAre("baseline", "iUPD", "iPR", "iPR"));
  EXPECT_THAT(words(new_at(24.9)), ElementsAre("baseline", "iUPD", "iPR", "iPR"));
  EXPECT_THAT(words(new_at(25)), ElementsAre("baseline", "iUPD", "iPR", "iUPD"));
  EXPECT_THAT(words(new_at(0, FurtherIncrease::Yes)), ElementsAre("baseline", "iUPD", "iPR", "iUPD"));
  EXPECT_THAT(words(state(NotEvaluable)), ElementsAre("baseline", "iUPD", "iPR", "NE"));
}

TEST(Irecist, ResetsTheBarWhenWhatProgressedIsGoneOrTheTargetsAreBetter)
{
  const auto words = [](double target_now, const LesionReading& lesion_now)
  {
    Patient patient({target("T1"), new_lesion("L1")});
    patient.at({mm(100), state(None)}).at({mm(100), new_at(5)}).at({mm(target_now), lesion_now});
    return immune_words(patient.readings())[2];
  };
  EXPECT_EQ(words(100, new_at(5)), "iUPD");
  EXPECT_EQ(words(100, state(None)), "iSD");
  EXPECT_EQ(words(70, new_at(5)), "iPR");
  EXPECT_EQ(words(100, new_at(6)), "iCPD");
  const auto gone = Patient({target("T1"), new_lesion("L1")})
                        .at({mm(100), state(None)})
                        .at({mm(100), new_at(5)})
                        .at({state(Absent), new_at(5)})
                        .at({state(Absent), state(None)})
                        .readings();
  EXPECT_THAT(immune_words(gone), ElementsAre("baseline", "iUPD", "iPR", "iCR"));
}

TEST(Irecist, OfNonTargetDiseaseAloneSaysWhatRecistSays)
{
  const auto words = [](LesionState last, LesionState new_last)
  {
    Patient patient({non_target("N1"), new_lesion("L1")});
    patient.at({state(Present), state(None)}).at({state(Present), state(Unequivocal)}).at({state(last), state(new_last)});
    return immune_words(patient.readings())[2];
  };
  EXPECT_EQ(words(NotEvaluable, Unequivocal), "NE");
  EXPECT_EQ(words(Absent, None), "iCR");
  EXPECT_EQ(words(Absent, Unequivocal), "iUPD");
  EXPECT_EQ(words(UnequivocalProgression, Unequivocal), "iCPD");  // another kind of lesion progressed
}

TEST(Irecist, ConfirmsNonTargetProgressionByALargerLength)
{
  const auto length = [](double size, LesionState what)
  {
    auto reading = state(what);
    if (size > 0) reading.longest_diameter = Millimeters{size};
    return reading;
  };
  const auto words = [&](double then, double now)
  {
    return immune_words(Patient({target("T1"), non_target("N1")})
                            .at({mm(50), state(Present)})
                            .at({mm(50), length(then, UnequivocalProgression)})
                            .at({mm(50), length(now, UnequivocalProgression)})
                            .readings())[2];
  };
  EXPECT_EQ(words(30, 30.1), "iCPD");
  EXPECT_EQ(words(30, 30), "iUPD");
  EXPECT_EQ(words(0, 30), "iUPD");
  EXPECT_EQ(words(30, 0), "iUPD");
}

// Without a date nothing is too early; with dates 28 days count (X2: four weeks).
TEST(Irecist, NeedsDatesToBeTooEarly)
{
  const auto words = [](std::optional<std::string> then, std::optional<std::string> now)
  { return immune_words(Patient({target("T1")}).at({mm(50)}, "2024-01-01").at({mm(60)}, then).at({mm(66)}, now).readings())[2]; };
  EXPECT_EQ(words("2024-03-01", "2024-03-28"), "iUPD");
  EXPECT_EQ(words("2024-03-01", "2024-03-29"), "iCPD");
  EXPECT_EQ(words("2024-03-01", std::nullopt), "iCPD");
  EXPECT_EQ(words(std::nullopt, "2024-03-02"), "iCPD");
}

TEST(Irecist, OfNothingButNotEvaluableHasNoBestResponse)
{
  const auto best = irecist::best_response(irecist::assess(Patient({target("T1")}).at({mm(50)}).at({state(NotDone)}).readings(), {}));
  EXPECT_EQ(best.category, irecist::ImmuneCategory::NotEvaluable);
}

TEST(Irecist, HasAWordForEveryCategoryOfRecist)
{
  using enum Category;
  std::vector<std::string> words;
  for (const auto category : {CompleteResponse, PartialResponse, StableDisease, NonCrNonPd, ProgressiveDisease, NotEvaluable, NotApplicable,
                              NoEvidenceOfDisease, Baseline})
    words.emplace_back(name_of(irecist::immune_category_of(category)));
  EXPECT_THAT(words, ElementsAre("iCR", "iPR", "iSD", "NON-iCR/NON-iUPD", "iUPD", "NE", "NE", "NED", "baseline"));
}

TEST(Irecist, OfNonTargetsThatAreGoneBesideANewLesionIsNoCompleteResponse)
{
  const auto readings = Patient({non_target("N1"), new_lesion("L1")})
                            .at({state(Present), state(None)})
                            .at({state(UnequivocalProgression), state(Unequivocal)})
                            .at({state(Absent), state(Unequivocal)})
                            .readings();
  EXPECT_THAT(immune_words(readings), ElementsAre("baseline", "iUPD", "NON-iCR/NON-iUPD"));
}

// A measured new lesion without a length at iUPD: the sum is unknown there, so no later one confirms anything.
TEST(Irecist, NeedsBothSumsOfNewLesionsToConfirm)
{
  const auto readings = Patient({target("T1"), new_lesion("L1"), new_lesion("L2")})
                            .at({mm(100), state(None), state(None)})
                            .at({mm(100), new_at(20), new_at(20)})
                            .at({mm(60), new_at(20), new_at(20)})
                            .at({mm(75), new_at(0), new_at(20)})
                            .at({mm(75), new_at(40), new_at(20)})
                            .readings();
  EXPECT_THAT(immune_words(readings), ElementsAre("baseline", "iUPD", "iPR", "iUPD", "iUPD"));
}

TEST(Irecist, HasNoWordForWhatIsNoCategory) { EXPECT_EQ(name_of(static_cast<irecist::ImmuneCategory>(99)), ""); }

// From not evaluable to stable is better, too: the bar of a new lesion that stays is reset.
TEST(Irecist, TakesStableAfterNotEvaluableAsImprovement)
{
  const auto readings = Patient({target("T1"), new_lesion("L1")})
                            .at({mm(100), state(None)})
                            .at({state(NotDone), new_at(5)})
                            .at({mm(100), new_at(5)})
                            .readings();
  EXPECT_THAT(immune_words(readings), ElementsAre("baseline", "iUPD", "iSD"));
}
