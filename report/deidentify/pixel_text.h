#pragma once

#include <string>

class DcmItem;

namespace nadir::report
{
/// Whether text about a patient may stand where no attribute shows it.
struct PixelTextRisk
{
  enum class Level
  {
    None,      ///< the object says so, or is of a kind that comes from a scanner without text
    Unknown,   ///< it does not say
    Likely,    ///< it says so, or is a screenshot, film or camera picture
    Document,  ///< an enclosed document, which cannot be cleaned
  };
  Level level = Level::None;
  std::string words;
};

PixelTextRisk pixel_text_risk(DcmItem& object);
}  // namespace nadir::report
