#include "imaging/dicom/attributes.h"

#include <algorithm>
#include <cmath>

#include "imaging/dicom/display_text.h"
#include "imaging/dicom/value_list.h"

namespace nadir::imaging
{
std::optional<double> number(const DataSet& data, Tag tag, NumberVr vr)
{
  if (!data.contains(tag)) return std::nullopt;
  const auto values = data.numbers(tag, vr);
  if (!values || values->empty() || !std::isfinite(values->front())) return std::nullopt;
  return values->front();
}

std::optional<std::int64_t> integer(const DataSet& data, Tag tag, NumberVr vr)
{
  const auto value = number(data, tag, vr);
  if (!value || std::abs(*value) > 9e15) return std::nullopt;
  return static_cast<std::int64_t>(*value);
}

std::optional<std::vector<double>> numbers(const DataSet& data, Tag tag, NumberVr vr, std::size_t count)
{
  if (!data.contains(tag)) return std::nullopt;
  auto values = data.numbers(tag, vr);
  if (!values || values->size() != count || !std::ranges::all_of(*values, [](double v) { return std::isfinite(v); })) return std::nullopt;
  return std::move(values).value();
}

std::string code_text(const DataSet& data, Tag tag)
{
  std::string joined;
  for (const auto& value : data.texts(tag)) append(joined, upper_case(value), "\\");
  return joined;
}

std::optional<Tag> private_tag(const DataSet& data, std::uint16_t group, std::string_view creator, std::uint8_t element)
{
  for (std::uint16_t block = 0x10; block <= 0x20; ++block)
    if (const Tag owner{group, block}; data.contains(owner) && data.text(owner) == creator)
      return Tag{group, static_cast<std::uint16_t>(block << 8 | element)};
  return std::nullopt;
}
}  // namespace nadir::imaging
