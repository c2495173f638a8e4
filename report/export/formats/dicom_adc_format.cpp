#include "report/dicom_map/adc_maps.h"
#include "report/export/formats/dicom_job.h"
#include "report/export/formats/formats.h"

namespace nadir::report
{
namespace
{
struct NamedMap
{
  std::string name;
  ParametricMap map;
};

struct AllMaps
{
  std::vector<NamedMap> maps;
  std::vector<std::string> notices;
};

Result<AllMaps> maps_of(const ExportJob& job)
{
  const auto stamp = stamp_of(job);
  if (!stamp) return stamp.failure();
  const auto timepoints = dicom_timepoints(job);
  if (!timepoints) return timepoints.failure();
  AllMaps all;
  for (const auto& timepoint : *timepoints)
  {
    auto made = adc_maps(timepoint, *stamp);
    for (auto& map : made.maps)
      all.maps.push_back({timepoint_name(timepoint) + "-adc-" + std::to_string(map.identity.instance_number) + ".dcm", std::move(map)});
    all.notices.insert(all.notices.end(), made.notices.begin(), made.notices.end());
  }
  return all;
}

Result<FormatOutput> make(const ExportJob& job)
{
  auto all = maps_of(job);
  if (!all) return all.failure();
  FormatOutput output{{}, {}, timepoint_notices(job)};
  output.notices.insert(output.notices.end(), all->notices.begin(), all->notices.end());
  for (const auto& [name, map] : all->maps) output.files.push_back({name, parametric_map_bytes(map)});
  if (output.files.empty()) output.notices.push_back("no examination has diffusion images with several b-values, so there is no map");
  return output;
}

std::vector<ReadBack> read_back(const ExportJob& job, const std::vector<ExportFile>& files)
{
  std::vector<ReadBack> checks;
  const auto all = maps_of(job);
  if (!all) return checks;
  for (const auto& [name, map] : all->maps)
  {
    const auto* file = file_named(files, name);
    checks.push_back(
        {name, "nadir's gate, value by value", file ? map_differences(map, file->bytes) : std::vector<std::string>{"is missing"}});
  }
  return checks;
}
}  // namespace

ExportFormat dicom_adc_format()
{
  return {"dicom-adc", "DICOM Parametric Map: apparent diffusion coefficient", FormatNeeds::Images, FormatScope::OneCase, {}, make,
          read_back};
}
}  // namespace nadir::report
