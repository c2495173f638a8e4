#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "reading/table/table_index.h"

namespace nadir::reading
{
/// The columns of a table of readings that have a meaning.
enum class ReadingsColumn
{
  Subject,
  Reader,
  Timepoint,
  Date,
  Lesion,
  Role,
  Organ,
  Nodal,
  State,
  Diameter,
  ShortAxis,
  Volume,
  ViableVolume,
  SliceThickness,
  SliceSpacing,
  Modality,
  Note,
  ViableDiameter,
  LongestAnyPlane,
  Enhancement,
  Fragments,
  MergedInto,
  FurtherIncrease,
  Markers,
  Nature,
  PriorTreatment,
};
inline constexpr std::size_t readings_column_count = 26;

/// "diameter_mm".
std::string_view name_of(ReadingsColumn column);

/// Where the columns of one table are.
class ReadingsColumns
{
public:
  explicit ReadingsColumns(const TableIndex& index);

  const std::optional<std::size_t>& position(ReadingsColumn column) const { return positions_[static_cast<std::size_t>(column)]; }
  /// Columns without a meaning here: name as in the file, position.
  const std::vector<std::pair<std::string, std::size_t>>& unknown() const { return unknown_; }
  /// "column diameter is not known (its values are kept, but not used). Is it diameter_mm?": one sentence each.
  std::vector<std::string> doubtful() const;

private:
  std::array<std::optional<std::size_t>, readings_column_count> positions_;
  std::vector<std::pair<std::string, std::size_t>> unknown_;
};
}  // namespace nadir::reading
