#include <cstdio>
#include <filesystem>
#include <fstream>

#include "tests/support/hostile_corpus.h"
#include "tests/support/mutant.h"

// Writes the seed corpus of the fuzz target: the good seeds and every hostile file up to 8 kB. usage: write_seeds FOLDER
namespace
{
constexpr std::size_t largest_seed = 8192;

void write(const std::filesystem::path& path, const nadir::testing::Bytes& bytes)
{
  if (bytes.size() > largest_seed) return;
  std::ofstream(path, std::ios::binary).write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
}
}  // namespace

int main(int count, char** arguments)
{
  if (count != 2) return std::fputs("usage: write_seeds FOLDER\n", stderr), 2;
  const std::filesystem::path folder = arguments[1];
  std::filesystem::create_directories(folder);
  int number = 0;
  for (const auto& seed : nadir::testing::mutation_seeds())
    write(folder / ("good_" + std::to_string(number++)), nadir::testing::dicom_file(seed.object, seed.transfer_syntax));
  for (const auto& file : nadir::testing::hostile_corpus())
    if (file.family != "flood" && file.family != "nesting") write(folder / ("hostile_" + std::to_string(number++)), file.bytes());
}
