#include "report/pdf/png_painting.h"

#include <cairo/cairo.h>

#include <algorithm>

namespace nadir::report
{
namespace
{
struct Source
{
  std::string_view rest;
};

cairo_status_t take_bytes(void* closure, unsigned char* bytes, unsigned int count)
{
  auto& source = *static_cast<Source*>(closure);
  if (source.rest.size() < count) return CAIRO_STATUS_READ_ERROR;
  std::copy_n(source.rest.begin(), count, reinterpret_cast<char*>(bytes));
  source.rest.remove_prefix(count);
  return CAIRO_STATUS_SUCCESS;
}
}  // namespace

void paint_png(cairo_t* cairo, std::string_view bytes, const DrawingRect& rect)
{
  Source source{bytes};
  cairo_surface_t* image = cairo_image_surface_create_from_png_stream(take_bytes, &source);
  if (cairo_surface_status(image) == CAIRO_STATUS_SUCCESS)
  {
    const double columns = cairo_image_surface_get_width(image), rows = cairo_image_surface_get_height(image);
    cairo_save(cairo);
    cairo_translate(cairo, rect.x, rect.y);
    cairo_scale(cairo, rect.width / columns, rect.height / rows);
    cairo_set_source_surface(cairo, image, 0.0, 0.0);
    cairo_pattern_set_extend(cairo_get_source(cairo), CAIRO_EXTEND_PAD);
    cairo_rectangle(cairo, 0.0, 0.0, columns, rows);
    cairo_fill(cairo);
    cairo_restore(cairo);
  }
  cairo_surface_destroy(image);
}
}  // namespace nadir::report
