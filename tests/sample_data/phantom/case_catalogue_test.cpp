#include "sample_data/phantom/case_catalogue.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "sample_data/phantom/case_record.h"
#include "sample_data/phantom/thigh.h"
#include "tests/sample_data/phantom/sampled_body.h"

using namespace nadir;
using namespace nadir::phantom;

namespace
{
const CasePlan& plan_named(const std::string& name)
{
  const auto& cases = case_catalogue();
  return *std::find_if(cases.begin(), cases.end(), [&](const CasePlan& plan) { return plan.name == name; });
}

/// Calls check(case name, body, time point) for every lesion that is there.
template <class Check> void for_each_body(Check check)
{
  for (const auto& plan : case_catalogue())
  {
    const auto record = make_case_record(plan, {});
    for (const auto& timepoint : record.timepoints)
      for (const auto& lesion : timepoint.timepoint.lesions)
        if (lesion) check(plan.name, lesion->body(), timepoint);
  }
}

CaseRecord record_of(const std::string& name) { return make_case_record(plan_named(name), {}); }
}  // namespace

TEST(CaseCatalogue, HasAtLeastSixCasesWithNamesOfTheirOwn)
{
  std::set<std::string> names;
  for (const auto& plan : case_catalogue()) names.insert(plan.name);
  EXPECT_GE(names.size(), 6u);
  EXPECT_EQ(names.size(), case_catalogue().size());
}

TEST(CaseCatalogue, EndsEachCaseWithTheResponseItsNamePromises)
{
  const std::map<std::string, std::string> promised{{"complete-response", "CR"},         {"partial-response", "PR"},
                                                    {"partial-response-at-limit", "PR"}, {"stable-disease", "SD"},
                                                    {"progression-by-size", "PD"},       {"progression-by-new-lesion", "PD"},
                                                    {"stable-liquefaction", "SD"},       {"nodal-calipers", "PR"},
                                                    {"progression-from-nadir", "PD"},    {"coronal-oblique", "SD"}};
  for (const auto& plan : case_catalogue())
    EXPECT_EQ(make_case_record(plan, {}).expected.back().overall_response, promised.at(plan.name)) << plan.name;
}

// A response must not hang on a pixel: moving every sum by one pixel diagonal (1.35 mm) a target leaves the call as it is. The case at
// the limit is measured by calipers, which have no pixels.
TEST(CaseCatalogue, KeepsEachResponseAwayFromItsLimits)
{
  for (const auto& plan : case_catalogue())
  {
    if (plan.name == "partial-response-at-limit") continue;
    const auto record = make_case_record(plan, {});
    std::vector<LesionPlan> one_target(1);
    for (const int nudge : {-14, 14})
      for (const int opposite : {-1, 1})
      {
        std::vector<std::vector<int>> sums;
        for (std::size_t t = 0; t < record.expected.size(); ++t)
        {
          const int sum = record.expected[t].sum_tenths;
          sums.push_back({sum == 0 ? 0 : sum + (t % 2 == 0 ? nudge : opposite * nudge)});
        }
        EXPECT_EQ(expected_responses(one_target, sums).back().target_response, record.expected.back().target_response) << plan.name;
      }
  }
}

TEST(CaseCatalogue, FallsByExactlyThirtyPercentInTheCaseAtTheLimit)
{
  const auto record = record_of("partial-response-at-limit");
  EXPECT_EQ(record.expected[0].sum_tenths, 600);
  EXPECT_EQ(record.expected[1].sum_tenths, 420);
}

// +72.8 % in volume is what +20 % in every diameter makes (1.2^3), while the longest in-plane diameter stays within 5 %.
TEST(CaseCatalogue, LiquefiesAndGrowsWithoutGrowingInPlane)
{
  const auto record = record_of("stable-liquefaction");
  const auto& before = *record.timepoints[0].truths[0];
  const auto& after = *record.timepoints[1].truths[0];
  EXPECT_GE(after.volume.value(), 1.728 * before.volume.value());
  EXPECT_NEAR(after.acquired->longest().value() / before.acquired->longest().value(), 1.0, 0.05);
  EXPECT_LT(record.timepoints[0].timepoint.lesions[0]->necrotic_fraction(), 0.2);
  EXPECT_GT(record.timepoints[1].timepoint.lesions[0]->necrotic_fraction(), 0.8);
}

TEST(CaseCatalogue, ProgressesFromTheNadirWhileBelowBaseline)
{
  const auto record = record_of("progression-from-nadir");
  ASSERT_EQ(record.expected.size(), 3u);
  EXPECT_EQ(record.expected[1].overall_response, "PR");
  EXPECT_LT(record.expected[2].sum_tenths, record.expected[2].baseline_tenths);
  EXPECT_EQ(record.expected[2].target_response, "PD");
}

TEST(CaseCatalogue, MeasuresTheNodeByItsShortAxis)
{
  const auto record = record_of("nodal-calipers");
  const auto node = static_cast<std::size_t>(
      std::find_if(record.plan.lesions.begin(), record.plan.lesions.end(), [](const auto& l) { return l.is_nodal(); }) -
      record.plan.lesions.begin());
  ASSERT_LT(node, record.plan.lesions.size());
  EXPECT_GE(record.timepoints[0].truths[node]->acquired->perpendicular().value(),
            15.0);  // measurable as a target (RECIST 1.1, section 3.1.1)
  EXPECT_LT(record.timepoints[1].truths[node]->acquired->perpendicular().value(), 10.0);
}

TEST(CaseCatalogue, KeepsEveryLesionInsideTheStack)
{
  for_each_body(
      [](const std::string& name, const LobulatedEllipsoid& body, const TimepointRecord& record)
      {
        const auto& grid = record.timepoint.stack.grid;
        for (const auto& axis : {grid.axes().i, grid.axes().j, grid.axes().k})
          for (const double side : {-1.0, 1.0})
          {
            const auto end = grid.patient_to_voxel(test::surface_point(body, body.centre(), side * axis));
            const VoxelIndex nearest{static_cast<int>(std::lround(end.i)), static_cast<int>(std::lround(end.j)),
                                     static_cast<int>(std::lround(end.k))};
            EXPECT_TRUE(grid.size().contains(nearest)) << name;
          }
      });
}

/// Share of a body's points, on a 2 mm lattice of the anatomy, for which `is_bad` holds.
template <class Predicate> double share_of(const LobulatedEllipsoid& body, Predicate is_bad)
{
  int inside = 0, bad = 0;
  for (double x = -90; x <= 90; x += 2)
    for (double y = -90; y <= 90; y += 2)
      for (double z = -60; z <= 60; z += 2)
        if (const PatientPoint point{x, y, z}; body.contains(point))
        {
          ++inside;
          bad += is_bad(point) ? 1 : 0;
        }
  return static_cast<double>(bad) / inside;
}

// A tumour that overlapped the femur or the air beside the limb would still have exact sizes, but no radiologist would believe it.
TEST(CaseCatalogue, LaysLesionsIntoSoftTissue)
{
  for (const auto& plan : case_catalogue())
  {
    const Thigh thigh{1};
    for (const auto& lesion : plan.lesions)
      for (const auto& size : lesion.sizes)
      {
        if (!size) continue;
        const LobulatedEllipsoid body{Ellipsoid{lesion.centre, size->semi_axes, Rotation::from(lesion.orientation)}, size->lobulation};
        EXPECT_LT(share_of(body, [&](PatientPoint p) { return thigh.is_in_femur(p) || thigh.at(p).tissue == Tissue::Air; }), 0.01)
            << plan.name << " " << lesion.id;
      }
  }
}

TEST(CaseCatalogue, KeepsLesionsApart)
{
  for_each_body(
      [](const std::string& name, const LobulatedEllipsoid& body, const TimepointRecord& record)
      {
        for (const auto& other : record.timepoint.lesions)
        {
          const double gap = other ? distance(body.centre(), other->body().centre()).value() : 0.0;
          if (gap == 0.0) continue;
          EXPECT_GT(gap, 0.5 * (body.feret_3d().value() + other->body().feret_3d().value())) << name;
        }
      });
}

TEST(CaseCatalogue, LaysThePatientDifferentlyOnEachDate)
{
  for (const auto& plan : case_catalogue())
    for (std::size_t t = 1; t < plan.timepoints.size(); ++t)
    {
      EXPECT_NE(plan.timepoints[t].lying.about_superior, plan.timepoints[t - 1].lying.about_superior) << plan.name;
      EXPECT_LT(plan.timepoints[t - 1].date, plan.timepoints[t].date);
    }
}
