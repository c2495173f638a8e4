#include "viewer/model/background_queue.h"

#include <gmock/gmock.h>

#include <QtTest/QTest>
#include <atomic>
#include <string>
#include <thread>

using namespace nadir::viewer;

TEST(BackgroundQueue, AnswersInTheThreadOfItsOwner)
{
  QObject owner;
  BackgroundQueue queue(&owner);
  std::thread::id worked, answered;
  queue.add(Urgency::Now,
            [&](const JobControl& control)
            {
              worked = std::this_thread::get_id();
              control.post([&] { answered = std::this_thread::get_id(); });
            });
  ASSERT_TRUE(QTest::qWaitFor([&] { return answered != std::thread::id(); }, 5000));
  EXPECT_EQ(answered, std::this_thread::get_id());
  EXPECT_NE(worked, answered);
}

TEST(BackgroundQueue, DoesTheMoreUrgentFirst)
{
  QObject owner;
  BackgroundQueue queue(&owner);
  std::string order;
  std::atomic<bool> go{false};
  queue.add(Urgency::Now,
            [&](const JobControl&)
            {
              while (!go) std::this_thread::yield();
            });
  const auto say = [&](char what)
  { return [&order, what](const JobControl& control) { control.post([&order, what] { order += what; }); }; };
  queue.add(Urgency::Last, say('d'));
  queue.add(Urgency::Soon, say('b'));
  queue.add(Urgency::Later, say('c'));
  queue.add(Urgency::Now, say('a'));
  go = true;
  ASSERT_TRUE(QTest::qWaitFor([&] { return order.size() == 4; }, 5000));
  EXPECT_EQ(order, "abcd");
}

TEST(BackgroundQueue, AsksTheRunningJobToStopAndHearsNoMoreOfIt)
{
  QObject owner;
  BackgroundQueue queue(&owner);
  std::atomic<bool> started{false}, stopped{false};
  bool answered = false, idle = false;
  queue.on_idle([&] { idle = true; });
  queue.add(Urgency::Now,
            [&](const JobControl& control)
            {
              started = true;
              while (!control.is_cancelled()) std::this_thread::yield();
              stopped = true;
              control.post([&] { answered = true; });
            });
  queue.add(Urgency::Now, [&](const JobControl& control) { control.post([&] { answered = true; }); });
  ASSERT_TRUE(QTest::qWaitFor([&] { return started.load(); }, 5000));
  queue.cancel();
  ASSERT_TRUE(QTest::qWaitFor([&] { return idle; }, 5000));
  EXPECT_TRUE(stopped);
  EXPECT_FALSE(answered);
  EXPECT_FALSE(queue.is_busy());
}

TEST(BackgroundQueue, EndsWithItsOwnerInTheMiddleOfAJob)
{
  std::atomic<bool> started{false};
  {
    QObject owner;
    BackgroundQueue queue(&owner);
    queue.add(Urgency::Now,
              [&](const JobControl& control)
              {
                started = true;
                const auto progress = control.progress("Counting");
                while (progress(1, 2)) std::this_thread::yield();
              });
    ASSERT_TRUE(QTest::qWaitFor([&] { return started.load(); }, 5000));
  }
  QTest::qWait(1);  // what was posted to the owner must not arrive
}
