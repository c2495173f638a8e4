#pragma once

#include <cstddef>
#include <filesystem>

namespace nadir::bench
{
/// Order of the rows of a table.
enum class RowOrder
{
  BySubject,
  Shuffled,
};

/// Writes READINGS.csv with all columns of the issue: `subjects` x 6 visits x 5 targets (one of them a node), lengths of one decimal that
/// shrink and grow. Always the same table.
void write_readings(const std::filesystem::path& path, std::size_t subjects, RowOrder order);
}  // namespace nadir::bench
