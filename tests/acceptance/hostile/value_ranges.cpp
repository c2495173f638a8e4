#include "tests/acceptance/hostile/value_ranges.h"

namespace nadir::testing
{
using namespace nadir::imaging;

namespace
{
void collect(const DataSet& set, const std::byte* start, std::vector<ValueRange>& ranges)
{
  for (const Tag tag : set.tags())
  {
    const auto bytes = set.bytes(tag);
    const auto begin = bytes.empty() ? 0 : static_cast<std::size_t>(bytes.data() - start);
    ranges.push_back({tag, begin, begin + bytes.size()});
    for (const DataSet& item : set.items(tag)) collect(item, start, ranges);
  }
}

void add_pixels(const ByteRange& range, std::vector<ValueRange>& ranges)
{
  ranges.push_back({{0x7fe0, 0x0010}, static_cast<std::size_t>(range.offset), static_cast<std::size_t>(range.offset + range.length)});
}
}  // namespace

std::vector<ValueRange> value_ranges(const Bytes& file)
{
  std::vector<ValueRange> ranges;
  const auto parsed = DicomFile::parse(file);
  if (!parsed) return ranges;
  collect(parsed->data(), parsed->memory().data(), ranges);
  if (!parsed->pixels()) return ranges;
  add_pixels(parsed->pixels()->native, ranges);
  for (const auto& fragment : parsed->pixels()->fragments) add_pixels(fragment, ranges);
  return ranges;
}
}  // namespace nadir::testing
