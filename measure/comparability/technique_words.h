#pragma once

#include <optional>
#include <string>

#include "measure/comparability/examination.h"

/// Values of an examination as a reader sees them; "unknown" where the files give none.
namespace nadir::measure
{
std::string millimeters(double value);
std::string or_unknown(const std::optional<double>& value, int digits, const std::string& unit);

std::string sequence_words(const Acquisition& acquisition);
std::string slice_words(const Acquisition& acquisition);
std::string pixel_words(const Acquisition& acquisition);
std::string contrast_words(const Acquisition& acquisition);
std::string fat_suppression_words(const Acquisition& acquisition);
std::string field_of_view_words(const Examination& examination);
std::string artefact_words(const Examination& examination);

/// True when the lesion reaches the end of the images.
bool is_cut(const Examination& examination);
}  // namespace nadir::measure
