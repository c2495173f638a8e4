#include "report/transport/receiving_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "report/transport/transport_error.h"
#include "tests/report/transport/small_objects.h"
#include "tests/support/temporary_folder.h"

using namespace nadir;
using report::FetchRequest;
using report::ReceivingFolder;

namespace
{
class Receiving : public ::testing::Test
{
protected:
  /// An object as it would have come, in the hidden place.
  Result<Done> receive(ReceivingFolder& into, test::SmallObject object)
  {
    test::write_object(into.next_hidden(), object);
    return into.take(into.next_hidden());
  }

  std::size_t files() const
  {
    std::size_t count = 0;
    for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator(folder.path())) ++count;
    return count;
  }

  test::SmallObject expected(const std::string& last) const
  {
    test::SmallObject object;
    object.instance = object.series + "." + last;
    return object;
  }

  nadir::testing::TemporaryFolder folder;
  FetchRequest request{"PAT-1", test::SmallObject{}.study, ""};
  ReceivingFolder target = *ReceivingFolder::open(folder.path(), request);
};
}  // namespace

TEST_F(Receiving, NumbersWhatItTakes)
{
  ASSERT_TRUE(receive(target, expected("1")));
  ASSERT_TRUE(receive(target, expected("2")));
  EXPECT_TRUE(std::filesystem::exists(folder.path() / "000001.dcm"));
  EXPECT_TRUE(std::filesystem::exists(folder.path() / "000002.dcm"));
}

TEST_F(Receiving, RefusesAnotherPatient)
{
  auto object = expected("1");
  object.patient_id = "PAT-2";
  EXPECT_TRUE(receive(target, object).failure().is(report::TransportError::ObjectInvalid));
  EXPECT_EQ(files(), 0u);
  EXPECT_EQ(target.refusals().size(), 1u);
}

TEST_F(Receiving, RefusesAnotherStudy)
{
  auto object = expected("1");
  object.study += ".9";
  EXPECT_FALSE(receive(target, object));
  EXPECT_EQ(files(), 0u);
}

TEST_F(Receiving, LetsNoWordOfThePeerBecomeAPath)
{
  auto object = expected("1");
  object.instance = "../../../../tmp/evil";
  EXPECT_FALSE(receive(target, object));
  EXPECT_EQ(files(), 0u);
}

TEST_F(Receiving, RefusesBytesThatAreNoDicom)
{
  std::ofstream(target.next_hidden()) << "GET / HTTP/1.1";
  EXPECT_FALSE(target.take(target.next_hidden()));
  EXPECT_EQ(files(), 0u);
}

TEST_F(Receiving, KeepsOneOfTwoOfTheSameInstanceAlsoFromAnEarlierFetch)
{
  ASSERT_TRUE(receive(target, expected("1")));
  ASSERT_TRUE(receive(target, expected("1")));
  auto again = *ReceivingFolder::open(folder.path(), request);
  ASSERT_TRUE(receive(again, expected("1")));
  ASSERT_TRUE(receive(again, expected("2")));
  EXPECT_EQ(files(), 2u);
  EXPECT_TRUE(std::filesystem::exists(folder.path() / "000002.dcm"));
}

TEST_F(Receiving, NeedsAPatientToCompareWith) { EXPECT_FALSE(ReceivingFolder::open(folder.path(), {"", test::SmallObject{}.study, ""})); }
