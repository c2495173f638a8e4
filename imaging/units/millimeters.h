#pragma once

#include <compare>

namespace nadir
{
/// A length in millimetres. Construct explicitly; leave explicitly through value().
class Millimeters
{
public:
  constexpr Millimeters() = default;
  constexpr explicit Millimeters(double value) : value_(value) {}

  constexpr double value() const { return value_; }
  constexpr auto operator<=>(const Millimeters&) const = default;

  friend constexpr Millimeters operator+(Millimeters a, Millimeters b) { return Millimeters{a.value_ + b.value_}; }
  friend constexpr Millimeters operator-(Millimeters a, Millimeters b) { return Millimeters{a.value_ - b.value_}; }
  friend constexpr Millimeters operator*(double factor, Millimeters a) { return Millimeters{factor * a.value_}; }
  friend constexpr double operator/(Millimeters a, Millimeters b) { return a.value_ / b.value_; }

private:
  double value_ = 0.0;
};

namespace literals
{
constexpr Millimeters operator""_mm(long double value) { return Millimeters{static_cast<double>(value)}; }
constexpr Millimeters operator""_mm(unsigned long long value) { return Millimeters{static_cast<double>(value)}; }
}  // namespace literals
}  // namespace nadir
