#include "imaging/gate/value_representation.h"

#include <array>

namespace nadir::imaging::detail
{
namespace
{
struct Properties
{
  std::string_view name;
  bool long_length = false;
  bool text = false;
  bool single_text = false;
};

constexpr bool is_long = true, is_characters = true, is_one_value = true;

// PS3.5 tables 6.2-1 and 7.1-1.
constexpr std::array known{
    Properties{"AE", !is_long, is_characters},
    Properties{"AS", !is_long, is_characters},
    Properties{"AT"},
    Properties{"CS", !is_long, is_characters},
    Properties{"DA", !is_long, is_characters},
    Properties{"DS", !is_long, is_characters},
    Properties{"DT", !is_long, is_characters},
    Properties{"FD"},
    Properties{"FL"},
    Properties{"IS", !is_long, is_characters},
    Properties{"LO", !is_long, is_characters},
    Properties{"LT", !is_long, is_characters, is_one_value},
    Properties{"OB", is_long},
    Properties{"OD", is_long},
    Properties{"OF", is_long},
    Properties{"OL", is_long},
    Properties{"OV", is_long},
    Properties{"OW", is_long},
    Properties{"PN", !is_long, is_characters},
    Properties{"SH", !is_long, is_characters},
    Properties{"SL"},
    Properties{"SQ", is_long},
    Properties{"SS"},
    Properties{"ST", !is_long, is_characters, is_one_value},
    Properties{"SV", is_long},
    Properties{"TM", !is_long, is_characters},
    Properties{"UC", is_long, is_characters},
    Properties{"UI", !is_long, is_characters},
    Properties{"UL"},
    Properties{"UN", is_long},
    Properties{"UR", is_long, is_characters, is_one_value},
    Properties{"US"},
    Properties{"UT", is_long, is_characters, is_one_value},
    Properties{"UV", is_long},
};

constexpr std::size_t letters = 26;
constexpr std::size_t no_slot = letters * letters;

/// Place of two capital letters in a table of all pairs; no_slot for other bytes.
constexpr std::size_t slot_of(Vr vr)
{
  const auto first = static_cast<std::size_t>(vr >> 8) - 'A', second = static_cast<std::size_t>(vr & 0xff) - 'A';
  return first < letters && second < letters ? first * letters + second : no_slot;
}

constexpr auto properties_by_slot = []
{
  std::array<Properties, letters * letters + 1> table{};
  for (const auto& properties : known) table[slot_of(vr_of(properties.name))] = properties;
  return table;
}();

constexpr const Properties& properties_of(Vr vr) { return properties_by_slot[slot_of(vr)]; }
}  // namespace

std::string_view name_of_vr(Vr vr) { return properties_of(vr).name; }

bool is_known(Vr vr) { return !properties_of(vr).name.empty(); }

bool has_long_length(Vr vr) { return properties_of(vr).long_length; }

bool is_text(Vr vr) { return properties_of(vr).text; }

bool is_single_text(Vr vr) { return properties_of(vr).single_text; }
}  // namespace nadir::imaging::detail
