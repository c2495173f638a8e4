#include "imaging/gate/attribute_rules.h"

#include <algorithm>
#include <array>

namespace nadir::imaging::detail
{
namespace
{
struct Rule
{
  std::uint32_t key;
  Vr vr;
};

// What scan, volumes, masks and their evidence read: identity, placement, contrast, pixel layout, functional groups,
// segmentation, structure set, structured report, DICOMDIR. Ascending, VRs of PS3.6.
constexpr std::array rules{
    Rule{0x00020002, vr_of("UI")}, Rule{0x00020003, vr_of("UI")}, Rule{0x00020010, vr_of("UI")}, Rule{0x00041220, vr_of("SQ")},
    Rule{0x00041400, vr_of("UL")}, Rule{0x00041430, vr_of("CS")}, Rule{0x00041500, vr_of("CS")}, Rule{0x00041510, vr_of("UI")},
    Rule{0x00041511, vr_of("UI")}, Rule{0x00080005, vr_of("CS")}, Rule{0x00080008, vr_of("CS")}, Rule{0x00080016, vr_of("UI")},
    Rule{0x00080018, vr_of("UI")}, Rule{0x00080020, vr_of("DA")}, Rule{0x00080021, vr_of("DA")}, Rule{0x00080022, vr_of("DA")},
    Rule{0x00080023, vr_of("DA")}, Rule{0x0008002a, vr_of("DT")}, Rule{0x00080030, vr_of("TM")}, Rule{0x00080031, vr_of("TM")},
    Rule{0x00080032, vr_of("TM")}, Rule{0x00080033, vr_of("TM")}, Rule{0x00080060, vr_of("CS")}, Rule{0x00080070, vr_of("LO")},
    Rule{0x0008103e, vr_of("LO")}, Rule{0x00081090, vr_of("LO")}, Rule{0x00081115, vr_of("SQ")}, Rule{0x00081140, vr_of("SQ")},
    Rule{0x00081150, vr_of("UI")}, Rule{0x00081155, vr_of("UI")}, Rule{0x00081160, vr_of("IS")}, Rule{0x00081199, vr_of("SQ")},
    Rule{0x00082112, vr_of("SQ")}, Rule{0x00082218, vr_of("SQ")}, Rule{0x00089007, vr_of("CS")}, Rule{0x00089124, vr_of("SQ")},
    Rule{0x00089208, vr_of("CS")}, Rule{0x00089215, vr_of("SQ")}, Rule{0x00100010, vr_of("PN")}, Rule{0x00100020, vr_of("LO")},
    Rule{0x00100021, vr_of("LO")}, Rule{0x00100030, vr_of("DA")}, Rule{0x00100040, vr_of("CS")}, Rule{0x00180010, vr_of("LO")},
    Rule{0x00180012, vr_of("SQ")}, Rule{0x00180015, vr_of("CS")}, Rule{0x00180020, vr_of("CS")}, Rule{0x00180021, vr_of("CS")},
    Rule{0x00180022, vr_of("CS")}, Rule{0x00180023, vr_of("CS")}, Rule{0x00180024, vr_of("SH")}, Rule{0x00180050, vr_of("DS")},
    Rule{0x00180080, vr_of("DS")}, Rule{0x00180081, vr_of("DS")}, Rule{0x00180082, vr_of("DS")}, Rule{0x00180083, vr_of("DS")},
    Rule{0x00180086, vr_of("IS")}, Rule{0x00180087, vr_of("DS")}, Rule{0x00180088, vr_of("DS")}, Rule{0x00180091, vr_of("IS")},
    Rule{0x00181030, vr_of("LO")}, Rule{0x00181060, vr_of("DS")}, Rule{0x00181314, vr_of("DS")}, Rule{0x00185100, vr_of("CS")},
    Rule{0x00189073, vr_of("FD")}, Rule{0x00189074, vr_of("DT")}, Rule{0x00189075, vr_of("CS")}, Rule{0x00189076, vr_of("SQ")},
    Rule{0x00189082, vr_of("FD")}, Rule{0x00189087, vr_of("FD")}, Rule{0x00189089, vr_of("FD")}, Rule{0x00189112, vr_of("SQ")},
    Rule{0x00189114, vr_of("SQ")}, Rule{0x00189115, vr_of("SQ")}, Rule{0x00189117, vr_of("SQ")}, Rule{0x00189301, vr_of("SQ")},
    Rule{0x00189602, vr_of("FD")}, Rule{0x0020000d, vr_of("UI")}, Rule{0x0020000e, vr_of("UI")}, Rule{0x00200010, vr_of("SH")},
    Rule{0x00200011, vr_of("IS")}, Rule{0x00200012, vr_of("IS")}, Rule{0x00200013, vr_of("IS")}, Rule{0x00200032, vr_of("DS")},
    Rule{0x00200037, vr_of("DS")}, Rule{0x00200052, vr_of("UI")}, Rule{0x00200060, vr_of("CS")}, Rule{0x00200062, vr_of("CS")},
    Rule{0x00200100, vr_of("IS")}, Rule{0x00201041, vr_of("DS")}, Rule{0x00209056, vr_of("SH")}, Rule{0x00209057, vr_of("UL")},
    Rule{0x00209071, vr_of("SQ")}, Rule{0x00209072, vr_of("CS")}, Rule{0x00209111, vr_of("SQ")}, Rule{0x00209113, vr_of("SQ")},
    Rule{0x00209116, vr_of("SQ")}, Rule{0x00209128, vr_of("UL")}, Rule{0x00209153, vr_of("FD")}, Rule{0x00209157, vr_of("UL")},
    Rule{0x00209161, vr_of("UI")}, Rule{0x00209162, vr_of("US")}, Rule{0x00209163, vr_of("US")}, Rule{0x00209164, vr_of("UI")},
    Rule{0x00209165, vr_of("AT")}, Rule{0x00209167, vr_of("AT")}, Rule{0x00209221, vr_of("SQ")}, Rule{0x00209222, vr_of("SQ")},
    Rule{0x00209228, vr_of("UL")}, Rule{0x00280002, vr_of("US")}, Rule{0x00280004, vr_of("CS")}, Rule{0x00280006, vr_of("US")},
    Rule{0x00280008, vr_of("IS")}, Rule{0x00280010, vr_of("US")}, Rule{0x00280011, vr_of("US")}, Rule{0x00280030, vr_of("DS")},
    Rule{0x00280034, vr_of("IS")}, Rule{0x00280100, vr_of("US")}, Rule{0x00280101, vr_of("US")}, Rule{0x00280102, vr_of("US")},
    Rule{0x00280103, vr_of("US")}, Rule{0x00281050, vr_of("DS")}, Rule{0x00281051, vr_of("DS")}, Rule{0x00281052, vr_of("DS")},
    Rule{0x00281053, vr_of("DS")}, Rule{0x00281054, vr_of("LO")}, Rule{0x00282110, vr_of("CS")}, Rule{0x00283000, vr_of("SQ")},
    Rule{0x00289110, vr_of("SQ")}, Rule{0x00289132, vr_of("SQ")}, Rule{0x00289145, vr_of("SQ")}, Rule{0x004008ea, vr_of("SQ")},
    Rule{0x00409096, vr_of("SQ")}, Rule{0x00409224, vr_of("FD")}, Rule{0x00409225, vr_of("FD")}, Rule{0x0040a010, vr_of("CS")},
    Rule{0x0040a040, vr_of("CS")}, Rule{0x0040a043, vr_of("SQ")}, Rule{0x0040a124, vr_of("UI")}, Rule{0x0040a168, vr_of("SQ")},
    Rule{0x0040a300, vr_of("SQ")}, Rule{0x0040a30a, vr_of("DS")}, Rule{0x0040a504, vr_of("SQ")}, Rule{0x0040a730, vr_of("SQ")},
    Rule{0x00620001, vr_of("CS")}, Rule{0x00620002, vr_of("SQ")}, Rule{0x00620003, vr_of("SQ")}, Rule{0x00620004, vr_of("US")},
    Rule{0x00620005, vr_of("LO")}, Rule{0x00620006, vr_of("ST")}, Rule{0x00620008, vr_of("CS")}, Rule{0x0062000a, vr_of("SQ")},
    Rule{0x0062000b, vr_of("US")}, Rule{0x0062000e, vr_of("US")}, Rule{0x0062000f, vr_of("SQ")}, Rule{0x00620010, vr_of("CS")},
    Rule{0x00700022, vr_of("FL")}, Rule{0x30060002, vr_of("SH")}, Rule{0x30060010, vr_of("SQ")}, Rule{0x30060012, vr_of("SQ")},
    Rule{0x30060014, vr_of("SQ")}, Rule{0x30060016, vr_of("SQ")}, Rule{0x30060020, vr_of("SQ")}, Rule{0x30060022, vr_of("IS")},
    Rule{0x30060024, vr_of("UI")}, Rule{0x30060026, vr_of("LO")}, Rule{0x30060036, vr_of("CS")}, Rule{0x30060039, vr_of("SQ")},
    Rule{0x30060040, vr_of("SQ")}, Rule{0x30060042, vr_of("CS")}, Rule{0x30060044, vr_of("DS")}, Rule{0x30060045, vr_of("DS")},
    Rule{0x30060046, vr_of("IS")}, Rule{0x30060048, vr_of("IS")}, Rule{0x30060050, vr_of("DS")}, Rule{0x30060080, vr_of("SQ")},
    Rule{0x30060084, vr_of("IS")}, Rule{0x52009229, vr_of("SQ")}, Rule{0x52009230, vr_of("SQ")}, Rule{0x7fe00008, vr_of("OF")},
    Rule{0x7fe00009, vr_of("OD")}, Rule{0x7fe00010, vr_of("OW")},
};

constexpr bool precedes(const Rule& rule, std::uint32_t key) { return rule.key < key; }
static_assert(std::is_sorted(rules.begin(), rules.end(), [](const Rule& a, const Rule& b) { return a.key < b.key; }));

bool is_number(Vr vr) { return vr == vr_of("DS") || vr == vr_of("IS"); }
}  // namespace

Vr expected_vr(std::uint32_t key)
{
  const auto* found = std::lower_bound(rules.begin(), rules.end(), key, precedes);
  return found != rules.end() && found->key == key ? found->vr : Vr{0};
}

bool is_acceptable(Vr found, Vr expected)
{
  if (found == expected || found == vr::un) return true;
  if (expected == vr::ow) return found == vr::ob;
  return is_text(expected) && is_text(found) && !is_number(expected);
}
}  // namespace nadir::imaging::detail
