#include "imaging/units/number_text.h"
#include "report/document/common_view.h"
#include "report/document/display_text.h"
#include "report/document/key_image_svg.h"
#include "report/document/key_image_view.h"
#include "report/document/lesion_row.h"
#include "report/document/report_links.h"
#include "report/document/report_sections.h"

namespace nadir::report
{
namespace
{
using namespace measure;

constexpr int zoom_pixels = 700, overview_pixels = 360;

Html main_drawing(const KeyImage& image, const CommonView& view, const std::string& title)
{
  return svg_of(image, {zoom_view(image, view.side), {}, KeyImageDetail::Full, zoom_pixels, title});
}

Html overview(const KeyImage& image, const CommonView& view, const std::string& title)
{
  if (!view.has_overview) return {};
  return svg_of(image,
                {whole_view(image), zoom_view(image, view.side), KeyImageDetail::Overview, overview_pixels, "Whole slice: " + title});
}

std::vector<std::string> size_words(const LesionAssessment& lesion)
{
  std::vector<std::string> words;
  if (lesion.longest_diameter) words.push_back("longest diameter " + length_text(lesion.longest_diameter->length));
  if (lesion.short_axis) words.push_back("short axis " + length_text(lesion.short_axis->length));
  if (lesion.volume) words.push_back("volume " + volume_text(lesion.volume, lesion.volume_uncertainty));
  return words;
}

Html sizes(const LesionAssessment& lesion)
{
  Html lines;
  for (const auto& words : size_words(lesion)) lines += element("span", {{"class", "own-line"}}, text(words));
  return lines;
}

std::string sizes_in_one_line(const LesionAssessment& lesion)
{
  std::string line;
  for (const auto& words : size_words(lesion)) line += (line.empty() ? "" : ", ") + words;
  return line;
}

std::string window_in_words(const KeyImage& image, const CommonView& view)
{
  std::string words = "window " + format_fixed(image.window_width, 0) + " / level " + format_fixed(image.window_center, 0);
  const std::string side = format_fixed(view.side, 0);
  return words + ", field " + side + " \u00d7 " + side + " mm";
}

std::string heading_of(const TimepointAssessment& timepoint)
{
  return timepoint.date.empty() ? timepoint.label.text() : timepoint.label.text() + ", " + timepoint.date;
}

Html figure_of(const LesionAssessment& lesion, const TimepointAssessment& timepoint, const CommonView& view)
{
  const KeyImage& image = *lesion.key_image;
  const std::string title =
      lesion.lesion.id.text() + " at " + heading_of(timepoint) + ": " + image.caption + "; " + sizes_in_one_line(lesion);
  const Html caption = element("strong", text(heading_of(timepoint))) + element("span", {{"class", "own-line"}}, text(image.caption)) +
                       sizes(lesion) + element("span", {{"class", "own-line window"}}, text(window_in_words(image, view)));
  return element("figure", {{"class", view.has_overview ? "key-image zoomed" : "key-image"}},
                 main_drawing(image, view, title) +
                     element("div", {{"class", "beside"}}, overview(image, view, title) + element("figcaption", caption)));
}

Html note_of(const LesionAssessment* lesion, const TimepointAssessment& timepoint)
{
  return element("li", element("strong", text(heading_of(timepoint))) + text(" \u2013 " + words_without_image(lesion)));
}

Html images_of(const LesionRow& row, const Assessment& assessment, const std::string& place)
{
  const CommonView view = common_view(row);
  Html figures, notes;
  for (std::size_t t = 0; t < row.at_timepoint.size(); ++t)
  {
    if (drawable(row.at_timepoint[t])) figures += figure_of(*row.at_timepoint[t], assessment.timepoints[t], view);
    else notes += note_of(row.at_timepoint[t], assessment.timepoints[t]);
  }
  const Html heading =
      element("h3", text(row.lesion->id.text() + " \u2013 " + row.lesion->organ + " (" + std::string(name_of(row.lesion->role)) + ")"));
  return element("section", {{"class", "lesion-images"}, {"id", place}},
                 heading + (figures.empty() ? figures : element("div", {{"class", "key-images"}}, figures)) +
                     (notes.empty() ? notes : element("ul", {{"class", "no-image"}}, notes)));
}
}  // namespace

Html key_image_section(const Assessment& assessment)
{
  Html content = element("h2", text("Key images")) +
                 element("p", {{"class", "lead"}},
                         text("Yellow: longest diameter. Orange, dashed: short axis. Blue: outline of the mask or contour. All time "
                              "points of a lesion are shown at the same scale. Letters name the patient's side at the edge."));
  const auto rows = lesion_rows(assessment);
  for (std::size_t k = 0; k < rows.size(); ++k) content += images_of(rows[k], assessment, place_of_lesion(k));
  return element("section", content);
}
}  // namespace nadir::report
