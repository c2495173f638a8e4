#pragma once

#include <string>

#include "imaging/dicom/frame_levels.h"

namespace nadir::imaging
{
/// Whether contrast agent was given before an image was taken, as far as its attributes say.
enum class ContrastAgent
{
  NotTold,   ///< absent, empty, or "UNKNOWN": often simply not typed in
  NotGiven,  ///< said in words: "NONE", "NO", "0 ML"
  Given,
};

/// From Contrast/Bolus Agent, a free text that people type, or its sequence of codes; where both are silent, from volume and dose.
ContrastAgent contrast_agent_of(const FrameLevels& levels);

/// The agent's name in upper case where one was given, "(NOT NAMED)" where only its amount is told, else "".
std::string contrast_agent_name(const FrameLevels& levels);
}  // namespace nadir::imaging
