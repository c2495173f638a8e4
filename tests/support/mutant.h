#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "tests/support/dicom_samples.h"

namespace nadir::testing
{
/// A good object that mutants are made of.
struct MutationSeed
{
  std::string name;
  DicomObject object;
  std::string transfer_syntax;
};

/// Classic and enhanced MR in the native syntaxes, encapsulated pixels, a segmentation, a structure set, a report.
std::vector<MutationSeed> mutation_seeds();

/// What was done to the seed.
enum class Mutation
{
  DeclaredLength,
  Vr,
  TagNumber,
  SwappedOrder,
  Duplicate,
  Deletion,
  Nesting,
  Value,  ///< bytes inside one value; may give another valid value
  Truncation,
  BitFlips,  ///< up to three bits anywhere behind the preamble
};
std::string name_of(Mutation mutation);

/// A seed spoiled in one way, by a seeded generator: the same number gives the same mutant on every machine.
struct Mutant
{
  std::size_t seed = 0;  ///< in mutation_seeds()
  std::uint64_t number = 0;
  Mutation mutation = Mutation::BitFlips;
  Tag tag;                                 ///< of the attribute concerned; (0000,0000) for Truncation and BitFlips
  std::vector<std::size_t> flipped_bytes;  ///< file offsets, BitFlips only
  Bytes bytes;
};
Mutant mutant(const std::vector<MutationSeed>& seeds, std::uint64_t number);
}  // namespace nadir::testing
