#include "imaging/units/number_text.h"
#include "report/document/display_text.h"
#include "report/document/html_table.h"
#include "report/document/report_sections.h"

namespace nadir::report
{
namespace
{
using namespace measure;

std::string point_text(const PatientPoint& point)
{
  return format_fixed(point.left, 2) + ", " + format_fixed(point.posterior, 2) + ", " + format_fixed(point.superior, 2);
}

std::string image_text(const Caliper& caliper)
{
  if (!caliper.sop_instance.empty()) return caliper.sop_instance.text();
  return caliper.series.empty() ? std::string(absent_text) : "several images";
}

void caliper_row(HtmlTable& table, std::string_view name, const std::optional<Caliper>& caliper)
{
  if (!caliper) return;
  table.row({text(name), text(length_digits(caliper->length)), text(point_text(caliper->from)), text(point_text(caliper->to)),
             text(caliper->slice ? std::to_string(*caliper->slice + 1) : std::string(absent_text)),
             element("span", {{"class", "uid"}}, text(image_text(*caliper)))});
}

std::string estimate_text(const LesionAssessment& lesion, const char* name)
{
  const auto found = lesion.volume_estimates.find(name);
  return std::string(name) + " " + (found == lesion.volume_estimates.end() ? std::string(absent_text) : volume_text(found->second));
}

std::string volume_words(const LesionAssessment& lesion)
{
  return "Volume " + volume_text(lesion.volume, lesion.volume_uncertainty) + " (" + estimate_text(lesion, "voxels") + ", " +
         estimate_text(lesion, "surface") + ", " + estimate_text(lesion, "contours") + ").";
}

Html source_of(const LesionAssessment& lesion)
{
  const auto& evidence = lesion.evidence;
  Html lines = element("p", text((evidence.source.empty() ? "" : "Measured on: " + evidence.source + ". ") + evidence.end_point_rule));
  if (lesion.volume) lines += element("p", text(volume_words(lesion)));
  if (lesion.diameter_uncertainty)
    lines += element(
        "p", text("Uncertainty of the longest diameter: " + length_text(lesion.diameter_uncertainty) + " (one standard deviation)."));
  std::string identities;
  const auto add = [&identities](std::string_view name, const std::string& value)
  {
    if (!value.empty()) identities.append(identities.empty() ? "" : " \u00b7 ").append(name).append(" ").append(value);
  };
  add("mask SHA-256", evidence.mask_digest);
  add("series", evidence.series.text());
  add("frame of reference", evidence.frame_of_reference.text());
  return identities.empty() ? lines : lines + element("p", {{"class", "uid"}}, text(identities));
}

std::string optional_digits(const std::optional<double>& value, int decimals)
{
  return value ? format_fixed(*value, decimals) : std::string(absent_text);
}

/// Fractions, volumes and numbers of each tissue, what they rest on, and what could not be told.
Html tissue_of(const LesionAssessment& lesion)
{
  if (!lesion.tissue) return {};
  HtmlTable table("plain tissues", text("Tissues of " + lesion.lesion.id.text() + ", with the band over threshold and contour shifts"));
  table.head(text_cells({"Tissue", "Share", "mL", "ADC mean, 1e-6 mm\u00b2/s", "ADC median", "ADC 10th percentile", "Enhancement"}));
  for (const auto& amount : lesion.tissue->tissues)
    table.row({text(amount.tissue), text(percent_band_text(amount.fraction)), text(band_text(amount.volume_ml, 1)),
               text(optional_digits(amount.adc_mean, 0)), text(optional_digits(amount.adc_median, 0)),
               text(optional_digits(amount.adc_10th_percentile, 0)), text(optional_digits(amount.enhancement, 2))});
  Html lines = table.empty() ? Html{} : table.finish();
  std::string channels;
  for (const auto& channel : lesion.tissue->channels) channels += (channels.empty() ? "" : ", ") + channel;
  if (!channels.empty()) lines += element("p", text("From: " + channels + ". " + lesion.tissue->reference));
  for (const auto& words : lesion.tissue->undecided) lines += element("p", {{"class", "undecided"}}, text("Not decided: " + words));
  return lines;
}

Html evidence_of(const LesionAssessment& lesion, const TimepointAssessment& timepoint)
{
  HtmlTable table("plain calipers", text(lesion.lesion.id.text() + " at " + timepoint.label.text()));
  table.head(text_cells({"Length", "mm", "From (L, P, S)", "To (L, P, S)", "Slice", "Image (SOP Instance UID)"}));
  caliper_row(table, "Longest diameter", lesion.longest_diameter);
  caliper_row(table, "Short axis", lesion.short_axis);
  caliper_row(table, "Longest in any plane", lesion.longest_in_any_plane);
  caliper_row(table, "Longest in 3D (Feret)", lesion.feret_3d);
  caliper_row(table, "Longest inside", lesion.longest_inside);
  if (lesion.tissue) caliper_row(table, "Longest viable", lesion.tissue->viable_diameter);
  return table.empty() ? Html{} : element("article", {{"class", "evidence"}}, table.finish() + source_of(lesion) + tissue_of(lesion));
}
}  // namespace

Html evidence_section(const Assessment& assessment)
{
  Html content;
  for (const auto& timepoint : assessment.timepoints)
    for (const auto& lesion : timepoint.lesions) content += evidence_of(lesion, timepoint);
  if (content.empty()) return content;
  return element(
      "section",
      element("h2", text("Where each number comes from")) +
          element(
              "p", {{"class", "lead"}},
              text(
                  "End points in the DICOM patient frame (left, posterior, superior), mm. Slices count from 1, as under the key images.")) +
          content);
}
}  // namespace nadir::report
