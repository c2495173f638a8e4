#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "measure/lesion/lesion.h"
#include "reading/table/sdtm/sdtm_cells.h"

namespace nadir::reading::sdtm
{
/// A lesion as TU identifies it.
struct IdentifiedLesion
{
  std::string id;  ///< TULNKID
  std::string reader;
  measure::LesionRole role = measure::LesionRole::NonTarget;
  std::string organ;  ///< TULOC; a location with LYMPH NODE is nodal
  bool nodal = false;
  std::optional<double> visit;  ///< VISITNUM
  std::string_view date;        ///< TUDTC
  std::uint64_t line = 0;
};

/// The lesions that one link of TR stands for: one, the parts of a split lesion ("T04.1"), or several merged ones ("T02/T03").
struct LinkedLesions
{
  std::vector<const IdentifiedLesion*> lesions;  ///< empty: TU does not know the link
  bool is_part = false;
};

/// The rows of TU of one subject.
///
/// TUTESTCD TUMIDENT names lesions: TARGET, NON-TARGET or NEW. TUSPLIT and TUMERGE only announce links of TR. TIND and NTIND say that there
/// are none of a kind. Another code is a warning. A link that is identified twice by one reader is a warning when both rows say the same,
/// else a problem.
class TumorIdentification
{
public:
  TumorIdentification(const SubjectRows& rows, const Columns& columns, RowNotes& notes);

  /// Lesions of a link as `reader` identified them; what no evaluator is named for counts for every reader.
  LinkedLesions lesions_of(std::string_view link, std::string_view reader) const;

  /// The earliest visit at which a target or non-target was identified.
  std::optional<double> baseline_visit() const;
  const std::vector<IdentifiedLesion>& lesions() const { return lesions_; }

private:
  void add(const Cells& cells, RowNotes& notes);
  void add_lesion(const Cells& cells, RowNotes& notes);
  const IdentifiedLesion* lesion(std::string_view id, std::string_view reader) const;

  std::vector<IdentifiedLesion> lesions_;
};

/// VISITNUM as a number; none when it is empty or no number.
std::optional<double> visit_number(const Cells& cells);
}  // namespace nadir::reading::sdtm
