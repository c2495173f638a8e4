#include "measure/response/irecist/best_response.h"

#include <array>

namespace nadir::measure::irecist
{
namespace
{
/// Number of time points up to and including the first iCPD.
std::size_t counted(const ImmuneResponse& response)
{
  for (std::size_t i = 0; i < response.timepoints.size(); ++i)
    if (response.timepoints[i].overall == ImmuneCategory::ConfirmedProgression) return i + 1;
  return response.timepoints.size();
}
}  // namespace

ImmuneBestResponse best_response(const ImmuneResponse& response)
{
  constexpr std::array order = {ImmuneCategory::CompleteResponse,     ImmuneCategory::PartialResponse,
                                ImmuneCategory::StableDisease,        ImmuneCategory::NonCrNonUpd,
                                ImmuneCategory::ConfirmedProgression, ImmuneCategory::UnconfirmedProgression,
                                ImmuneCategory::NoEvidenceOfDisease};
  ImmuneBestResponse best;
  for (const auto& at : response.timepoints)
    if (at.confirms) best.confirmed_progression = at.confirms;
  const auto end = counted(response);
  for (const auto category : order)
    for (std::size_t i = 1; i < end; ++i)
    {
      if (response.timepoints[i].overall != category) continue;
      best.category = category;
      best.timepoint = i;
      return best;
    }
  return best;
}
}  // namespace nadir::measure::irecist
