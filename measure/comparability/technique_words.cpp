#include "measure/comparability/technique_words.h"

#include "imaging/units/number_text.h"

namespace nadir::measure
{
std::string millimeters(double value) { return format_fixed(value, 2) + " mm"; }

std::string or_unknown(const std::optional<double>& value, int digits, const std::string& unit)
{
  return value ? format_fixed(*value, digits) + unit : "unknown";
}

std::string sequence_words(const Acquisition& a)
{
  return std::string(name_of(a.sequence)) + (a.b_value ? " b " + format_number(*a.b_value) + " s/mm2" : "");
}

std::string slice_words(const Acquisition& a) { return or_unknown(a.spacing, 1, " mm apart, ") + or_unknown(a.thickness, 1, " mm thick"); }

std::string pixel_words(const Acquisition& a) { return format_fixed(a.pixel_row, 2) + " x " + millimeters(a.pixel_column); }

std::string contrast_words(const Acquisition& a)
{
  if (!a.contrast_given) return "unknown";
  if (!*a.contrast_given) return "none";
  return a.minutes_after_contrast ? format_fixed(*a.minutes_after_contrast, 1) + " min after injection" : "given, time unknown";
}

std::string fat_suppression_words(const Acquisition& a)
{
  switch (a.fat_suppression)
  {
  case FatSuppression::On: return "on";
  case FatSuppression::Off: return "off";
  case FatSuppression::Unknown: break;
  }
  return "unknown";
}

bool is_cut(const Examination& e) { return e.lesion && (e.lesion->cut_in_plane || e.lesion->cut_along_slices); }

std::string field_of_view_words(const Examination& e)
{
  const auto& a = e.acquisition;
  const std::string size = format_fixed(a.field_of_view_row, 0) + " x " + format_fixed(a.field_of_view_column, 0) + " mm, " +
                           std::to_string(a.slices) + " slices";
  return is_cut(e) ? size + ", cuts the lesion" : size;
}

std::string artefact_words(const Examination& e)
{
  if (!e.artefacts) return "unknown";
  const auto ghost = e.artefacts->ghosting ? std::optional(100.0 * *e.artefacts->ghosting) : std::nullopt;
  return "signal to noise " + or_unknown(e.artefacts->signal_to_noise, 0, "") + ", ghosting " + or_unknown(ghost, 1, " %");
}
}  // namespace nadir::measure
