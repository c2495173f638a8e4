#pragma once

#include <QString>
#include <functional>

class QWidget;

namespace nadir::viewer
{
/// Asks for a line of words beside the work, without stopping it; `answered` is called with what was entered, unless it is empty.
void ask_words(QWidget* parent, const QString& title, const QString& question, std::function<void(const QString&)> answered);
}  // namespace nadir::viewer
