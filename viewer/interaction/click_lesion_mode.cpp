#include "viewer/interaction/click_lesion_mode.h"

#include "viewer/interaction/slice_place.h"

namespace nadir::viewer
{
QString ClickLesionMode::hint(const ViewContext& context, const Pointer&) const
{
  if (!context.volume) return tr("The series is still loading: nothing can be segmented yet");
  return tr("Click well inside the lesion: its outline is proposed");
}

ModeResult ClickLesionMode::release(const ViewContext& context, const Pointer& pointer)
{
  if (!context.volume) return {};
  FindLesion find;
  find.prompt.click = patient_place(context, pointer.place);
  return find;
}
}  // namespace nadir::viewer
