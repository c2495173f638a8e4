#pragma once

#include <string>

class DcmItem;

namespace nadir::report
{
/// Whether a face could be made again from the images (PS3.15 E.3.3, Clean Recognizable Visual Features Option, which is not offered:
/// pixels stay).
struct FaceRisk
{
  enum class Level
  {
    None,     ///< no image in slices, or of another part of the body
    Unknown,  ///< it does not say which part
    Likely,   ///< head, face, neck, or the whole body
  };
  Level level = Level::None;
  std::string words;  ///< "" with None
};

/// Of an object before it is cleaned: its descriptions may be all that says "head".
FaceRisk face_risk(DcmItem& object);
}  // namespace nadir::report
