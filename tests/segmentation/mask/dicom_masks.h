#pragma once

#include <string>
#include <vector>

#include "imaging/units/number_text.h"
#include "tests/support/dicom_samples.h"

/// DICOM masks for tests, whole and ready to be spoiled.
namespace nadir::testing
{
inline std::string text_of(const Bytes& bytes) { return {reinterpret_cast<const char*>(bytes.data()), bytes.size()}; }

/// One frame of a segmentation: where it lies, which segment, and its voxels (0 or 1; label map and fractional: the value).
struct SegFrameSpec
{
  double z = 0.0;
  int segment = 1;
  std::vector<int> voxels;
  std::string source;
};

/// A segmentation; columns x rows voxels of 0.5 x 0.75 mm (column spacing x row spacing), axial.
struct SegSpec
{
  std::string type = "BINARY";
  std::uint16_t rows = 3;
  std::uint16_t columns = 5;
  std::vector<std::pair<int, std::string>> segments{{1, "tumour"}};
  std::vector<SegFrameSpec> frames;
  std::string spacing_between_slices = "3";
  std::string slice_thickness = "3";
  std::string orientation = "1\\0\\0\\0\\1\\0";
  std::string position = "-10\\-20\\";  ///< x and y of every frame
  std::uint16_t bits = 8;
};

inline Bytes packed_bits(const SegSpec& spec)
{
  Bytes bytes;
  std::size_t bit = 0;
  for (const auto& frame : spec.frames)
    for (const int voxel : frame.voxels)
    {
      if (bit % 8 == 0) bytes.push_back(std::byte{0});
      if (voxel != 0) bytes.back() |= static_cast<std::byte>(1u << (bit % 8));
      ++bit;
    }
  return bytes;
}

inline Bytes whole_samples(const SegSpec& spec)
{
  Bytes bytes;
  for (const auto& frame : spec.frames)
    for (const int voxel : frame.voxels)
      if (spec.bits == 8) append_number(bytes, static_cast<std::uint8_t>(voxel), false);
      else append_number(bytes, static_cast<std::uint16_t>(voxel), false);
  return bytes;
}

inline DicomObject seg_frame_groups(const SegSpec& spec, const SegFrameSpec& frame)
{
  DicomObject groups, position, identification;
  if (!frame.source.empty())
  {
    DicomObject source, derivation;
    source.text({0x0008, 0x1155}, "UI", frame.source);
    derivation.sequence({0x0008, 0x2112}, {source});
    groups.sequence({0x0008, 0x9124}, {derivation});
  }
  position.text({0x0020, 0x0032}, "DS", spec.position + format_number(frame.z));
  groups.sequence({0x0020, 0x9113}, {position});
  identification.us({0x0062, 0x000b}, {static_cast<std::uint16_t>(frame.segment)});
  if (spec.type != "LABELMAP") groups.sequence({0x0062, 0x000a}, {identification});
  return groups;
}

inline DicomObject seg_shared_groups(const SegSpec& spec)
{
  DicomObject shared, measures, orientation;
  if (!spec.slice_thickness.empty()) measures.text({0x0018, 0x0050}, "DS", spec.slice_thickness);
  if (!spec.spacing_between_slices.empty()) measures.text({0x0018, 0x0088}, "DS", spec.spacing_between_slices);
  measures.text({0x0028, 0x0030}, "DS", "0.75\\0.5");
  orientation.text({0x0020, 0x0037}, "DS", spec.orientation);
  return shared.sequence({0x0020, 0x9116}, {orientation}).sequence({0x0028, 0x9110}, {measures});
}

inline DicomObject seg_object(const SegSpec& spec)
{
  const bool is_binary = spec.type == "BINARY";
  const std::uint16_t bits = is_binary ? 1 : spec.bits;
  DicomObject object, series;
  add_identity(object, spec.type == "LABELMAP" ? "1.2.840.10008.5.1.4.1.1.66.7" : sop_class::segmentation, "2.25.100.10");
  series.text({0x0020, 0x000e}, "UI", "2.25.100.1");
  object.sequence({0x0008, 0x1115}, {series}).text({0x0008, 0x0060}, "CS", "SEG").text({0x0020, 0x0052}, "UI", "2.25.100.2");
  object.text({0x0028, 0x0008}, "IS", std::to_string(spec.frames.size()));
  add_pixel_module(object, spec.rows, spec.columns);
  object.remove({0x0028, 0x0100}).remove({0x0028, 0x0101}).remove({0x0028, 0x0102});
  object.us({0x0028, 0x0100}, {bits}).us({0x0028, 0x0101}, {bits}).us({0x0028, 0x0102}, {static_cast<std::uint16_t>(bits - 1)});
  std::vector<DicomObject> segments, frames;
  for (const auto& [number, name] : spec.segments)
    segments.push_back(DicomObject{}.us({0x0062, 0x0004}, {static_cast<std::uint16_t>(number)}).text({0x0062, 0x0005}, "LO", name));
  for (const auto& frame : spec.frames) frames.push_back(seg_frame_groups(spec, frame));
  object.text({0x0062, 0x0001}, "CS", spec.type).sequence({0x0062, 0x0002}, segments);
  if (spec.type == "FRACTIONAL") object.us({0x0062, 0x000e}, {200}).text({0x0062, 0x0010}, "CS", "PROBABILITY");
  object.sequence({0x5200, 0x9229}, {seg_shared_groups(spec)}).sequence({0x5200, 0x9230}, frames);
  auto pixels = is_binary ? packed_bits(spec) : whole_samples(spec);
  if (pixels.size() % 2 != 0) pixels.push_back(std::byte{0});
  return object.sorted().raw({0x7fe0, 0x0010}, bits == 16 ? "OW" : "OB", std::move(pixels));
}

inline std::string seg_file(const SegSpec& spec, const std::string& transfer_syntax = syntax::explicit_little)
{
  return text_of(dicom_file(seg_object(spec), transfer_syntax));
}

/// One contour of a structure set.
struct ContourSpec
{
  std::string points = "0\\0\\0\\10\\0\\0\\10\\5\\0\\0\\5\\0";
  std::string count = "4";
  std::string type = "CLOSED_PLANAR";
  std::string image;
};

inline DicomObject contour_item(const ContourSpec& spec)
{
  DicomObject item, image;
  if (!spec.image.empty()) item.sequence({0x3006, 0x0016}, {image.text({0x0008, 0x1155}, "UI", spec.image)});
  item.text({0x3006, 0x0042}, "CS", spec.type);
  if (!spec.count.empty()) item.text({0x3006, 0x0046}, "IS", spec.count);
  return item.text({0x3006, 0x0050}, "DS", spec.points);
}

struct RoiSpec
{
  std::string number = "1";
  std::string name = "GTV";
  std::vector<ContourSpec> contours;
};

inline DicomObject structure_set_object(const std::vector<RoiSpec>& specs)
{
  DicomObject object, frame, study, series;
  add_identity(object, sop_class::rt_structure_set, "2.25.100.11");
  object.text({0x0008, 0x0060}, "CS", "RTSTRUCT");
  series.text({0x0020, 0x000e}, "UI", "2.25.100.1");
  study.sequence({0x3006, 0x0014}, {series});
  frame.text({0x0020, 0x0052}, "UI", "2.25.100.2").sequence({0x3006, 0x0012}, {study});
  object.sequence({0x3006, 0x0010}, {frame});
  std::vector<DicomObject> rois, items;
  for (const auto& spec : specs)
  {
    rois.push_back(DicomObject{}
                       .text({0x3006, 0x0022}, "IS", spec.number)
                       .text({0x3006, 0x0024}, "UI", "2.25.100.2")
                       .text({0x3006, 0x0026}, "LO", spec.name));
    std::vector<DicomObject> contours;
    for (const auto& contour : spec.contours) contours.push_back(contour_item(contour));
    items.push_back(DicomObject{}.sequence({0x3006, 0x0040}, contours).text({0x3006, 0x0084}, "IS", spec.number));
  }
  return object.sequence({0x3006, 0x0020}, rois).sequence({0x3006, 0x0039}, items);
}

inline std::string structure_set_file(const std::vector<RoiSpec>& specs) { return text_of(dicom_file(structure_set_object(specs))); }
}  // namespace nadir::testing
