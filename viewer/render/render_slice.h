#pragma once

#include <vector>

#include "viewer/render/slice_recipe.h"

namespace nadir::viewer
{
/// Opaque pixels, row by row from the upper left, 0xffRRGGBB.
struct Picture
{
  ViewSize size;
  std::vector<Argb> pixels;
};

/// The picture of a recipe; black where the base image has nothing. Uses the machine's processors. Contract: base.volume is set.
Picture render_slice(const SliceRecipe& recipe);

/// The same into a picture whose memory is used again.
void render_slice(const SliceRecipe& recipe, Picture& picture);
}  // namespace nadir::viewer
