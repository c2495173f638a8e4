#pragma once

#include <string_view>

#include "segmentation/lesion/intensity_model.h"
#include "segmentation/lesion/prompt_frame.h"

namespace nadir::segmentation::lesion
{
/// What a prompt tells of the lesion's size; each kind has a model of its own.
enum class PromptKind
{
  Point,       ///< a click or paint: nothing but the place
  Line,        ///< longest diameter
  LineExtent,  ///< and first and last slice
  Axes,        ///< longest diameter and short axis
  AxesExtent,
  Found,  ///< a rough shape from elsewhere: a first look around a point or paint, or a lesion propagated from another date
};
inline constexpr int prompt_kinds = 6;

/// The kind of a prompt with a drawn longest diameter, by what else its frame knows.
PromptKind kind_of(const PromptFrame& frame);
std::string_view name_of(PromptKind kind);  ///< "point", "line", "line_extent", "axes", "axes_extent", "found"

/// Where the lesion surely is: the less is known of its shape, the smaller the core.
PromptZones zones_of(PromptKind kind);

/// How far a grid reaches along the slices, in ends of the frame.
double ends_of(PromptKind kind);
}  // namespace nadir::segmentation::lesion
