#include "measure/assessment/case_warnings.h"

#include <gmock/gmock.h>

using namespace nadir;
using namespace nadir::measure;
using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

namespace
{
TimepointImages timepoint(const std::string& label, const std::string& date, const std::string& study)
{
  TimepointImages images;
  images.label = TimepointLabel{label};
  images.identity.name = "DOE^JANE";
  images.date = date;
  images.scan.studies.emplace_back().uid = StudyUid{study};
  return images;
}

std::vector<std::string> warnings_of(const TimepointImages& before, const TimepointImages& now) { return case_warnings({&before, &now}); }

const auto baseline = timepoint("baseline", "2024-01-01", "1.2.1");
}  // namespace

TEST(CaseWarnings, AreNoneOfTwoExaminations)
{
  EXPECT_THAT(warnings_of(baseline, timepoint("follow-up", "2024-03-01", "1.2.2")), IsEmpty());
  EXPECT_THAT(warnings_of(timepoint("baseline", "", "1.2.1"), timepoint("follow-up", "", "1.2.2")), IsEmpty()) << "dates taken off";
}

TEST(CaseWarnings, SayThatOneDayServesTwoTimePoints)
{
  EXPECT_THAT(warnings_of(baseline, timepoint("follow-up", "2024-01-01", "1.2.2")),
              ElementsAre(AllOf(HasSubstr("\"baseline\" and \"follow-up\""), HasSubstr("on the same day"))));
}

TEST(CaseWarnings, SayOnceThatOneStudyServesTwoTimePoints)
{
  EXPECT_THAT(warnings_of(baseline, timepoint("follow-up", "2024-01-01", "1.2.1")), ElementsAre(HasSubstr("hold the same study")));
}

// RECIST 1.1 section 4.3.5: a new lesion is progression, and only who looks for one can say that there is none.
TEST(CaseWarnings, SayThatTheProgramLooksForNoNewLesion)
{
  TimepointAssessment followed;
  followed.lesions.resize(2);
  followed.lesions[0].state = "MEASURED";
  EXPECT_FALSE(not_looked_for_words(followed)) << "a reader's";
  followed.lesions[0].evidence.source = "propagation";
  EXPECT_THAT(not_looked_for_words(followed).value_or(""), HasSubstr("looked for no new ones"));
  followed.lesions[1].lesion.role = LesionRole::New;
  followed.lesions[1].state = "PRESENT";
  EXPECT_FALSE(not_looked_for_words(followed)) << "a reader gave one";
}

TEST(CaseWarnings, SayThatNamesDifferAndDoNotShowThem)
{
  auto other = timepoint("follow-up", "2024-03-01", "1.2.2");
  other.identity.name = "ROE^RICHARD";
  EXPECT_THAT(warnings_of(baseline, other), ElementsAre(AllOf(HasSubstr("different patient names"), Not(HasSubstr("ROE")))));
}
