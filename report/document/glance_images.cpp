#include "report/document/common_view.h"
#include "report/document/display_text.h"
#include "report/document/glance_timepoints.h"
#include "report/document/key_image_svg.h"
#include "report/document/key_image_view.h"
#include "report/document/report_links.h"
#include "report/document/report_sections.h"

namespace nadir::report
{
namespace
{
using namespace measure;

constexpr int glance_pixels = 420;
constexpr double glance_letters = 15.0;  // that fit above each other: small pictures need larger ones

std::string sizes_of(const LesionAssessment& lesion)
{
  const auto& counted = lesion.lesion.nodal ? lesion.short_axis : lesion.longest_diameter;
  std::string words = counted ? length_text(counted->length) : "";
  if (lesion.volume) words += (words.empty() ? "" : ", ") + volume_text(lesion.volume);
  return words;
}

Html figure_of(const LesionAssessment& lesion, const TimepointAssessment& timepoint, const CommonView& view, const std::string& place)
{
  const KeyImage& image = *lesion.key_image;
  const std::string title = lesion.lesion.id.text() + " at " + timepoint.label.text() + ": " + sizes_of(lesion);
  KeyImageDrawing drawing{zoom_view(image, view.side), {}, KeyImageDetail::Full, glance_pixels, title};
  drawing.letters = glance_letters;
  return element("figure", svg_of(image, drawing) +
                               element("figcaption", link_to(place, element("strong", text(lesion.lesion.id.text() + ", " + timepoint.label.text()))) +
                                                         text(" " + timepoint.date + ": " + sizes_of(lesion))));
}

Html figures_of(const LesionRow& row, const Assessment& assessment, const std::string& place)
{
  Html figures;
  const CommonView view = common_view(row);
  for (const std::size_t t : glance_timepoints(assessment))
    if (drawable(row.at_timepoint[t]))
      figures += figure_of(*row.at_timepoint[t], assessment.timepoints[t], view, place);
  return figures;
}
}  // namespace

Html glance_images(const Assessment& assessment)
{
  Html figures;
  const auto rows = lesion_rows(assessment);
  for (std::size_t k = 0; k < rows.size(); ++k)
    if (rows[k].lesion->role != LesionRole::NonTarget) figures += figures_of(rows[k], assessment, place_of_lesion(k));
  if (figures.empty()) return figures;
  return element("section", element("h2", text("Where it was measured")) + element("div", {{"class", "glance-images"}}, figures));
}
}  // namespace nadir::report
