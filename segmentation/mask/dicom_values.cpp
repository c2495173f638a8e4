#include "segmentation/mask/dicom_values.h"

#include <cmath>

#include "imaging/dicom/display_text.h"
#include "segmentation/mask/mask_error.h"

namespace nadir::segmentation::dicom
{
Result<std::vector<double>> numbers(const DataSet& data, Tag tag, NumberVr vr, std::size_t count)
{
  auto values = data.numbers(tag, vr);
  if (!values || values->empty() || values->size() == count) return values;
  return Failure{MaskError::Malformed, "attribute " + imaging::text_of(tag) + " has " + std::to_string(values->size()) +
                                           " values instead of " + std::to_string(count) +
                                           " (the mask cannot be placed). Export it again."};
}

Result<std::optional<int>> integer(const DataSet& data, Tag tag, NumberVr vr)
{
  const auto values = data.numbers(tag, vr);
  if (!values) return values.failure();
  if (values->empty()) return std::optional<int>{};
  const double value = values->front();
  if (std::abs(value) > 2e9)
    return Failure{MaskError::Malformed, "attribute " + imaging::text_of(tag) + " is out of range. Export the mask again."};
  return std::optional<int>{static_cast<int>(value)};
}

const DataSet* first_item(const DataSet& data, Tag sequence)
{
  const auto items = data.items(sequence);
  return items.empty() ? nullptr : &items.front();
}

std::string utf8(const DataSet& root, const DataSet& item, Tag tag)
{
  constexpr Tag specific_character_set{0x0008, 0x0005};
  return imaging::utf8_text(item.text(tag), root.texts(specific_character_set));
}

}  // namespace nadir::segmentation::dicom
