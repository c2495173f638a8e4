#pragma once

#include <compare>

namespace nadir
{
/// A volume in millilitres (1 mL = 1000 mm^3). Construct explicitly; leave explicitly through value().
class Milliliters
{
public:
  constexpr Milliliters() = default;
  constexpr explicit Milliliters(double value) : value_(value) {}
  static constexpr Milliliters from_cubic_millimeters(double cubic_millimeters) { return Milliliters{cubic_millimeters / 1000.0}; }

  constexpr double value() const { return value_; }
  constexpr auto operator<=>(const Milliliters&) const = default;

  friend constexpr Milliliters operator+(Milliliters a, Milliliters b) { return Milliliters{a.value_ + b.value_}; }
  friend constexpr Milliliters operator-(Milliliters a, Milliliters b) { return Milliliters{a.value_ - b.value_}; }
  friend constexpr double operator/(Milliliters a, Milliliters b) { return a.value_ / b.value_; }

private:
  double value_ = 0.0;
};
}  // namespace nadir
