#include "report/pdf/page_flow.h"

#include <algorithm>

namespace nadir::report
{
namespace
{
constexpr double least_rest = 0.4;  // points that rounding may take

class Pages
{
public:
  Pages(PdfCanvas& canvas, const Paper& paper, const std::string& footer) : canvas_(canvas), paper_(paper), footer_(footer) {}

  /// Slabs that stay together; the last of them is the first that may end a page.
  void place(const Slab* first, const Slab* last)
  {
    double needed = 0.0;
    for (const Slab* slab = first; slab != last; ++slab) needed += slab->height + (slab == first && is_empty_ ? 0.0 : slab->before);
    if (!is_empty_ && (first->begins_page || needed > rest())) turn(*first);
    for (const Slab* slab = first; slab != last; ++slab) place(*slab);
  }

  void finish() { write_footer(); }

private:
  double end() const { return paper_.height - paper_.bottom_margin + least_rest; }
  double rest() const { return end() - y_; }

  void turn(const Slab& next)
  {
    write_footer();
    canvas_.next_page();
    y_ = paper_.margin;
    is_empty_ = true;
    if (next.head && !next.head->empty() && rest() > 2.0 * height_of(*next.head)) repeat_head(*next.head);
  }

  void repeat_head(const Slabs& head)
  {
    draw(head, canvas_, {paper_.margin, y_});
    y_ += height_of(head);
  }

  void place(const Slab& slab)
  {
    if (!is_empty_ && slab.before + slab.height > rest() && slab.height <= paper_.body_height()) turn(slab);
    if (!is_empty_) y_ += slab.before;
    open(slab, canvas_, y_);
    if (slab.bookmark_level > 0) add_bookmark(slab);
    if (slab.height > paper_.body_height()) place_in_slices(slab);
    else slab.draw(canvas_, {paper_.margin, y_}), y_ += slab.height;
    for (const auto& tag : slab.closes) canvas_.end_tag(tag);
    is_empty_ = is_empty_ && slab.height <= 0.0;
  }

  /// What fits on no page goes on over several.
  void place_in_slices(const Slab& slab)
  {
    for (double done = 0.0; done < slab.height;)
    {
      const double part = std::min(slab.height - done, rest());
      canvas_.clip({0.0, y_, paper_.width, part});
      slab.draw(canvas_, {paper_.margin, y_ - done});
      canvas_.release();
      done += part;
      y_ += part;
      if (done < slab.height) write_footer(), canvas_.next_page(), y_ = paper_.margin;
    }
  }

  void add_bookmark(const Slab& slab)
  {
    const int number = canvas_.bookmark(slab.bookmark, slab.bookmark_level == 1 ? 0 : chapter_, y_);
    if (slab.bookmark_level == 1) chapter_ = number;
  }

  void write_footer()
  {
    const TextLook look{6.8, Weight::Regular, ink(0x57606a)};
    const double y = paper_.height - paper_.bottom_margin + 12.0;
    const auto number = canvas_.layout({{"page " + std::to_string(canvas_.page()), look}}, paper_.body_width(), TextAlign::End);
    const auto words = canvas_.layout({{footer_, look}}, paper_.body_width() - 60.0);
    canvas_.line({{paper_.margin, y - 3.0}, {paper_.width - paper_.margin, y - 3.0}}, {ink(0xd0d7de), 0.5});
    canvas_.draw(words, {0, std::min<std::size_t>(words.lines(), 2)}, {paper_.margin, y});
    canvas_.draw(number, {0, 1}, {paper_.margin, y});
  }

  PdfCanvas& canvas_;
  const Paper& paper_;
  const std::string& footer_;
  double y_ = paper_.margin;
  bool is_empty_ = true;
  int chapter_ = 0;
};
}  // namespace

void place_on_pages(PdfCanvas& canvas, const Paper& paper, const Slabs& slabs, const std::string& footer)
{
  Pages pages(canvas, paper, footer);
  for (const Slab *slab = slabs.data(), *end = slab + slabs.size(); slab != end;)
  {
    const Slab* last = slab + 1;
    while (last != end && (last - 1)->keeps_with_next) ++last;
    pages.place(slab, last);
    slab = last;
  }
  pages.finish();
}
}  // namespace nadir::report
