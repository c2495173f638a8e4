#include <algorithm>
#include <array>
#include <cmath>

#include "reading/command/act_checks.h"

namespace nadir::reading
{
namespace
{
Verdict check_caliper(const DrawnCaliper& caliper)
{
  if (auto checked = check_line(caliper.longest, "the caliper"); !checked) return checked;
  if (auto checked = check_uid(caliper.series.text(), "the series"); !checked) return checked;
  if (auto checked = check_uid(caliper.sop_instance.text(), "the image"); !checked) return checked;
  return caliper.short_axis ? check_line(*caliper.short_axis, "the short axis") : Verdict(Done{});
}

/// One shape must not count as two lesions.
Verdict check_only_use(const Reading& reading, const AcceptSegmentation& act)
{
  for (const auto& lesion : reading.content().lesions)
  {
    const auto* marks = marks_at(reading, lesion.lesion.id, act.timepoint);
    if (lesion.lesion.id != act.lesion && marks && marks->mask && marks->mask->mask == act.mask.mask &&
        marks->mask->label == act.mask.label)
      return not_allowed("lesion " + lesion.lesion.id.text() + " has the same segmentation at \"" + act.timepoint.text() +
                         "\" (it would count twice)");
  }
  return Done{};
}

constexpr std::array<std::string_view, 4> threshold_quantities{"enhancement", "post-contrast", "ADC", "T2"};
constexpr double largest_threshold = 1e6;

Verdict check_threshold(const measure::StatedThreshold& threshold)
{
  if (std::ranges::find(threshold_quantities, threshold.quantity) == threshold_quantities.end())
    return invalid("\"" + threshold.quantity + "\" is nothing that necrosis is told by. Name enhancement, post-contrast, ADC or T2.");
  return std::abs(threshold.value) <= largest_threshold ? Verdict(Done{}) : invalid("the necrosis threshold is impossible in its unit");
}
}  // namespace

Verdict check_act(const Reading& reading, const PlaceCaliper& act)
{
  if (auto checked = check_place(reading, act); !checked) return checked;
  const auto* marks = marks_at(reading, act.lesion, act.timepoint);
  if (marks && marks->caliper) return not_allowed("lesion " + place_of(act) + " has a caliper. Move it instead.");
  return check_caliper(act.caliper);
}

Verdict check_act(const Reading& reading, const MoveCaliper& act)
{
  if (auto checked = check_place(reading, act); !checked) return checked;
  const auto* marks = marks_at(reading, act.lesion, act.timepoint);
  if (!marks || !marks->caliper) return not_allowed("lesion " + place_of(act) + " has no caliper to move. Place one.");
  if (*marks->caliper == act.caliper) return not_allowed("the caliper of lesion " + place_of(act) + " lies there already");
  return check_caliper(act.caliper);
}

Verdict check_act(const Reading& reading, const AcceptSegmentation& act)
{
  if (auto checked = check_place(reading, act); !checked) return checked;
  if (auto checked = check_digest(act.mask.mask, "the digest of the mask"); !checked) return checked;
  if (act.mask.label && (*act.mask.label < 1 || *act.mask.label > 65535))
    return invalid("the label must be a whole number from 1 to 65535");
  if (auto checked = check_name(act.mask.source, "the source of the segmentation"); !checked) return checked;
  return check_only_use(reading, act);
}

Verdict check_act(const Reading& reading, const SetNecrosisThreshold& act)
{
  if (auto checked = check_place(reading, act); !checked) return checked;
  if (auto checked = check_threshold(act.threshold); !checked) return checked;
  if (act.automatic && !std::isfinite(*act.automatic)) return invalid("the automatic threshold is no number");
  const auto* marks = marks_at(reading, act.lesion, act.timepoint);
  if (!marks || !marks->mask)
    return not_allowed("lesion " + place_of(act) + " has no segmentation whose tissue could be told. Accept one first.");
  return marks->threshold == act.threshold
             ? Verdict(not_allowed("the necrosis threshold of lesion " + place_of(act) + " is set there already"))
             : Done{};
}

Verdict check_act(const Reading& reading, const ResetNecrosisThreshold& act)
{
  if (auto checked = check_place(reading, act); !checked) return checked;
  const auto* marks = marks_at(reading, act.lesion, act.timepoint);
  return marks && marks->threshold ? Verdict(Done{})
                                   : not_allowed("the necrosis threshold of lesion " + place_of(act) + " is the automatic one already");
}

Verdict check_act(const Reading& reading, const ClearMarks& act)
{
  if (auto checked = check_place(reading, act); !checked) return checked;
  return marks_at(reading, act.lesion, act.timepoint) ? Verdict(Done{}) : not_allowed("nothing was marked on lesion " + place_of(act));
}
}  // namespace nadir::reading
