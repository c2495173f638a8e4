#include "measure/lesion/node_words.h"

#include <gtest/gtest.h>

using namespace nadir::measure;

// What report forms and SDTM tables say of nodes; C74456 has "LYMPH NODE".
TEST(NodeWords, AreFoundHoweverTheyAreWritten)
{
  for (const auto* organ : {"lymph node", "LYMPH NODE", "Lymph nodes, left groin", "nodal, axilla", "inguinal node", "lymphnode/iliac"})
    EXPECT_TRUE(names_a_node(organ)) << organ;
}

TEST(NodeWords, AreNoPartsOfOtherWords)
{
  for (const auto* organ : {"", "liver", "lung nodule", "thyroid nodules", "anodal region", "soft tissue, left thigh"})
    EXPECT_FALSE(names_a_node(organ)) << organ;
}
