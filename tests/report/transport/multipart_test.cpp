#include "report/transport/multipart.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "report/transport/dicom_json.h"
#include "report/transport/outgoing_object.h"
#include "tests/report/transport/collected_parts.h"

using namespace nadir::report;
using nadir::test::parts_of;
using ::testing::ElementsAre;
using ::testing::Optional;

TEST(Multipart, ReadsWhatItWrote)
{
  for (const std::string& bytes : {std::string("DICM"), std::string("--nadir-part\r\n\r\nnadir-part-0"), std::string("\0\r\n--\r\n", 7)})
  {
    const auto made = multipart_of(bytes);
    for (const std::size_t piece : {1u, 2u, 3u, 1000u})
      EXPECT_THAT(parts_of(made.content_type, made.body, piece), Optional(ElementsAre(bytes))) << piece;
  }
}

// RFC 2046 section 5.1.1, the example, shortened: a preamble and an epilogue are no parts.
TEST(Multipart, LeavesPreambleAndEpilogueOut)
{
  const std::string body = "preamble\r\n--simple boundary\r\n\r\none\r\n--simple boundary\r\nContent-type: "
                           "text/plain\r\n\r\ntwo\r\n\r\n--simple boundary--\r\nepilogue";
  EXPECT_THAT(parts_of("multipart/related; boundary=\"simple boundary\"", body), Optional(ElementsAre("one", "two\r\n")));
}

TEST(Multipart, RefusesABodyThatBrokeOff)
{
  const auto made = multipart_of("some bytes");
  for (std::size_t length = 0; length + 4 < made.body.size(); ++length)
    EXPECT_FALSE(parts_of(made.content_type, std::string_view(made.body).substr(0, length))) << length;
}

TEST(Multipart, RefusesOtherContentTypes)
{
  for (const char* type : {"", "text/html", "multipart/related", "multipart/related; boundary=", "multipart/form-data; boundary=a"})
    EXPECT_FALSE(parts_of(type, "--a\r\n\r\nx\r\n--a--")) << type;
}

// PS3.18 table 10.5.3-1: what is listed under Failed SOP Sequence (0008,1198) is not stored, whatever the HTTP status is.
TEST(StowAnswer, BelievesTheListsAndNotTheStatus)
{
  const char* answer = R"({"00081199":{"vr":"SQ","Value":[{"00081155":{"vr":"UI","Value":["1.2.3"]}}]},
                           "00081198":{"vr":"SQ","Value":[{"00081155":{"vr":"UI","Value":["1.2.4"]},"00081197":{"vr":"US","Value":[272]}}]}})";
  EXPECT_EQ(stow_outcome(answer, "1.2.3").delivery, Delivery::Confirmed);
  EXPECT_EQ(stow_outcome(answer, "1.2.4").delivery, Delivery::Refused);
  EXPECT_EQ(stow_outcome(answer, "1.2.5").delivery, Delivery::Open);
  for (const char* other : {"", "null", "[]", "{}", "<html>"}) EXPECT_EQ(stow_outcome(other, "1.2.3").delivery, Delivery::Open) << other;
}

TEST(QidoAnswer, IsReadStrictly)
{
  const auto matches =
      matches_of(R"([{"00100010":{"vr":"PN","Value":[{"Alphabetic":"Muster^Anna"}]},"0020000D":{"vr":"UI","Value":["1.2"]}},{}])");
  ASSERT_TRUE(matches);
  ASSERT_EQ(matches->size(), 2u);
  EXPECT_EQ(matches->front().patient_name, "Muster^Anna");
  EXPECT_FALSE(matches_of("{}"));
  EXPECT_FALSE(matches_of(std::string(100000, '[')));
}

TEST(Uid, IsDigitsAndSingleDots)
{
  for (const char* uid : {"1.2.3", "2.25.0", "1"}) EXPECT_TRUE(is_uid(uid)) << uid;
  for (const char* text : {"", ".1", "1.", "1..2", "1.2/3", "../1", "1.2 ", "a.b"}) EXPECT_FALSE(is_uid(text)) << text;
  EXPECT_FALSE(is_uid(std::string(65, '1')));
}
