#include "report/pdf/picture_words.h"

#include <cairo/cairo.h>
#include <pango/pangocairo.h>

#include <memory>

#include "imaging/result/expects.h"

namespace nadir::report
{
namespace
{
constexpr const char* faces = "Noto Sans, DejaVu Sans, sans-serif";

struct Destroy
{
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
  void operator()(cairo_t* cairo) const { cairo_destroy(cairo); }
  void operator()(PangoLayout* layout) const { g_object_unref(layout); }
};
using Surface = std::unique_ptr<cairo_surface_t, Destroy>;
using Drawing = std::unique_ptr<cairo_t, Destroy>;
using Layout = std::unique_ptr<PangoLayout, Destroy>;

Layout layout_of(cairo_t* cairo, const PictureWords& words)
{
  Layout layout(pango_cairo_create_layout(cairo));
  pango_cairo_context_set_resolution(pango_layout_get_context(layout.get()), 72.0);
  PangoFontDescription* font = pango_font_description_from_string(faces);
  pango_font_description_set_absolute_size(font, words.size * PANGO_SCALE);
  pango_font_description_set_weight(font, PANGO_WEIGHT_SEMIBOLD);
  pango_layout_set_font_description(layout.get(), font);
  pango_font_description_free(font);
  pango_layout_set_auto_dir(layout.get(), FALSE);
  pango_layout_set_single_paragraph_mode(layout.get(), TRUE);
  pango_layout_set_text(layout.get(), words.words.data(), static_cast<int>(words.words.size()));
  return layout;
}

double width_of(PangoLayout* layout)
{
  PangoRectangle extent;
  pango_layout_get_extents(layout, nullptr, &extent);
  return static_cast<double>(extent.width) / PANGO_SCALE;
}

void write(cairo_t* cairo, const PictureWords& words)
{
  const auto layout = layout_of(cairo, words);
  const double share = words.align == TextAlign::Start ? 0.0 : words.align == TextAlign::Middle ? 0.5 : 1.0;
  cairo_move_to(cairo, words.x - share * width_of(layout.get()), words.base);
  pango_cairo_layout_line_path(cairo, pango_layout_get_line_readonly(layout.get(), 0));
  cairo_set_source_rgb(cairo, 0.0, 0.0, 0.0);
  cairo_set_line_width(cairo, 0.2 * words.size);
  cairo_set_line_join(cairo, CAIRO_LINE_JOIN_ROUND);
  cairo_stroke_preserve(cairo);
  cairo_set_source_rgb(cairo, words.ink.red, words.ink.green, words.ink.blue);
  cairo_fill(cairo);
}

/// A pixel of Cairo's RGB24 is one number, whatever the order of its bytes.
std::uint32_t packed(const std::array<std::uint8_t, 3>& pixel)
{
  return (std::uint32_t{pixel[0]} << 16) | (std::uint32_t{pixel[1]} << 8) | pixel[2];
}
}  // namespace

void write_words(const std::vector<PictureWords>& words, const PictureGrid& picture)
{
  NADIR_EXPECTS(picture.pixels.size() == static_cast<std::size_t>(picture.columns) * static_cast<std::size_t>(picture.rows));
  std::vector<std::uint32_t> pixels;
  pixels.reserve(picture.pixels.size());
  for (const auto& pixel : picture.pixels) pixels.push_back(packed(pixel));
  const Surface surface(cairo_image_surface_create_for_data(reinterpret_cast<unsigned char*>(pixels.data()), CAIRO_FORMAT_RGB24,
                                                            picture.columns, picture.rows, 4 * picture.columns));
  NADIR_EXPECTS(cairo_surface_status(surface.get()) == CAIRO_STATUS_SUCCESS);
  const Drawing drawing(cairo_create(surface.get()));
  for (const auto& each : words) write(drawing.get(), each);
  cairo_surface_flush(surface.get());
  for (std::size_t n = 0; n < pixels.size(); ++n)
    picture.pixels[n] = {static_cast<std::uint8_t>(pixels[n] >> 16), static_cast<std::uint8_t>(pixels[n] >> 8),
                         static_cast<std::uint8_t>(pixels[n])};
}

double width_of(const PictureWords& words)
{
  const Surface surface(cairo_image_surface_create(CAIRO_FORMAT_RGB24, 1, 1));
  const Drawing drawing(cairo_create(surface.get()));
  return width_of(layout_of(drawing.get(), words).get());
}
}  // namespace nadir::report
