// Hand-made hostile files and seeded mutants, taken through scan and load in this process. The process must live, and no
// volume may come out that differs from the seed's without a refusal or a warning beside it.
#include <gmock/gmock.h>
#include <sys/resource.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <optional>

#include "tests/acceptance/hostile/load_outcome.h"
#include "tests/acceptance/hostile/value_ranges.h"
#include "tests/support/hostile_corpus.h"
#include "tests/support/mutant.h"

using namespace nadir;
using namespace nadir::testing;
using ::testing::IsEmpty;
using ::testing::SizeIs;

namespace
{
constexpr std::uint64_t mutants = 2000;
constexpr Tag pixel_data{0x7fe0, 0x0010};

bool has_companions(const std::string& seed_name) { return seed_name.starts_with("classic") || seed_name.starts_with("run lengths"); }

bool stands_alone(const HostileFile& file) { return file.family == "frame groups"; }

/// True when every volume that came out is the reference one.
bool is_faithful(const LoadOutcome& outcome, const LoadOutcome& reference)
{
  return std::all_of(outcome.volumes.begin(), outcome.volumes.end(),
                     [&](const auto& volume) { return !reference.volumes.empty() && are_alike(*volume, *reference.volumes.front()); });
}

bool is_silent_wrong_load(const LoadOutcome& outcome, const LoadOutcome& reference)
{
  return outcome.remarks.empty() && !is_faithful(outcome, reference);
}

std::optional<Tag> tag_at(const std::vector<ValueRange>& ranges, std::size_t offset)
{
  for (const auto& range : ranges)
    if (offset >= range.begin && offset < range.end) return range.tag;
  return std::nullopt;
}

/// Attributes whose value the mutation changed in place.
std::vector<Tag> changed_values(const Mutant& mutant, const MutationSeed& seed)
{
  if (mutant.mutation == Mutation::Value) return {mutant.tag};
  std::vector<Tag> tags;
  const auto ranges = value_ranges(dicom_file(seed.object, seed.transfer_syntax));
  for (const auto offset : mutant.flipped_bytes)
    if (const auto tag = tag_at(ranges, offset)) tags.push_back(*tag);
  return tags;
}

/// Why a changed load without a remark is right; "" when it is not. In a series of single files, only other pixel bytes are
/// an excuse: any other change contradicts the neighbours. An object that stands alone may say something else that is valid.
std::string excuse_of(const Mutant& mutant, const MutationSeed& seed)
{
  const auto tags = changed_values(mutant, seed);
  if (std::find(tags.begin(), tags.end(), pixel_data) != tags.end()) return "other bytes inside the pixel data";
  if (has_companions(seed.name) || tags.empty()) return "";
  return "another valid value of " + name_of(tags.front());
}

std::size_t open_descriptors() { return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator("/proc/self/fd"), {})); }

std::uint64_t peak_memory(int who)
{
  struct rusage usage = {};
  getrusage(who, &usage);
  return static_cast<std::uint64_t>(usage.ru_maxrss) << 10;
}

std::string text_of(const std::vector<std::string>& remarks)
{
  std::string text;
  for (const auto& remark : remarks) text.append(remark).append(" ");
  return text;
}
}  // namespace

TEST(HostileSeries, SeedsLoadWithoutAWord)
{
  const auto series = SpoiledSeries(companion_slices()).with(dicom_file(hostile_seed()));
  EXPECT_THAT(series.remarks, IsEmpty()) << text_of(series.remarks);
  EXPECT_THAT(series.volumes, SizeIs(1));
  const auto alone = SpoiledSeries({}).with(dicom_file(enhanced_object(3)));
  EXPECT_THAT(alone.remarks, IsEmpty()) << text_of(alone.remarks);
  EXPECT_THAT(alone.volumes, SizeIs(1));
}

TEST(HostileSeries, HandMadeFilesAreRefusedFlaggedOrLoadedAsTheSeed)
{
  const SpoiledSeries series(companion_slices()), alone({});
  const auto seed = series.with(dicom_file(hostile_seed())), enhanced_seed = alone.with(dicom_file(enhanced_object(3)));
  const auto descriptors = open_descriptors();
  for (const auto& file : hostile_corpus())
  {
    SCOPED_TRACE(file.family + ": " + file.name);
    const auto outcome = (stands_alone(file) ? alone : series).with(file.bytes());
    const auto& reference = stands_alone(file) ? enhanced_seed : seed;
    EXPECT_FALSE(is_silent_wrong_load(outcome, reference));
    if (file.fate != Fate::Harmless) continue;
    EXPECT_THAT(outcome.volumes, SizeIs(1));
    EXPECT_TRUE(is_faithful(outcome, reference)) << text_of(outcome.remarks);
  }
  EXPECT_EQ(open_descriptors(), descriptors);
  EXPECT_LT(peak_memory(RUSAGE_SELF), std::uint64_t{1} << 30);
}

TEST(HostileSeries, MutantsAreRefusedFlaggedOrLoadedAsTheSeed)
{
  const auto seeds = mutation_seeds();
  const SpoiledSeries series(companion_slices()), alone({});
  std::vector<LoadOutcome> references;
  for (const auto& seed : seeds)
    references.push_back((has_companions(seed.name) ? series : alone).with(dicom_file(seed.object, seed.transfer_syntax)));
  std::map<std::string, int> excuses, outcomes;
  for (std::uint64_t number = 0; number < mutants; ++number)
  {
    const auto spoiled = mutant(seeds, number);
    const auto& seed = seeds[spoiled.seed];
    const auto outcome = (has_companions(seed.name) ? series : alone).with(spoiled.bytes);
    ++outcomes[outcome.remarks.empty() ? "without a remark" : "with a remark"];
    if (!is_silent_wrong_load(outcome, references[spoiled.seed])) continue;
    const auto excuse = excuse_of(spoiled, seed);
    EXPECT_NE(excuse, "") << "mutant " << number << " of " << seed.name << ": " << name_of(spoiled.mutation) << " of "
                          << name_of(spoiled.tag);
    ++excuses[excuse];
  }
  for (const auto& [outcome, count] : outcomes) RecordProperty(outcome, count);
  int excused = 0;
  for (const auto& [excuse, count] : excuses)
  {
    RecordProperty(excuse, count);
    excused += count;
  }
  // If most mutants needed an excuse, the test would see nothing.
  EXPECT_LT(excused, static_cast<int>(mutants / 10));
}
