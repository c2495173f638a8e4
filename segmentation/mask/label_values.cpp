#include "segmentation/mask/label_values.h"

#include <cmath>
#include <limits>
#include <string>
#include <type_traits>

#include "imaging/result/expects.h"
#include "imaging/units/number_text.h"

namespace nadir::segmentation
{
namespace
{
constexpr double whole_tolerance = 1e-3;
constexpr double largest_label = std::numeric_limits<std::int32_t>::max();

Failure not_a_label(double value)
{
  const auto text = std::isfinite(value) ? format_number(value) : std::string("not a number");
  if (value > 0.0 && value < 1.0)
    return Failure{MaskError::NotALabelMap,
                   "the file holds fractions such as " + text +
                       " (it looks like a probability map, and where the lesion ends is not decided). Apply a threshold first."};
  return Failure{MaskError::NotALabelMap,
                 "the file holds values that are no labels, such as " + text +
                     " (it looks like an image, not a mask). Give a mask with whole numbers: 0 outside, 1, 2, ... for lesions."};
}

bool is_label(double value)
{
  return value >= -whole_tolerance && value <= largest_label && std::abs(value - std::nearbyint(value)) <= whole_tolerance;
}

template <class T> Result<std::vector<std::int32_t>> labels_as(std::span<const std::byte> bytes, const VoxelFormat& format)
{
  const auto order = byte_order_of(format);
  std::vector<std::int32_t> labels(bytes.size() / sizeof(T));
  for (std::size_t n = 0; n < labels.size(); ++n)
  {
    const auto stored = imaging::stored_value<T>(bytes.data() + n * sizeof(T), order);
    if (stored == T{0} && format.intercept == 0.0) continue;
    const double value = static_cast<double>(stored) * format.slope + format.intercept;
    if (!is_label(value)) return not_a_label(value);
    labels[n] = static_cast<std::int32_t>(std::nearbyint(value));
  }
  return labels;
}
}  // namespace

Result<std::vector<std::int32_t>> labels_of(std::span<const std::byte> bytes, const VoxelFormat& format)
{
  NADIR_EXPECTS(bytes.size() % bytes_of(format.type) == 0);
  switch (format.type)
  {
  case VoxelType::Int8: return labels_as<std::int8_t>(bytes, format);
  case VoxelType::UInt8: return labels_as<std::uint8_t>(bytes, format);
  case VoxelType::Int16: return labels_as<std::int16_t>(bytes, format);
  case VoxelType::UInt16: return labels_as<std::uint16_t>(bytes, format);
  case VoxelType::Int32: return labels_as<std::int32_t>(bytes, format);
  case VoxelType::UInt32: return labels_as<std::uint32_t>(bytes, format);
  case VoxelType::Int64: return labels_as<std::int64_t>(bytes, format);
  case VoxelType::UInt64: return labels_as<std::uint64_t>(bytes, format);
  case VoxelType::Float32: return labels_as<float>(bytes, format);
  case VoxelType::Float64: return labels_as<double>(bytes, format);
  }
  return std::vector<std::int32_t>{};
}
}  // namespace nadir::segmentation
