#include "measure/assessment/case_file.h"

#include "measure/assessment/case_file_digest.h"

#include <gmock/gmock.h>

#include "tests/support/temporary_folder.h"

using namespace nadir;
using namespace nadir::measure;
using ::testing::HasSubstr;

namespace
{
std::string with_lesion(const std::string& lesion)
{
  return R"({"patient":"P1","timepoints":[{"label":"baseline","folder":"pre"},{"label":"follow-up","folder":"post"}],"lesions":[)" +
         lesion + "]}";
}

std::string with_prompt(const std::string& prompt)
{
  return with_lesion(R"({"id":"T01","role":"target","organ":"soft tissue","nodal":false,"prompts":{"baseline":)" + prompt + "}}");
}

Result<Case> read(const std::string& text)
{
  const nadir::testing::TemporaryFolder folder;
  return read_case_file(folder.write("case.json", text));
}

void expect_invalid(const std::string& text, const std::string& words)
{
  const auto result = read(text);
  ASSERT_FALSE(result) << text;
  EXPECT_TRUE(result.failure().is(AssessmentError::CaseInvalid)) << result.failure().message();
  EXPECT_THAT(result.failure().message(), HasSubstr(words));
}
}  // namespace

TEST(CaseFile, ReadsEveryKindOfPrompt)
{
  const auto result = read(with_lesion(
      R"({"id":"T01","role":"target","organ":"thigh","nodal":true,"prompts":{"baseline":{"caliper":[[0,0,1],[30,0,1]],"short_axis":[[15,-8,1],[15,8,1]]},"follow-up":{"absent":true}}},
         {"id":"N01","role":"non-target","prompts":{"baseline":{"state":"PRESENT"},"follow-up":{"state":"UNEQUIVOCAL_PROGRESSION","reason":"doubled"}}},
         {"id":"T02","role":"target","prompts":{"baseline":{"mask":"m.nii.gz","label":3}}})"));
  ASSERT_TRUE(result) << result.failure().message();
  ASSERT_EQ(result->lesions.size(), 3u);
  EXPECT_TRUE(result->lesions[0].lesion.nodal);
  const auto& caliper = std::get<CaliperPrompt>(result->lesions[0].prompts.at(TimepointLabel{"baseline"}));
  EXPECT_EQ(caliper.longest.to, (PatientPoint{30, 0, 1}));
  EXPECT_EQ(std::get<StatePrompt>(result->lesions[0].prompts.at(TimepointLabel{"follow-up"})).state, "ABSENT");
  EXPECT_EQ(std::get<StatePrompt>(result->lesions[1].prompts.at(TimepointLabel{"follow-up"})).reason, "doubled");
  EXPECT_EQ(std::get<MaskPrompt>(result->lesions[2].prompts.at(TimepointLabel{"baseline"})).label, 3);
  EXPECT_FALSE(result->lesions[2].prompts.contains(TimepointLabel{"follow-up"}));
}

// sha256sum(1) of the same bytes.
TEST(CaseFile, IsKnownByItsDigestAndNotByItsName)
{
  const nadir::testing::TemporaryFolder folder;
  const auto file = folder.write(
      "Smith_John.json", R"({"patient":"P1","timepoints":[{"label":"baseline"}],"lesions":[{"id":"T01","role":"target","prompts":{}}]})");
  const auto digest = case_file_digest(file);
  ASSERT_TRUE(digest);
  EXPECT_EQ(digest->role, "case");
  EXPECT_EQ(digest->name, "case file");
  EXPECT_EQ(digest->sha256, "02b4864c4af8e058f8951fb1e3f6ebc8bbe878109c76efebbb2686b4ec8d47d7");
  EXPECT_FALSE(case_file_digest(folder.path() / "none.json"));
}

TEST(CaseFile, ReadsWhatBecameOfSplitAndMergedTargets)
{
  const auto split = read(with_prompt(R"({"state":"SPLIT","fragments":[12.5,8]})"));
  ASSERT_TRUE(split) << split.failure().message();
  EXPECT_EQ(std::get<StatePrompt>(split->lesions[0].prompts.at(TimepointLabel{"baseline"})).fragments,
            (std::vector{Millimeters{12.5}, Millimeters{8}}));
  const auto merged = read(with_prompt(R"({"state":"MERGED_INTO","merged_into":"T02"})"));
  ASSERT_TRUE(merged) << merged.failure().message();
  EXPECT_EQ(std::get<StatePrompt>(merged->lesions[0].prompts.at(TimepointLabel{"baseline"})).merged_into, LesionId{"T02"});
  expect_invalid(with_prompt(R"({"state":"SPLIT"})"), "fragments");
  expect_invalid(with_prompt(R"({"state":"SPLIT","fragments":[-1]})"), "0 or more");
  expect_invalid(with_prompt(R"({"state":"MERGED_INTO"})"), "merged_into");
  expect_invalid(with_prompt(R"({"state":"PRESENT","fragments":[3]})"), "go together");
}

TEST(CaseFile, ReadsStrokesPointsAndScribbles)
{
  const auto result = read(with_lesion(
      R"({"id":"T01","role":"target","prompts":{"baseline":{"line":[[0,0,1],[30,0,1]],"short_axis":[[15,-8,1],[15,8,1]],"extent":[[15,0,-9],[15,0,12]]},"follow-up":{"point":[1,2,3]}}},
         {"id":"T02","role":"target","prompts":{"baseline":{"scribbles":"s.json"}}})"));
  ASSERT_TRUE(result) << result.failure().message();
  const auto& stroke = std::get<DrawnPrompt>(result->lesions[0].prompts.at(TimepointLabel{"baseline"}));
  EXPECT_EQ(stroke.longest->to, (PatientPoint{30, 0, 1}));
  EXPECT_EQ(stroke.short_axis->from, (PatientPoint{15, -8, 1}));
  EXPECT_EQ(stroke.extent->to, (PatientPoint{15, 0, 12}));
  EXPECT_EQ(std::get<DrawnPrompt>(result->lesions[0].prompts.at(TimepointLabel{"follow-up"})).point, (PatientPoint{1, 2, 3}));
  EXPECT_EQ(std::get<DrawnPrompt>(result->lesions[1].prompts.at(TimepointLabel{"baseline"})).scribbles.filename(), "s.json");
}

TEST(CaseFile, RefusesStrokesThatContradictThemselves)
{
  expect_invalid(with_prompt(R"({"point":[1,2,3],"short_axis":[[0,0,0],[1,0,0]]})"), "needs \"line\"");
  expect_invalid(with_prompt(R"({"line":[[0,0,0],[9,0,0]],"point":[1,2,3]})"), "both");
  expect_invalid(with_prompt(R"({"line":[[0,0,0],[0,0,0]]})"), "length zero");
  expect_invalid(with_prompt(R"({"point":[1,2]})"), "[x, y, z]");
  expect_invalid(with_prompt(R"({"scribbles":""})"), "not empty");
}

TEST(CaseFile, TakesPathsRelativeToItselfAndMasksAlsoFromTheImagesFolder)
{
  const nadir::testing::TemporaryFolder folder;
  folder.write("pre/T01.nii.gz", "x");
  const auto file = folder.write("case.json", with_prompt(R"({"mask":"T01.nii.gz"})"));
  const auto result = read_case_file(file);
  ASSERT_TRUE(result);
  EXPECT_EQ(result->timepoints[1].folder, folder.path() / "post");
  EXPECT_EQ(std::get<MaskPrompt>(result->lesions[0].prompts.begin()->second).file, folder.path() / "pre" / "T01.nii.gz");
}

// The file itself is read by whoever knows protocol files; until then the rules are the default ones.
TEST(CaseFile, NamesTheProtocolBesideItself)
{
  const nadir::testing::TemporaryFolder folder;
  const std::string lesions = R"("timepoints":[{"label":"baseline"}],"lesions":[{"id":"T01","role":"target","prompts":{}}])";
  const auto result = read_case_file(folder.write("cases/case.json", R"({"patient":"P1","protocol":"../trial.json",)" + lesions + "}"));
  ASSERT_TRUE(result) << result.failure().message();
  EXPECT_EQ(result->protocol_file, folder.path() / "cases/../trial.json");
  expect_invalid(R"({"patient":"P1","protocol":["trial.json"],)" + lesions + "}", "/protocol");
  expect_invalid(R"({"patient":"P1","protocol":"",)" + lesions + "}", "/protocol");
}

TEST(CaseFile, NamesThePlaceOfEveryMistake)
{
  expect_invalid(with_prompt(R"({"caliper":[[0,0,0],[0,0,0]]})"), "/lesions/0/prompts/baseline/caliper");
  expect_invalid(with_prompt(R"({"caliper":[[0,0,0],[1,"2",0]]})"), "must be a number in mm");
  expect_invalid(with_prompt(R"({"caliper":[[0,0],[1,2]]})"), "[x, y, z]");
  expect_invalid(with_prompt(R"({"mask":""})"), "not empty");
  expect_invalid(with_prompt(R"({"mask":"a","label":0})"), "from 1 to 65535");
  expect_invalid(with_prompt(R"({"absent":false})"), "must be true");
  expect_invalid(with_prompt(R"({"state":"GONE"})"), "is not one of");
  expect_invalid(with_prompt(R"({"state":"NOT_EVALUABLE"})"), "reason");
  expect_invalid(with_prompt(R"({"mask":"a","absent":true})"), "\"absent\" is not known");
  expect_invalid(with_lesion(R"({"id":"T01","role":"main","prompts":{}})"), "\"target\"");
  expect_invalid(with_lesion(R"({"id":"T01","role":"target","prompts":{"later":{"absent":true}}})"), "no label of a time point");
  expect_invalid(with_lesion(R"({"id":"T01","role":"target","prompts":{}},{"id":"T01","role":"target","prompts":{}})"), "occurs twice");
  expect_invalid(with_lesion(R"({"id":"T01","role":"target","organs":"x","prompts":{}})"), "\"organs\" is not known");
  expect_invalid(with_lesion(R"({"id":"T01","role":"target","tracking_uid":"1.2.x","prompts":{}})"), "/lesions/0/tracking_uid");
  expect_invalid(
      with_lesion(
          R"({"id":"T01","role":"target","tracking_uid":"1.2","prompts":{}},{"id":"T02","role":"target","tracking_uid":"1.2","prompts":{}})"),
      "lesion T01, too");
  expect_invalid(R"({"patient":"P1","timepoints":[],"lesions":[]})", "at least one");
  expect_invalid(R"({"timepoints":[],"lesions":[]})", "\"patient\" is missing");
  expect_invalid("[]", "must be an object");
}

TEST(CaseFile, WithAKeyTwiceInOneObjectIsRefused)
{
  expect_invalid(R"({"patient":"P1","patient":"P2","timepoints":[],"lesions":[]})", "\"patient\" occurs twice");
}

TEST(CaseFile, DoesNotCountOneMaskAsTwoLesions)
{
  expect_invalid(
      with_lesion(
          R"({"id":"T01","role":"target","prompts":{"baseline":{"mask":"m.nii"}}},{"id":"T02","role":"target","prompts":{"baseline":{"mask":"./m.nii"}}})"),
      "same mask");
}

TEST(CaseFile, RefusesATargetThatIsAbsentAtBaseline) { expect_invalid(with_prompt(R"({"absent":true})"), "absent at baseline"); }

// Found by a reader with fresh eyes: a short axis 30 mm away, in another slice, counted as that of the node (rule B5: both in one plane).
TEST(CaseFile, RefusesAShortAxisOfSomethingElse)
{
  const auto with_short_axis = [](const std::string& line)
  { return with_prompt(R"({"caliper":[[0,0,1],[40,0,1]],"short_axis":)" + line + "}"); };
  EXPECT_TRUE(read(with_short_axis("[[20,-8,1],[20,8,1]]")));
  EXPECT_TRUE(read(with_short_axis("[[20,4,1],[20,16,1]]")));
  expect_invalid(with_short_axis("[[20,-8,31],[20,8,31]]"), "lies 30.0 mm from its longest diameter of 40.0 mm");
  expect_invalid(with_short_axis("[[520,-8,1],[520,8,1]]"), "not of the same lesion and slice");
}

// A node of 20 mm that shrinks to 9 mm is PR by its longest diameter and CR by its short axis.
TEST(CaseFile, AsksWhetherAnOrganCalledLymphNodeIsANode)
{
  const auto lesion = [](const std::string& organ, const std::string& more)
  {
    return with_lesion(R"({"id":"T01","role":"target","organ":")" + organ + '"' + more + R"(,"prompts":{"baseline":{"mask":"m.nii.gz"}}})");
  };
  expect_invalid(lesion("Lymph node, left groin", ""), "nodal");
  expect_invalid(lesion("axillary nodes", ""), "nodal");
  EXPECT_TRUE(read(lesion("Lymph node, left groin", R"(,"nodal":false)")));
  EXPECT_TRUE(read(lesion("thyroid nodule", "")));
}

TEST(CaseFile, ThatIsNoJsonSaysWhere)
{
  const auto result = read("{\n  \"patient\": \"P1\",\n  oops\n}");
  ASSERT_FALSE(result);
  EXPECT_TRUE(result.failure().is(AssessmentError::CaseUnreadable));
  EXPECT_THAT(result.failure().message(), HasSubstr("line 3"));
}

TEST(CaseFile, NestedWithoutEndIsRefused) { EXPECT_FALSE(read(std::string(200000, '['))); }

TEST(CaseFile, ThatIsMissingIsRefused)
{
  const auto result = read_case_file("/no/such/case.json");
  ASSERT_FALSE(result);
  EXPECT_TRUE(result.failure().is(AssessmentError::CaseUnreadable));
}
