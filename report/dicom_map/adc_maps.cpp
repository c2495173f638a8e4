#include "report/dicom_map/adc_maps.h"

#include "imaging/diffusion/diffusion_series.h"
#include "imaging/units/number_text.h"
#include "report/identity/derived_uid.h"
#include "report/vocabulary/body_site.h"
#include "report/vocabulary/measurement_concepts.h"
#include "report/vocabulary/sop_classes.h"

namespace nadir::report
{
namespace
{
constexpr int series_number = 9103;

/// What the images say was examined, else what the lesions lie in.
CodedConcept region_of(const imaging::ImageStack& stack, const ExaminedTimepoint& timepoint)
{
  if (const auto site = body_site_of(stack.body_part)) return site->site;
  for (const auto& lesion : timepoint.numbers().lesions)
    if (const auto site = body_site_of(lesion.lesion.organ)) return site->site;
  return {"38266002", "SCT", "Entire body"};
}

ParametricMap map_of(const imaging::DiffusionSeries& series, const ExaminedTimepoint& timepoint, const ObjectStamp& stamp)
{
  ParametricMap map;
  map.stack = series.stacks.front();
  map.sources = series.stacks;
  map.header = study_header_of(map.stack->slices.front().file->data());
  map.label = "ADC";
  map.quantity = {"113041", "DCM", "Apparent Diffusion Coefficient"};
  map.unit = units::square_micrometer_per_second();
  map.derivation = {"129105", "DCM", "Diffusion image analysis"};
  map.region = region_of(*map.stack, timepoint);
  map.identity = {std::string(sop_classes::parametric_map),
                  derived_uid({"ADC map", stamp.fingerprint, timepoint.numbers().label.text(), series.series.text(), map.stack->id}),
                  derived_uid({"ADC map series", map.header.study_instance_uid}),
                  "MR",
                  series_number,
                  "Nadir ADC",
                  1,
                  stamp.when,
                  stamp.software};
  return map;
}

void add_map(const imaging::DiffusionSeries& series, const ExaminedTimepoint& timepoint, const ObjectStamp& stamp, AdcMaps& all)
{
  const auto name = "ADC of stack " + series.stacks.front()->id + " at \"" + timepoint.numbers().label.text() + "\": ";
  if (series.stacks.front()->certificate.frame_of_reference.empty())
    return all.notices.push_back(name + "left out, because its images name no frame of reference");
  auto computed = imaging::load_adc_map(series);
  if (!computed) return all.notices.push_back(name + "left out: " + computed.failure().message());
  auto map = map_of(series, timepoint, stamp);
  map.volume = computed->map;
  map.identity.instance_number = static_cast<int>(all.maps.size()) + 1;
  if (computed->masked_share > 0.0)
    all.notices.push_back(name + format_fixed(100.0 * computed->masked_share, 1) + " % of its voxels are 0 for lack of signal");
  all.maps.push_back(std::move(map));
}
}  // namespace

AdcMaps adc_maps(const ExaminedTimepoint& timepoint, const ObjectStamp& stamp)
{
  AdcMaps all;
  for (const auto& study : timepoint.images().scan.studies)
    for (const auto& series : imaging::diffusion_series(study)) add_map(series, timepoint, stamp, all);
  return all;
}
}  // namespace nadir::report
