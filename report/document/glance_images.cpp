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

std::string title_of(const Lesion& lesion, const TimepointAssessment& timepoint)
{
  return lesion.id.text() + ", " + timepoint.label.text();
}

Html caption_of(const Lesion& lesion, const TimepointAssessment& timepoint, const std::string& place, const std::string& words)
{
  const std::string date = timepoint.date.empty() ? " " : " " + timepoint.date + ": ";
  return element("figcaption", link_to(place, element("strong", text(title_of(lesion, timepoint)))) + text(date + words));
}

Html picture_of(const LesionAssessment& lesion, const TimepointAssessment& timepoint, const CommonView& view)
{
  const KeyImage& image = *lesion.key_image;
  const std::string title = lesion.lesion.id.text() + " at " + timepoint.label.text() + ": " + sizes_of(lesion);
  KeyImageDrawing drawing{zoom_view(image, view.side), {}, KeyImageDetail::Full, glance_pixels, title};
  drawing.letters = glance_letters;
  return svg_of(image, drawing);
}

/// A picture or words for every date, so that the dates of all lesions stand below each other; nothing for a lesion without any picture.
Html figures_of(const LesionRow& row, const Assessment& assessment, const std::string& place)
{
  const CommonView view = common_view(row);
  Html figures;
  bool has_pictures = false;
  for (const std::size_t t : glance_timepoints(assessment))
  {
    const auto& timepoint = assessment.timepoints[t];
    const auto* lesion = row.at_timepoint[t];
    const bool is_shown = drawable(lesion) != nullptr;
    has_pictures = has_pictures || is_shown;
    figures +=
        element("figure", is_shown ? picture_of(*lesion, timepoint, view) + caption_of(lesion->lesion, timepoint, place, sizes_of(*lesion))
                                   : caption_of(*row.lesion, timepoint, place, words_without_image(lesion)));
  }
  return has_pictures ? figures : Html{};
}
}  // namespace

Html glance_images(const Assessment& assessment)
{
  Html figures;
  const auto rows = lesion_rows(assessment);
  for (std::size_t k = 0; k < rows.size(); ++k)
    if (rows[k].lesion->role != LesionRole::NonTarget) figures += figures_of(rows[k], assessment, place_of_lesion(k));
  if (figures.empty()) return figures;
  const std::string dates = "dates-" + std::to_string(glance_timepoints(assessment).size());
  return element("section", {{"class", "where"}},
                 element("h2", text("Where it was measured")) + element("div", {{"class", "glance-images " + dates}}, figures));
}
}  // namespace nadir::report
