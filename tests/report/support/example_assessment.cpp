#include "tests/report/support/example_assessment.h"

#include <array>
#include <cmath>
#include <numbers>

#include "imaging/units/number_text.h"
#include "tests/report/support/example_slice.h"

namespace nadir::test
{
namespace
{
using namespace nadir::measure;

constexpr double column_spacing = 0.8;  // mm; rows are 1.0 mm apart, so pixels are not square
constexpr double row_spacing = 1.0;

const SeriesUid series_uid{"1.2.826.0.1.3680043.8.498.1001"};
const SopInstanceUid instance_uid{"1.2.826.0.1.3680043.8.498.1001.17"};

struct Size
{
  double longest = 0.0, shortest = 0.0;  // mm
  double volume = 0.0;                   // mL
};

/// A horizontal line of this length about the middle of the slice, z = 42.5 mm.
Caliper caliper_of(double length)
{
  return {{-0.5 * length, 12.25, 42.5}, {0.5 * length, 12.25, 42.5}, Millimeters{length}, series_uid, instance_uid, 17};
}

Caliper crossing_caliper_of(double length)
{
  return {{0.1, 12.25 - 0.5 * length, 42.5}, {0.1, 12.25 + 0.5 * length, 42.5}, Millimeters{length}, series_uid, instance_uid, 17};
}

KeyImage key_image_of(const Size& size)
{
  KeyImage image;
  image.columns = 288;
  image.rows = 224;
  image.column_spacing_mm = column_spacing;
  image.row_spacing_mm = row_spacing;
  const PixelEllipse tumour{{120.0, 100.0}, 0.5 * size.longest / column_spacing, 0.5 * size.shortest / row_spacing};
  image.values = thigh_slice(image.columns, image.rows, tumour);
  image.window_center = 420.0;
  image.window_width = 880.0;
  image.caption = "T1 post-contrast, axial, slice 17";
  image.left_side_letter = "R";
  image.top_side_letter = "A";
  const auto [center, half_width, half_height] = tumour;
  image.calipers = {
      {{center.x - half_width, center.y}, {center.x + half_width, center.y}, "LD " + format_fixed(size.longest, 1) + " mm"},
      {{center.x, center.y - half_height}, {center.x, center.y + half_height}, "SA " + format_fixed(size.shortest, 1) + " mm"}};
  image.contours = {outline_of(tumour)};
  return image;
}

TissueContent tissue_of(const Size& size)
{
  TissueContent content;
  content.channels = {"T1 post-contrast", "ADC"};
  content.reference = "Compared with muscle beside the lesion.";
  content.necrotic_fraction = Banded{0.25, 0.1875, 0.3125};
  content.necrotic_volume_ml = Banded{size.volume * 0.25, size.volume * 0.1875, size.volume * 0.3125};
  content.viable_volume_ml = Banded{size.volume * 0.75, size.volume * 0.6875, size.volume * 0.8125};
  content.viable_diameter = caliper_of(size.longest * 0.875);
  content.tissues = {{"viable", {0.75, 0.6875, 0.8125}, *content.viable_volume_ml, 1100.0, 1080.0, 840.0, 0.375},
                     {"necrosis", *content.necrotic_fraction, *content.necrotic_volume_ml, 2300.0, std::nullopt, std::nullopt, 0.0}};
  content.undecided = {"haemorrhage: no T1 before contrast"};
  return content;
}

LesionAssessment measured(const Lesion& lesion, const Size& size)
{
  LesionAssessment result;
  result.lesion = lesion;
  result.state = "MEASURED";
  result.longest_diameter = caliper_of(size.longest);
  result.short_axis = crossing_caliper_of(size.shortest);
  result.longest_in_any_plane = caliper_of(size.longest * 1.125);
  result.feret_3d = caliper_of(size.longest * 1.25);
  result.feret_3d->sop_instance = SopInstanceUid{};
  result.feret_3d->slice.reset();
  result.longest_inside = caliper_of(size.longest * 0.9375);
  result.volume = Milliliters{size.volume};
  result.volume_estimates = {
      {"voxels", Milliliters{size.volume}}, {"surface", Milliliters{size.volume * 0.99}}, {"contours", Milliliters{size.volume * 1.01}}};
  result.volume_uncertainty = Milliliters{size.volume * 0.02};
  result.diameter_uncertainty = Millimeters{0.4};
  result.response_contribution = Millimeters{lesion.nodal ? size.shortest : size.longest};
  result.evidence = {"mask", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", series_uid,
                     FrameOfReferenceUid{"1.2.826.0.1.3680043.8.498.1"},
                     "Diameters end on the sub-voxel contour at half of the mask's edge."};
  result.tissue = tissue_of(size);
  result.key_image = key_image_of(size);
  return result;
}

LesionAssessment in_state(const Lesion& lesion, const std::string& state)
{
  LesionAssessment result;
  result.lesion = lesion;
  result.state = state;
  if (state == "NOT_EVALUABLE") result.reason = "movement artefact";
  return result;
}

SeriesAssessment example_series()
{
  return {series_uid,
          "t1-post-ax",
          "T1 post-contrast",
          "axial",
          true,
          {{"spacing comes from", "image positions"},
           {"slice step", "5.500 mm"},
           {"slice thickness", "5.000 mm"},
           {"gap", "0.500 mm"},
           {"pixel", "0.800 x 1.000 mm"},
           {"largest deviation", "0.002 mm"},
           {"obliquity", "1.2 degrees"}},
          {{"notice", "pixels are not square (0.800 x 1.000 mm): lengths are taken in mm, never in pixels."}},
          {{"EchoTime 9.8 ms, RepetitionTime 620 ms", "T1 weighting"}, {"ContrastBolusAgent present", "after contrast medium"}}};
}

/// Sums, changes and categories of a time point, for the spec's formulas N6 with baseline B and nadir N.
void set_response(TimepointAssessment& timepoint, double sum, double baseline, double nadir)
{
  auto& response = timepoint.response;
  response.sum_of_diameters = Millimeters{sum};
  response.baseline_sum = Millimeters{baseline};
  response.nadir_sum = Millimeters{nadir};
  response.change_from_baseline_percent = 100.0 * (sum - baseline) / baseline;
  response.change_from_nadir_percent = 100.0 * (sum - nadir) / nadir;
  response.change_from_nadir = Millimeters{sum - nadir};
}

void set_categories(TimepointAssessment& timepoint, const std::array<const char*, 3>& categories)
{
  timepoint.response.target_response = categories[0];
  timepoint.response.non_target_response = categories[1];
  timepoint.response.overall_response = categories[2];
}

TimepointAssessment timepoint(const std::string& label, const std::string& date)
{
  TimepointAssessment result;
  result.label = TimepointLabel{label};
  result.date = date;
  result.series = {example_series()};
  return result;
}

Flag volume_flag()
{
  return {"F1 SD-VOLUP",
          "flag",
          "The category is SD while the volume rose by 52.0 %: growth that the diameter does not show.",
          {{"volume at baseline", "250.0 mL"}, {"volume now", "380.0 mL"}, {"change", "+52.0 %"}},
          {"Goreish 2025: in 39 pleomorphic sarcomas responders grew more under chemo-radiotherapy."},
          {"Tanaka 2018 (JCOG0304): in 70 sarcomas no size criterion was associated with survival."}};
}

Assessment frame_of(const std::string& patient)
{
  Assessment assessment;
  assessment.patient = patient;
  assessment.software_version = "0.1.0";
  assessment.inputs = {{"case", "case.json", "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"},
                       {"mask T01 baseline", "T01.nii.gz", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"}};
  return assessment;
}
}  // namespace

Assessment sarcoma_assessment()
{
  const Lesion tumour{LesionId{"T01"}, LesionRole::Target, "soft tissue", false};
  const auto comparability = []
  {
    return ComparabilityReport{
        "4.1",
        "5.1",
        {"T01"},
        Millimeters{100.0},
        {{"field strength", "1.5 T", "3.0 T", ComparabilitySeverity::Caution, Millimeters{1.1}, 3.4, "fat is displaced further.",
          "chemical shift of fat"},
         {"scanner", "A", "B", ComparabilitySeverity::Note, std::nullopt, std::nullopt, "another manufacturer.", ""}}};
  };
  Assessment assessment = frame_of("P1");
  auto baseline = timepoint("baseline", "2024-01-31");
  baseline.lesions = {measured(tumour, {100.0, 60.0, 250.0})};
  baseline.response.sum_of_diameters = baseline.response.baseline_sum = Millimeters{100.0};
  set_categories(baseline, {"baseline", "NA", "baseline"});
  baseline.response.findings = {{"B2",
                                 "RECIST 1.1 section 3.1.1",
                                 "measurable",
                                 "T01 is 100.0 mm long, at least 11.0 mm (twice the slice step) are needed.",
                                 {{"longest diameter", "100.0 mm"}, {"slice step", "5.5 mm"}}}};
  auto followup = timepoint("follow-up", "2024-04-24");
  followup.lesions = {measured(tumour, {96.0, 78.0, 380.0})};
  set_response(followup, 96.0, 100.0, 100.0);
  set_categories(followup, {"SD", "NA", "SD"});
  followup.response.margin = "24.0 mm from PD (T01 +24.0 mm)";
  followup.response.certainty = "SD 99.1 %, PR 0.9 %; sum 89.4 to 102.6 mm";
  followup.response.findings = {{"T14",
                                 "RECIST 1.1 section 4.3.1",
                                 "SD",
                                 "the sum fell by 4.0 % (-4.0 mm) from baseline 100.0 mm to 96.0 mm: neither PR nor PD.",
                                 {{"baseline sum", "100.0 mm"}, {"sum", "96.0 mm"}, {"nadir", "100.0 mm"}}},
                                {"O2", "RECIST 1.1 table 1", "SD", "target SD, no non-target lesion, no new lesion.", {}}};
  followup.flags = {volume_flag()};
  followup.comparability = {comparability()};
  followup.lesions[0].warnings = {"the lesion reaches the last slice of the series: its true extent may be larger."};
  followup.warnings = {"the slice thickness differs from baseline (5.0 mm, then 4.0 mm)."};
  assessment.timepoints = {baseline, followup};
  assessment.pairings = {{"t1-post-ax", "follow-up", "t1-post-ax", "same sequence, plane and body part"}};
  assessment.protocol_differences = {"Volumes are compared with a threshold of 40 % (default 20 %)."};
  assessment.warnings = {"The dates are those of a de-identified study."};
  return assessment;
}

namespace
{
std::vector<Lesion> ten_lesions()
{
  using enum LesionRole;
  return {{LesionId{"T01"}, Target, "soft tissue, left thigh", false},
          {LesionId{"T02"}, Target, "lung", false},
          {LesionId{"T03"}, Target, "lung", false},
          {LesionId{"T04"}, Target, "lymph node, left groin", true},
          {LesionId{"T05"}, Target, "liver", false},
          {LesionId{"NT01"}, NonTarget, "bone", false},
          {LesionId{"NT02"}, NonTarget, "lymph node, para-aortic", true},
          {LesionId{"NT03"}, NonTarget, "pleura", false},
          {LesionId{"NT04"}, NonTarget, "liver", false},
          {LesionId{"N01"}, New, "lung", false}};
}

LesionAssessment lesion_at(const Lesion& lesion, std::size_t visit, std::size_t number)
{
  constexpr std::array<double, 8> factor{1.0, 0.93, 0.82, 0.69, 0.61, 0.66, 0.72, 0.86};
  if (lesion.role == LesionRole::New) return in_state(lesion, visit < 7 ? "NONE" : "UNEQUIVOCAL");
  if (lesion.role == LesionRole::NonTarget)
    return in_state(lesion, visit == 7 && number == 5 ? "UNEQUIVOCAL_PROGRESSION" : visit > 3 && number == 7 ? "ABSENT" : "PRESENT");
  if (visit == 5 && number == 1) return in_state(lesion, "NOT_EVALUABLE");
  if (visit >= 4 && number == 2)
  {
    auto absent = in_state(lesion, "ABSENT");
    absent.response_contribution = Millimeters{0.0};
    return absent;
  }
  const double longest = factor[visit] * (90.0 - 15.0 * static_cast<double>(number));
  return measured(lesion, {longest, 0.7 * longest, std::pow(longest / 12.0, 3.0)});
}

std::optional<double> sum_of(const TimepointAssessment& visit)
{
  double sum = 0.0;
  for (const auto& lesion : visit.lesions)
  {
    if (lesion.lesion.role != LesionRole::Target) continue;
    if (!lesion.response_contribution) return std::nullopt;
    sum += lesion.response_contribution->value();
  }
  return sum;
}
}  // namespace

Assessment long_assessment()
{
  constexpr std::array<std::array<const char*, 3>, 8> calls{{{"baseline", "baseline", "baseline"},
                                                             {"SD", "NON-CR/NON-PD", "SD"},
                                                             {"SD", "NON-CR/NON-PD", "SD"},
                                                             {"PR", "NON-CR/NON-PD", "PR"},
                                                             {"PR", "NON-CR/NON-PD", "PR"},
                                                             {"NE", "NON-CR/NON-PD", "NE"},
                                                             {"PR", "NON-CR/NON-PD", "PR"},
                                                             {"PD", "PD", "PD"}}};
  constexpr std::array<const char*, 8> dates{"2023-01-09", "2023-03-06", "2023-05-02", "2023-07-03",
                                             "2023-09-04", "",           "2024-01-08", "2024-03-04"};
  Assessment assessment = frame_of("P2");
  double baseline = 0.0, nadir = 0.0;
  for (std::size_t visit = 0; visit < calls.size(); ++visit)
  {
    auto time = timepoint(visit == 0 ? "baseline" : "week " + std::to_string(8 * visit), dates[visit]);
    std::size_t number = 0;
    for (const Lesion& lesion : ten_lesions()) time.lesions.push_back(lesion_at(lesion, visit, number++));
    const auto sum = sum_of(time);
    if (visit == 0) time.response.sum_of_diameters = time.response.baseline_sum = Millimeters{baseline = nadir = sum.value()};
    else if (sum) set_response(time, *sum, baseline, nadir);
    if (sum) nadir = std::min(nadir, *sum);
    set_categories(time, calls[visit]);
    time.response.findings = {{"T10", "RECIST 1.1 section 4.3.1", calls[visit][0], "hand-made example.", {}}};
    if (visit == 7) time.response.new_lesions = {LesionId{"N01"}};
    assessment.timepoints.push_back(time);
  }
  return assessment;
}

const std::string& hostile_text()
{
  static const std::string text =
      std::string("<script>alert(1)</script>\"'&amp;`</style>--><!-- \x01\x1b[31m\x7f \xE2\x80\xAE \xFF\xC0\xAF ") + '\0' +
      std::string(300, 'W') + " javascript:alert(1) onerror=x";
  return text;
}

Assessment hostile_assessment()
{
  const std::string& text = hostile_text();
  Assessment assessment = sarcoma_assessment();
  assessment.patient = assessment.software_version = assessment.criteria = text;
  assessment.warnings = assessment.protocol_differences = {text};
  assessment.inputs = {{text, text, text}};
  assessment.pairings = {{text, text, text, text}};
  for (auto& timepoint : assessment.timepoints)
  {
    timepoint.label = TimepointLabel{text};
    timepoint.date = text;
    timepoint.warnings = {text};
    timepoint.flags = {{text, text, text, {{text, text}}, {text}, {text}}};
    timepoint.comparability = {
        {text, text, {text}, Millimeters{50.0}, {{text, text, text, ComparabilitySeverity::Stop, std::nullopt, std::nullopt, text, text}}}};
    timepoint.series = {{SeriesUid{text}, text, text, text, false, {{text, text}}, {{text, text}}, {{text, text}}}};
    set_categories(timepoint, {text.c_str(), text.c_str(), text.c_str()});
    timepoint.response.new_lesions = {LesionId{text}};
    timepoint.response.findings = {{text, text, text, text, {{text, text}}}};
    auto& lesion = timepoint.lesions[0];
    lesion.lesion.id = LesionId{text};
    lesion.lesion.organ = lesion.state = lesion.reason = text;
    lesion.warnings = {text};
    lesion.evidence = {text, text, SeriesUid{text}, FrameOfReferenceUid{text}, text};
    lesion.key_image->caption = lesion.key_image->left_side_letter = lesion.key_image->top_side_letter = text;
    lesion.key_image->calipers[0].label = text;
  }
  return assessment;
}
}  // namespace nadir::test
