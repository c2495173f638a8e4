#include "report/transport/send_queue.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "report/transport/deliver.h"
#include "report/transport/store_status.h"
#include "report/transport/transport_error.h"
#include "tests/report/transport/small_objects.h"
#include "tests/support/temporary_folder.h"

using namespace nadir;
using namespace nadir::report;
using ::testing::HasSubstr;
using ::testing::SizeIs;

namespace
{
class Queue : public ::testing::Test
{
protected:
  void SetUp() override
  {
    for (const auto& file : test::write_series(folder.path() / "series", 3)) ASSERT_TRUE(queue.add(*read_outgoing(file), "pacs"));
  }

  void record(std::size_t number, Delivery delivery)
  {
    const auto open = *queue.open_objects("pacs");
    ASSERT_TRUE(queue.record(open.at(number).id, {open.at(number).object.sop_instance, delivery, "words"}));
  }

  nadir::testing::TemporaryFolder folder;
  SendQueue queue = *SendQueue::open(folder.path() / "queue");
};
}  // namespace

TEST_F(Queue, IsHeldByOneProcessAtATime)
{
  const auto second = SendQueue::open(folder.path() / "queue");
  ASSERT_FALSE(second);
  EXPECT_TRUE(second.failure().is(TransportError::QueueBusy));
}

TEST_F(Queue, TellsWhatBecameOfEachObject)
{
  record(0, Delivery::Confirmed);
  record(0, Delivery::Refused);
  const auto entries = *queue.entries();
  ASSERT_THAT(entries, SizeIs(3));
  EXPECT_EQ(entries[0].state, "confirmed");
  EXPECT_EQ(entries[1].state, "refused");
  EXPECT_EQ(entries[1].words, "words");
  EXPECT_EQ(entries[2].state, "waiting");
}

TEST_F(Queue, SendsARefusedObjectAgainWhenAsked)
{
  record(1, Delivery::Refused);
  EXPECT_THAT(*queue.open_objects("pacs"), SizeIs(2));
  EXPECT_EQ(*queue.retry_refused("pacs"), 1u);
  const auto open = *queue.open_objects("pacs");
  ASSERT_THAT(open, SizeIs(3));
  EXPECT_TRUE(std::filesystem::exists(open[1].object.file));
}

TEST_F(Queue, ForgetsWhatIsOpenButNotWhatWasConfirmed)
{
  record(0, Delivery::Confirmed);
  record(0, Delivery::Refused);
  EXPECT_EQ(*queue.forget("pacs"), 2u);
  EXPECT_THAT(*queue.entries(), SizeIs(1));
  EXPECT_TRUE(std::filesystem::is_empty(folder.path() / "queue" / "objects"));
}

// PS3.4 table B.2-1.
TEST(StoreStatus, SaysWhetherAnObjectIsStored)
{
  for (const unsigned status : {0x0000u, 0xB000u, 0xB006u, 0xB007u})
    EXPECT_EQ(store_outcome("1", status).delivery, Delivery::Confirmed) << status;
  for (const unsigned status : {0xA700u, 0xA7FFu}) EXPECT_EQ(store_outcome("1", status).delivery, Delivery::Open) << status;
  for (const unsigned status : {0xA900u, 0xC000u, 0xC123u, 0x0122u, 0x0110u})
    EXPECT_EQ(store_outcome("1", status).delivery, Delivery::Refused) << status;
  EXPECT_THAT(store_outcome("1", 0xA700u).words, HasSubstr("A700: out of resources"));
  EXPECT_THAT(store_outcome("1", 0xB000u).words, HasSubstr("stored"));
}
