// Truth: a lesion that was solid at baseline and is liquid throughout at follow-up has died by nearly all of its volume; one that looked
// the same before may be a myxoid tumour, and nothing but contrast would tell.
#include "measure/assessment/liquefied.h"

#include <gmock/gmock.h>

#include "imaging/dicom/scan.h"
#include "measure/assessment/tissue_content_of.h"
#include "tests/segmentation/tissue/phantom_lesion.h"
#include "tests/support/mr_series.h"
#include "tests/support/scan_results.h"

using namespace nadir;
using namespace nadir::measure;
using ::testing::AllOf;
using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::Not;

namespace
{
/// `dead`: part of the lesion. `images`: "t2 adc", ...
MeasuredLesion lesion_with(double dead, std::string_view images)
{
  phantom::TissueVolumePlan plan{.core_fraction = dead};
  if (dead == 1.0) plan.solid = plan.core;
  MeasuredLesion lesion;
  lesion.tissue = nadir::testing::classified(nadir::testing::phantom_lesion(plan, images));
  lesion.assessment.tissue = tissue_content_of(*lesion.tissue);
  return lesion;
}

const Banded& necrosis_of(const MeasuredLesion& lesion) { return *lesion.assessment.tissue->necrotic_fraction; }

/// A T2 series of this echo time, ms.
class T2Series
{
public:
  explicit T2Series(const std::string& echo_time)
  {
    auto slices = nadir::testing::mr_series();
    for (auto& slice : slices) nadir::testing::put_text(slice, {0x0018, 0x0081}, "DS", echo_time);
    nadir::testing::write_series(folder_, slices);
    stack_ = *nadir::testing::all_stacks(imaging::scan(folder_.path()).value()).front();
    stack_.sequence.type = imaging::SequenceType::T2;
  }

  const imaging::ImageStack& stack() const { return stack_; }

private:
  nadir::testing::TemporaryFolder folder_;
  imaging::ImageStack stack_;
};

const char* const doubt = "a myxoid tumour cannot be told from liquid";
}  // namespace

TEST(Liquefied, SinceItWasSolidByAdc)
{
  auto now = lesion_with(1.0, "t2 adc");
  EXPECT_LT(necrosis_of(now).low, 0.1) << "without the baseline it may all live";
  tell_liquefied(now, lesion_with(0.1, "t2 adc"));
  EXPECT_GT(necrosis_of(now).low, 0.8);
  EXPECT_GE(necrosis_of(now).high, 0.99);
  EXPECT_THAT(now.assessment.tissue->undecided,
              AllOf(Contains(AllOf(HasSubstr("was solid at an earlier time point"), HasSubstr("ADC"))), Not(Contains(HasSubstr(doubt)))));
}

TEST(Liquefied, IsNotToldOfWhatLookedLiquidBefore)
{
  auto now = lesion_with(1.0, "t2 adc");
  const auto wide = necrosis_of(now);
  tell_liquefied(now, lesion_with(1.0, "t2 adc"));
  EXPECT_EQ(necrosis_of(now), wide);
  EXPECT_THAT(now.assessment.tissue->undecided, Contains(HasSubstr(doubt)));
}

TEST(Liquefied, LeavesALesionAloneThatShowsBoth)
{
  auto now = lesion_with(0.5, "t2 adc");
  const auto before = necrosis_of(now);
  tell_liquefied(now, lesion_with(0.1, "t2 adc"));
  EXPECT_EQ(necrosis_of(now), before);
}

TEST(Liquefied, ByT2AloneNeedsTheSameEchoTime)
{
  const T2Series te80("80"), te82("82"), te110("110");
  const auto low_with = [&](const imaging::ImageStack* t2)
  {
    auto before = lesion_with(0.1, "t1 t2"), now = lesion_with(1.0, "t1 t2");
    before.t2 = &te80.stack(), now.t2 = t2;
    tell_liquefied(now, before);
    return necrosis_of(now).low;
  };
  EXPECT_GT(low_with(&te82.stack()), 0.6);
  EXPECT_LT(low_with(&te110.stack()), 0.1) << "a longer echo brightens solid tissue, too";
  EXPECT_LT(low_with(nullptr), 0.1);
}
