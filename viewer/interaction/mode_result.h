#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "viewer/model/reading_model.h"
#include "viewer/model/segmentation_job.h"
#include "viewer/render/display_window.h"
#include "viewer/render/slice_view.h"

/// What a gesture asks for. Whoever holds the view carries out the first four, `carry_out` the others, as commands of the record or as
/// jobs.
namespace nadir::viewer
{
struct MoveView
{
  SliceView view;
};
struct ChangeWindow
{
  DisplayWindow window;
};
struct ScrollView
{
  int steps = 0;
};
struct MoveCursor
{
  PatientPoint place;
};

/// The caliper of the lesion at hand is now this one.
struct PutCaliper
{
  reading::DrawnCaliper caliper;
  std::optional<std::size_t> part = std::nullopt;  ///< of ViewContext::parts, where it is one of these
};
/// A lesion is to be found from marks.
struct FindLesion
{
  segmentation::LesionPrompt prompt;
};
/// Strokes on what was found, or the marks of a new lesion when nothing was.
struct DrawStrokes
{
  std::vector<segmentation::Stroke> strokes;
};
/// The voxels of the lesion at hand are now these.
struct EditMask
{
  segmentation::Mask mask;
  std::string source;  ///< "brush", "eraser"
};

using ModeResult =
    std::variant<std::monostate, MoveView, ChangeWindow, ScrollView, MoveCursor, PutCaliper, FindLesion, DrawStrokes, EditMask>;
}  // namespace nadir::viewer
