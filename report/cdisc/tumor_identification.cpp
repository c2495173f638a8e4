#include "report/cdisc/tumor_identification.h"

#include <algorithm>
#include <set>

#include "report/cdisc/counted_length.h"
#include "report/cdisc/lesion_links.h"
#include "report/cdisc/lineage_links.h"
#include "report/cdisc/location.h"
#include "report/cdisc/record_frame.h"
#include "report/cdisc/terms.h"
#include "report/table/visible_text.h"

namespace nadir::report::cdisc
{
namespace
{
using measure::LesionRole;
using measure::LesionState;

const char* classification_of(LesionRole role)
{
  return role == LesionRole::Target ? "TARGET" : role == LesionRole::NonTarget ? "NON-TARGET" : "NEW";
}

/// Makes the rows of one reading.
class Rows
{
public:
  Rows(const ReadingPlan& plan, std::string_view study) : plan_(plan), study_(study) {}

  void add_time_point(std::size_t t)
  {
    for (const auto& lesion : plan_.lesions)
      if (lesion.identified == t) add_lesion(lesion, t);
    if (t == 0) add_indicators();
    for (const auto& lesion : plan_.lesions) add_lineage(lesion, t);
  }
  std::vector<IdentificationRecord> take() && { return std::move(rows_); }

private:
  IdentificationRecord row(const Term& term, std::string result, std::size_t t) const
  {
    auto made = framed<IdentificationRecord>(plan_, study_, t);
    made.code = term.code;
    made.test = term.name;
    made.result = std::move(result);
    return made;
  }

  IdentificationRecord row_of(const PlannedLesion& lesion, const Term& term, std::string result, std::size_t t) const
  {
    auto made = row(term, std::move(result), t);
    const auto location = location_of(lesion.lesion);
    made.link = lesion.link;
    made.location = location.place;
    made.laterality = location.laterality;
    made.location_detail = location.detail;
    made.method = method;
    const auto* found = plan_.find(lesion.lesion.id, t);
    if (found) made.reference = reference_of(counted_caliper(*found), *found);
    made.origin.lesion = lesion.lesion.id;
    made.origin.measurement = found ? counted_measurement(*found) : "state";
    const auto& tracking = plan_.reading->tracking_uids;
    if (const auto uid = tracking.find(lesion.lesion.id); uid != tracking.end()) made.tracking = uid->second;
    return made;
  }

  void add_lesion(const PlannedLesion& lesion, std::size_t t)
  {
    auto made = row_of(lesion, terms::tumor_identification, classification_of(lesion.lesion.role), t);
    if (lesion.link != plan_.prefix + lesion.lesion.id.text()) made.lesion_id = visible_text(lesion.lesion.id.text());
    rows_.push_back(std::move(made));
  }

  void add_indicators()
  {
    const auto has = [&](LesionRole role)
    { return std::any_of(plan_.lesions.begin(), plan_.lesions.end(), [&](const auto& each) { return each.lesion.role == role; }); };
    if (!has(LesionRole::Target)) rows_.push_back(row(terms::target_indicator, "N", 0));
    if (!has(LesionRole::NonTarget)) rows_.push_back(row(terms::non_target_indicator, "N", 0));
  }

  void add_lineage(const PlannedLesion& lesion, std::size_t t)
  {
    const auto* found = plan_.find(lesion.lesion.id, t);
    if (lesion.lesion.role != LesionRole::Target || !found) return;
    if (state_of(found) == LesionState::Split)
      for (std::size_t part = 0; part < found->fragments.size(); ++part) announce(lesion, terms::tumor_split, part_link(lesion, part), t);
    if (const auto link = link_at(plan_, lesion, t); link != lesion.link) announce(lesion, terms::tumor_merged, link, t);
  }

  void announce(const PlannedLesion& lesion, const Term& term, const std::string& link, std::size_t t)
  {
    if (!announced_.insert(link).second) return;
    rows_.push_back(row_of(lesion, term, "TARGET", t));
    rows_.back().link = link;
  }

  const ReadingPlan& plan_;
  std::string_view study_;
  std::vector<IdentificationRecord> rows_;
  std::set<std::string> announced_;
};
}  // namespace

std::vector<IdentificationRecord> identification_of(const ReadingPlan& plan, std::string_view study)
{
  Rows rows(plan, study);
  for (std::size_t t = 0; t < plan.visits.size(); ++t) rows.add_time_point(t);
  return std::move(rows).take();
}
}  // namespace nadir::report::cdisc
