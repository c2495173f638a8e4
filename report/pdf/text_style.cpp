#include "report/pdf/text_style.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

namespace nadir::report
{
namespace
{
struct Rule
{
  std::string_view name;  ///< of an element, or with a dot of a class
  double size = 0.0;      ///< 0: as around it
  std::optional<Weight> weight{};
  std::optional<Ink> color{};
};

/// Later rules win.
constexpr std::array rules{
    Rule{"h1", 16.0, Weight::Bold},
    Rule{"h2", 11.0, Weight::Bold},
    Rule{"h3", 9.2, Weight::Bold},
    Rule{"h4", 8.2, Weight::Bold},
    Rule{"h5", 7.4, Weight::Bold, soft_ink},
    Rule{"strong", 0.0, Weight::Bold, body_look.ink},
    Rule{"b", 0.0, Weight::Bold, body_look.ink},
    Rule{"dt", 0.0, {}, soft_ink},
    Rule{"small", 6.8, Weight::Regular, soft_ink},
    Rule{"cite", 7.2, {}, soft_ink},
    Rule{"figcaption", 7.2, {}, soft_ink},
    Rule{"caption", 7.4, {}, soft_ink},
    Rule{"table", 7.6},
    Rule{"summary", 7.8},
    Rule{".kind", 7.6, {}, soft_ink},
    Rule{".lead", 0.0, {}, soft_ink},
    Rule{".notice", 7.4, {}, soft_ink},
    Rule{".no-warnings", 0.0, {}, soft_ink},
    Rule{".date", 7.4, Weight::Regular, soft_ink},
    Rule{".word", 17.0, Weight::Bold},
    Rule{".call-words", 7.4, Weight::Regular, soft_ink},
    Rule{".role", 0.0, Weight::Regular, soft_ink},
    Rule{".change", 0.0, {}, soft_ink},
    Rule{".volume", 0.0, {}, soft_ink},
    Rule{".tissue", 0.0, {}, soft_ink},
    Rule{".window", 6.6, {}, soft_ink},
    Rule{".no-image", 7.4, {}, soft_ink},
    Rule{".named-values", 7.2, {}, soft_ink},
    Rule{".card-flags", 7.2},
    Rule{".clues", 7.2, {}, soft_ink},
    Rule{".remarks", 7.2},
    Rule{".sides", 7.2},
    Rule{".evidence", 7.6},
    Rule{".rule", 7.2, Weight::Bold},
    Rule{".signature", 7.2, {}, soft_ink},
    Rule{".uid", 6.2, {}, soft_ink},
};

bool applies(const Rule& rule, const HtmlNode& node)
{
  return rule.name.front() == '.' ? node.has_class(rule.name.substr(1)) : node.name == rule.name;
}
}  // namespace

TextLook look_of(const HtmlNode& node, const TextLook& around)
{
  TextLook look = around;
  for (const auto& rule : rules)
  {
    if (!applies(rule, node)) continue;
    if (rule.size > 0.0) look.size = rule.size;
    look.weight = rule.weight.value_or(look.weight);
    look.ink = rule.color.value_or(look.ink);
  }
  return look;
}
}  // namespace nadir::report
