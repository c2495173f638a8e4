#include "report/transport/deliver.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

#include "report/transport/transport_error.h"
#include "tests/report/transport/small_objects.h"
#include "tests/support/temporary_folder.h"

using namespace nadir;
using namespace nadir::report;
using ::testing::Each;
using ::testing::SizeIs;

namespace
{
/// An archive in memory that can fail in every way there is.
struct FakeArchive
{
  std::map<std::string, int> stored;  ///< how often each instance came in
  int loses_answer_of = -1;           ///< the n-th object from now arrives, but its answer does not
  int unreachable_times = 0;
  bool lies = false;  ///< confirms without storing
  bool refuses = false;
};

class FakeSender : public Sender
{
public:
  explicit FakeSender(FakeArchive& archive) : archive_(archive) {}
  Result<Done> begin(const std::vector<OutgoingObject>&) override
  {
    if (archive_.unreachable_times-- > 0) return Failure(TransportError::Unreachable, "down");
    return Done{};
  }
  Outcome send(const OutgoingObject& object) override
  {
    if (archive_.refuses) return {object.sop_instance, Delivery::Refused, "status A900"};
    if (!archive_.lies) ++archive_.stored[object.sop_instance];
    if (archive_.loses_answer_of-- == 0) return {object.sop_instance, Delivery::Open, "no answer"};
    return {object.sop_instance, Delivery::Confirmed, "status 0000"};
  }
  Result<bool> has(const OutgoingObject& object) override { return archive_.stored.contains(object.sop_instance); }
  void stop_when(std::function<bool()>) override {}
  void end() override {}

private:
  FakeArchive& archive_;
};

DeliveryPlan patient_plan()
{
  return {3, 0.0, false, [](double) {}, {}};
}

class Delivering : public ::testing::Test
{
protected:
  void SetUp() override
  {
    queue = std::make_unique<SendQueue>(std::move(*SendQueue::open(folder.path() / "queue")));
    for (const auto& file : test::write_series(folder.path() / "series", 5)) objects.push_back(*read_outgoing(file));
    for (const auto& object : objects) ASSERT_TRUE(queue->add(object, "pacs"));
  }

  nadir::testing::TemporaryFolder folder;
  std::unique_ptr<SendQueue> queue;
  std::vector<OutgoingObject> objects;
  FakeArchive archive;
  FakeSender sender{archive};
};

std::vector<Delivery> deliveries(const std::vector<Outcome>& outcomes)
{
  std::vector<Delivery> list;
  for (const auto& outcome : outcomes) list.push_back(outcome.delivery);
  return list;
}
}  // namespace

TEST_F(Delivering, SendsEachOnceAndEmptiesTheQueue)
{
  const auto outcomes = deliver(*queue, "pacs", sender, patient_plan());
  ASSERT_TRUE(outcomes);
  EXPECT_THAT(deliveries(*outcomes), Each(Delivery::Confirmed));
  EXPECT_THAT(*queue->open_objects("pacs"), SizeIs(0));
  EXPECT_TRUE(std::filesystem::is_empty(folder.path() / "queue" / "objects"));
}

TEST_F(Delivering, DoesNotSendAgainWhatArrivedWithoutAnAnswer)
{
  archive.loses_answer_of = 2;
  const auto outcomes = deliver(*queue, "pacs", sender, patient_plan());
  ASSERT_TRUE(outcomes);
  EXPECT_THAT(deliveries(*outcomes), Each(Delivery::Confirmed));
  for (const auto& [instance, times] : archive.stored) EXPECT_EQ(times, 1) << instance;
  EXPECT_EQ(archive.stored.size(), 5u);
}

TEST_F(Delivering, KeepsEverythingWhileTheArchiveIsDown)
{
  archive.unreachable_times = 100;
  const auto outcomes = deliver(*queue, "pacs", sender, patient_plan());
  ASSERT_TRUE(outcomes);
  EXPECT_THAT(deliveries(*outcomes), Each(Delivery::Open));
  EXPECT_THAT(*queue->open_objects("pacs"), SizeIs(5));
}

TEST_F(Delivering, GoesOnWhenTheArchiveIsBack)
{
  archive.unreachable_times = 2;
  const auto outcomes = deliver(*queue, "pacs", sender, patient_plan());
  ASSERT_TRUE(outcomes);
  EXPECT_THAT(deliveries(*outcomes), Each(Delivery::Confirmed));
}

TEST_F(Delivering, CallsNothingSentThatTheArchiveDoesNotFind)
{
  archive.lies = true;
  auto plan = patient_plan();
  plan.verify = true;
  const auto outcomes = deliver(*queue, "pacs", sender, plan);
  ASSERT_TRUE(outcomes);
  EXPECT_THAT(deliveries(*outcomes), Each(Delivery::Open));
  EXPECT_EQ(queue->counts("pacs")->confirmed, 0u);
}

TEST_F(Delivering, KeepsARefusalAndDoesNotAskAgain)
{
  archive.refuses = true;
  ASSERT_TRUE(deliver(*queue, "pacs", sender, patient_plan()));
  EXPECT_EQ(queue->counts("pacs")->refused, 5u);
  EXPECT_THAT(*queue->open_objects("pacs"), SizeIs(0));
}

TEST_F(Delivering, HoldsTheQueueAcrossProcesses)
{
  ASSERT_TRUE(queue->mark_underway(queue->open_objects("pacs")->front().id));
  queue.reset();
  queue = std::make_unique<SendQueue>(std::move(*SendQueue::open(folder.path() / "queue")));
  const auto open = *queue->open_objects("pacs");
  ASSERT_THAT(open, SizeIs(5));
  EXPECT_TRUE(open[0].was_underway);
  EXPECT_FALSE(open[1].was_underway);
}

TEST_F(Delivering, QueuesAnObjectOnceForEachDestination)
{
  ASSERT_TRUE(queue->add(objects[0], "pacs"));
  ASSERT_TRUE(queue->add(objects[0], "other"));
  EXPECT_THAT(*queue->open_objects("pacs"), SizeIs(5));
  EXPECT_THAT(*queue->open_objects("other"), SizeIs(1));
}

TEST_F(Delivering, RefusesOtherBytesUnderTheSameInstanceUid)
{
  test::SmallObject other;
  other.patient_id = "PAT-2";
  other.instance = objects[0].sop_instance;
  test::write_object(folder.path() / "other.dcm", other);
  const auto added = queue->add(*read_outgoing(folder.path() / "other.dcm"), "pacs");
  ASSERT_FALSE(added);
  EXPECT_TRUE(added.failure().is(TransportError::ObjectInvalid));
}
