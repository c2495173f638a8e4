#pragma once

#include <set>

namespace nadir::report
{
enum class Dates
{
  Shifted,  ///< all of a patient's by the same number of days; times of day stay
  Removed,
  Kept,
};

enum class Retained
{
  PatientCharacteristics,  ///< sex, age, size, weight
  DeviceIdentity,
  InstitutionIdentity,
};

enum class PixelText
{
  Unseen,     ///< nobody has looked: objects that may carry text in their pixels are refused
  Confirmed,  ///< a person has looked and found none
};

/// The options of PS3.15 annex E that are taken. Clean Structured Content always is.
struct DeidentifyOptions
{
  Dates dates = Dates::Shifted;
  std::set<Retained> retained;
  PixelText pixel_text = PixelText::Unseen;
};
}  // namespace nadir::report
