#include "viewer/render/render_slice.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "imaging/result/expects.h"
#include "viewer/render/in_rows.h"
#include "viewer/render/mask_tint.h"

namespace nadir::viewer
{
namespace
{
constexpr Argb black = 0xff000000;

/// Values to colors of a palette through a window; what is no number is black.
class Coloring
{
public:
  Coloring(const DisplayWindow& window, ColorMap colors)
      : low_(static_cast<float>(window.low())), scale_(static_cast<float>(255.0 / std::max(window.width, 1e-12)))
  {
    const Palette& palette = palette_of(colors);
    std::copy(palette.begin(), palette.end(), palette_.begin());
    if (window.polarity == Polarity::HighIsBlack) std::reverse(palette_.begin(), palette_.end() - 1);
    palette_.back() = black;
  }

  Argb operator()(float value) const { return palette_[static_cast<std::size_t>(index_of(value))]; }

  /// In two steps: the first is done for several pixels at once.
  void color(std::span<const float> values, std::span<Argb> pixels) const
  {
    thread_local std::vector<int> memory;
    memory.resize(values.size());
    int* indices = memory.data();
    for (std::size_t n = 0; n < values.size(); ++n) indices[n] = index_of(values[n]);
    for (std::size_t n = 0; n < values.size(); ++n) pixels[n] = palette_[static_cast<std::size_t>(indices[n])];
  }

  bool is_above_low_end(float value) const { return value > low_; }
  /// 0 at the low end, 1 from a quarter of the window on: noise of the air does not veil what lies below.
  float weight(float value) const { return std::clamp((value - low_) * scale_ / 64.0F, 0.0F, 1.0F); }

private:
  static constexpr int no_number = 256;

  /// Clamped to the ends. Comparisons with what is no number are false.
  int index_of(float value) const
  {
    const float scaled = (value - low_) * scale_ + 0.5F;
    const float from_below = scaled > 0.0F ? scaled : 0.0F;
    const int index = static_cast<int>(from_below < 255.0F ? from_below : 255.0F);
    return value == value ? index : no_number;
  }

  std::array<Argb, 257> palette_;
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
    thread_local std::vector<float> memory;
    memory.resize(pixels.size());
    const std::span<float> values(memory);
    const PixelSpan seen = base_.row(y, values);
    if (subtracted_) subtract(y, values);
    std::fill(pixels.begin(), pixels.end(), black);
    const auto first = static_cast<std::size_t>(seen.first), count = static_cast<std::size_t>(seen.last - seen.first);
    base_coloring_.color(values.subspan(first, count), pixels.subspan(first, count));
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
    thread_local std::vector<float> other;
    other.resize(values.size());
    subtracted_->row(y, other);
    for (std::size_t x = 0; x < values.size(); ++x) values[x] -= other[x];
  }

  /// `values` serves as memory only.
  void fuse(int y, std::span<float> values, std::span<Argb> pixels) const
  {
    const PixelSpan seen = fused_->row(y, values);
    const auto opacity = static_cast<float>(255.0 * std::clamp(recipe_.fused->opacity, 0.0, 1.0));
    for (auto x = static_cast<std::size_t>(seen.first); x < static_cast<std::size_t>(seen.last); ++x)
      if (!std::isnan(values[x]) && fused_coloring_->is_above_low_end(values[x]))
        pixels[x] =
            blended(pixels[x], (*fused_coloring_)(values[x]), static_cast<int>(opacity * fused_coloring_->weight(values[x]) + 0.5F));
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
            for (int y = first; y < last; ++y)
              composer.compose(y, std::span(picture.pixels).subspan(static_cast<std::size_t>(y) * width, width));
          });
}
}  // namespace nadir::viewer
