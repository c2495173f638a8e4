#include "sample_data/phantom/dicom_text.h"

#include "imaging/units/number_text.h"

namespace nadir::phantom
{
namespace
{
int two_digits(const std::string& text, std::size_t at) { return (text[at] - '0') * 10 + (text[at + 1] - '0'); }
std::string two_digits(int value) { return {static_cast<char>('0' + value / 10), static_cast<char>('0' + value % 10)}; }

std::string triple(PatientVector v, int decimals)
{
  return format_fixed(v.left, decimals) + "\\" + format_fixed(v.posterior, decimals) + "\\" + format_fixed(v.superior, decimals);
}
}  // namespace

std::string point_text(PatientPoint point) { return triple(point - PatientPoint{}, 6); }

std::string orientation_text(const GridAxes& axes) { return triple(axes.i, 10) + "\\" + triple(axes.j, 10); }

std::string pixel_spacing_text(const VoxelSpacing& spacing) { return format_fixed(spacing.j, 8) + "\\" + format_fixed(spacing.i, 8); }

std::string time_after(const std::string& time, int seconds)
{
  const int total = two_digits(time, 0) * 3600 + two_digits(time, 2) * 60 + two_digits(time, 4) + seconds;
  return two_digits(total / 3600 % 24) + two_digits(total / 60 % 60) + two_digits(total % 60);
}
}  // namespace nadir::phantom
