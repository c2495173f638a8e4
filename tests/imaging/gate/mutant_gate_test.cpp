#include <gtest/gtest.h>
#include <sys/resource.h>

#include <map>

#include "imaging/gate/dicom_file.h"
#include "tests/support/gate_invariants.h"
#include "tests/support/hostile_corpus.h"
#include "tests/support/mutant.h"

using namespace nadir;
using namespace nadir::imaging;
using namespace nadir::testing;

namespace
{
constexpr std::uint64_t mutants = 4000;

/// Largest resident set of this process so far, bytes.
std::uint64_t peak_memory()
{
  struct rusage usage = {};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<std::uint64_t>(usage.ru_maxrss) << 10;
}
}  // namespace

TEST(Mutants, AreTheSameOnEveryRun)
{
  const auto seeds = mutation_seeds();
  for (std::uint64_t number = 0; number < 100; ++number) EXPECT_EQ(mutant(seeds, number).bytes, mutant(seeds, number).bytes);
}

TEST(Mutants, ComeFromSeedsThatTheGateAccepts)
{
  for (const auto& seed : mutation_seeds())
  {
    const auto file = DicomFile::parse(dicom_file(seed.object, seed.transfer_syntax));
    EXPECT_TRUE(file) << seed.name << ": " << file.failure().message();
  }
}

// Whatever the gate accepts keeps its promises; at least a third of the mutants is refused, or the gate would be blind.
TEST(Mutants, KeepThePromisesOfTheGateWhenAccepted)
{
  const auto seeds = mutation_seeds();
  std::uint64_t refused = 0;
  for (std::uint64_t number = 0; number < mutants; ++number)
  {
    const auto bytes = mutant(seeds, number).bytes;
    const auto file = DicomFile::parse(bytes);
    if (!file) ++refused;
    const auto broken = file ? broken_invariant(*file, GateLimits{}) : std::string();
    EXPECT_EQ(broken, "") << "mutant " << number;
  }
  EXPECT_GT(refused, mutants / 3);
}

TEST(Mutants, ThatLostBytesAreRefused)
{
  const auto seeds = mutation_seeds();
  for (std::uint64_t number = 0; number < mutants; ++number)
  {
    const auto spoiled = mutant(seeds, number);
    const auto& object = seeds[spoiled.seed].object;
    // A structure set that is cut between two attributes is a shorter structure set.
    const bool has_pixels = object.elements.back().tag == Tag{0x7fe0, 0x0010};
    if (spoiled.mutation != Mutation::Truncation || !has_pixels) continue;
    EXPECT_FALSE(DicomFile::parse(spoiled.bytes)) << "mutant " << number;
  }
}

TEST(Mutants, OfCriticalAttributesThatAreThereTwiceAreRefused)
{
  const auto seeds = mutation_seeds();
  for (std::uint64_t number = 0; number < mutants; ++number)
  {
    const auto spoiled = mutant(seeds, number);
    const bool is_critical = spoiled.tag == Tag{0x0020, 0x0032} || spoiled.tag == Tag{0x0028, 0x0030} || spoiled.tag == Tag{0x0010, 0x0020};
    if (spoiled.mutation != Mutation::Duplicate || !is_critical) continue;
    EXPECT_FALSE(DicomFile::parse(spoiled.bytes)) << "mutant " << number;
  }
}

TEST(HostileCorpus, TakesLessThanAGigabyteAtTheGate)
{
  const auto before = peak_memory();
  for (const auto& file : hostile_corpus())
  {
    const auto parsed = DicomFile::parse(file.bytes());
    const auto broken = parsed ? broken_invariant(*parsed, GateLimits{}) : std::string();
    EXPECT_EQ(broken, "") << file.family << ": " << file.name;
  }
  EXPECT_LT(peak_memory() - before, std::uint64_t{1} << 30);
}
