#include "imaging/gate/data_set.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <optional>

#include "imaging/gate/data_set_tree.h"
#include "imaging/gate/number_syntax.h"

namespace nadir::imaging
{
using detail::Content;
using detail::Element;

namespace
{
struct NumberFormat
{
  std::string_view vr;
  std::size_t width;  ///< bytes of one value, 0 = text
};

NumberFormat format_of(NumberVr vr)
{
  switch (vr)
  {
  case NumberVr::DS: return {"DS", 0};
  case NumberVr::IS: return {"IS", 0};
  case NumberVr::US: return {"US", 2};
  case NumberVr::SS: return {"SS", 2};
  case NumberVr::UL: return {"UL", 4};
  case NumberVr::SL: return {"SL", 4};
  case NumberVr::FL: return {"FL", 4};
  case NumberVr::FD: return {"FD", 8};
  }
  NADIR_EXPECTS(false);
  return {};
}

std::uint64_t unsigned_of(std::span<const std::byte> bytes, bool big_endian)
{
  std::uint64_t value = 0;
  for (std::size_t i = 0; i < bytes.size(); ++i)
    value = (value << 8) | std::to_integer<std::uint64_t>(bytes[big_endian ? i : bytes.size() - 1 - i]);
  return value;
}

double binary_number(std::uint64_t bits, NumberVr vr)
{
  switch (vr)
  {
  case NumberVr::SS: return static_cast<std::int16_t>(bits);
  case NumberVr::SL: return static_cast<std::int32_t>(bits);
  case NumberVr::FL: return static_cast<double>(std::bit_cast<float>(static_cast<std::uint32_t>(bits)));
  case NumberVr::FD: return std::bit_cast<double>(bits);
  default: return static_cast<double>(bits);
  }
}

Failure bad_number(Tag tag, std::string_view text)
{
  return Failure(GateError::BadNumber, text_of(tag) + " holds \"" + detail::escaped(text) +
                                           "\", which is no number as DICOM writes it (guessing could change a size). Correct the file at "
                                           "its source.");
}

Failure wrong_type(Tag tag, std::string_view found, std::string_view expected)
{
  return Failure(GateError::WrongType, text_of(tag) + " has the type " + std::string(found) + " where DICOM has " + std::string(expected) +
                                           " (its value cannot be trusted). Correct the file at its source.");
}

/// Calls `each` with every value between backslashes; stops when it returns false.
template <class Each> bool for_each_value(std::string_view text, Each each)
{
  for (std::size_t begin = 0;;)
  {
    const auto end = text.find('\\', begin);
    if (!each(detail::without_padding(text.substr(begin, end - begin)))) return false;
    if (end == std::string_view::npos) return true;
    begin = end + 1;
  }
}

Result<std::vector<double>> numbers_of_text(Tag tag, std::string_view text, NumberVr vr)
{
  std::vector<double> values;
  if (detail::without_padding(text).empty()) return values;
  const bool good = for_each_value(text,
                                   [&](std::string_view part)
                                   {
                                     const auto value =
                                         vr == NumberVr::DS ? detail::parse_decimal_string(part) : detail::parse_integer_string(part);
                                     values.push_back(value.value_or(0));
                                     return value.has_value();
                                   });
  if (!good) return bad_number(tag, text);
  return values;
}

Result<std::vector<double>> numbers_of_bytes(Tag tag, std::span<const std::byte> bytes, NumberVr vr, bool big_endian)
{
  const auto width = format_of(vr).width;
  if (bytes.size() % width != 0) return bad_number(tag, std::to_string(bytes.size()) + " bytes");
  std::vector<double> values;
  values.reserve(bytes.size() / width);
  for (std::size_t at = 0; at < bytes.size(); at += width)
  {
    values.push_back(binary_number(unsigned_of(bytes.subspan(at, width), big_endian), vr));
    if (!std::isfinite(values.back())) return bad_number(tag, "not a finite number");
  }
  return values;
}
}  // namespace

DataSet::DataSet(const DataSet& other) : level_(other.level_)
{
  // The data sets inside a tree do not own it, or it would never end; a copy outside does.
  if (level_ && level_.use_count() == 0) level_ = {level_->tree->shared_from_this(), level_.get()};
}

DataSet& DataSet::operator=(const DataSet& other) { return *this = DataSet(other); }

const Element* DataSet::find(Tag tag) const
{
  if (!level_) return nullptr;
  const auto* begin = level_->tree->elements.data() + level_->first;
  const auto* end = begin + level_->count;
  const auto* found = std::lower_bound(begin, end, detail::key_of(tag), [](const Element& e, std::uint32_t key) { return e.key < key; });
  return found != end && found->key == detail::key_of(tag) ? found : nullptr;
}

std::string_view DataSet::characters(const Element& element) const
{
  if (element.content != Content::Value) return {};
  const auto value = level_->tree->store.bytes(element.place, element.length);
  return {reinterpret_cast<const char*>(value.data()), value.size()};
}

bool DataSet::contains(Tag tag) const { return find(tag) != nullptr; }

std::vector<Tag> DataSet::tags() const
{
  std::vector<Tag> tags;
  if (!level_) return tags;
  for (std::size_t i = level_->first; i < std::size_t{level_->first} + level_->count; ++i)
    if (const auto tag = detail::tag_of(level_->tree->elements[i].key); tags.empty() || tags.back() != tag) tags.push_back(tag);
  return tags;
}

std::string DataSet::text(Tag tag) const
{
  const auto* element = find(tag);
  if (!element || !(detail::is_text(element->vr) || element->vr == detail::vr::un)) return {};
  const auto all = characters(*element);
  return std::string(detail::without_padding(detail::is_single_text(element->vr) ? all : all.substr(0, all.find('\\'))));
}

std::vector<std::string> DataSet::texts(Tag tag) const
{
  const auto* element = find(tag);
  if (!element || !(detail::is_text(element->vr) || element->vr == detail::vr::un)) return {};
  const auto all = characters(*element);
  if (detail::without_padding(all).empty()) return {};
  if (detail::is_single_text(element->vr)) return {std::string(detail::without_padding(all))};
  std::vector<std::string> values;
  for_each_value(all,
                 [&values](std::string_view part)
                 {
                   values.emplace_back(part);
                   return true;
                 });
  return values;
}

Result<std::vector<double>> DataSet::numbers(Tag tag, NumberVr expected) const
{
  const auto* element = find(tag);
  if (!element) return std::vector<double>{};
  const auto format = format_of(expected);
  const bool readable = element->content == Content::Value && (element->vr == detail::vr::un || element->vr == detail::vr_of(format.vr));
  if (!readable) return wrong_type(tag, detail::name_of_vr(element->vr), format.vr);
  if (format.width == 0) return numbers_of_text(tag, characters(*element), expected);
  return numbers_of_bytes(tag, bytes(tag), expected, level_->big_endian);
}

std::span<const DataSet> DataSet::items(Tag tag) const
{
  const auto* element = find(tag);
  if (!element || element->content != Content::Sequence) return {};
  return std::span(level_->tree->data_sets()).subspan(static_cast<std::size_t>(element->place), element->length);
}

std::span<const std::byte> DataSet::bytes(Tag tag) const
{
  const auto* element = find(tag);
  if (!element || element->content != Content::Value) return {};
  return level_->tree->store.bytes(element->place, element->length);
}

std::string_view DataSet::vr(Tag tag) const
{
  const auto* element = find(tag);
  return element ? detail::name_of_vr(element->vr) : std::string_view{};
}

bool DataSet::is_big_endian() const { return level_ && level_->big_endian; }
}  // namespace nadir::imaging
