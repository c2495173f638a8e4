#include "measure/response/discordance/discordance.h"

#include <algorithm>

#include "imaging/units/number_text.h"
#include "measure/response/confirmation.h"
#include "measure/response/discordance/literature.h"
#include "measure/response/recist_1_1/assess.h"
#include "measure/response/target_volume.h"

namespace nadir::measure::discordance
{
namespace
{
using Numbers = std::vector<std::pair<std::string, std::string>>;

/// Why a flag is raised, for people.
struct Words
{
  std::string explanation;
  Numbers numbers;
};

/// Growth from more than nothing.
std::string growth_words(std::int64_t from, std::int64_t to)
{
  return "+" + format_fixed(100.0 * static_cast<double>(to - from) / static_cast<double>(from), 1) + " %";
}

bool rose_by(std::int64_t from, std::int64_t to, int permille) { return to > from && 1000 * to >= (1000 + permille) * from; }

/// The volumes one follow-up is judged by.
struct Volumes
{
  std::optional<CubicMillimeters> baseline, smallest, now;
  std::optional<CubicMillimeters> viable_baseline, viable_now;
  std::optional<CubicMillimeters> solid_baseline, solid_now;  ///< not liquid, at least and at most

  bool knows_viable() const { return viable_baseline && viable_now; }
  /// Where nothing tells what lives now. With contrast now and none at baseline, "dead" would not mean the same.
  bool knows_only_solid() const { return !viable_now && solid_baseline && solid_now && knows_whole(); }
  bool knows_fractions() const { return knows_viable() && knows_whole(); }
  bool knows_whole() const { return baseline && now && *baseline > 0 && *now > 0; }

  /// Rise of the viable fraction from baseline to now, in permille of the whole; negative: the necrotic fraction rose.
  double viable_fraction_rise() const { return permille(*viable_now, *now) - permille(*viable_baseline, *baseline); }
  static double permille(CubicMillimeters part, CubicMillimeters whole)
  {
    return 1000.0 * static_cast<double>(part) / static_cast<double>(whole);
  }
  bool viable_fraction_rose_by(int permille) const { return knows_fractions() && viable_fraction_rise() >= permille - tolerance; }
  bool necrosis_rose_by(int permille) const { return knows_fractions() && -viable_fraction_rise() >= permille - tolerance; }

  /// Where knows_only_solid().
  bool solid_did_not_grow() const { return *solid_now <= *solid_baseline; }
  bool liquid_rose_by(int least) const { return permille(*solid_baseline, *baseline) - permille(*solid_now, *now) >= least - tolerance; }

  static constexpr double tolerance = 1e-9;  ///< of the quotients, so that an exact limit counts as reached
};

std::string fraction_words(CubicMillimeters part, CubicMillimeters whole)
{
  return format_fixed(100.0 * static_cast<double>(part) / static_cast<double>(whole), 1) + " %";
}

/// Asks every flag of one follow-up.
class Questions
{
public:
  Questions(const KnownFollowUp& known, const FlagLimits& limits)
      : readings_(known.readings), response_(known.response), at_(known.response.timepoints[known.timepoint]), timepoint_(known.timepoint),
        protocol_(known.protocol), margins_(known.margins), explain_(known.explain), limits_(limits), volumes_(volumes())
  {
  }

  std::vector<Flag> ask()
  {
    ask_volume_growth();
    ask_necrotic_progression();
    ask_viable_response();
    ask_near_limit();
    ask_plane();
    ask_nadir_only();
    ask_unconfirmed();
    return std::move(flags_);
  }

private:
  /// Adds a flag; the words are made only when they are asked for.
  template <class MakeWords> void add(const std::string& rule, const std::string& name, const char* level, MakeWords words)
  {
    auto& flag = flags_.emplace_back();
    flag.id = rule + " " + name;
    flag.level = level;
    if (explain_ == Explain::No) return;
    Words made = words();
    auto literature = literature_of(rule);
    flag.explanation = std::move(made.explanation);
    flag.numbers = std::move(made.numbers);
    flag.literature_for = std::move(literature.supporting);
    flag.literature_against = std::move(literature.opposing);
  }

  Volumes volumes() const
  {
    const auto at = [&](std::size_t timepoint, VolumeKind kind) { return target_volume(readings_, timepoint, kind); };
    Volumes volumes;
    volumes.now = at(timepoint_, VolumeKind::Whole);
    volumes.viable_now = at(timepoint_, VolumeKind::Viable);
    volumes.solid_now = at(timepoint_, VolumeKind::SolidAtMost);
    if (!volumes.now && !volumes.viable_now && !volumes.solid_now) return volumes;  // nothing to compare with what was
    volumes.baseline = at(0, VolumeKind::Whole);
    volumes.smallest = volume_nadir(readings_, timepoint_, VolumeKind::Whole);
    volumes.viable_baseline = at(0, VolumeKind::Viable);
    volumes.solid_baseline = at(0, VolumeKind::SolidAtLeast);
    return volumes;
  }

  bool is_stable_by_size() const { return at_.overall == Category::StableDisease || at_.target_raw == Category::StableDisease; }
  bool is_progression() const { return at_.overall == Category::ProgressiveDisease; }

  const char* volume_level() const
  {
    if (!volumes_.now || !volumes_.smallest || *volumes_.smallest == 0) return nullptr;
    if (rose_by(*volumes_.smallest, *volumes_.now, limits_.volume_strong_permille)) return "strong";
    if (rose_by(*volumes_.smallest, *volumes_.now, limits_.volume_flag_permille)) return "flag";
    return rose_by(*volumes_.smallest, *volumes_.now, limits_.volume_notice_permille) ? "notice" : nullptr;
  }

  Numbers volume_numbers() const
  {
    Numbers numbers = {{"volume now", volume_in_words(*volumes_.now)}};
    if (volumes_.baseline) numbers.emplace_back("volume at baseline", volume_in_words(*volumes_.baseline));
    numbers.emplace_back("smallest earlier volume", volume_in_words(*volumes_.smallest));
    numbers.emplace_back("change from it", growth_words(*volumes_.smallest, *volumes_.now));
    numbers.emplace_back("limits", "+" + permille_words(limits_.volume_notice_permille) + " notice, +" +
                                       permille_words(limits_.volume_flag_permille) + " flag, +" +
                                       permille_words(limits_.volume_strong_permille) + " strong");
    return numbers;
  }
  static std::string permille_words(int permille) { return format_fixed(permille / 10.0, permille % 10 == 0 ? 0 : 1) + " %"; }

  Numbers viable_numbers() const
  {
    Numbers numbers = {{"viable volume at baseline", volume_in_words(*volumes_.viable_baseline)},
                       {"viable volume now", volume_in_words(*volumes_.viable_now)}};
    if (!volumes_.knows_fractions()) return numbers;
    numbers.emplace_back("viable fraction at baseline", fraction_words(*volumes_.viable_baseline, *volumes_.baseline));
    numbers.emplace_back("viable fraction now", fraction_words(*volumes_.viable_now, *volumes_.now));
    return numbers;
  }

  Numbers solid_numbers() const
  {
    return {{"not liquid at baseline, at least", volume_in_words(*volumes_.solid_baseline)},
            {"not liquid now, at most", volume_in_words(*volumes_.solid_now)},
            {"fraction not liquid at baseline, at least", fraction_words(*volumes_.solid_baseline, *volumes_.baseline)},
            {"fraction not liquid now, at most", fraction_words(*volumes_.solid_now, *volumes_.now)}};
  }

  void ask_volume_growth()
  {
    const char* level = volume_level();
    if (!is_stable_by_size() || is_progression() || level == nullptr) return;
    const auto growth = growth_words(*volumes_.smallest, *volumes_.now);
    add("F1", "SD-VOLUP", level,
        [&]
        {
          return Words{std::string(name_of(at_.overall)) + " by diameters while the volume of the targets changed by " + growth +
                           " from its smallest earlier value; RECIST measures one plane only",
                       volume_numbers()};
        });
    ask_necrotic_growth(level, growth);
  }

  void ask_necrotic_growth(const char* level, const std::string& growth)
  {
    if (volumes_.knows_only_solid()) return ask_liquid_growth(level, growth);
    const bool viable_did_not_grow = volumes_.knows_viable() && *volumes_.viable_now <= *volumes_.viable_baseline;
    if (!viable_did_not_grow && !volumes_.necrosis_rose_by(limits_.necrosis_rise_permille)) return;
    add("F2", "VOLUP-NECROSIS", level,
        [&]
        {
          return Words{"the volume changed by " + growth +
                           (viable_did_not_grow ? ", but the viable volume did not grow" : ", and the necrotic fraction rose") +
                           ": growth by necrosis or liquefaction is possible",
                       viable_numbers()};
        });
  }

  void ask_liquid_growth(const char* level, const std::string& growth)
  {
    if (!volumes_.solid_did_not_grow() && !volumes_.liquid_rose_by(limits_.necrosis_rise_permille)) return;
    add("F2", "VOLUP-NECROSIS", level,
        [&]
        {
          return Words{"the volume changed by " + growth +
                           (volumes_.solid_did_not_grow() ? ", but what is not liquid did not grow" : ", and the liquid fraction rose") +
                           ": growth by necrosis or liquefaction is possible; without contrast it is not known what lives",
                       solid_numbers()};
        });
  }

  void ask_liquid_progression()
  {
    if (!volumes_.solid_did_not_grow()) return;
    add("F3", "PD-NECROTIC", "flag",
        [&]
        {
          return Words{"PD while what is not liquid is not above baseline: possible pseudo-progression; RECIST stays PD. Without contrast "
                       "it is not known what lives",
                       solid_numbers()};
        });
  }

  void ask_necrotic_progression()
  {
    if (is_progression() && volumes_.knows_only_solid()) return ask_liquid_progression();
    if (!is_progression() || !volumes_.knows_viable() || *volumes_.viable_now > *volumes_.viable_baseline) return;
    add("F3", "PD-NECROTIC", "flag",
        [&] {
          return Words{"PD while the viable volume is not above baseline: possible pseudo-progression; RECIST stays PD", viable_numbers()};
        });
  }

  void ask_viable_response()
  {
    if (at_.overall != Category::PartialResponse || !volumes_.viable_fraction_rose_by(limits_.viable_rise_permille)) return;
    add("F4", "PR-VIABLE", "flag", [&] { return Words{"PR while the viable fraction of the targets rose", viable_numbers()}; });
  }

  /// Repeatability is that of a length that was measured; a lesion that is gone has none.
  bool changes_absent_lesions_only(const recist_1_1::Margin& margin) const
  {
    const auto& now = readings_.timepoints()[timepoint_].lesions;
    return std::all_of(margin.changes.begin(), margin.changes.end(),
                       [&](const auto& change) { return now[change.lesion].state == LesionState::Absent; });
  }

  void ask_near_limit()
  {
    const auto reach = limits_.repeatability.value_or(2 * protocol_.length_quantum);
    if (margins_.empty() || margins_.front().total > reach || changes_absent_lesions_only(margins_.front())) return;
    add("F5", "NEAR-LIMIT", "notice",
        [&]
        {
          const bool is_stated = limits_.repeatability.has_value();
          return Words{"the category is " + recist_1_1::in_words(readings_, margins_.front()) + ", which is within " +
                           (is_stated ? "the repeatability of " + in_words(reach)
                                      : "two steps of the lengths as they are recorded (" + in_words(reach) + ")"),
                       {{"margin", in_words(margins_.front().total)}, {is_stated ? "repeatability" : "two steps", in_words(reach)}}};
        });
  }

  /// The same patient with the longest diameter of any plane in place of the acquired plane's.
  PatientReadings in_any_plane() const
  {
    auto timepoints = readings_.timepoints();
    for (auto& timepoint : timepoints)
      for (const auto target : readings_.of_role(LesionRole::Target))
      {
        auto& reading = timepoint.lesions[target];
        const bool is_line = reading.state == LesionState::Measured && !readings_.lesions()[target].lesion.nodal;
        if (is_line && reading.longest_in_any_plane) reading.longest_diameter = reading.longest_in_any_plane;
      }
    return PatientReadings::make(readings_.lesions(), std::move(timepoints)).value();
  }

  bool knows_another_plane() const
  {
    const auto& now = readings_.timepoints()[timepoint_].lesions;
    const auto& targets = readings_.of_role(LesionRole::Target);
    return std::any_of(targets.begin(), targets.end(), [&](auto target) { return now[target].longest_in_any_plane.has_value(); });
  }

  void ask_plane()
  {
    if (!knows_another_plane()) return;
    const auto other = recist_1_1::assess(in_any_plane(), protocol_, Explain::No).timepoints[timepoint_];
    if (other.overall == at_.overall) return;
    add("F6", "PLANE", "notice",
        [&]
        {
          return Words{"the longest diameters of any plane would give " + std::string(name_of(other.overall)) + " instead of " +
                           std::string(name_of(at_.overall)) + "; the acquired plane counts",
                       {{"sum in the acquired plane", at_.sum ? in_words(*at_.sum) : "incomplete"},
                        {"sum in any plane", other.sum ? in_words(*other.sum) : "incomplete"}}};
        });
  }

  void ask_nadir_only()
  {
    if (at_.target != Category::ProgressiveDisease || !at_.sum || *at_.sum >= *at_.baseline_sum) return;
    add("F7", "NADIR-ONLY", "notice",
        [&]
        {
          return Words{"PD against the nadir of " + in_words(*at_.nadir) + " while the sum of " + in_words(*at_.sum) +
                           " is below the baseline of " + in_words(*at_.baseline_sum),
                       {{"sum", in_words(*at_.sum)}, {"nadir", in_words(*at_.nadir)}, {"baseline sum", in_words(*at_.baseline_sum)}}};
        });
  }

  bool is_confirmed() const
  {
    std::vector<Visit> visits;
    for (std::size_t i = 1; i < response_.timepoints.size(); ++i)
      visits.push_back({response_.timepoints[i].response_date, response_.timepoints[i].overall_raw});
    for (std::size_t i = 0; i < visits.size(); ++i)
      if (const auto by = confirming_visit(visits, i, protocol_.confirmation); by && (i + 1 == timepoint_ || *by + 1 == timepoint_))
        return true;
    return false;
  }

  void ask_unconfirmed()
  {
    const bool is_response = at_.overall == Category::CompleteResponse || at_.overall == Category::PartialResponse;
    if (!is_response || is_confirmed()) return;
    add("F8", "UNCONFIRMED", "notice",
        [&]
        {
          const auto days = std::to_string(protocol_.confirmation.minimum_days) + " days";
          return Words{std::string(name_of(at_.overall)) + " that no other visit at least " + days + " apart confirms",
                       {{"confirmation needs", days}}};
        });
  }

  const PatientReadings& readings_;
  const PatientResponse& response_;
  const TimepointResponse& at_;
  std::size_t timepoint_;
  const Protocol& protocol_;
  const std::vector<recist_1_1::Margin>& margins_;
  Explain explain_;
  const FlagLimits& limits_;
  Volumes volumes_;
  std::vector<Flag> flags_;
};
}  // namespace

std::vector<Flag> flags(const KnownFollowUp& known, const FlagLimits& limits)
{
  return known.timepoint == 0 ? std::vector<Flag>{} : Questions(known, limits).ask();
}

std::vector<Flag> flags(const PatientReadings& readings, const PatientResponse& response, std::size_t timepoint, const Protocol& protocol,
                        const FlagLimits& limits)
{
  const auto margins = recist_1_1::margins(readings, response.timepoints[timepoint], protocol);
  return flags({readings, response, timepoint, protocol, margins}, limits);
}
}  // namespace nadir::measure::discordance
