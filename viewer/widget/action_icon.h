#pragma once

#include <QIcon>
#include <QString>

namespace nadir::viewer
{
/// The picture of an action by its name ("view.fit"), drawn in the theme's colors at any size; null when it has none.
QIcon icon_of_action(const QString& name);
}  // namespace nadir::viewer
