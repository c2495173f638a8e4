#include "tests/measure/response/literal_recist.h"

#include <cmath>

namespace nadir::measure::test
{
namespace
{
using Words = std::vector<std::string>;

/// One patient as text and tenths of a millimetre.
class Sheet
{
public:
  Sheet(const PatientReadings& readings, LiteralConfirmation confirmation) : readings_(readings), confirmation_(confirmation) {}

  std::size_t visits() const { return readings_.timepoints().size(); }

  LiteralVisit visit(std::size_t v) const
  {
    LiteralVisit row;
    row.sum = complete_sum(v);
    row.baseline_sum = targets().empty() ? std::nullopt : complete_sum(0);
    if (v == 0) return row;
    row.nadir = nadir(v);
    row.target = target(v);
    row.target_raw = target_raw(v);
    row.non_target = non_target(v);
    row.new_lesion = new_lesion(v);
    row.overall = overall(v);
    row.overall_raw = table(row.target_raw, row.non_target, row.new_lesion);
    for (std::size_t before = 1; before < v; ++before)
      if (overall(before) == "PD") row.after_progression = true;
    return row;
  }

private:
  std::vector<std::size_t> with_role(LesionRole role) const
  {
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < readings_.lesions().size(); ++i)
      if (readings_.lesions()[i].lesion.role == role) found.push_back(i);
    return found;
  }
  std::vector<std::size_t> targets() const { return with_role(LesionRole::Target); }
  const LesionReading& reading(std::size_t lesion, std::size_t v) const { return readings_.timepoints()[v].lesions[lesion]; }
  std::string word(std::size_t lesion, std::size_t v) const { return std::string(name_of(reading(lesion, v).state)); }
  bool node(std::size_t lesion) const { return readings_.lesions()[lesion].lesion.nodal; }

  /// Raw lengths of the tests have two decimals: hundredths are exact, half goes up.
  static long tenths(Millimeters length) { return (std::lround(length.value() * 100.0) + 5) / 10; }

  /// N3: what a target counts; none = no number.
  std::optional<long> counts(std::size_t lesion, std::size_t v) const
  {
    const auto& given = reading(lesion, v);
    const auto state = word(lesion, v);
    if (state == "ABSENT" || state == "MERGED_INTO") return 0;
    if (state == "TOO_SMALL") return 50;
    if (state == "NOT_EVALUABLE" || state == "NOT_DONE") return std::nullopt;
    if (state == "SPLIT" && !given.fragments.empty())
    {
      long sum = 0;
      for (const auto fragment : given.fragments) sum += tenths(fragment);
      return sum;
    }
    if (node(lesion) && given.short_axis) return tenths(*given.short_axis);
    return tenths(*given.longest_diameter);
  }

  std::optional<long> complete_sum(std::size_t v) const
  {
    if (targets().empty()) return std::nullopt;
    long sum = 0;
    for (const auto lesion : targets())
    {
      if (!counts(lesion, v)) return std::nullopt;
      sum += *counts(lesion, v);
    }
    return sum;
  }

  /// T9: missing lesions counted 0.
  long partial_sum(std::size_t v) const
  {
    long sum = 0;
    for (const auto lesion : targets()) sum += counts(lesion, v).value_or(0);
    return sum;
  }

  bool any_number(std::size_t v) const
  {
    for (const auto lesion : targets())
      if (counts(lesion, v)) return true;
    return false;
  }

  /// T6.
  std::optional<long> nadir(std::size_t v) const
  {
    std::optional<long> smallest;
    for (std::size_t before = 0; before < v; ++before)
      if (const auto sum = complete_sum(before); sum && (!smallest || *sum < *smallest)) smallest = sum;
    return smallest;
  }

  /// N7: "for N < 25.0 mm PD <=> S - N >= 5.0 mm; for N >= 25.0 mm PD <=> S >= 1.2 N".
  static bool grown(long sum, long nadir) { return nadir < 250 ? sum - nadir >= 50 : 10 * sum >= 12 * nadir; }

  bool gone(std::size_t lesion, std::size_t v) const
  {
    const auto length = counts(lesion, v);
    return length && (node(lesion) ? *length < 100 : *length == 0);
  }
  bool all_gone(std::size_t v) const
  {
    for (const auto lesion : targets())
      if (!gone(lesion, v)) return false;
    return true;
  }
  bool disease_again(std::size_t v) const
  {
    for (const auto lesion : targets())
      if (counts(lesion, v) && !gone(lesion, v)) return true;
    return false;
  }
  bool complete_response_before(std::size_t v) const
  {
    for (std::size_t before = 1; before < v; ++before)
      if (overall(before) == "CR") return true;
    return false;
  }

  /// Target response before "PR is kept".
  std::string target_raw(std::size_t v) const
  {
    if (targets().empty()) return "NA";
    if (!any_number(v)) return "NE";
    if (!complete_sum(0)) return "NE";
    if (!complete_sum(v))
    {
      if (complete_response_before(v) && disease_again(v)) return "PD";
      return grown(partial_sum(v), *nadir(v)) ? "PD" : "NE";
    }
    if (all_gone(v)) return "CR";
    if (complete_response_before(v)) return "PD";
    if (grown(*complete_sum(v), *nadir(v))) return "PD";
    return 10 * *complete_sum(v) <= 7 * *complete_sum(0) ? "PR" : "SD";
  }

  std::optional<CalendarDay> day(std::size_t v) const { return readings_.timepoints()[v].date; }

  /// R7 for the raw target responses before visit v: some PR repeated 28 days later, one NE and one SD allowed between.
  bool confirmed_before(std::size_t v) const
  {
    for (std::size_t first = 1; first < v; ++first)
      for (std::size_t second = first + 1; second < v; ++second)
        if (pair_confirms(first, second)) return true;
    return false;
  }
  bool pair_confirms(std::size_t first, std::size_t second) const
  {
    const auto last = target_raw(second);
    if (target_raw(first) != "PR" || (last != "PR" && last != "CR")) return false;
    if (!day(first) || !day(second) || (*day(second) - *day(first)).count() < 28) return false;
    int not_evaluable = 0, stable = 0;
    bool complete = false;
    for (auto between = first + 1; between < second; ++between)
    {
      const auto category = target_raw(between);
      if (category == "PD" || (category == "PR" && complete)) return false;
      complete = complete || category == "CR";
      not_evaluable += category == "NE";
      stable += category == "SD";
    }
    return not_evaluable <= 1 && stable <= 1 && !(complete && last == "PR");
  }

  /// T12s: PR "until PD, CR or NE".
  std::string target(std::size_t v) const
  {
    const auto raw = target_raw(v);
    if (raw != "SD") return raw;
    if (confirmation_ == LiteralConfirmation::Required && !confirmed_before(v)) return raw;
    for (std::size_t before = v; before-- > 1;)
    {
      const auto earlier = target_raw(before);
      if (earlier == "PR") return "PR";
      if (earlier != "SD") return "SD";
    }
    return "SD";
  }

  std::string non_target(std::size_t v) const
  {
    const auto lesions = with_role(LesionRole::NonTarget);
    if (lesions.empty()) return "NA";
    bool progressed = false, missing = false, remains = false;
    for (const auto lesion : lesions)
    {
      const auto state = word(lesion, v);
      const auto& axis = reading(lesion, v).short_axis;
      const bool normal_node = node(lesion) && axis && tenths(*axis) < 100;
      progressed = progressed || state == "UNEQUIVOCAL_PROGRESSION";
      progressed = progressed || (state == "PRESENT" && !node(lesion) && complete_response_before(v));
      missing = missing || state == "NOT_EVALUABLE" || state == "NOT_DONE";
      remains = remains || (state == "PRESENT" && !normal_node);
    }
    if (progressed) return "PD";
    if (missing) return "NE";
    return remains || readings_.timepoints()[v].markers == Markers::Elevated ? "NON-CR/NON-PD" : "CR";
  }

  /// NL2: equivocal now, unequivocal later, never reported gone in between.
  bool proven_later(std::size_t lesion, std::size_t v) const
  {
    for (auto later = v + 1; later < visits(); ++later)
    {
      const auto state = word(lesion, later);
      if (state == "UNEQUIVOCAL") return true;
      if (state == "NONE" || state == "ABSENT") return false;
    }
    return false;
  }
  std::string new_lesion(std::size_t v) const
  {
    std::string strongest = "NONE";
    for (const auto lesion : with_role(LesionRole::New))
    {
      const auto state = word(lesion, v);
      if (state == "UNEQUIVOCAL" || (state == "EQUIVOCAL" && proven_later(lesion, v))) return "UNEQUIVOCAL";
      if (state == "EQUIVOCAL") strongest = state;
    }
    return strongest;
  }

  /// Tables 1 and 2, row by row.
  static std::string table(const std::string& target, const std::string& non_target, const std::string& new_lesion)
  {
    struct Row
    {
      const char *target, *non_target, *overall;
    };
    static const Row rows[] = {{"CR", "CR", "CR"},
                               {"CR", "NA", "CR"},
                               {"CR", "NON-CR/NON-PD", "PR"},
                               {"CR", "NE", "PR"},
                               {"PR", "CR", "PR"},
                               {"PR", "NA", "PR"},
                               {"PR", "NON-CR/NON-PD", "PR"},
                               {"PR", "NE", "PR"},
                               {"SD", "CR", "SD"},
                               {"SD", "NA", "SD"},
                               {"SD", "NON-CR/NON-PD", "SD"},
                               {"SD", "NE", "SD"},
                               {"NE", "CR", "NE"},
                               {"NE", "NA", "NE"},
                               {"NE", "NON-CR/NON-PD", "NE"},
                               {"NE", "NE", "NE"},
                               {"NA", "CR", "CR"},
                               {"NA", "NON-CR/NON-PD", "NON-CR/NON-PD"},
                               {"NA", "NE", "NE"},
                               {"NA", "NA", "NED"}};
    if (new_lesion == "UNEQUIVOCAL" || target == "PD" || non_target == "PD") return "PD";
    for (const auto& row : rows)
      if (target == row.target && non_target == row.non_target) return row.overall;
    return "no row";
  }
  std::string overall(std::size_t v) const
  {
    while (overall_.size() <= v)
    {
      const auto next = overall_.size();
      overall_.push_back(next == 0 ? "" : table(target(next), non_target(next), new_lesion(next)));
    }
    return overall_[v];
  }

  const PatientReadings& readings_;
  LiteralConfirmation confirmation_;
  mutable Words overall_;
};

/// R1 and R8: cut after the first PD; disease after a CR is PD.
LiteralSeries cut(const LiteralSeries& series)
{
  LiteralSeries counted;
  counted.with_targets = series.with_targets;
  bool complete = false;
  for (std::size_t i = 0; i < series.overall.size(); ++i)
  {
    const auto& category = series.overall[i];
    const bool disease = category == "PR" || category == "SD" || category == "NON-CR/NON-PD";
    const bool progressed = category == "PD" || (complete && disease);
    counted.overall.push_back(progressed ? "PD" : category);
    counted.raw.push_back(progressed ? "PD" : series.raw[i]);
    counted.day.push_back(series.day[i]);
    if (progressed) break;
    complete = complete || category == "CR";
  }
  return counted;
}

bool has(const LiteralSeries& series, const std::string& category)
{
  for (const auto& each : series.overall)
    if (each == category) return true;
  return false;
}
bool has_late(const LiteralSeries& series, const Words& categories)
{
  for (std::size_t i = 0; i < series.overall.size(); ++i)
    for (const auto& category : categories)
      if (series.overall[i] == category && series.day[i] && *series.day[i] >= 42) return true;
  return false;
}

/// Is there a pair of visits that confirms `category`?
bool has_confirmed(const LiteralSeries& series, const std::string& category)
{
  for (std::size_t first = 0; first < series.raw.size(); ++first)
    for (auto second = first + 1; second < series.raw.size(); ++second)
    {
      if (series.raw[first] != category) continue;
      const bool repeats = series.raw[second] == "CR" || (category == "PR" && series.raw[second] == "PR");
      if (!repeats || !series.day[first] || !series.day[second] || *series.day[second] - *series.day[first] < 28) continue;
      int not_evaluable = 0, stable = 0, foreign = 0, complete = 0;
      for (auto between = first + 1; between < second; ++between)
      {
        const auto& each = series.raw[between];
        if (each == "NE") ++not_evaluable;
        else if (each == "CR") ++complete;
        else if (each == "SD" && category == "PR") ++stable;
        else if (!(each == "PR" && category == "PR" && complete == 0)) ++foreign;
      }
      const bool partial_after_complete = complete > 0 && series.raw[second] == "PR";
      if (not_evaluable <= 1 && stable <= 1 && foreign == 0 && !partial_after_complete) return true;
    }
  return false;
}

std::string best_of_rest(const LiteralSeries& series)
{
  if (has_late(series, {"NON-CR/NON-PD"})) return "NON-CR/NON-PD";
  if (has(series, "PD")) return "PD";
  return has(series, "NED") ? "NED" : "NE";
}
}  // namespace

std::vector<LiteralVisit> literal_recist(const PatientReadings& readings, LiteralConfirmation confirmation)
{
  const Sheet sheet(readings, confirmation);
  std::vector<LiteralVisit> rows;
  for (std::size_t v = 0; v < sheet.visits(); ++v) rows.push_back(sheet.visit(v));
  return rows;
}

std::string literal_best_unconfirmed(const LiteralSeries& series)
{
  const auto counted = cut(series);
  if (has(counted, "CR")) return "CR";
  if (has(counted, "PR")) return "PR";
  if (has_late(counted, {"SD"})) return "SD";
  return best_of_rest(counted);
}

std::string literal_best_confirmed(const LiteralSeries& series)
{
  const auto counted = cut(series);
  if (has_confirmed(counted, "CR")) return "CR";
  if (has_confirmed(counted, "PR")) return "PR";
  if (has_late(counted, {"CR", "PR", "SD"})) return counted.with_targets ? "SD" : "NON-CR/NON-PD";
  return best_of_rest(counted);
}
}  // namespace nadir::measure::test
