// The sample cases with one stroke a lesion in place of every mask: what a radiologist draws anyway must be enough for the response,
// the volume, the tissues and the flag. Truth: the closed forms that the generator writes beside the images.
#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>

#include "tests/support/run_program.h"
#include "tests/support/temporary_folder.h"

namespace fs = std::filesystem;
using nadir::testing::run_program;
using nadir::testing::TemporaryFolder;
using nlohmann::json;
using ::testing::HasSubstr;

namespace
{
json read(const fs::path& file)
{
  std::ifstream stream(file);
  return json::parse(stream, nullptr, false);
}

const json& with_id(const json& lesions, const json& id)
{
  for (const auto& lesion : lesions)
    if (lesion.at("id") == id) return lesion;
  throw std::runtime_error("lesion is missing");
}

/// Where a radiologist would put the calipers: the ends of the longest section among the acquired slices.
json stroke_of(const json& lesion)
{
  const auto& section = lesion.at("in_acquired_slices");
  return {{"line", section.at("long_ends_lps_mm")}, {"short_axis", section.at("short_ends_lps_mm")}};
}

void draw_instead_of_masks(json& the_case, const json& truth)
{
  for (auto& lesion : the_case.at("lesions"))
    for (const auto& timepoint : truth.at("timepoints"))
    {
      const auto prompt = lesion.at("prompts").find(timepoint.at("label").get<std::string>());
      if (prompt != lesion.at("prompts").end() && prompt->contains("mask"))
        *prompt = stroke_of(with_id(timepoint.at("lesions"), lesion.at("id")));
    }
}

/// Nothing marked after baseline: what an earlier mask or stroke leads to.
void leave_follow_ups_unmarked(json& the_case, const json& truth)
{
  const auto baseline = truth.at("timepoints").at(0).at("label").get<std::string>();
  for (auto& lesion : the_case.at("lesions"))
    if (lesion.at("role") == "target" && lesion.at("prompts").contains(baseline) && lesion.at("prompts").at(baseline).contains("mask"))
      lesion.at("prompts") = {{baseline, lesion.at("prompts").at(baseline)}};
}

struct DrawnCase
{
  std::string name;
  fs::path folder;
  json truth;
  json assessment;
};

json assessed(const fs::path& folder, const json& the_case, const std::string& name)
{
  std::ofstream(folder / (name + ".json")) << the_case.dump();
  const auto run = run_program("nadir", {"assess", folder / (name + ".json"), "--out", folder / name});
  EXPECT_EQ(run.exit_code, 0) << folder << ": " << run.err;
  return run.exit_code == 0 ? read(folder / name / "assessment.json") : json{};
}

/// Generates, draws in and assesses all cases once for all tests of this program.
const std::vector<DrawnCase>& all_cases()
{
  static const TemporaryFolder folder;
  static const std::vector<DrawnCase> cases = []
  {
    std::vector<DrawnCase> result;
    const auto made = run_program("nadir-phantom", {"--out", folder.path()});
    EXPECT_EQ(made.exit_code, 0) << made.err;
    for (const auto& entry : fs::directory_iterator(folder.path()))
    {
      if (!fs::exists(entry.path() / "case.json")) continue;
      const auto truth = read(entry.path() / "truth.json");
      auto the_case = read(entry.path() / "case.json");
      draw_instead_of_masks(the_case, truth);
      result.push_back({entry.path().filename().string(), entry.path(), truth, assessed(entry.path(), the_case, "drawn")});
    }
    return result;
  }();
  return cases;
}

template <class Check> void for_each_timepoint(Check check)
{
  for (const auto& drawn : all_cases())
    for (std::size_t t = 0; t < drawn.truth.at("timepoints").size(); ++t)
    {
      SCOPED_TRACE(drawn.name + " time point " + std::to_string(t));
      ASSERT_FALSE(drawn.assessment.is_null());
      check(drawn.truth.at("timepoints").at(t), drawn.assessment.at("timepoints").at(t));
    }
}

/// Calls `check(truth lesion, assessed lesion)` for every lesion that was found from a stroke.
template <class Check> void for_each_drawn_lesion(Check check)
{
  for_each_timepoint(
      [&](const json& truth, const json& timepoint)
      {
        for (const auto& lesion : truth.at("lesions"))
        {
          SCOPED_TRACE(lesion.at("id").get<std::string>());
          const auto& found = with_id(timepoint.at("lesions"), lesion.at("id"));
          if (found.at("evidence").at("source") == "segmentation") check(lesion, found);
        }
      });
}

std::set<std::string> flags_of(const json& timepoint)
{
  std::set<std::string> ids;
  for (const auto& flag : timepoint.at("flags")) ids.insert(flag.at("id").get<std::string>());
  return ids;
}
}  // namespace

TEST(DrawnCase, GetsTheResponseThatFollowsFromTheTruth)
{
  for_each_timepoint(
      [](const json& truth, const json& timepoint)
      {
        if (!truth.at("expected").contains("overall_response")) return;
        for (const auto* key : {"target_response", "non_target_response", "overall_response", "new_lesions"})
          EXPECT_EQ(timepoint.at(key), truth.at("expected").at(key)) << key;
      });
}

TEST(DrawnCase, KeepsTheLengthsThatWereDrawn)
{
  for_each_drawn_lesion(
      [](const json& truth, const json& lesion)
      {
        EXPECT_NEAR(lesion.at("longest_diameter_mm").get<double>(), truth.at("in_acquired_slices").at("longest_diameter_mm").get<double>(),
                    1e-3);
      });
}

// The picture must show the line whose length is printed, not the one of the outline.
TEST(DrawnCase, ShowsTheDrawnLineInItsPicture)
{
  for (const auto& drawn : all_cases())
  {
    if (drawn.name != "stable-liquefaction") continue;
    std::ifstream stream(drawn.folder / "drawn" / "report.html");
    const std::string page{std::istreambuf_iterator<char>(stream), {}};
    EXPECT_THAT(page, HasSubstr("LD 79.7 mm"));  // truth.json: 79.717517 and 81.793098 mm
    EXPECT_THAT(page, HasSubstr("LD 81.8 mm"));
  }
}

// Issue 4: median volume error at most 10 % on real sarcomas; the phantom's border is sharper than theirs.
TEST(DrawnCase, FindsTheVolumeWithinATenth)
{
  std::vector<double> errors;
  for_each_drawn_lesion([&](const json& truth, const json& lesion)
                        { errors.push_back(std::abs(lesion.at("volume_ml").get<double>() / truth.at("volume_ml").get<double>() - 1.0)); });
  ASSERT_GT(errors.size(), 10u);
  std::sort(errors.begin(), errors.end());
  EXPECT_LE(errors[errors.size() / 2], 0.10);
}

// A fraction never stands alone.
TEST(DrawnCase, GivesEachNecroticFractionItsBand)
{
  int told = 0;
  for_each_drawn_lesion(
      [&](const json&, const json& lesion)
      {
        if (lesion.at("necrotic_fraction").is_null()) return;
        ++told;
        const auto& band = lesion.at("tissue").at("necrotic_fraction");
        EXPECT_LE(band.at("low").get<double>(), band.at("value").get<double>());
        EXPECT_GE(band.at("high").get<double>(), band.at("value").get<double>());
        EXPECT_EQ(band.at("value"), lesion.at("necrotic_fraction"));
      });
  EXPECT_GT(told, 5);
}

// The patient that this project starts from: stable by diameter, swollen, and dead inside. No other case has that.
TEST(DrawnCase, RaisesTheFlagOfGrowthByNecrosisExactlyWhereItBelongs)
{
  for (const auto& drawn : all_cases())
  {
    SCOPED_TRACE(drawn.name);
    ASSERT_FALSE(drawn.assessment.is_null());
    for (std::size_t t = 1; t < drawn.assessment.at("timepoints").size(); ++t)
      EXPECT_EQ(flags_of(drawn.assessment.at("timepoints").at(t)).contains("F2 VOLUP-NECROSIS"), drawn.name == "stable-liquefaction");
  }
}

// A lesion that is gone is an answer, and one that grew is found grown: nobody marked anything after baseline.
TEST(UnmarkedFollowUp, IsAnsweredFromTheBaselineMask)
{
  for (const auto& drawn : all_cases())
  {
    if (drawn.name != "complete-response" && drawn.name != "stable-disease" && drawn.name != "stable-liquefaction") continue;
    SCOPED_TRACE(drawn.name);
    auto the_case = read(drawn.folder / "case.json");
    leave_follow_ups_unmarked(the_case, drawn.truth);
    const auto assessment = assessed(drawn.folder, the_case, "unmarked");
    ASSERT_FALSE(assessment.is_null());
    const auto& timepoint = assessment.at("timepoints").at(1);
    EXPECT_EQ(timepoint.at("overall_response"), drawn.truth.at("timepoints").at(1).at("expected").at("overall_response"));
    const auto& lesion = timepoint.at("lesions").at(0);
    EXPECT_EQ(lesion.at("evidence").at("source"), "propagation");
    // Nobody has said how far a found outline is off: no tenths of a millimetre from the size of voxels.
    EXPECT_TRUE(lesion.at("volume_uncertainty_ml").is_null());
    EXPECT_TRUE(lesion.at("diameter_uncertainty_mm").is_null());
    EXPECT_THAT(lesion.at("warnings").dump(), HasSubstr("A reader must confirm"));
    EXPECT_THAT(timepoint.at("warnings").dump(), HasSubstr("looked for no new ones"));
    if (drawn.name == "complete-response")  // what follow-up warns of is not lost where it finds nothing
    {
      EXPECT_THAT(lesion.at("warnings").dump(), HasSubstr("a reader must confirm that the lesion is gone"));
    }
    EXPECT_THAT(timepoint.at("certainty").dump(), HasSubstr("nobody has confirmed"));  // readers' repeatability is not the program's
  }
}
