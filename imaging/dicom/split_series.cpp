#include "imaging/dicom/split_series.h"

#include <map>

#include "imaging/dicom/split_label.h"
#include "imaging/dicom/split_repeats.h"
#include "imaging/dicom/value_list.h"
#include "imaging/units/number_text.h"

namespace nadir::imaging
{
namespace
{
struct SplitRule
{
  std::string code;  ///< of the warning; "" = an ordinary split that needs none
  std::string what;  ///< "2 <what>" in the warning
  LabelFrames label;
};

const PixelLayout& pixels(const ImageFrame& frame) { return *frame.object->file->pixels(); }

std::string size_text(const ImageFrame& frame)
{
  return std::to_string(pixels(frame).columns) + " x " + std::to_string(pixels(frame).rows) + " pixels";
}

std::string format_text(const ImageFrame& frame)
{
  const auto& p = pixels(frame);
  return std::to_string(p.bits_allocated) + "-bit " + (p.is_float ? "floating point" : p.is_signed ? "signed" : "unsigned");
}

std::string gradient_text(const ImageFrame& frame)
{
  const auto& gradient = frame.contrast.gradient;
  if (!gradient) return "none";
  std::string components;
  for (const double component : *gradient) append(components, format_fixed(component, 3), ", ");
  return components;
}

std::vector<SplitRule> placing_rules()
{
  return {{"split.image-size", "image sizes", by_text("size", size_text)},
          {"split.pixel-format", "pixel formats", by_text("pixels", format_text)},
          {"split.frame-of-reference", "frames of reference",
           by_text("frame of reference", [](const ImageFrame& f) { return f.object->frame_of_reference.text(); })},
          {"split.orientation", "orientations", label_orientations},
          {"split.pixel-spacing", "pixel spacings", label_pixel_spacings}};
}

std::vector<SplitRule> contrast_rules()
{
  const auto text = [](std::string name, auto member) {
    return SplitRule{"", "", by_text(std::move(name), [member](const ImageFrame& f) { return f.contrast.*member; })};
  };
  const auto value = [](std::string name, std::string unit, double tolerance, std::optional<double> FrameContrast::*member)
  {
    return SplitRule{
        "", "", by_number({std::move(name), std::move(unit), tolerance, [member](const ImageFrame& f) { return f.contrast.*member; }})};
  };
  return {text("image type", &FrameContrast::image_type),
          value("b-value", " s/mm2", 0.5, &FrameContrast::b_value),
          text("diffusion", &FrameContrast::directionality),
          {"", "", by_text("gradient", gradient_text)},
          value("echo time", " ms", 0.05, &FrameContrast::echo_time),
          text("echo", &FrameContrast::echo_number),
          value("inversion time", " ms", 1.0, &FrameContrast::inversion_time),
          text("stack", &FrameContrast::stack_id)};
}

GeometryRemark split_warning(const SplitRule& rule, std::size_t groups, std::size_t own, std::size_t all)
{
  return {Severity::Warning, rule.code,
          "the series mixes " + std::to_string(groups) + " " + rule.what + "; this stack holds " + std::to_string(own) + " of " +
              std::to_string(all) + " images (a volume across them would be wrong). Check that the stack is the one you mean."};
}

std::vector<StackDraft> split(const StackDraft& draft, const SplitRule& rule)
{
  const auto labels = rule.label(draft.frames);
  std::map<SplitLabel, StackDraft> groups;
  for (std::size_t n = 0; n < labels.size(); ++n) groups[labels[n]].frames.push_back(draft.frames[n]);
  if (groups.size() <= 1) return {draft};
  std::vector<StackDraft> parts;
  for (auto& [label, part] : groups)
  {
    part.reasons = draft.reasons;
    part.reasons.push_back(label.words);
    part.remarks = draft.remarks;
    if (!rule.code.empty()) part.remarks.push_back(split_warning(rule, groups.size(), part.frames.size(), draft.frames.size()));
    parts.push_back(std::move(part));
  }
  return parts;
}

std::vector<StackDraft> split_by(std::vector<StackDraft> drafts, const std::vector<SplitRule>& rules)
{
  for (const auto& rule : rules)
  {
    std::vector<StackDraft> parts;
    for (const auto& draft : drafts)
      for (auto& part : split(draft, rule)) parts.push_back(std::move(part));
    drafts = std::move(parts);
  }
  return drafts;
}

std::string rounded(std::optional<double> value) { return value ? format_fixed(*value, 0) : "-"; }

/// Frames of one stack have the same key; frames of different stacks may share it, then nothing is assumed.
std::string contrast_key(const ImageFrame& frame)
{
  const auto& c = frame.contrast;
  std::string key = c.image_type;
  for (const auto& part : {rounded(c.b_value), gradient_text(frame), c.directionality, rounded(c.echo_time), c.echo_number,
                           rounded(c.inversion_time), c.stack_id})
    append(key, part, "|");
  return key;
}

/// Frames without a place go where their contrast leaves no choice.
void add_unplaced(std::vector<StackDraft>& drafts, const FrameList& unplaced)
{
  std::map<std::string, std::vector<StackDraft*>> drafts_of_contrast;
  for (auto& draft : drafts) drafts_of_contrast[contrast_key(*draft.frames.front())].push_back(&draft);
  StackDraft rest;
  for (const auto* frame : unplaced)
  {
    const auto& candidates = drafts_of_contrast[contrast_key(*frame)];
    (candidates.size() == 1 ? candidates.front()->unplaced : rest.unplaced).push_back(frame);
  }
  if (rest.unplaced.empty()) return;
  if (!drafts.empty()) rest.reasons.push_back("images without a usable position");
  for (auto& draft : drafts)
    draft.remarks.push_back({Severity::Warning, "geometry.unplaced-images",
                             std::to_string(rest.unplaced.size()) +
                                 " images of the series have no usable position (one may belong to this stack). "
                                 "Check the last slices."});
  drafts.push_back(std::move(rest));
}
}  // namespace

std::vector<StackDraft> split_series(const FrameList& frames)
{
  StackDraft whole;
  FrameList unplaced;
  for (const auto* frame : frames) (frame->placement.defects.empty() ? whole.frames : unplaced).push_back(frame);
  std::vector<StackDraft> drafts;
  if (!whole.frames.empty()) drafts = split_by(split_by({whole}, placing_rules()), contrast_rules());
  add_unplaced(drafts, unplaced);
  std::vector<StackDraft> stacks;
  for (auto& draft : drafts)
    for (auto& part : split_repeats(std::move(draft))) stacks.push_back(std::move(part));
  return stacks;
}
}  // namespace nadir::imaging
