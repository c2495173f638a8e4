#pragma once

#include <QtCore/QString>

#include "viewer/model/reading_model.h"

namespace nadir::viewer
{
/// What the next lesion is marked as, chosen and always seen above the lesion table.
struct NewLesion
{
  measure::LesionRole role = measure::LesionRole::Target;
  QString organ = QStringLiteral("soft tissue");
  bool nodal = false;
};
}  // namespace nadir::viewer
