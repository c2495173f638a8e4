#pragma once

#include <QString>

namespace nadir::viewer
{
/// A sentence of the core (finding, margin, flag, warning) in the language of the screen, e.g. "the sum of diameters is 42.0 mm".
///
/// The core writes its sentences in English, because records and exports must not depend on who reads them. They are built from known
/// patterns with numbers and names in between; parts that are sentences themselves are translated as well. What fits no pattern stays as
/// it is: nothing is lost, and nothing is guessed.
QString screen_sentence(const QString& sentence);
}  // namespace nadir::viewer
