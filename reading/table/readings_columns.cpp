#include "reading/table/readings_columns.h"

#include <algorithm>

namespace nadir::reading
{
namespace
{
constexpr std::array<std::string_view, readings_column_count> names = {"subject",
                                                                       "reader",
                                                                       "timepoint",
                                                                       "date",
                                                                       "lesion",
                                                                       "role",
                                                                       "organ",
                                                                       "nodal",
                                                                       "state",
                                                                       "diameter_mm",
                                                                       "short_axis_mm",
                                                                       "volume_ml",
                                                                       "viable_volume_ml",
                                                                       "slice_thickness_mm",
                                                                       "slice_spacing_mm",
                                                                       "modality",
                                                                       "note",
                                                                       "viable_diameter_mm",
                                                                       "longest_any_plane_mm",
                                                                       "enhancement",
                                                                       "fragments_mm",
                                                                       "merged_into",
                                                                       "further_increase",
                                                                       "markers",
                                                                       "nature",
                                                                       "prior_treatment"};
}  // namespace

std::string_view name_of(ReadingsColumn column) { return names[static_cast<std::size_t>(column)]; }

ReadingsColumns::ReadingsColumns(const TableIndex& index)
{
  std::vector<bool> is_known(index.columns().size(), false);
  for (std::size_t i = 0; i < names.size(); ++i)
    if (positions_[i] = index.column(names[i]); positions_[i]) is_known[*positions_[i]] = true;
  for (std::size_t i = 0; i < is_known.size(); ++i)
    if (!is_known[i]) unknown_.emplace_back(index.columns()[i], i);
}

std::vector<std::string> ReadingsColumns::doubtful() const
{
  std::vector<std::string> sentences;
  for (const auto& [name, position] : unknown_)
    if (const auto near = nearest_word(name, names);
        !near.empty() && !positions_[static_cast<std::size_t>(std::find(names.begin(), names.end(), near) - names.begin())])
      sentences.push_back("column " + name + " is not known (its values are kept, but not used). Is it " + near + "?");
  return sentences;
}
}  // namespace nadir::reading
