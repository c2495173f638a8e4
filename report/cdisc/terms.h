#pragma once

#include <string_view>

namespace nadir::report::cdisc
{
/// A test of a findings domain: short name and name, as in CDISC controlled terminology.
struct Term
{
  std::string_view code;  ///< --TESTCD
  std::string_view name;  ///< --TEST

  bool operator==(const Term&) const = default;
};

/// Terms of the RECIST 1.1 specializations of CDISC's biomedical concepts (COSMoS), and of the code lists TUTESTCD, TRTESTCD and ONCRTSCD.
namespace terms
{
inline constexpr Term tumor_identification{"TUMIDENT", "Tumor Identification"};
inline constexpr Term tumor_split{"TUSPLIT", "Tumor Split"};
inline constexpr Term tumor_merged{"TUMERGE", "Tumor Merged"};
inline constexpr Term target_indicator{"TIND", "Target Indicator"};
inline constexpr Term non_target_indicator{"NTIND", "Non-Target Indicator"};

inline constexpr Term longest_diameter{"LDIAM", "Longest Diameter"};
inline constexpr Term short_axis{"LPERP", "Longest Perpendicular"};  ///< of a node; CDISC has no other term for it
inline constexpr Term tumor_state{"TUMSTATE", "Tumor State"};
inline constexpr Term node_state{"LNSTATE", "Lymph Node State"};
inline constexpr Term volume{"VOLUME", "Volume"};
inline constexpr Term viable_diameter{"VDIAM", "Viable Diameter"};
inline constexpr Term sum_of_diameters{"SUMDIAM", "Sum of Diameter"};
inline constexpr Term sum_of_non_nodal{"SUMNLNLD", "Sum Diameters of Non Lymph Node Tumors"};
inline constexpr Term change_from_baseline{"PCBSD", "Percent Change Baseline in Sum of Diam"};
inline constexpr Term change_from_nadir{"PCNSD", "Percent Change Nadir in Sum of Diam"};
inline constexpr Term absolute_change_from_nadir{"ACNSD", "Absolute Change Nadir in Sum of Diam"};

inline constexpr Term target_response{"TRGRESP", "Target Response"};
inline constexpr Term non_target_response{"NTRGRESP", "Non-target Response"};
inline constexpr Term overall_response{"OVRLRESP", "Overall Response"};
inline constexpr Term new_lesion_progression{"NEWLPROG", "New Lesion Progression"};
}  // namespace terms
}  // namespace nadir::report::cdisc
