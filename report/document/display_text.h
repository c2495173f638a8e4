#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "imaging/units/milliliters.h"
#include "imaging/units/millimeters.h"
#include "measure/lesion/assessment.h"

namespace nadir::report
{
/// What stands for a value that does not exist.
inline constexpr std::string_view absent_text = "\u2013";

/// "87.3 mm"; `digits_of` without the unit, for tables that name it in their head. Not finite or absent: "–".
std::string length_text(const std::optional<Millimeters>& length);
std::string length_digits(const std::optional<Millimeters>& length);

/// "+9.0 mm", with a real minus sign.
std::string length_change_text(const std::optional<Millimeters>& change);

/// One decimal from 10 mL on, two below, three below 1 mL: "380.0 mL", "4.21 mL", "0.034 mL".
std::string volume_text(const std::optional<Milliliters>& volume);

/// "380.0 ± 7.6 mL"; without uncertainty as volume_text.
std::string volume_text(const std::optional<Milliliters>& volume, const std::optional<Milliliters>& uncertainty);

/// A sum or contribution with as many decimals as its quantum needs, so that the lengths printed are those compared: "70.0 mm",
/// "70.04 mm".
std::string length_text(const std::optional<Millimeters>& length, const measure::ResponseLimits& limits);

/// Change between two lengths as rule N6 shows it beside the limits that were used: "+23.1 %", "−29.96 % (below 30 %)". No reference
/// above 0: "–".
std::string change_text(const std::optional<Millimeters>& reference, const std::optional<Millimeters>& current,
                        const measure::ResponseLimits& limits);

/// "PD from: 20 % and 5 mm above the nadir. PR to: 30 % below baseline."
std::string limits_in_words(const measure::ResponseLimits& limits);

/// Change between two volumes, one decimal, sign always shown.
std::string change_text(const std::optional<Milliliters>& reference, const std::optional<Milliliters>& current);

/// "31 % (28 to 36)": a share with its robustness band; "31.2 (28.4 to 36.0)" for other numbers.
std::string percent_band_text(const measure::Banded& share);
std::string band_text(const measure::Banded& banded, int decimals);

/// "PR" -> "Partial response"; a word that is no category stays as it is.
std::string category_words(std::string_view category);

/// "NOT_EVALUABLE" -> "not evaluable".
std::string state_words(std::string_view state);

/// The same for a lesion: where nobody has said anything of a new lesion, it is not "not done".
std::string state_words(const measure::LesionAssessment& lesion);

/// At most this many characters; the last is "…" when some were left out.
std::string shortened(std::string_view text, std::size_t most_characters);

/// The same with both ends kept: "progr…nadir". Subjects of one study have names that differ at the end.
std::string shortened_inside(std::string_view text, std::size_t most_characters);
}  // namespace nadir::report
