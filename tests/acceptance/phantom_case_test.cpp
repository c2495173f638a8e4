// Every sample case, generated and assessed by the programs, against the closed-form truth that the generator writes beside it.
#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>

#include "tests/support/run_program.h"
#include "tests/support/temporary_folder.h"

namespace fs = std::filesystem;
using nadir::testing::run_program;
using nadir::testing::run_system_program;
using nadir::testing::TemporaryFolder;
using nlohmann::json;
using ::testing::HasSubstr;
using ::testing::Not;

namespace
{
json read(const fs::path& file)
{
  std::ifstream stream(file);
  return json::parse(stream, nullptr, false);
}

struct AssessedCase
{
  std::string name;
  fs::path reports;
  json truth;
  json assessment;
};

/// Generates and assesses all cases once for all tests of this program.
const std::vector<AssessedCase>& all_cases()
{
  static const TemporaryFolder folder;
  static const std::vector<AssessedCase> cases = []
  {
    std::vector<AssessedCase> result;
    const auto made = run_program("nadir-phantom", {"--out", folder.path() / "cases"});
    EXPECT_EQ(made.exit_code, 0) << made.err;
    for (const auto& entry : fs::directory_iterator(folder.path() / "cases"))
    {
      if (!fs::exists(entry.path() / "case.json")) continue;
      const auto name = entry.path().filename().string();
      const auto reports = folder.path() / "reports" / name;
      const auto run = run_program("nadir", {"assess", entry.path() / "case.json", "--out", reports});
      EXPECT_EQ(run.exit_code, 0) << name << ": " << run.err;
      result.push_back({name, reports, read(entry.path() / "truth.json"), read(reports / "assessment.json")});
    }
    return result;
  }();
  return cases;
}

const json& lesion_of(const json& timepoint, const json& id)
{
  for (const auto& lesion : timepoint.at("lesions"))
    if (lesion.at("id") == id) return lesion;
  throw std::runtime_error("lesion is missing");
}

/// Calls `check(truth lesion, assessed lesion, half a pixel)` for every lesion that is there.
template <class Check> void for_each_lesion(Check check)
{
  for (const auto& assessed : all_cases())
    for (std::size_t t = 0; t < assessed.truth.at("timepoints").size(); ++t)
    {
      const auto& truth = assessed.truth.at("timepoints").at(t);
      for (const auto& lesion : truth.at("lesions"))
      {
        SCOPED_TRACE(assessed.name + " time point " + std::to_string(t) + " lesion " + lesion.at("id").get<std::string>());
        if (lesion.at("present").get<bool>())
          check(lesion, lesion_of(assessed.assessment.at("timepoints").at(t), lesion.at("id")),
                0.5 * truth.at("pixel_spacing_mm").get<double>());
      }
    }
}
}  // namespace

TEST(PhantomCase, ThereAreAtLeastSix) { EXPECT_GE(all_cases().size(), 6u); }

TEST(PhantomCase, GetsTheResponseThatFollowsFromTheTruth)
{
  for (const auto& assessed : all_cases())
    for (std::size_t t = 1; t < assessed.truth.at("timepoints").size(); ++t)
    {
      SCOPED_TRACE(assessed.name + " time point " + std::to_string(t));
      const auto& expected = assessed.truth.at("timepoints").at(t).at("expected");
      const auto& timepoint = assessed.assessment.at("timepoints").at(t);
      for (const auto* key : {"target_response", "non_target_response", "overall_response", "new_lesions"})
        EXPECT_EQ(timepoint.at(key), expected.at(key)) << key;
    }
}

// Half a pixel for ellipsoids; one pixel diagonal for lobulated shapes, whose tips are finer than the pixels of the mask.
TEST(PhantomCase, LongestDiameterIsThatOfTheClosedForm)
{
  for_each_lesion(
      [](const json& truth, const json& lesion, double half_pixel)
      {
        const bool is_ellipsoid = truth.at("shape").at("lobulation").get<double>() == 0.0;
        EXPECT_NEAR(lesion.at("longest_diameter_mm").get<double>(), truth.at("in_acquired_slices").at("longest_diameter_mm").get<double>(),
                    is_ellipsoid ? half_pixel : 2.0 * M_SQRT2 * half_pixel);
      });
}

TEST(PhantomCase, ShortAxisIsWithinAPixelOfTheClosedForm)
{
  for_each_lesion(
      [](const json& truth, const json& lesion, double half_pixel)
      {
        if (lesion.at("short_axis_mm").is_null()) return;  // a caliper without short axis
        EXPECT_NEAR(lesion.at("short_axis_mm").get<double>(), truth.at("in_acquired_slices").at("short_axis_mm").get<double>(),
                    2.0 * half_pixel);
      });
}

// Small lesions cross few slices of 6 mm: within 1 %, or three of the standard deviations that are reported with the number.
TEST(PhantomCase, VolumeIsThatOfTheClosedForm)
{
  for_each_lesion(
      [](const json& truth, const json& lesion, double)
      {
        if (lesion.at("volume_ml").is_null()) return;  // measured by caliper
        const double volume = truth.at("volume_ml").get<double>();
        EXPECT_NEAR(lesion.at("volume_ml").get<double>(), volume,
                    std::max(0.01 * volume, 3.0 * lesion.at("volume_uncertainty_ml").get<double>()));
      });
}

TEST(PhantomCase, NamesTheImageOfTheLongestDiameter)
{
  for_each_lesion(
      [](const json& truth, const json& lesion, double)
      {
        const auto& uid = lesion.at("evidence").at("longest_diameter").at("sop_instance_uid");
        EXPECT_TRUE(uid.is_string());
        EXPECT_TRUE(truth.at("in_acquired_slices").at("sop_instance_uid").is_string());
      });
}

TEST(PhantomCase, WritesWhatItsSchemaDescribes)
{
  std::vector<std::string> words{"tests/acceptance/validate_documents.py", "report/table/assessment.schema.json"};
  for (const auto& assessed : all_cases()) words.push_back(assessed.reports / "assessment.json");
  const auto run = run_system_program("/usr/bin/python3", words);
  EXPECT_EQ(run.exit_code, 0) << run.out << run.err;
}

TEST(PhantomCase, ReportsNeedNothingButThemselves)
{
  for (const auto& assessed : all_cases())
  {
    std::ifstream stream(assessed.reports / "report.html");
    const std::string page{std::istreambuf_iterator<char>(stream), {}};
    EXPECT_THAT(page, HasSubstr("data:image/png;base64,")) << assessed.name;
    for (const auto* outside : {"<script", "src=\"http", "href=\"http", "@import"})
      EXPECT_THAT(page, Not(HasSubstr(outside))) << assessed.name;
    EXPECT_THAT(page, Not(HasSubstr("PHANTOM^"))) << assessed.name << " shows a patient name";
  }
}

TEST(PhantomCase, IsAssessedToTheSameBytesTwice)
{
  const TemporaryFolder folder;
  const auto& first = all_cases().front();
  const auto case_file = first.reports.parent_path().parent_path() / "cases" / first.name / "case.json";
  ASSERT_EQ(run_program("nadir", {"assess", case_file, "--out", folder.path()}).exit_code, 0);
  for (const auto* name : {"assessment.json", "report.html"})
  {
    std::ifstream a(first.reports / name), b(folder.path() / name);
    EXPECT_EQ(std::string(std::istreambuf_iterator<char>(a), {}), std::string(std::istreambuf_iterator<char>(b), {})) << name;
  }
}

// The generator's tissues: muscle about 1,600, liquefied core about 2,700 x 1e-6 mm2/s; a map in another unit is off by a factor.
TEST(PhantomCase, GivesAnAdcMapFromItsDiffusionSeries)
{
  const TemporaryFolder folder;
  const auto baseline = all_cases().front().reports.parent_path().parent_path() / "cases" / "stable-liquefaction" / "baseline";
  const auto run = run_program("nadir", {"adc", baseline, "--out", folder.path() / "adc.nrrd"});
  ASSERT_EQ(run.exit_code, 0) << run.err;
  EXPECT_THAT(run.err, HasSubstr("b = 0, 800"));
  std::ifstream stream(folder.path() / "adc.nrrd", std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(stream), {}};
  std::vector<float> values((bytes.size() - bytes.find("\n\n") - 2) / sizeof(float));
  std::memcpy(values.data(), bytes.data() + bytes.find("\n\n") + 2, values.size() * sizeof(float));
  std::erase_if(values, [](float value) { return std::isnan(value); });
  ASSERT_GT(values.size(), 10000u);
  std::nth_element(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2), values.end());
  EXPECT_GT(values[values.size() / 2], 800.0f);
  EXPECT_LT(values[values.size() / 2], 2500.0f);
}

// The locale is made here, because a bare machine has none: glibc finds it through LOCPATH.
TEST(PhantomCase, GivesTheSameNumbersUnderAGermanLocale)
{
  const TemporaryFolder folder;
  const auto made = run_system_program("localedef", {"-i", "de_DE", "-f", "UTF-8", folder.path() / "de_DE.UTF-8"});
  ASSERT_EQ(made.exit_code, 0) << made.err;
  const auto& first = all_cases().front();
  const auto case_file = first.reports.parent_path().parent_path() / "cases" / first.name / "case.json";
  const auto run = run_program("nadir", {"assess", case_file, "--out", folder.path() / "out"},
                               {"LC_ALL=de_DE.UTF-8", "LANG=de_DE.UTF-8", "LOCPATH=" + folder.path().string()});
  ASSERT_EQ(run.exit_code, 0) << run.err;
  EXPECT_EQ(read(folder.path() / "out" / "assessment.json"), first.assessment);
}

TEST(PhantomCase, WithSwappedFoldersStopsWithAQuestion)
{
  const auto& first = all_cases().front();
  const auto folder = first.reports.parent_path().parent_path() / "cases" / first.name;
  auto document = read(folder / "case.json");
  std::swap(document.at("timepoints").at(0).at("folder"), document.at("timepoints").at(1).at("folder"));
  std::ofstream(folder / "swapped.json") << document;
  const auto run = run_program("nadir", {"assess", folder / "swapped.json", "--out", folder / "out"});
  EXPECT_EQ(run.exit_code, 3) << run.err;
  EXPECT_THAT(run.err, HasSubstr("wrong order"));
  EXPECT_FALSE(fs::exists(folder / "out"));
}
