#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "imaging/dicom/stack_draft.h"

namespace nadir::imaging
{
/// The group a frame falls into under one criterion.
struct SplitLabel
{
  double order = 0.0;  ///< groups are listed in this order, then by words
  std::string words;   ///< "b-value 800 s/mm2"

  auto operator<=>(const SplitLabel&) const = default;
};

using LabelFrames = std::function<std::vector<SplitLabel>(const FrameList&)>;

/// A number with its name and unit, e.g. {"echo time", " ms", 0.05}.
struct NumberCriterion
{
  std::string name;
  std::string unit;
  double tolerance = 0.0;  ///< values nearer than this are the same
  std::function<std::optional<double>(const ImageFrame&)> value;
};

/// Labels by groups of nearly equal numbers, independent of the order of frames; frames without one form a group of their own.
LabelFrames by_number(NumberCriterion criterion);

/// Labels by equal text: words are `name` + " " + text.
LabelFrames by_text(std::string name, std::function<std::string(const ImageFrame&)> text);

/// Labels by orientation: frames whose row and column directions agree within 5e-4 (0.03 degrees).
std::vector<SplitLabel> label_orientations(const FrameList& frames);

/// Labels by pixel spacing, relative tolerance 1e-4.
std::vector<SplitLabel> label_pixel_spacings(const FrameList& frames);
}  // namespace nadir::imaging
