#include "measure/response/recist_1_1/baseline_conformance.h"

#include <algorithm>
#include <array>
#include <map>

namespace nadir::measure::recist_1_1
{
namespace
{
constexpr auto baseline_clause = "RECIST 1.1 section 4.2";
constexpr std::string_view broken = "does not conform";
constexpr std::string_view notice = "notice";

std::string lower_case(std::string_view text)
{
  std::string lower(text);
  for (auto& character : lower)
    if (character >= 'A' && character <= 'Z') character = static_cast<char>(character - 'A' + 'a');
  return lower;
}

/// The words of a text in lower case; everything but letters and digits separates.
std::vector<std::string> words_of(std::string_view text)
{
  std::vector<std::string> words(1);
  for (const char character : lower_case(text))
  {
    const bool separates = std::string_view(" \t,;/()-_").find(character) != std::string_view::npos;
    if (!separates) words.back() += character;
    if (separates && !words.back().empty()) words.emplace_back();
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

bool is_side(const std::string& word)
{
  constexpr std::array<std::string_view, 6> sides = {"left", "right", "l", "r", "bilateral", "both"};
  return std::find(sides.begin(), sides.end(), word) != sides.end();
}

std::string singular(const std::string& word)
{
  constexpr std::array<std::pair<std::string_view, std::string_view>, 8> plurals = {{{"lungs", "lung"},
                                                                                     {"kidneys", "kidney"},
                                                                                     {"ovaries", "ovary"},
                                                                                     {"adrenals", "adrenal"},
                                                                                     {"breasts", "breast"},
                                                                                     {"glands", "gland"},
                                                                                     {"tissues", "tissue"},
                                                                                     {"bones", "bone"}}};
  const auto row = std::find_if(plurals.begin(), plurals.end(), [&](const auto& entry) { return entry.first == word; });
  return row == plurals.end() ? word : std::string(row->second);
}

/// Collects what concerns the patient as a whole.
class Check
{
public:
  Check(const PatientReadings& readings, const Protocol& protocol) : readings_(readings), protocol_(protocol) {}

  BaselineConformance run()
  {
    judge_lesions();
    check_window();
    check_counts();
    check_states();
    check_choice();
    check_techniques();
    check_kind_of_patient();
    return std::move(answer_);
  }

private:
  void say(const char* rule, std::string_view outcome, const std::string& explanation)
  {
    if (outcome == broken) answer_.conforms = false;
    answer_.findings.push_back({rule, baseline_clause, std::string(outcome), explanation, {}});
  }
  const Lesion& lesion(std::size_t position) const { return readings_.lesions()[position].lesion; }
  const LesionReading& baseline(std::size_t position) const { return readings_.timepoints().front().lesions[position]; }
  const std::vector<std::size_t>& targets() const { return readings_.of_role(LesionRole::Target); }
  const std::vector<std::size_t>& non_targets() const { return readings_.of_role(LesionRole::NonTarget); }

  void judge_lesions()
  {
    answer_.lesions.resize(readings_.lesions().size());
    for (const auto target : targets())
    {
      answer_.lesions[target] = measurability(readings_, target, protocol_);
      if (answer_.lesions[target].result != Measurability::Measurable) answer_.conforms = false;
    }
  }

  void check_window()
  {
    const auto& examined = readings_.timepoints().front().date;
    if (!protocol_.reference_date || !examined) return;
    const auto days = days_between(*examined, *protocol_.reference_date);
    if (days < 0) say("B1", broken, "the baseline lies " + std::to_string(-days) + " days after the start of treatment");
    if (days > protocol_.baseline.window_days)
      say("B1", broken,
          "the baseline lies " + std::to_string(days) + " days before the start of treatment, more than " +
              std::to_string(protocol_.baseline.window_days));
  }

  void check_counts()
  {
    const auto& limits = protocol_.baseline;
    if (targets().size() > static_cast<std::size_t>(limits.maximum_targets))
      say("B11", broken, std::to_string(targets().size()) + " targets, more than " + std::to_string(limits.maximum_targets));
    std::map<std::string, int> count;
    for (const auto target : targets()) ++count[organ_for_count(lesion(target))];
    for (const auto& [organ, number] : count)
    {
      if (organ.empty()) say("B11", notice, "a target has no organ, so the count per organ cannot be checked");
      else if (number > limits.maximum_targets_per_organ)
        say("B11", broken,
            std::to_string(number) + " targets in one organ (" + organ + "), more than " +
                std::to_string(limits.maximum_targets_per_organ));
    }
  }

  void check_states()
  {
    for (const auto target : targets())
      if (const auto state = baseline(target).state; state != LesionState::Measured && state != LesionState::Split)
        say("B13", broken,
            "target " + lesion(target).id.text() + " is " + std::string(name_of(state)) + " at baseline instead of measured");
    for (const auto non_target : non_targets())
      if (const auto state = baseline(non_target).state; state != LesionState::Present)
        say("B14", notice,
            "non-target " + lesion(non_target).id.text() + " is " + std::string(name_of(state)) + " at baseline instead of PRESENT");
  }

  bool any_target_is(LesionNature nature) const
  {
    return std::any_of(targets().begin(), targets().end(), [&](auto target) { return readings_.lesions()[target].nature == nature; });
  }

  /// A non-target that would have been measurable.
  bool was_left_out(std::size_t non_target) const
  {
    return (baseline(non_target).longest_diameter || baseline(non_target).short_axis) &&
           measurability(readings_, non_target, protocol_).result == Measurability::Measurable;
  }

  void check_choice()
  {
    for (const auto non_target : non_targets())
    {
      if (!was_left_out(non_target)) continue;
      const auto& reason = baseline(non_target).reason;
      say("B12", notice,
          "non-target " + lesion(non_target).id.text() +
              " is measurable; reason for not choosing it as target: " + (reason.empty() ? "not recorded" : reason));
      if (any_target_is(LesionNature::CysticMetastasis) && readings_.lesions()[non_target].nature == LesionNature::Solid)
        say("B7", notice, "a cystic metastasis is target although solid lesion " + lesion(non_target).id.text() + " could be one");
    }
  }

  void check_techniques()
  {
    for (std::size_t i = 1; i < readings_.timepoints().size(); ++i)
      for (const auto target : targets()) check_technique(target, readings_.timepoints()[i]);
  }

  void check_technique(std::size_t target, const TimepointReading& later)
  {
    const auto before = baseline(target).modality, now = later.lesions[target].modality;
    if (before == now || before == Modality::NotStated || now == Modality::NotStated) return;
    say("B10", broken,
        "target " + lesion(target).id.text() + " was measured by " + std::string(name_of(before)) + " at baseline and by " +
            std::string(name_of(now)) + " at time point " + std::to_string(later.sequence) +
            "; a reader decides whether they can be compared (T17)");
  }

  void check_kind_of_patient()
  {
    if (readings_.has_targets()) return;
    say("B15", notice,
        readings_.has_non_targets() ? "no target: the patient has non-target disease only (table 2 applies)"
                                    : "no disease at baseline: no response can be assigned, only new lesions");
  }

  const PatientReadings& readings_;
  const Protocol& protocol_;
  BaselineConformance answer_;
};
}  // namespace

BaselineConformance baseline_conformance(const PatientReadings& readings, const Protocol& protocol)
{
  return Check(readings, protocol).run();
}

std::string organ_for_count(const Lesion& lesion)
{
  if (lesion.nodal) return "lymph nodes";
  std::string organ;
  for (const auto& word : words_of(lesion.organ))
    if (!is_side(word)) organ += (organ.empty() ? "" : " ") + singular(word);
  return organ;
}
}  // namespace nadir::measure::recist_1_1
