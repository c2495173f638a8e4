#pragma once

#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

#include "measure/response/category.h"
#include "measure/response/protocol.h"
#include "measure/response/readings.h"
#include "measure/response/recist_1_1/drawn_sums.h"
#include "measure/response/recist_1_1/new_lesions.h"
#include "measure/response/recist_1_1/non_target_response.h"
#include "measure/response/recist_1_1/raw_history.h"

namespace nadir::measure::recist_1_1
{
/// How often each overall category came out.
using CategoryCounts = std::vector<std::pair<Category, int>>;

/// Limits of the protocol as factors of whole numbers: progression 5 S >= 6 N and S - N >= 5 mm, partial response 10 S <= 7 B.
template <class Real> struct DrawnLimits
{
  Real progression_sum, progression_nadir, minimum_increase, response_sum, response_baseline;
};

/// The rules of `assess` for many drawn sums of one patient at once: the same steps in the same order (O7), each as one pass over all
/// draws. A draw of which every length is the one read gives the categories of `assess`; a test holds them together on random patients.
template <class Real> class DrawnCourse
{
public:
  /// Both must outlive this.
  DrawnCourse(const PatientReadings& readings, const Protocol& protocol, std::size_t draws);

  void baseline(const SumParts& parts, const DrawnSums<Real>& sums);
  /// The follow-ups have to come in order.
  CategoryCounts follow_up(std::size_t timepoint, const SumParts& parts, const DrawnSums<Real>& sums);

private:
  static DrawnLimits<Real> limits_of(const Protocol& protocol);

  bool is_plain(const SumParts& parts) const;
  CategoryCounts follow_plainly(std::size_t timepoint, const DrawnSums<Real>& sums);
  void make_room();
  const std::vector<Real>& presence(const DrawnSums<Real>& sums) const { return sums.present.empty() ? everywhere_ : sums.present; }
  void call_complete(const DrawnSums<Real>& sums);
  void call_incomplete(const DrawnSums<Real>& sums);
  void call_not_evaluable();
  void find_kept();
  CategoryCounts overall(std::size_t timepoint) const;
  void remember(std::size_t timepoint, const SumParts& parts, const DrawnSums<Real>& sums);
  void remember_complete_responses(std::size_t timepoint);
  void remember_responses();
  void remember_history(std::size_t timepoint);
  Category call(Category target, std::size_t timepoint, EarlierCompleteResponse earlier) const;
  std::optional<CalendarDay> day(Category target, std::size_t timepoint, EarlierCompleteResponse earlier) const;
  Category raw_target(std::size_t draw) const;
  void add_overall(CategoryCounts& counts, std::size_t timepoint, EarlierCompleteResponse earlier) const;

  const PatientReadings& readings_;
  const Protocol& protocol_;
  DrawnLimits<Real> limits_;
  std::vector<NewLesions> new_lesions_;  ///< one a time point
  bool has_baseline_sum_ = false;
  bool any_complete_response_ = false;  ///< in one of the draws
  // One entry a draw; a question has 1 for yes and 0 for no. The first line is empty without a sum at baseline, the
  // last three as long as every time point is plain.
  std::vector<Real> baseline_, nadir_;
  std::vector<Real> response_runs_;
  std::vector<Real> had_complete_response_, kept_;
  std::vector<Real> complete_, progressed_, raw_partial_, partial_, not_evaluable_;  ///< the target's category now; none = SD
  std::vector<Real> everywhere_;                                                     ///< 1 in every draw
  RawHistory history_;
  std::vector<RawHistory::Place> place_;
};
}  // namespace nadir::measure::recist_1_1
