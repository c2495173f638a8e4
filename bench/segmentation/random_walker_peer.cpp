#include "bench/segmentation/random_walker_peer.h"

#include <fstream>
#include <iterator>
#include <string>

#include "bench/run_program.h"
#include "imaging/units/number_text.h"

namespace nadir::bench
{
namespace
{
template <class Value> void write_raw(const std::filesystem::path& path, const std::vector<Value>& values)
{
  std::ofstream file(path, std::ios::binary);
  file.write(reinterpret_cast<const char*>(values.data()), static_cast<std::streamsize>(values.size() * sizeof(Value)));
}

std::string text_of(const std::filesystem::path& path)
{
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}
}  // namespace

std::optional<PeerAnswer> random_walker(const PeerTask& task, const std::filesystem::path& folder)
{
  std::filesystem::create_directories(folder);
  write_raw(folder / "values.raw", task.values);
  write_raw(folder / "inside.raw", task.inside);
  write_raw(folder / "outside.raw", task.outside);
  const auto& [size, spacing] = std::pair(task.box.size, task.spacing);
  if (!ran_well({"timeout", "60", "/usr/bin/python3", std::string(NADIR_BENCH_SCRIPTS) + "/random_walker.py", folder.string(),
                 std::to_string(size.k), std::to_string(size.j), std::to_string(size.i), format_number(spacing.k), format_number(spacing.j),
                 format_number(spacing.i)}))
    return std::nullopt;
  const auto bytes = text_of(folder / "lesion.raw");
  const auto seconds = parse_number(text_of(folder / "seconds.txt"));
  if (bytes.size() != task.values.size() || !seconds) return std::nullopt;
  return PeerAnswer{BlockMask(bytes.begin(), bytes.end()), *seconds};
}
}  // namespace nadir::bench
