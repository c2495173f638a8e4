#pragma once

#include <QtCore/QString>

#include "imaging/units/millimeters.h"

namespace nadir::viewer
{
/// A number for the screen: rounded as in files (half away from zero), with the decimal sign of the reader's locale. Never for files.
QString screen_number(double value, int decimals);

/// "34.2 mm"
QString screen_length(Millimeters length);
}  // namespace nadir::viewer
