#include "viewer/interaction/marks_at_hand.h"

namespace nadir::viewer
{
void tell_marks(const reading::LesionMarks& marks, ViewContext& context)
{
  context.caliper = marks.caliper;
  context.parts.clear();
  if (!marks.state) return;
  const auto& fragments = marks.state->fragments;
  for (std::size_t n = 0; n < fragments.size(); ++n)
    if (fragments[n].longest)
      context.parts.emplace(n, reading::DrawnCaliper{*fragments[n].longest, std::nullopt, fragments[n].series, fragments[n].sop_instance});
}
}  // namespace nadir::viewer
