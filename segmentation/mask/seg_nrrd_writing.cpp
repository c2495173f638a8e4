#include "segmentation/mask/seg_nrrd_writing.h"

#include "imaging/units/number_text.h"

namespace nadir::segmentation
{
namespace
{
std::string vector_text(PatientVector v)
{
  return "(" + format_number(v.left) + "," + format_number(v.posterior) + "," + format_number(v.superior) + ")";
}

std::string type_name(imaging::VoxelType type)
{
  switch (type)
  {
  case imaging::VoxelType::UInt8: return "unsigned char";
  case imaging::VoxelType::Int16: return "short";
  default: return "int";
  }
}

/// Line ends and backslashes of a value, as the format wants them.
std::string escaped(const std::string& text)
{
  std::string result;
  for (const char c : text)
  {
    if (c == '\\') result += "\\\\";
    else if (c == '\n' || c == '\r') result += "\\n";
    else result += c;
  }
  return result;
}

std::string extent_text(const Mask& mask)
{
  const auto& box = mask.box();
  if (mask.is_empty()) return "0 -1 0 -1 0 -1";
  const auto range = [](int first, int size) { return std::to_string(first) + " " + std::to_string(first + size - 1); };
  return range(box.first.i, box.size.i) + " " + range(box.first.j, box.size.j) + " " + range(box.first.k, box.size.k);
}

std::string segment_keys(std::span<const LabelledMask> masks, const LabelLayers& layers)
{
  std::string keys = "Segmentation_MasterRepresentation:=Binary labelmap\n";
  for (std::size_t m = 0; m < masks.size(); ++m)
  {
    const auto key = "Segment" + std::to_string(m) + "_";
    const auto label = std::to_string(masks[m].label);
    keys += key + "ID:=Segment_" + label + "\n";
    keys += key + "Name:=" + (masks[m].name.empty() ? "Segment_" + label : escaped(masks[m].name)) + "\n";
    keys += key + "LabelValue:=" + label + "\n" + key + "Layer:=" + std::to_string(layers.layer_of[m]) + "\n";
    keys += key + "Extent:=" + extent_text(masks[m].mask) + "\n";
  }
  return keys;
}
}  // namespace

std::string label_nrrd_header(std::span<const LabelledMask> masks, const LabelLayers& layers, SegmentKeys keys)
{
  const auto& geometry = masks.front().mask.geometry();
  const auto& size = geometry.size();
  const auto& spacing = geometry.spacing();
  const auto& axes = geometry.axes();
  const bool has_list = layers.count > 1;
  std::string header = "NRRD0004\ntype: " + type_name(label_type(masks)) + "\ndimension: " + (has_list ? "4" : "3") + "\n";
  header += "space: left-posterior-superior\nsizes: " + (has_list ? std::to_string(layers.count) + " " : std::string());
  header += std::to_string(size.i) + " " + std::to_string(size.j) + " " + std::to_string(size.k) + "\n";
  header += std::string("space directions: ") + (has_list ? "none " : "") + vector_text(spacing.i * axes.i) + " " +
            vector_text(spacing.j * axes.j) + " " + vector_text(spacing.k * axes.k) + "\n";
  header += std::string("kinds: ") + (has_list ? "list " : "") + "domain domain domain\nendian: little\nencoding: gzip\n";
  header += "space origin: " + vector_text(geometry.origin() - PatientPoint{}) + "\n";
  if (keys == SegmentKeys::Written) header += segment_keys(masks, layers);
  return header + "\n";
}
}  // namespace nadir::segmentation
