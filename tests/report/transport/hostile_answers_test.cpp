// What a peer sends as text is read within limits whatever it is: 20,000 changed answers, and the ones made to hurt.
#include <gtest/gtest.h>

#include <random>

#include "report/transport/dicom_json.h"
#include "report/transport/multipart.h"
#include "tests/report/transport/collected_parts.h"

using namespace nadir::report;
using nadir::test::parts_of;

namespace
{
const std::string qido =
    R"([{"00100010":{"vr":"PN","Value":[{"Alphabetic":"A^B"}]},"0020000D":{"vr":"UI","Value":["1.2"]},"00080061":{"vr":"CS","Value":["MR","SR",null]}},{}])";
const std::string stow =
    R"({"00081199":{"vr":"SQ","Value":[{"00081155":{"vr":"UI","Value":["1.2.3"]}}]},"00081198":{"vr":"SQ","Value":[{"00081155":{"vr":"UI","Value":["1.2.4"]},"00081197":{"vr":"US","Value":[272]}}]}})";

std::string changed(std::string text, std::mt19937& random)
{
  for (unsigned k = 0; k <= random() % 4; ++k)
  {
    const std::size_t at = random() % text.size();
    switch (random() % 4)
    {
    case 0: text[at] = static_cast<char>(random()); break;
    case 1: text.erase(at, 1 + random() % 9); break;
    case 2: text.insert(at, text.substr(random() % text.size(), random() % 40)); break;
    default: text.resize(at + 1); break;
    }
    if (text.empty()) text = "x";
  }
  return text;
}
}  // namespace

TEST(HostileAnswers, NeverConfirmWhatTheyDoNotName)
{
  std::mt19937 random(11);
  for (int k = 0; k < 20000; ++k)
  {
    const std::string answer = changed(stow, random);
    EXPECT_NE(stow_outcome(answer, "1.2.99999").delivery, Delivery::Confirmed) << answer;
    matches_of(changed(qido, random));
  }
}

// However it is cut into pieces on its way.
TEST(HostileAnswers, GiveTheSamePartsInPiecesAsInOne)
{
  std::mt19937 random(12);
  const auto made = multipart_of("DICM and some bytes");
  for (int k = 0; k < 20000; ++k)
  {
    const std::string type = random() % 3 ? made.content_type : changed(made.content_type, random), body = changed(made.body, random);
    const auto whole = parts_of(type, body, body.size());
    EXPECT_EQ(parts_of(type, body, 1 + random() % 9), whole);
    if (!whole) continue;
    for (const auto& part : *whole) EXPECT_NE(body.find(part), std::string::npos);
  }
}

TEST(HostileAnswers, DoNotGoDeepOrLong)
{
  EXPECT_FALSE(matches_of(std::string(1000000, '[')));
  const auto deep = matches_of(std::string(500000, '[') + std::string(500000, ']'));  // what lies deeper is dropped
  EXPECT_LE(deep ? deep->size() : 0u, 1u);
  std::string many = "[";
  for (std::size_t k = 0; k <= most_matches; ++k) many += "{},";
  EXPECT_FALSE(matches_of(many + "{}]"));
}
