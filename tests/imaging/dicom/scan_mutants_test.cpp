#include <gtest/gtest.h>

#include <array>
#include <random>

#include "imaging/dicom/scan.h"
#include "tests/support/mr_series.h"
#include "tests/support/scan_results.h"

// One file of a sound series is damaged by a seeded hand. Whatever comes out must be refused, flagged, or be the volume that went in.
using namespace nadir;
using namespace nadir::imaging;
using namespace nadir::testing;

namespace
{
constexpr int mutants = 400;
constexpr std::size_t preamble = 128, pixel_bytes = 32;

using Generator = std::mt19937;

std::size_t below(Generator& generator, std::size_t limit) { return generator() % limit; }

/// Changes, flips, removes or inserts bytes of the header.
void damage(Bytes& file, Generator& generator)
{
  const auto at = static_cast<std::ptrdiff_t>(preamble + below(generator, file.size() - preamble - pixel_bytes));
  const auto byte = static_cast<std::byte>(below(generator, 256));
  switch (below(generator, 4))
  {
  case 0: file[static_cast<std::size_t>(at)] = byte; break;
  case 1: file[static_cast<std::size_t>(at)] ^= std::byte{1} << below(generator, 8); break;
  case 2: file.erase(file.begin() + at, file.begin() + at + 1 + static_cast<std::ptrdiff_t>(below(generator, 4))); break;
  default: file.insert(file.begin() + at, byte);
  }
}

std::vector<Bytes> sound_files(int number)
{
  const std::array encodings{syntax::explicit_little, syntax::explicit_big, syntax::implicit_little};
  const auto& encoding = encodings[static_cast<std::size_t>(number % 3)];
  if (number % 4 == 3) return {dicom_file(enhanced_object(8), encoding)};
  std::vector<Bytes> files;
  for (const auto& slice : mr_series({.slices = 8})) files.push_back(dicom_file(slice, encoding));
  return files;
}

bool is_what_went_in(const ImageGeometry& geometry)
{
  const auto truth = ImageGeometry::make({4, 4, 8}, {0.5, 0.75, 3}, {-10, -20, 0}, {}).value();
  return geometry.coincides_with(truth, Millimeters{1e-6});
}

bool is_silently_wrong(const ImageStack& stack)
{
  return stack.geometry && warnings_of(stack).empty() && !is_what_went_in(*stack.geometry);
}
}  // namespace

TEST(ScanOfMutants, NeverBuildsAWrongVolumeInSilence)
{
  int flagged = 0;
  for (int number = 0; number < mutants; ++number)
  {
    Generator generator(static_cast<unsigned>(number));
    auto files = sound_files(number);
    auto& victim = files[below(generator, files.size())];
    for (auto changes = 1 + below(generator, 4); changes > 0; --changes) damage(victim, generator);
    TemporaryFolder folder;
    for (std::size_t n = 0; n < files.size(); ++n)
      folder.write("F" + std::to_string(n), {reinterpret_cast<const char*>(files[n].data()), files[n].size()});
    const auto found = scan(folder.path()).value();
    flagged += found.refused.empty() ? 0 : 1;
    for (const auto* stack : all_stacks(found)) EXPECT_FALSE(is_silently_wrong(*stack)) << "mutant " << number << " stack " << stack->id;
  }
  EXPECT_GT(flagged, mutants / 4) << "the damage must be felt, or the test is blind";
}
