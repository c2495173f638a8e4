#include "viewer/interaction/screen_number.h"

#include <QtCore/QLocale>

#include "imaging/units/number_text.h"

namespace nadir::viewer
{
QString screen_number(double value, int decimals)
{
  return QString::fromStdString(format_fixed(value, decimals)).replace('.', QLocale().decimalPoint());
}

QString screen_length(Millimeters length) { return screen_number(length.value(), 1) + QStringLiteral(" mm"); }
}  // namespace nadir::viewer
