#pragma once

#include <compare>
#include <cstdint>
#include <string>

#include "imaging/units/millimeters.h"

namespace nadir::measure
{
/// A length as it is reported: a whole number of the protocol's quantum, kept in whole micrometres so that every sum,
/// difference and limit is exact (rules N4, N5, N8). Made once from each raw length; never from a sum or a percentage.
class ReportedLength
{
public:
  constexpr ReportedLength() = default;
  static constexpr ReportedLength from_micrometers(std::int64_t micrometers) { return ReportedLength{micrometers}; }

  /// The raw length rounded to the quantum, half away from zero (rule N4). A raw length that a decimal number on the half
  /// way stands for (35.05 at 0.1 mm) is a tie, although the nearest double lies a hair below it.
  static ReportedLength rounded(Millimeters raw, ReportedLength quantum);

  constexpr std::int64_t micrometers() const { return micrometers_; }
  constexpr Millimeters millimeters() const { return Millimeters{static_cast<double>(micrometers_) / 1000.0}; }
  constexpr auto operator<=>(const ReportedLength&) const = default;

  friend constexpr ReportedLength operator+(ReportedLength a, ReportedLength b) { return ReportedLength{a.micrometers_ + b.micrometers_}; }
  friend constexpr ReportedLength operator-(ReportedLength a, ReportedLength b) { return ReportedLength{a.micrometers_ - b.micrometers_}; }
  constexpr ReportedLength& operator+=(ReportedLength other) { return *this = *this + other; }
  friend constexpr ReportedLength operator*(std::int64_t factor, ReportedLength a) { return ReportedLength{factor * a.micrometers_}; }

private:
  constexpr explicit ReportedLength(std::int64_t micrometers) : micrometers_(micrometers) {}
  std::int64_t micrometers_ = 0;
};

/// "39.0 mm": exact, at least one decimal.
std::string in_words(ReportedLength length);

/// "+9.0 mm", "-12.5 mm", "+0.0 mm".
std::string in_words_signed(ReportedLength difference);
}  // namespace nadir::measure
