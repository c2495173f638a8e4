#include "tests/support/mutant.h"

#include <algorithm>
#include <array>

namespace nadir::testing
{
namespace
{
constexpr std::size_t preamble = 128;
constexpr std::size_t mutation_count = 10;

/// SplitMix64 (Steele, Lea and Flood 2014): small, and the same everywhere.
class Generator
{
public:
  explicit Generator(std::uint64_t seed) : state_(seed) {}

  std::uint64_t next()
  {
    std::uint64_t value = state_ += 0x9e3779b97f4a7c15u;
    value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9u;
    value = (value ^ (value >> 27)) * 0x94d049bb133111ebu;
    return value ^ (value >> 31);
  }

  std::size_t below(std::size_t limit) { return limit == 0 ? 0 : static_cast<std::size_t>(next() % limit); }

private:
  std::uint64_t state_;
};

DicomObject compressed_object(const std::string& sop_instance)
{
  DicomObject object = slice_header();
  object.remove({0x0008, 0x0018}).text({0x0008, 0x0018}, "UI", sop_instance).sorted();
  // PS3.5 annex G: two segments (high and low bytes), each one run of 16.
  Bytes frame;
  for (const std::uint32_t word : {2u, 64u, 66u}) append_number(frame, word, false);
  frame.resize(64);
  append(frame, bytes_of(std::string_view("\xf1\0\xf1\x21", 4)));
  return object.encapsulated({frame});
}

/// All attributes of an object and of its items.
void collect(DicomObject& object, std::vector<std::pair<DicomObject*, std::size_t>>& places)
{
  for (std::size_t i = 0; i < object.elements.size(); ++i)
  {
    places.emplace_back(&object, i);
    for (auto& item : object.elements[i].items) collect(item, places);
  }
}

std::string random_vr(Generator& random)
{
  static const std::array<std::string, 36> names{"AE", "AS", "AT", "CS", "DA", "DS", "DT", "FD", "FL", "IS", "LO", "LT",
                                                 "OB", "OD", "OF", "OL", "OV", "OW", "PN", "SH", "SL", "SQ", "SS", "ST",
                                                 "SV", "TM", "UC", "UI", "UL", "UN", "UR", "US", "UT", "UV", "ZZ", "??"};
  return names[random.below(names.size())];
}

std::uint32_t random_length(Generator& random, std::size_t now)
{
  static constexpr std::array<std::uint32_t, 8> extremes{0, 1, 0xffff, 0x10000, 0x7fffffff, 0x80000000, 0xfffffffe, 0xffffffff};
  if (random.below(2) == 0) return extremes[random.below(extremes.size())];
  return static_cast<std::uint32_t>(now + random.below(17)) - 8;
}

void spoil_value(DicomElement& element, Generator& random)
{
  auto& bytes = !element.fragments.empty() ? element.fragments.back() : element.value;
  if (bytes.empty()) bytes.resize(2);
  const std::size_t changes = 1 + random.below(4);
  for (std::size_t i = 0; i < changes; ++i)
    bytes[random.below(bytes.size())] = static_cast<std::byte>(random.below(2) == 0 ? '0' + random.below(12) : random.below(256));
}

/// Puts the attribute into one to a hundred sequences of one item.
void nest(DicomElement& element, Generator& random)
{
  DicomElement inner = element;
  const std::size_t depth = 1 + random.below(random.below(4) == 0 ? 100 : 3);
  for (std::size_t i = 0; i < depth; ++i)
  {
    DicomObject item, outer;
    item.add(inner);
    inner = outer.sequence({0x0040, 0xa730}, {item}, random.below(2) == 0 ? LengthForm::Defined : LengthForm::Undefined).elements.front();
  }
  element = inner;
}

void spoil_structure(DicomObject& object, std::size_t index, Mutation mutation, Generator& random)
{
  auto& element = object.elements[index];
  const auto at = object.elements.begin() + static_cast<std::ptrdiff_t>(index);
  const std::size_t other = random.below(object.elements.size());
  switch (mutation)
  {
  case Mutation::DeclaredLength: element.declared_length = random_length(random, element.value.size()); break;
  case Mutation::Vr: element.vr = random_vr(random); break;
  case Mutation::TagNumber:
    (random.below(2) == 0 ? element.tag.group : element.tag.element) ^= static_cast<std::uint16_t>(1u << random.below(16));
    break;
  case Mutation::SwappedOrder: std::swap(element, object.elements[other]); break;
  case Mutation::Deletion: object.elements.erase(at); break;
  case Mutation::Nesting: nest(element, random); break;
  case Mutation::Value: spoil_value(element, random); break;
  case Mutation::Duplicate:
  {
    DicomElement copy = element;
    if (random.below(2) == 0) spoil_value(copy, random);
    object.elements.insert(object.elements.begin() + static_cast<std::ptrdiff_t>(other), copy);
    break;
  }
  case Mutation::Truncation:
  case Mutation::BitFlips: break;
  }
}

void flip_bits(Mutant& mutant, Generator& random)
{
  const std::size_t flips = 1 + random.below(3);
  for (std::size_t i = 0; i < flips; ++i)
  {
    const std::size_t offset = preamble + random.below(mutant.bytes.size() - preamble);
    mutant.bytes[offset] ^= static_cast<std::byte>(1u << random.below(8));
    mutant.flipped_bytes.push_back(offset);
  }
}
}  // namespace

std::vector<MutationSeed> mutation_seeds()
{
  std::vector<MutationSeed> seeds;
  for (const auto& uid : {syntax::explicit_little, syntax::implicit_little, syntax::explicit_big})
  {
    seeds.push_back({"classic in " + uid, classic_slice({.number = 2, .z = 3}), uid});
    seeds.push_back({"enhanced in " + uid, enhanced_object(3), uid});
  }
  seeds.push_back({"enhanced with lengths", enhanced_object(3, LengthForm::Defined), syntax::explicit_little});
  seeds.push_back({"run lengths", compressed_object("2.25.100.1.2"), syntax::rle});
  seeds.push_back({"segmentation", segmentation_object(5, 7, 3), syntax::explicit_little});
  seeds.push_back({"structure set", structure_set(), syntax::implicit_little});
  return seeds;
}

std::string name_of(Mutation mutation)
{
  static constexpr std::array<const char*, mutation_count> names{"declared length", "VR",      "tag number", "swapped order", "duplicate",
                                                                 "deletion",        "nesting", "value",      "truncation",    "bit flips"};
  return names[static_cast<std::size_t>(mutation)];
}

Mutant mutant(const std::vector<MutationSeed>& seeds, std::uint64_t number)
{
  Generator random(number);
  Mutant result;
  result.number = number;
  result.seed = static_cast<std::size_t>(number % seeds.size());
  result.mutation = static_cast<Mutation>(random.below(mutation_count));
  DicomObject object = seeds[result.seed].object;
  std::vector<std::pair<DicomObject*, std::size_t>> places;
  collect(object, places);
  const auto [level, index] = places[random.below(places.size())];
  const bool is_of_bytes = result.mutation == Mutation::Truncation || result.mutation == Mutation::BitFlips;
  if (!is_of_bytes) result.tag = level->elements[index].tag;
  spoil_structure(*level, index, result.mutation, random);
  result.bytes = dicom_file(object, seeds[result.seed].transfer_syntax);
  if (result.mutation == Mutation::Truncation) result.bytes.resize(random.below(result.bytes.size()));
  if (result.mutation == Mutation::BitFlips) flip_bits(result, random);
  return result;
}
}  // namespace nadir::testing
