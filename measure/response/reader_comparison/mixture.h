#pragma once

#include <optional>
#include <vector>

#include "measure/lesion/assessment.h"
#include "measure/response/reader_comparison/lesion_match.h"
#include "measure/response/readings.h"

namespace nadir::measure::reader_comparison
{
/// A reading that can be changed lesion by lesion. Lesions of the other reader get names of their own where they come in.
class Mixture
{
public:
  Mixture(const Assessment& first, const Assessment& second, const std::vector<LesionMatch>& matches)
      : first_(first), second_(second), matches_(matches)
  {
  }

  std::optional<PatientReadings> as_first() const;
  std::optional<PatientReadings> as_second() const;
  std::optional<PatientReadings> with_lengths_of(const LesionMatch& match) const;  ///< a lesion of both, as the second reader saw it
  std::optional<PatientReadings> without(const LesionId& lesion) const;            ///< a lesion of the first
  std::optional<PatientReadings> with_role_of_second(LesionRole role) const;       ///< all lesions of a role from the second

private:
  const Assessment& first_;
  const Assessment& second_;
  const std::vector<LesionMatch>& matches_;
};
}  // namespace nadir::measure::reader_comparison
