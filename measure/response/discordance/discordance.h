#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "measure/lesion/finding.h"
#include "measure/response/explain.h"
#include "measure/response/patient_response.h"
#include "measure/response/protocol.h"
#include "measure/response/readings.h"
#include "measure/response/recist_1_1/margin.h"

namespace nadir::measure::discordance
{
/// Limits of the flags. Rule numbers F1 to F8 of the specification; every limit is inclusive.
struct FlagLimits
{
  int volume_notice_permille = 200;             ///< F1: +20 %, "notice"
  int volume_flag_permille = 400;               ///< F1: +40 %, "flag": volume limit of the 2-D Macdonald equivalent (X11)
  int volume_strong_permille = 728;             ///< F1: +72.8 %, "strong": isotropic equivalent of +20 % diameter (X11)
  int necrosis_rise_permille = 100;             ///< F2: 10 percentage points
  int viable_rise_permille = 10;                ///< F4: one percentage point; less is rounding
  std::optional<ReportedLength> repeatability;  ///< F5: the site's own value; none = two quanta of the protocol
};

/// Flags of one follow-up: where RECIST and other knowledge of the same lesions disagree. Information only; no flag changes a
/// category (rule X12, section 8.8). Each carries its numbers, limits and literature for and against giving it weight.
///
///   F1 SD-VOLUP        SD, or a PR that is only kept, while the volume of the targets grew (from its smallest earlier value)
///   F2 VOLUP-NECROSIS  F1, and the necrotic fraction rose by 10 points or the viable volume did not grow
///   F3 PD-NECROTIC     PD while the viable volume is not above baseline: possible pseudo-progression, RECIST stays PD
///                      Where no contrast tells what lives now, F2 and F3 ask the same of what is not liquid, living or not, and
///                      only where it holds whatever the tissue is within its bands.
///   F4 PR-VIABLE       PR while the viable fraction rose by a point
///   F5 NEAR-LIMIT      the category would change within the repeatability of the measurement
///   F6 PLANE           the longest diameter of any plane would give another category
///   F7 NADIR-ONLY      PD against the nadir while below the baseline
///   F8 UNCONFIRMED     CR or PR that no other visit confirms
///
/// Volumes: sum over the targets that have one at both time points (a target that is gone has 0 mL); a flag needs all targets.
std::vector<Flag> flags(const PatientReadings& readings, const PatientResponse& response, std::size_t timepoint, const Protocol& protocol,
                        const FlagLimits& limits = {});

/// A follow-up with what is already known of it.
struct KnownFollowUp
{
  const PatientReadings& readings;
  const PatientResponse& response;
  std::size_t timepoint = 0;
  const Protocol& protocol;
  const std::vector<recist_1_1::Margin>& margins;  ///< recist_1_1::margins of this time point
  Explain explain = Explain::Yes;                  ///< No: flags with id and level only
};

/// The same flags, nothing computed twice.
std::vector<Flag> flags(const KnownFollowUp& follow_up, const FlagLimits& limits = {});
}  // namespace nadir::measure::discordance
