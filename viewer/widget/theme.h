#pragma once

#include <QColor>
#include <QString>

class QApplication;

namespace nadir::viewer
{
/// Colors of the reading room: dark, neutral gray, so that no panel outshines the image.
namespace theme
{
inline const QColor window{0x1a, 0x1c, 0x1f};
inline const QColor panel{0x22, 0x25, 0x29};
inline const QColor raised{0x2d, 0x31, 0x36};
inline const QColor border{0x3a, 0x3f, 0x46};
inline const QColor text{0xd8, 0xdb, 0xde};
inline const QColor quiet{0x94, 0x9a, 0xa2};
inline const QColor accent{0x4a, 0x9f, 0xe0};
inline const QColor warning{0xf0, 0xb4, 0x3c};
inline const QColor failure{0xe8, 0x60, 0x58};
inline const QColor image_text{0xe6, 0xe8, 0xea};
inline const QColor crosshair{0x62, 0xd2, 0x8a};
}  // namespace theme

/// The color of a time point, 0 = baseline: told apart by color-blind readers, too.
QColor timepoint_color(int index);

/// Style, palette and font of the whole program. The font keeps the size that the platform asks for.
void apply_theme(QApplication& application);
}  // namespace nadir::viewer
