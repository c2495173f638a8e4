#include "reading/audit/event_words.h"

#include <gtest/gtest.h>

#include "reading/command/decide.h"
#include "tests/reading/record/random_reader.h"

using namespace nadir;
using namespace nadir::reading;
using nadir::testing::stamp_of;

TEST(EventWords, SayTheOldValueBesideTheNew)
{
  Reading reading;
  const auto issue = [&](const Act& act)
  {
    const auto event = decide(reading, {act, ReaderId{"A"}, "because"}, stamp_of(reading.events()));
    EXPECT_TRUE(event) << event.failure().message();
    const auto words = in_words(*event, reading);
    reading.apply(*event);
    return words;
  };
  issue(BeginRecord{RecordId{std::string(32, 'a')}, "P1"});
  issue(LoadImages{TimepointLabel{"baseline"}, {}});
  EXPECT_EQ(issue(MarkLesion{{LesionId{"T01"}, measure::LesionRole::Target, "liver", false}}), "marked target lesion T01 (liver)");
  issue(PlaceCaliper{LesionId{"T01"}, TimepointLabel{"baseline"}, {{{0, 0, 0}, {30, 0, 0}}, {}, {}, {}}});
  EXPECT_EQ(
      issue(MoveCaliper{LesionId{"T01"}, TimepointLabel{"baseline"}, {{{0, 0, 0}, {0, 40, 0}}, Line{{0, 0, 0}, {5.25, 0, 0}}, {}, {}}}),
      "moved the caliper of T01 at \"baseline\" from 30.0 mm to 40.0 mm x 5.3 mm");
  EXPECT_EQ(issue(Undo{}), "undid event 5");
  EXPECT_EQ(issue(Redo{}), "did again event 5");
  EXPECT_EQ(issue(SetState{LesionId{"T01"}, TimepointLabel{"baseline"}, {"NOT_EVALUABLE", "motion"}}),
            "set T01 at \"baseline\" to NOT_EVALUABLE (motion) (there was: caliper 40.0 mm x 5.3 mm)");
}
