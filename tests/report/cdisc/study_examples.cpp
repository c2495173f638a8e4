#include "tests/report/cdisc/study_examples.h"

#include "tests/report/support/assessed.h"

namespace nadir::test
{
namespace
{
using namespace nadir::measure;

LesionAssessment said(const Lesion& lesion, const std::string& state, const std::string& reason = "")
{
  LesionAssessment made;
  made.lesion = lesion;
  made.state = state;
  made.reason = reason;
  made.evidence.source = "reader";
  return made;
}

LesionAssessment measured(const Lesion& lesion, double mm)
{
  auto made = said(lesion, "MEASURED");
  const SeriesUid series{"1.2.826.0.1.3680043.8.498.1001"};
  const Caliper line{{0, 0, 0}, {mm, 0, 0}, Millimeters{mm}, series, SopInstanceUid{"1.2.826.0.1.3680043.8.498.1001.17"}, 17};
  made.longest_diameter = line;
  made.longest_diameter->length = Millimeters{lesion.nodal ? 1.5 * mm : mm};
  if (lesion.nodal) made.short_axis = line;
  made.volume = Milliliters{0.5235987755982988e-3 * mm * mm * mm};  // of a ball
  made.evidence.mask_digest = std::string(64, 'c');
  return made;
}

LesionAssessment split(const Lesion& lesion, std::vector<Millimeters> parts)
{
  auto made = said(lesion, "SPLIT");
  made.fragments = std::move(parts);
  return made;
}

LesionAssessment merged(const Lesion& lesion, const Lesion& into)
{
  auto made = said(lesion, "MERGED_INTO");
  made.merged_into = into.id;
  return made;
}
}  // namespace

Assessment trial_assessment()
{
  using enum LesionRole;
  const Lesion t1{LesionId{"T01"}, Target, "soft tissue", false}, t2{LesionId{"T02"}, Target, "left lung", false},
      t3{LesionId{"T03"}, Target, "left lung", false}, t4{LesionId{"T04"}, Target, "axilla", true},
      n1{LesionId{"NT01"}, NonTarget, "pleura", false}, n2{LesionId{"NT02"}, NonTarget, "groin", true},
      w1{LesionId{"NEW01"}, New, "brain", false};
  Assessment made;
  made.patient = "P1";
  made.software_version = "0.1.0";
  made.inputs = {{"case", "case.json", std::string(64, 'a')}};
  made.timepoints.resize(3);
  auto &baseline = made.timepoints[0], &second = made.timepoints[1], &third = made.timepoints[2];
  baseline.label = TimepointLabel{"baseline"};
  baseline.date = "2024-01-10";
  baseline.lesions = {measured(t1, 80),    measured(t2, 20),    measured(t3, 15), measured(t4, 18),
                      said(n1, "PRESENT"), said(n2, "PRESENT"), said(w1, "NONE")};
  second.label = TimepointLabel{"week 8"};
  second.date = "2024-03-06";
  second.lesions = {split(t1, {Millimeters{30}, Millimeters{12.5}}),
                    measured(t2, 33),
                    merged(t3, t2),
                    said(t4, "TOO_SMALL"),
                    said(n1, "ABSENT"),
                    said(n2, "ABSENT"),
                    said(w1, "NONE")};
  third.label = TimepointLabel{"week 16"};
  third.date = "2024-05-01";
  third.lesions = {said(t1, "NOT_EVALUABLE", "movement artefact"),
                   said(t2, "ABSENT"),
                   said(t3, "NOT_DONE"),
                   measured(t4, 9),
                   said(n1, "UNEQUIVOCAL_PROGRESSION", "doubled"),
                   said(n2, "UNEQUIVOCAL_PROGRESSION", "doubled, too"),
                   said(w1, "UNEQUIVOCAL")};
  derive_responses(made);
  return made;
}

report::cdisc::Study study_of(const std::vector<const Assessment*>& assessments)
{
  report::cdisc::Study study;
  study.id = "STS01";
  for (const auto* assessment : assessments) study.readings.push_back({assessment, ""});
  return study;
}
}  // namespace nadir::test
