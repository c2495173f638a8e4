#include "viewer/render/render_slice.h"

#include <algorithm>
#include <cmath>

#include "imaging/result/expects.h"
#include "viewer/render/in_rows.h"
#include "viewer/render/mask_tint.h"

namespace nadir::viewer
{
namespace
{
constexpr Argb black = 0xff000000;

/// Values to colors of a palette through a window.
class Coloring
{
public:
  Coloring(const DisplayWindow& window, ColorMap colors)
      : palette_(palette_of(colors)), low_(static_cast<float>(window.low())), scale_(static_cast<float>(255.0 / std::max(window.width, 1e-12)))
  {
    if (window.polarity == Polarity::HighIsBlack) std::reverse(palette_.begin(), palette_.end());
  }

  /// Clamped to the ends; NaN has no color and must not come here.
  Argb operator()(float value) const { return palette_[static_cast<std::size_t>(std::clamp((value - low_) * scale_ + 0.5F, 0.0F, 255.0F))]; }
  bool is_above_low_end(float value) const { return value > low_; }

private:
  Palette palette_;
  float low_;
  float scale_;
};

/// All layers of one recipe, ready to give row after row.
class Composer
{
public:
  explicit Composer(const SliceRecipe& recipe)
      : recipe_(recipe), base_(sampler_of(recipe.base)), base_coloring_(recipe.base.window, recipe.base.colors)
  {
    if (recipe.subtracted) subtracted_.emplace(sampler_of(*recipe.subtracted));
    if (recipe.fused) fused_.emplace(sampler_of(recipe.fused->image));
    if (recipe.fused) fused_coloring_.emplace(recipe.fused->image.window, recipe.fused->image.colors);
    for (const TintLayer& tint : recipe.tints) tints_.emplace_back(tint, recipe.view);
  }

  void compose(int y, std::span<Argb> pixels) const
  {
    std::vector<float> values(pixels.size());
    base_.row(y, values);
    if (subtracted_) subtract(y, values);
    for (std::size_t x = 0; x < pixels.size(); ++x) pixels[x] = std::isnan(values[x]) ? black : base_coloring_(values[x]);
    if (fused_) fuse(y, values, pixels);
    for (const MaskTint& tint : tints_) tint.paint(y, pixels);
  }

private:
  PlaneSampler sampler_of(const ImageLayer& layer) const
  {
    NADIR_EXPECTS(layer.volume != nullptr);
    return {layer.volume, recipe_.view, recipe_.interpolation, layer.view_to_volume};
  }

  void subtract(int y, std::span<float> values) const
  {
    std::vector<float> other(values.size());
    subtracted_->row(y, other);
    for (std::size_t x = 0; x < values.size(); ++x) values[x] -= other[x];
  }

  /// `values` serves as memory only.
  void fuse(int y, std::span<float> values, std::span<Argb> pixels) const
  {
    fused_->row(y, values);
    const int opacity = static_cast<int>(std::lround(255.0 * std::clamp(recipe_.fused->opacity, 0.0, 1.0)));
    for (std::size_t x = 0; x < pixels.size(); ++x)
      if (!std::isnan(values[x]) && fused_coloring_->is_above_low_end(values[x])) pixels[x] = blended(pixels[x], (*fused_coloring_)(values[x]), opacity);
  }

  const SliceRecipe& recipe_;
  PlaneSampler base_;
  Coloring base_coloring_;
  std::optional<PlaneSampler> subtracted_;
  std::optional<PlaneSampler> fused_;
  std::optional<Coloring> fused_coloring_;
  std::vector<MaskTint> tints_;
};
}  // namespace

Picture render_slice(const SliceRecipe& recipe)
{
  Picture picture;
  render_slice(recipe, picture);
  return picture;
}

void render_slice(const SliceRecipe& recipe, Picture& picture)
{
  const auto width = static_cast<std::size_t>(std::max(0, recipe.view.size.width));
  const auto height = static_cast<std::size_t>(std::max(0, recipe.view.size.height));
  picture.size = recipe.view.size;
  picture.pixels.resize(width * height);
  if (picture.pixels.empty()) return;
  const Composer composer(recipe);
  in_rows(recipe.view.size.height,
          [&](int first, int last)
          {
            for (int y = first; y < last; ++y) composer.compose(y, std::span(picture.pixels).subspan(static_cast<std::size_t>(y) * width, width));
          });
}
}  // namespace nadir::viewer
