#include "segmentation/lesion/tree_model.h"

#include <gmock/gmock.h>

#include <limits>
#include <string>
#include <vector>

#include "segmentation/lesion/lesion_model.h"

namespace nadir::segmentation::lesion
{
namespace
{
/// Two features; first tree: radius up to 1 -> 2, beyond: signal up to 0.5 -> -1, else -3; second tree: 0.25 everywhere.
const std::string small = "nadir-trees 1\nfeatures radius signal\nbase 0.5\n0:1 =2 1:0.5 =-1 =-3\n=0.25\n";

float answer(const TreeModel& model, float radius, float signal)
{
  const float values[] = {radius, signal};
  return model.log_odds(values);
}

TEST(TreeModel, AddsTheLeavesThatTheValuesLeadTo)
{
  const auto model = TreeModel::parse(small);
  ASSERT_TRUE(model.has_value());
  EXPECT_EQ(model->trees(), 2U);
  EXPECT_FLOAT_EQ(answer(*model, 0.9F, 9.0F), 0.5F + 2.0F + 0.25F);
  EXPECT_FLOAT_EQ(answer(*model, 1.0F, 9.0F), 0.5F + 2.0F + 0.25F);  // up to the threshold
  EXPECT_FLOAT_EQ(answer(*model, 1.1F, 0.4F), 0.5F - 1.0F + 0.25F);
  EXPECT_FLOAT_EQ(answer(*model, 1.1F, 0.6F), 0.5F - 3.0F + 0.25F);
}

TEST(TreeModel, AnswersForARunOfCellsWhatItAnswersForEach)
{
  const auto model = TreeModel::parse(small);
  ASSERT_TRUE(model.has_value());
  TreeModel::RunValues radii, signals;
  for (std::size_t n = 0; n < TreeModel::run; ++n)
  {
    radii[n] = 0.05F * static_cast<float>(n % 30);
    signals[n] = 0.1F * static_cast<float>(n % 7);
  }
  const auto answers = model->log_odds_of_run({radii, signals});
  for (std::size_t n = 0; n < TreeModel::run; ++n) EXPECT_EQ(answers[n], answer(*model, radii[n], signals[n])) << n;
}

TEST(TreeModel, AnswersTheSameForARunOfWhichNoCellGoesAnotherWay)
{
  const auto model = TreeModel::parse(small);
  ASSERT_TRUE(model.has_value());
  constexpr float no_number = std::numeric_limits<float>::quiet_NaN();
  for (const float radius : {0.9F, 1.0F, 1.1F, no_number})
    for (const float signal : {0.5F, 0.6F, no_number})
    {
      TreeModel::RunValues radii, signals;
      radii.fill(radius);
      signals.fill(signal);
      for (const float value : model->log_odds_of_run({radii, signals})) EXPECT_EQ(value, answer(*model, radius, signal));
      radii.back() = no_number;
      signals.front() = 0.0F;
      const auto answers = model->log_odds_of_run({radii, signals});
      EXPECT_EQ(answers.front(), answer(*model, radius, 0.0F));
      EXPECT_EQ(answers.back(), answer(*model, no_number, signal));
    }
}

TEST(TreeModel, RefusesWhatIsNoModel)
{
  for (const std::string text : {"", "nadir-trees 2\nfeatures a\nbase 0\n=1\n", "nadir-trees 1\nfeatures a\nbase x\n=1\n",
                                 "nadir-trees 1\nfeatures a\nbase 0\n0:1 =1\n", "nadir-trees 1\nfeatures a\nbase 0\n=1 =2\n",
                                 "nadir-trees 1\nfeatures a\nbase 0\n1:1 =1 =2\n", "nadir-trees 1\nfeatures a\nbase 0\n-1:1 =1 =2\n",
                                 "nadir-trees 1\nfeatures a\nbase 0\n0:nan =1 =2\n"})
    EXPECT_FALSE(TreeModel::parse(text).has_value()) << text;
}

TEST(TreeModel, EveryKindOfPromptHasAModelOfKnownFeatures)
{
  for (int kind = 0; kind < prompt_kinds; ++kind)
  {
    const auto& model = lesion_model(static_cast<PromptKind>(kind));
    EXPECT_GT(model.trees(), 0U) << name_of(static_cast<PromptKind>(kind));
    EXPECT_THAT(model.features(), ::testing::Contains("radius"));
  }
}
}  // namespace
}  // namespace nadir::segmentation::lesion
