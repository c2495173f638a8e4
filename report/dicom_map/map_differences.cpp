#include <bit>
#include <cmath>
#include <cstdint>
#include <span>

#include "report/dicom_map/parametric_map.h"
#include "report/dicom_object/object_tags.h"
#include "report/dicom_object/read_object.h"

namespace nadir::report
{
namespace
{
namespace tags = object_tags;
using imaging::DicomFile;
using imaging::NumberVr;

float float_at(std::span<const std::byte> bytes)
{
  std::uint32_t bits = 0;
  for (int n = 3; n >= 0; --n) bits = bits << 8 | std::to_integer<std::uint32_t>(bytes[static_cast<std::size_t>(n)]);
  return std::bit_cast<float>(bits);
}

bool same_values(const ParametricMap& written, const DicomFile& file)
{
  const auto& layout = *file.pixels();
  auto bytes = file.memory().subspan(layout.native.offset, layout.native.length);
  for (int k = 0; k < written.stack->geometry->size().k; ++k)
    for (const float value : written.volume->slice(k))
    {
      if (bytes.size() < 4 || float_at(bytes) != (std::isfinite(value) ? value : 0.0F)) return false;
      bytes = bytes.subspan(4);
    }
  return bytes.empty();
}

bool same_positions(const ParametricMap& written, const DicomFile& file)
{
  constexpr double tolerance = 1e-6;  // mm; DS has 16 characters
  const auto frames = file.data().items(tags::per_frame_functional_groups);
  if (frames.size() != written.stack->slices.size()) return false;
  for (std::size_t k = 0; k < frames.size(); ++k)
  {
    const auto positions = frames[k].items(tags::plane_position_sequence);
    if (positions.empty()) return false;
    const auto values = positions.front().numbers(tags::image_position, NumberVr::DS);
    if (!values || values->size() != 3) return false;
    const PatientPoint read{values->at(0), values->at(1), values->at(2)};
    if (norm(read - written.stack->slices[k].position) > tolerance) return false;
  }
  return true;
}

std::string unit_in(const DicomFile& file)
{
  const imaging::DataSet* item = &file.data();
  for (const auto tag : {tags::shared_functional_groups, tags::real_world_value_mapping_sequence, tags::measurement_units_code_sequence})
  {
    const auto items = item->items(tag);
    if (items.empty()) return "";
    item = &items.front();
  }
  return item->text(tags::code_value);
}
}  // namespace

std::vector<std::string> map_differences(const ParametricMap& written, const std::string& bytes)
{
  const auto file = read_object(bytes);
  if (!file) return {file.failure().message()};
  if (!file->pixels() || !file->pixels()->is_float) return {"has no floats"};
  std::vector<std::string> found;
  if (!same_values(written, *file)) found.emplace_back("the values are other ones");
  if (!same_positions(written, *file)) found.emplace_back("the slices lie elsewhere");
  if (unit_in(*file) != written.unit.value) found.emplace_back("the unit is another one");
  return found;
}
}  // namespace nadir::report
