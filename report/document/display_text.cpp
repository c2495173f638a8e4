#include "report/document/display_text.h"

#include <cmath>

#include "imaging/units/number_text.h"
#include "measure/response/category.h"
#include "measure/response/percent_change.h"
#include "measure/response/protocol.h"
#include "report/table/utf8_text.h"

namespace nadir::report
{
namespace
{
using measure::Category;
using measure::ReportedLength;

/// Lengths and volumes beyond this are no anatomy; they are not shown as numbers.
constexpr double largest_shown = 1e6;

template <class Quantity>
bool is_shown(const std::optional<Quantity>& quantity)
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

ReportedLength reported(Millimeters length) { return ReportedLength::rounded(length, measure::Protocol{}.length_quantum); }
}  // namespace

std::string length_digits(const std::optional<Millimeters>& length)
{
  return is_shown(length) ? with_real_minus(format_fixed(length->value(), 1)) : std::string(absent_text);
}

std::string length_text(const std::optional<Millimeters>& length)
{
  return is_shown(length) ? length_digits(length) + " mm" : std::string(absent_text);
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

std::string change_text(const std::optional<Millimeters>& reference, const std::optional<Millimeters>& current)
{
  if (!is_shown(reference) || !is_shown(current) || reported(*reference) <= ReportedLength{}) return std::string(absent_text);
  const auto limits = measure::Protocol{}.target;
  return with_real_minus(measure::percent_change(reported(*reference), reported(*current), limits.partial_response_decrease_permille,
                                                 limits.progression_increase_permille)
                             .text);
}

std::string change_text(const std::optional<Milliliters>& reference, const std::optional<Milliliters>& current)
{
  if (!is_shown(reference) || !is_shown(current) || reference->value() <= 0.0) return std::string(absent_text);
  return signed_fixed(100.0 * (current->value() - reference->value()) / reference->value(), 1) + " %";
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
}  // namespace nadir::report
