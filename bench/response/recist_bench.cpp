// nadir recist without findings on 100,000 subjects x 6 visits x 5 targets, as a ratio to reading and splitting the same table: one pass of
// the project's own CSV splitter over the whole file in one thread of this program, every field of every row, nothing kept. Outside peers
// are timed beside it. The exit code says whether the ratio stays below 5 and the memory bounded.
#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <stdexcept>
#include <string>
#include <vector>

#include "bench/response/readings_writer.h"
#include "reading/table/csv_file.h"

extern char** environ;

namespace
{
namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

constexpr std::size_t subjects = 100'000;
constexpr double largest_ratio = 5.0, largest_memory_mib = 200.0;

double seconds_since(Clock::time_point begin) { return std::chrono::duration<double>(Clock::now() - begin).count(); }

/// What one run took.
struct Cost
{
  double wall = 0, processor = 0, memory_mib = 0;
  bool succeeded = false;
};

double seconds(const timeval& time) { return static_cast<double>(time.tv_sec) + 1e-6 * static_cast<double>(time.tv_usec); }

/// Runs a program with its output thrown away.
Cost run(std::vector<std::string> words)
{
  std::vector<char*> arguments;
  for (auto& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  posix_spawn_file_actions_t quiet;
  posix_spawn_file_actions_init(&quiet);
  posix_spawn_file_actions_addopen(&quiet, 1, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_addopen(&quiet, 2, "/dev/null", O_WRONLY, 0);
  const auto begin = Clock::now();
  pid_t child = 0;
  int status = 0;
  rusage usage{};
  const bool started = posix_spawnp(&child, arguments[0], &quiet, nullptr, arguments.data(), environ) == 0;
  posix_spawn_file_actions_destroy(&quiet);
  if (!started || wait4(child, &status, 0, &usage) != child) return {};
  return {seconds_since(begin), seconds(usage.ru_utime) + seconds(usage.ru_stime), static_cast<double>(usage.ru_maxrss) / 1024.0,
          status == 0};
}

/// The denominator.
double split(const fs::path& table)
{
  const auto begin = Clock::now();
  auto file = nadir::reading::CsvFile::open(table);
  std::size_t fields = 0;
  while (file && file->next()) fields += file->row().fields.size();
  if (fields != 17 * (30 * subjects + 1)) throw std::runtime_error("the table was not split into 17 fields a row");
  return seconds_since(begin);
}

void print(const char* what, const Cost& cost)
{
  if (!cost.succeeded) return void(std::printf("%-58s not run\n", what));
  std::printf("%-58s %7.2f s wall %7.2f s processor %7.0f MiB\n", what, cost.wall, cost.processor, cost.memory_mib);
}

Cost best_of_three(const std::vector<std::string>& words)
{
  Cost best;
  for (int i = 0; i < 3; ++i)
    if (const auto cost = run(words); cost.succeeded && (!best.succeeded || cost.wall < best.wall)) best = cost;
  return best;
}

bool measure(const fs::path& programs, const fs::path& folder)
{
  const auto table = folder / "readings.csv", shuffled = folder / "shuffled.csv", out = folder / "out";
  double splitter = split(table);
  for (int i = 0; i < 4; ++i) splitter = std::min(splitter, split(table));
  const auto nadir = (programs / "nadir").string();
  const auto recist = best_of_three({nadir, "recist", table, "--out", out, "--no-findings"});
  const auto mixed = run({nadir, "recist", shuffled, "--out", out, "--no-findings"});
  std::printf("%-58s %7.2f s wall\n", "reading and splitting, own splitter, one thread", splitter);
  print("recist, rows by subject", recist);
  print("recist, rows in random order", mixed);
  print("peer: python3 csv.reader over all rows",
        run({"python3", "-c", "import csv,sys\nfor row in csv.reader(open(sys.argv[1], newline='')): pass", table}));
  print("peer: mawk -F, counting fields", run({"mawk", "-F,", "{n += NF} END {print n}", table}));
  const double ratio = recist.wall / splitter;
  const bool met = recist.succeeded && mixed.succeeded && ratio < largest_ratio && mixed.memory_mib < largest_memory_mib;
  std::printf("recist / own splitter %.1fx (goal %g), processor time / splitter / 2 cores %.1fx, memory below %g MiB: %s\n", ratio,
              largest_ratio, recist.processor / splitter / 2, largest_memory_mib, met ? "met" : "MISSED");
  return met;
}
}  // namespace

/// The tables are written by a process of its own: what is held for them would be counted as memory of the programs that are measured.
void write_tables(const fs::path& folder)
{
  write_readings(folder / "shuffled.csv", subjects, nadir::bench::RowOrder::Shuffled);
  write_readings(folder / "readings.csv", subjects, nadir::bench::RowOrder::BySubject);
}

int main(int argc, char** argv)
{
  if (argc == 3 && std::string(argv[1]) == "--write") return write_tables(argv[2]), 0;
  const auto program = fs::read_symlink("/proc/self/exe");
  const auto folder = program.parent_path().parent_path() / "bench-readings";
  fs::create_directories(folder);
  if (!fs::exists(folder / "readings.csv") && !run({program, "--write", folder}).succeeded) return 1;
  return measure(program.parent_path(), folder) ? 0 : 1;
}
