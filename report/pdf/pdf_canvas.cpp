#include "report/pdf/pdf_canvas.h"

#include <cairo/cairo-pdf.h>
#include <pango/pangocairo.h>

#include <algorithm>
#include <cmath>
#include <numbers>

#include "imaging/result/expects.h"
#include "imaging/units/number_text.h"
#include "report/pdf/pdf_ending.h"
#include "report/pdf/png_painting.h"

namespace nadir::report
{
namespace
{
constexpr const char* faces = "Noto Sans, DejaVu Sans, sans-serif";

template <class Object> struct Unref
{
  void operator()(Object* object) const { g_object_unref(object); }
};
using LayoutPointer = std::unique_ptr<PangoLayout, Unref<PangoLayout>>;

cairo_status_t append_bytes(void* closure, const unsigned char* bytes, unsigned int count)
{
  static_cast<std::string*>(closure)->append(reinterpret_cast<const char*>(bytes), count);
  return CAIRO_STATUS_SUCCESS;
}

guint16 channel(double part) { return static_cast<guint16>(std::lround(std::clamp(part, 0.0, 1.0) * 65535.0)); }

void add_attribute(PangoAttrList* list, PangoAttribute* attribute, std::size_t begin, std::size_t end)
{
  attribute->start_index = static_cast<guint>(begin);
  attribute->end_index = static_cast<guint>(end);
  pango_attr_list_insert(list, attribute);
}

void add_look(PangoAttrList* list, const TextLook& look, std::size_t begin, std::size_t end)
{
  add_attribute(list, pango_attr_size_new(static_cast<int>(std::lround(look.size * PANGO_SCALE))), begin, end);
  add_attribute(list, pango_attr_foreground_new(channel(look.ink.red), channel(look.ink.green), channel(look.ink.blue)), begin, end);
  if (look.weight == Weight::Bold) add_attribute(list, pango_attr_weight_new(PANGO_WEIGHT_SEMIBOLD), begin, end);
}

void set_runs(PangoLayout* layout, const std::vector<TextRun>& runs)
{
  std::string words;
  PangoAttrList* list = pango_attr_list_new();
  for (const auto& run : runs)
  {
    const std::size_t begin = words.size();
    words += run.words;
    add_look(list, run.look, begin, words.size());
  }
  add_attribute(list, pango_attr_insert_hyphens_new(FALSE), 0, words.size());  // a UID with a hyphen in it would be another
  pango_layout_set_text(layout, words.data(), static_cast<int>(words.size()));
  pango_layout_set_attributes(layout, list);
  pango_attr_list_unref(list);
}

enum class Ends
{
  Open,
  Joined
};

double points(int pango_units) { return static_cast<double>(pango_units) / PANGO_SCALE; }

PangoAlignment alignment_of(TextAlign align)
{
  return align == TextAlign::Start ? PANGO_ALIGN_LEFT : align == TextAlign::Middle ? PANGO_ALIGN_CENTER : PANGO_ALIGN_RIGHT;
}
}  // namespace

struct TextLayout::State
{
  LayoutPointer layout;
  struct Link
  {
    int begin = 0, end = 0;  ///< bytes of the words
    std::string place;
  };
  std::vector<Link> links;
  std::vector<double> tops;  ///< of each line and the end of the last
  std::vector<double> baselines;
  double width = 0.0;
  double narrowest = -1.0;
};

std::size_t TextLayout::lines() const { return state_->baselines.size(); }
double TextLayout::width() const { return state_->width; }
double TextLayout::height() const { return state_->tops.back(); }
double TextLayout::height_of(std::size_t line) const { return state_->tops[line + 1] - state_->tops[line]; }
double TextLayout::baseline() const { return state_->baselines.empty() ? 0.0 : state_->baselines.front(); }

double TextLayout::narrowest() const
{
  if (state_->narrowest >= 0.0) return state_->narrowest;
  const LayoutPointer narrow(pango_layout_copy(state_->layout.get()));
  pango_layout_set_wrap(narrow.get(), PANGO_WRAP_WORD);
  pango_layout_set_width(narrow.get(), 1);
  PangoRectangle extent;
  pango_layout_get_extents(narrow.get(), nullptr, &extent);
  return state_->narrowest = points(extent.width);
}

struct PdfCanvas::State
{
  Paper paper;
  std::string bytes;
  cairo_surface_t* surface = nullptr;
  cairo_t* cairo = nullptr;
  PangoContext* context = nullptr;
  PangoFontDescription* font = nullptr;
  int page = 1;
  std::size_t missing = 0;
  std::set<std::string> expected_places, placed;
  std::vector<std::string> alternatives;  ///< of each figure, in the order of their tags

  ~State()
  {
    if (font) pango_font_description_free(font);
    if (context) g_object_unref(context);
    if (cairo) cairo_destroy(cairo);
    if (surface) cairo_surface_destroy(surface);
  }

  void set_ink(const Ink& ink) const { cairo_set_source_rgba(cairo, ink.red, ink.green, ink.blue, ink.alpha); }

  void set_stroke(const Stroke& stroke) const
  {
    set_ink(stroke.ink);
    cairo_set_line_width(cairo, stroke.width);
    cairo_set_dash(cairo, stroke.dashes.data(), static_cast<int>(stroke.dashes.size()), 0.0);
    cairo_set_line_join(cairo, CAIRO_LINE_JOIN_ROUND);
  }

  void path(const std::vector<DrawingPoint>& corners) const
  {
    cairo_new_path(cairo);
    for (const auto& corner : corners) cairo_line_to(cairo, corner.x, corner.y);
  }

  void draw(const std::vector<DrawingPoint>& corners, const Stroke& stroke, Ends ends) const
  {
    if (corners.size() < 2 || stroke.width <= 0.0) return;
    path(corners);
    if (ends == Ends::Joined) cairo_close_path(cairo);
    set_stroke(stroke);
    cairo_stroke(cairo);
  }

  /// Whole numbers: Cairo reads others with the decimal sign of the locale.
  void link(const std::string& place, const DrawingRect& rect) const
  {
    const std::string where = format_fixed(std::floor(rect.x), 0) + " " + format_fixed(std::floor(rect.y), 0) + " " +
                              format_fixed(std::ceil(rect.width), 0) + " " + format_fixed(std::ceil(rect.height), 0);
    cairo_tag_begin(cairo, CAIRO_TAG_LINK, ("dest='" + place + "' rect=[" + where + "]").c_str());
    cairo_tag_end(cairo, CAIRO_TAG_LINK);
  }

  LayoutPointer new_layout() const
  {
    LayoutPointer layout(pango_layout_new(context));
    pango_layout_set_font_description(layout.get(), font);
    pango_layout_set_auto_dir(layout.get(), FALSE);  // a paragraph runs from left to right, also one that begins with an Arabic name
    return layout;
  }
};

PdfCanvas::PdfCanvas(const Paper& paper, const PdfProperties& properties) : state_(std::make_unique<State>())
{
  state_->paper = paper;
  state_->surface = cairo_pdf_surface_create_for_stream(append_bytes, &state_->bytes, paper.width, paper.height);
  cairo_pdf_surface_restrict_to_version(state_->surface, CAIRO_PDF_VERSION_1_5);
  cairo_pdf_surface_set_metadata(state_->surface, CAIRO_PDF_METADATA_TITLE, properties.title.c_str());
  cairo_pdf_surface_set_metadata(state_->surface, CAIRO_PDF_METADATA_CREATOR, properties.creator.c_str());
  cairo_pdf_surface_set_metadata(state_->surface, CAIRO_PDF_METADATA_CREATE_DATE, properties.date.c_str());
  state_->cairo = cairo_create(state_->surface);
  state_->context = pango_cairo_create_context(state_->cairo);
  pango_context_set_language(state_->context, pango_language_from_string("en"));
  pango_cairo_context_set_resolution(state_->context, 72.0);
  cairo_font_options_t* options = cairo_font_options_create();
  cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options(state_->context, options);
  cairo_font_options_destroy(options);
  state_->font = pango_font_description_from_string(faces);
}

PdfCanvas::~PdfCanvas() = default;

TextLayout PdfCanvas::layout(const std::vector<TextRun>& runs, double width, TextAlign align)
{
  auto state = std::make_shared<TextLayout::State>();
  state->layout = state_->new_layout();
  PangoLayout* layout = state->layout.get();
  set_runs(layout, runs);
  int bytes = 0;
  for (const auto& run : runs)
  {
    const int end = bytes + static_cast<int>(run.words.size());
    if (!run.link.empty()) state->links.push_back({bytes, end, run.link});
    bytes = end;
  }
  pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width(layout, width > 0.0 ? static_cast<int>(std::lround(width * PANGO_SCALE)) : -1);
  pango_layout_set_alignment(layout, alignment_of(align));
  PangoLayoutIter* line = pango_layout_get_iter(layout);
  double end = 0.0;
  do {
    PangoRectangle extent;
    int top = 0, bottom = 0;
    pango_layout_iter_get_line_extents(line, nullptr, &extent);
    pango_layout_iter_get_line_yrange(line, &top, &bottom);
    state->tops.push_back(points(top));
    state->baselines.push_back(points(pango_layout_iter_get_baseline(line)));
    state->width = std::max(state->width, points(extent.width));
    end = points(bottom);
  } while (pango_layout_iter_next_line(line));
  pango_layout_iter_free(line);
  state->tops.push_back(end);
  state_->missing += static_cast<std::size_t>(pango_layout_get_unknown_glyphs_count(layout));
  return TextLayout(std::move(state));
}

void PdfCanvas::draw(const TextLayout& text, const LineRange& lines, DrawingPoint top_left)
{
  const auto& state = *text.state_;
  NADIR_EXPECTS(lines.last <= state.baselines.size());
  PangoLayoutIter* iter = pango_layout_get_iter(state.layout.get());
  std::size_t number = 0;
  do {
    if (number >= lines.first && number < lines.last)
    {
      PangoRectangle extent;
      pango_layout_iter_get_line_extents(iter, nullptr, &extent);
      cairo_move_to(state_->cairo, top_left.x + points(extent.x), top_left.y + state.baselines[number] - state.tops[lines.first]);
      pango_cairo_show_layout_line(state_->cairo, pango_layout_iter_get_line_readonly(iter));
      link(text, number, {top_left.x, top_left.y + state.tops[number] - state.tops[lines.first]});
    }
    ++number;
  } while (pango_layout_iter_next_line(iter));
  pango_layout_iter_free(iter);
}

void PdfCanvas::link(const TextLayout& text, std::size_t number, DrawingPoint top_left)
{
  const auto& state = *text.state_;
  PangoLayoutLine* line = pango_layout_get_line_readonly(state.layout.get(), static_cast<int>(number));
  for (const auto& each : state.links)
  {
    const int begin = std::max(each.begin, line->start_index), end = std::min(each.end, line->start_index + line->length);
    if (begin >= end || !state_->expected_places.contains(each.place)) continue;
    int* ranges = nullptr;
    int count = 0;
    pango_layout_line_get_x_ranges(line, begin, end, &ranges, &count);
    for (int k = 0; k < count; ++k)
      state_->link(each.place,
                   {top_left.x + points(ranges[2 * k]), top_left.y, points(ranges[2 * k + 1] - ranges[2 * k]), text.height_of(number)});
    g_free(ranges);
  }
}

void PdfCanvas::line(const std::vector<DrawingPoint>& corners, const Stroke& stroke) { state_->draw(corners, stroke, Ends::Open); }

void PdfCanvas::outline(const std::vector<DrawingPoint>& corners, const Stroke& stroke) { state_->draw(corners, stroke, Ends::Joined); }

void PdfCanvas::fill(const std::vector<DrawingPoint>& corners, const Ink& ink)
{
  if (corners.size() < 3) return;
  state_->path(corners);
  state_->set_ink(ink);
  cairo_fill(state_->cairo);
}

void PdfCanvas::fill(const DrawingRect& rect, const Ink& ink)
{
  cairo_rectangle(state_->cairo, rect.x, rect.y, rect.width, rect.height);
  state_->set_ink(ink);
  cairo_fill(state_->cairo);
}

void PdfCanvas::circle(DrawingPoint center, double radius, const Ink& inside, const Stroke& stroke)
{
  cairo_new_path(state_->cairo);
  cairo_arc(state_->cairo, center.x, center.y, radius, 0.0, 2.0 * std::numbers::pi);
  state_->set_ink(inside);
  cairo_fill_preserve(state_->cairo);
  state_->set_stroke(stroke);
  cairo_stroke(state_->cairo);
}

void PdfCanvas::png(std::string_view bytes, const DrawingRect& rect) { paint_png(state_->cairo, bytes, rect); }

void PdfCanvas::label(const TextRun& run, DrawingPoint base, TextAlign align, double degrees, const Stroke& halo)
{
  const LayoutPointer layout = state_->new_layout();
  set_runs(layout.get(), {run});
  pango_layout_set_single_paragraph_mode(layout.get(), TRUE);
  PangoRectangle extent;
  pango_layout_get_extents(layout.get(), nullptr, &extent);
  const double share = align == TextAlign::Start ? 0.0 : align == TextAlign::Middle ? 0.5 : 1.0;
  cairo_save(state_->cairo);
  cairo_translate(state_->cairo, base.x, base.y);
  cairo_rotate(state_->cairo, degrees * std::numbers::pi / 180.0);
  PangoLayoutLine* line = pango_layout_get_line_readonly(layout.get(), 0);
  if (halo.width > 0.0)
  {
    cairo_move_to(state_->cairo, -share * points(extent.width), 0.0);
    pango_cairo_layout_line_path(state_->cairo, line);
    state_->set_stroke(halo);
    cairo_stroke(state_->cairo);
  }
  cairo_move_to(state_->cairo, -share * points(extent.width), 0.0);
  pango_cairo_show_layout_line(state_->cairo, line);
  cairo_restore(state_->cairo);
}

void PdfCanvas::clip(const DrawingRect& rect)
{
  cairo_save(state_->cairo);
  cairo_rectangle(state_->cairo, rect.x, rect.y, rect.width, rect.height);
  cairo_clip(state_->cairo);
}

void PdfCanvas::release() { cairo_restore(state_->cairo); }

void PdfCanvas::begin_tag(std::string_view name, const std::string& attributes)
{
  cairo_tag_begin(state_->cairo, std::string(name).c_str(), attributes.c_str());
}

void PdfCanvas::begin_figure(const std::string& alternative)
{
  state_->alternatives.push_back(alternative);
  begin_tag("Figure");
}

void PdfCanvas::expect_places(std::set<std::string> names) { state_->expected_places = std::move(names); }

void PdfCanvas::place(const std::string& name, double y)
{
  if (!state_->expected_places.contains(name) || !state_->placed.insert(name).second) return;
  const auto where =
      "name='" + name + "' x=" + format_fixed(state_->paper.margin, 0) + " y=" + format_fixed(std::floor(y), 0) + " internal";
  cairo_tag_begin(state_->cairo, CAIRO_TAG_DEST, where.c_str());
  cairo_tag_end(state_->cairo, CAIRO_TAG_DEST);
}

void PdfCanvas::end_tag(std::string_view name) { cairo_tag_end(state_->cairo, std::string(name).c_str()); }

int PdfCanvas::bookmark(const std::string& title, int parent, double y)
{
  // Whole numbers: Cairo reads others with the decimal sign of the locale.
  const std::string place =
      "page=" + std::to_string(state_->page) + " pos=[" + format_fixed(state_->paper.margin, 0) + " " + format_fixed(y, 0) + "]";
  return cairo_pdf_surface_add_outline(state_->surface, parent, title.c_str(), place.c_str(), CAIRO_PDF_OUTLINE_FLAG_OPEN);
}

void PdfCanvas::next_page()
{
  cairo_show_page(state_->cairo);
  ++state_->page;
}

int PdfCanvas::page() const { return state_->page; }
std::size_t PdfCanvas::missing_glyphs() const { return state_->missing; }

std::string PdfCanvas::finish()
{
  cairo_show_page(state_->cairo);
  cairo_surface_finish(state_->surface);
  NADIR_EXPECTS(cairo_status(state_->cairo) == CAIRO_STATUS_SUCCESS && cairo_surface_status(state_->surface) == CAIRO_STATUS_SUCCESS);
  return with_ending(std::move(state_->bytes), {"en", state_->alternatives});
}
}  // namespace nadir::report
