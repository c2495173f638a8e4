#include "imaging/gate/value_representation.h"

#include <algorithm>
#include <array>

namespace nadir::imaging::detail
{
namespace
{
using namespace std::literals;

struct Properties
{
  std::string_view name;
  bool long_length;
  bool text;
  bool single_text = false;
};

// PS3.5 tables 6.2-1 and 7.1-1, in alphabetical order for the binary search.
constexpr std::array table{
    Properties{"AE"sv, false, true},  Properties{"AS"sv, false, true},       Properties{"AT"sv, false, false},
    Properties{"CS"sv, false, true},  Properties{"DA"sv, false, true},       Properties{"DS"sv, false, true},
    Properties{"DT"sv, false, true},  Properties{"FD"sv, false, false},      Properties{"FL"sv, false, false},
    Properties{"IS"sv, false, true},  Properties{"LO"sv, false, true},       Properties{"LT"sv, false, true, true},
    Properties{"OB"sv, true, false},  Properties{"OD"sv, true, false},       Properties{"OF"sv, true, false},
    Properties{"OL"sv, true, false},  Properties{"OV"sv, true, false},       Properties{"OW"sv, true, false},
    Properties{"PN"sv, false, true},  Properties{"SH"sv, false, true},       Properties{"SL"sv, false, false},
    Properties{"SQ"sv, true, false},  Properties{"SS"sv, false, false},      Properties{"ST"sv, false, true, true},
    Properties{"SV"sv, true, false},  Properties{"TM"sv, false, true},       Properties{"UC"sv, true, true},
    Properties{"UI"sv, false, true},  Properties{"UL"sv, false, false},      Properties{"UN"sv, true, false},
    Properties{"UR"sv, true, true, true}, Properties{"US"sv, false, false},  Properties{"UT"sv, true, true, true},
    Properties{"UV"sv, true, false},
};

constexpr bool precedes(const Properties& properties, Vr vr) { return vr_of(properties.name) < vr; }

const Properties* find(Vr vr)
{
  const auto* found = std::lower_bound(table.begin(), table.end(), vr, precedes);
  return found != table.end() && vr_of(found->name) == vr ? found : nullptr;
}
}  // namespace

std::string_view name_of_vr(Vr vr)
{
  const auto* found = find(vr);
  return found ? found->name : std::string_view{};
}

bool is_known(Vr vr) { return find(vr) != nullptr; }

bool has_long_length(Vr vr)
{
  const auto* found = find(vr);
  return found && found->long_length;
}

bool is_text(Vr vr)
{
  const auto* found = find(vr);
  return found && found->text;
}

bool is_single_text(Vr vr)
{
  const auto* found = find(vr);
  return found && found->single_text;
}
}  // namespace nadir::imaging::detail
