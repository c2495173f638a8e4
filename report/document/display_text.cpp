#include "report/document/display_text.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

#include "imaging/units/number_text.h"
#include "imaging/units/utf8_text.h"
#include "measure/response/category.h"
#include "measure/response/percent_change.h"
#include "measure/response/reported_length.h"

namespace nadir::report
{
namespace
{
using measure::Category;
using measure::ReportedLength;

/// Lengths and volumes beyond this are no anatomy; they are not shown as numbers.
constexpr double largest_shown = 1e6;

template <class Quantity> bool is_shown(const std::optional<Quantity>& quantity)
{
  return quantity && std::isfinite(quantity->value()) && std::abs(quantity->value()) < largest_shown;
}

std::string with_real_minus(std::string text)
{
  if (!text.empty() && text.front() == '-') text.replace(0, 1, "\u2212");
  return text;
}

int decimals_of(Milliliters volume)
{
  const double size = std::abs(volume.value());
  if (size >= 10.0) return 1;
  return size >= 1.0 ? 2 : 3;
}

std::string signed_fixed(double value, int decimals)
{
  std::string digits = format_fixed(value, decimals);
  if (digits.front() != '-') digits.insert(0, 1, '+');
  return with_real_minus(digits);
}

/// Limits may come from a file that somebody else wrote.
int permille_of(double percent) { return std::isfinite(percent) ? static_cast<int>(std::lround(std::clamp(10.0 * percent, 1.0, 1e5))) : 1; }

ReportedLength quantum_of(const measure::ResponseLimits& limits)
{
  const double micrometers = 1000.0 * limits.length_quantum.value();
  return ReportedLength::from_micrometers(std::isfinite(micrometers) ? std::llround(std::clamp(micrometers, 1.0, 1e4)) : 100);
}

int decimals_of(const measure::ResponseLimits& limits)
{
  const auto micrometers = quantum_of(limits).micrometers();
  if (micrometers % 100 == 0) return 1;
  return micrometers % 10 == 0 ? 2 : 3;
}

/// "20", "12.5".
std::string shortest(double number) { return std::isfinite(number) ? format_number(number) : std::string(absent_text); }
}  // namespace

std::string length_digits(const std::optional<Millimeters>& length)
{
  return is_shown(length) ? with_real_minus(format_fixed(length->value(), 1)) : std::string(absent_text);
}

std::string length_text(const std::optional<Millimeters>& length)
{
  return is_shown(length) ? length_digits(length) + " mm" : std::string(absent_text);
}

std::string length_text(const std::optional<Millimeters>& length, const measure::ResponseLimits& limits)
{
  return is_shown(length) ? with_real_minus(format_fixed(length->value(), decimals_of(limits))) + " mm" : std::string(absent_text);
}

std::string length_change_text(const std::optional<Millimeters>& change)
{
  return is_shown(change) ? signed_fixed(change->value(), 1) + " mm" : std::string(absent_text);
}

std::string volume_text(const std::optional<Milliliters>& volume) { return volume_text(volume, std::nullopt); }

std::string volume_text(const std::optional<Milliliters>& volume, const std::optional<Milliliters>& uncertainty)
{
  if (!is_shown(volume)) return std::string(absent_text);
  const int decimals = decimals_of(*volume);
  std::string digits = format_fixed(volume->value(), decimals);
  if (is_shown(uncertainty)) digits += " \u00b1 " + format_fixed(uncertainty->value(), decimals);
  return digits + " mL";
}

std::string change_text(const std::optional<Millimeters>& reference, const std::optional<Millimeters>& current,
                        const measure::ResponseLimits& limits)
{
  if (!is_shown(reference) || !is_shown(current)) return std::string(absent_text);
  const auto from = ReportedLength::rounded(*reference, quantum_of(limits)), to = ReportedLength::rounded(*current, quantum_of(limits));
  if (from <= ReportedLength{}) return std::string(absent_text);
  return with_real_minus(measure::percent_change(from, to, permille_of(limits.partial_response_decrease_percent),
                                                 permille_of(limits.progression_increase_percent))
                             .text);
}

std::string limits_in_words(const measure::ResponseLimits& limits)
{
  return "PD from: " + shortest(limits.progression_increase_percent) + " % and " + shortest(limits.progression_minimum_increase.value()) +
         " mm above the nadir. PR to: " + shortest(limits.partial_response_decrease_percent) + " % below baseline.";
}

std::string change_text(const std::optional<Milliliters>& reference, const std::optional<Milliliters>& current)
{
  if (!is_shown(reference) || !is_shown(current) || reference->value() <= 0.0) return std::string(absent_text);
  return signed_fixed(100.0 * (current->value() - reference->value()) / reference->value(), 1) + " %";
}

std::string percent_band_text(const measure::Banded& share)
{
  return format_fixed(100.0 * share.value, 0) + " % (" + format_fixed(100.0 * share.low, 0) + " to " + format_fixed(100.0 * share.high, 0) +
         ")";
}

std::string band_text(const measure::Banded& banded, int decimals)
{
  return format_fixed(banded.value, decimals) + " (" + format_fixed(banded.low, decimals) + " to " + format_fixed(banded.high, decimals) +
         ")";
}

std::string category_words(std::string_view category)
{
  const auto known = measure::parse_category(category);
  if (!known) return std::string(category);
  switch (*known)
  {
  case Category::CompleteResponse: return "Complete response";
  case Category::PartialResponse: return "Partial response";
  case Category::StableDisease: return "Stable disease";
  case Category::NonCrNonPd: return "Neither complete response nor progression";
  case Category::ProgressiveDisease: return "Progressive disease";
  case Category::NotEvaluable: return "Not evaluable";
  case Category::NotApplicable: return "Not applicable";
  case Category::NoEvidenceOfDisease: return "No evidence of disease";
  case Category::Baseline: return "Reference for what follows";
  }
  return std::string(category);
}

std::string state_words(std::string_view state)
{
  if (state == "NONE") return "not seen";
  std::string words;
  for (const char c : state) words += c == '_' ? ' ' : c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return words;
}

std::string state_words(const measure::LesionAssessment& lesion)
{
  const bool is_unsaid = lesion.lesion.role == measure::LesionRole::New && lesion.state == "NOT_DONE" && lesion.reason.empty();
  if (!lesion.merged_into.empty()) return state_words(lesion.state) + " " + lesion.merged_into.text();
  return is_unsaid ? "nothing recorded" : state_words(lesion.state);
}

std::string shortened(std::string_view text, std::size_t most_characters)
{
  std::string out;
  for (std::size_t count = 0; !text.empty(); ++count)
  {
    const CodePoint next = first_code_point(text);
    if (count + 1 == most_characters && next.bytes < text.size()) return out + "\u2026";
    append_utf8(out, next.value);
    text.remove_prefix(next.bytes);
  }
  return out;
}

std::string shortened_inside(std::string_view text, std::size_t most_characters)
{
  std::vector<std::string> characters;
  for (auto rest = text; !rest.empty();)
  {
    const CodePoint next = first_code_point(rest);
    append_utf8(characters.emplace_back(), next.value);
    rest.remove_prefix(next.bytes);
  }
  if (characters.size() <= most_characters) return shortened(text, most_characters);
  const auto front = (most_characters - 1) / 2, back = most_characters - 1 - front;
  const auto joined = [&](std::size_t begin, std::size_t end)
  {
    return std::accumulate(characters.begin() + static_cast<std::ptrdiff_t>(begin), characters.begin() + static_cast<std::ptrdiff_t>(end),
                           std::string());
  };
  return joined(0, front) + "\u2026" + joined(characters.size() - back, characters.size());
}
}  // namespace nadir::report
