#pragma once

#include <QString>
#include <functional>

class QWidget;

namespace nadir::viewer
{
/// A record misses the images of a date and a folder was given: asks, without stopping the work, whether it holds those (`found`) or those
/// of a new date (`added`). Whoever closes the question gets neither. `missing`: the date's name in words.
void ask_whose_images(QWidget* parent, const QString& missing, std::function<void()> found, std::function<void()> added);
}  // namespace nadir::viewer
