#include "sample_data/phantom/expected_response.h"

#include <gtest/gtest.h>

using namespace nadir::phantom;

namespace
{
LesionPlan lesion(const std::string& id, PlannedRole role = PlannedRole::Target, Tissue solid = Tissue::ViableTumour)
{
  LesionPlan plan;
  plan.id = id;
  plan.role = role;
  plan.solid = solid;
  return plan;
}

std::string last_target(const std::vector<int>& tenths)
{
  std::vector<std::vector<int>> lengths;
  for (const int length : tenths) lengths.push_back({length});
  return expected_responses({lesion("T01")}, lengths).back().target_response;
}
}  // namespace

// Worked probes of the RECIST 1.1 specification: 14 -> 9.8 is -30 % exactly, 27 -> 32.4 is +20 % exactly, 12 -> 10 -> 13 is +30 % but only
// +3 mm.
TEST(ExpectedResponse, CallsExactLimitsTheInclusiveWay)
{
  EXPECT_EQ(last_target({140, 98}), "PR");
  EXPECT_EQ(last_target({140, 99}), "SD");
  EXPECT_EQ(last_target({270, 324}), "PD");
  EXPECT_EQ(last_target({270, 323}), "SD");
  EXPECT_EQ(last_target({120, 100, 130}), "SD");
  EXPECT_EQ(last_target({32, 82}), "PD");
}

TEST(ExpectedResponse, MeasuresProgressionFromTheSmallestSum)
{
  EXPECT_EQ(last_target({1000, 500, 620}), "PD");
  EXPECT_EQ(last_target({1000, 500, 590}), "PR");
}

TEST(ExpectedResponse, TakesANodeBelowTenMillimetresForNormal)
{
  const std::vector<LesionPlan> node{lesion("L01", PlannedRole::Target, Tissue::LymphNode)};
  EXPECT_EQ(expected_responses(node, {{200}, {99}}).back().target_response, "CR");
  EXPECT_EQ(expected_responses(node, {{200}, {100}}).back().target_response, "PR");
}

TEST(ExpectedResponse, CallsANewLesionProgression)
{
  const auto responses = expected_responses({lesion("T01"), lesion("N01", PlannedRole::New)}, {{300, 0}, {100, 80}});
  EXPECT_EQ(responses.back().target_response, "PR");
  EXPECT_EQ(responses.back().overall_response, "PD");
  EXPECT_EQ(responses.back().new_lesions, std::vector<std::string>{"N01"});
}

TEST(ExpectedResponse, LetsAPersistingNonTargetTurnCompleteIntoPartial)
{
  const auto responses = expected_responses({lesion("T01"), lesion("NT01", PlannedRole::NonTarget)}, {{300, 80}, {0, 80}});
  EXPECT_EQ(responses.back().target_response, "CR");
  EXPECT_EQ(responses.back().non_target_response, "NON-CR/NON-PD");
  EXPECT_EQ(responses.back().overall_response, "PR");
}
