#pragma once

#include <string>
#include <string_view>

#include "imaging/units/number_text.h"
#include "tests/support/dicom_bytes.h"

/// Small valid objects for tests, and for spoiling.
namespace nadir::testing
{
/// One slice of a classic MR series. Lengths mm, frame LPS.
struct SliceSpec
{
  std::uint16_t rows = 4;
  std::uint16_t columns = 4;
  int number = 1;
  double z = 0.0;
  std::string series_uid = "2.25.100.1";
  std::string frame_of_reference_uid = "2.25.100.2";
  std::string orientation = "1\\0\\0\\0\\1\\0";
  std::string pixel_spacing = "0.75\\0.5";
};

/// Pixel values 7 n + number (little-endian), so that no two slices are alike.
inline Bytes pixels_of(const SliceSpec& spec)
{
  Bytes pixels;
  for (int n = 0; n < spec.rows * spec.columns; ++n)
    append_number(pixels, static_cast<std::uint16_t>((7 * n + spec.number) & 0x0fff), false);
  return pixels;
}

inline void add_pixel_module(DicomObject& object, std::uint16_t rows, std::uint16_t columns)
{
  object.us({0x0028, 0x0002}, {1}).text({0x0028, 0x0004}, "CS", "MONOCHROME2").us({0x0028, 0x0010}, {rows});
  object.us({0x0028, 0x0011}, {columns}).us({0x0028, 0x0100}, {16}).us({0x0028, 0x0101}, {12}).us({0x0028, 0x0102}, {11});
  object.us({0x0028, 0x0103}, {0});
}

inline void add_identity(DicomObject& object, const std::string& sop_class, const std::string& sop_instance)
{
  object.text({0x0008, 0x0005}, "CS", "ISO_IR 100").text({0x0008, 0x0016}, "UI", sop_class);
  object.text({0x0008, 0x0018}, "UI", sop_instance).text({0x0008, 0x0020}, "DA", "20240131").text({0x0008, 0x0030}, "TM", "101500");
  object.text({0x0010, 0x0010}, "PN", "Phantom^Thigh").text({0x0010, 0x0020}, "LO", "P1").text({0x0010, 0x0030}, "DA", "19600101");
  object.text({0x0010, 0x0040}, "CS", "F").text({0x0020, 0x000d}, "UI", "2.25.100.0").text({0x0020, 0x0010}, "SH", "1");
}

/// A classic MR slice without pixel data, tags ascending.
inline DicomObject slice_header(const SliceSpec& spec = {})
{
  DicomObject slice;
  add_identity(slice, sop_class::mr, spec.series_uid + "." + std::to_string(spec.number));
  slice.text({0x0008, 0x0008}, "CS", "ORIGINAL\\PRIMARY\\M").text({0x0008, 0x0060}, "CS", "MR").text({0x0008, 0x103e}, "LO", "T1 axial");
  slice.text({0x0018, 0x0050}, "DS", "3").text({0x0018, 0x0080}, "DS", "500").text({0x0018, 0x0081}, "DS", "10");
  slice.text({0x0018, 0x0088}, "DS", "3").text({0x0018, 0x5100}, "CS", "HFS");
  slice.text({0x0020, 0x000e}, "UI", spec.series_uid).text({0x0020, 0x0011}, "IS", "3");
  slice.text({0x0020, 0x0013}, "IS", std::to_string(spec.number));
  slice.text({0x0020, 0x0032}, "DS", "-10\\-20\\" + format_number(spec.z)).text({0x0020, 0x0037}, "DS", spec.orientation);
  slice.text({0x0020, 0x0052}, "UI", spec.frame_of_reference_uid).text({0x0028, 0x0030}, "DS", spec.pixel_spacing);
  add_pixel_module(slice, spec.rows, spec.columns);
  return slice.sorted();
}

/// A classic MR slice with native pixel data, 16 bits allocated, 12 stored.
inline DicomObject classic_slice(const SliceSpec& spec = {}) { return slice_header(spec).raw({0x7fe0, 0x0010}, "OW", pixels_of(spec)); }

/// A classic MR slice with encapsulated pixel data of any content.
inline DicomObject compressed_slice(std::vector<Bytes> fragments, Bytes offset_table = {})
{
  return slice_header().encapsulated(std::move(fragments), std::move(offset_table));
}

/// Functional groups of one frame at height z (mm).
inline DicomObject frame_groups(double z)
{
  DicomObject position, content, frame;
  position.text({0x0020, 0x0032}, "DS", "-10\\-20\\" + format_number(z));
  content.ul({0x0020, 0x9157}, {1, 1});
  return frame.sequence({0x0020, 0x9111}, {content}).sequence({0x0020, 0x9113}, {position});
}

inline DicomObject shared_groups()
{
  DicomObject measures, orientation, shared;
  measures.text({0x0018, 0x0050}, "DS", "3").text({0x0028, 0x0030}, "DS", "0.75\\0.5");
  orientation.text({0x0020, 0x0037}, "DS", "1\\0\\0\\0\\1\\0");
  return shared.sequence({0x0020, 0x9116}, {orientation}).sequence({0x0028, 0x9110}, {measures});
}

/// An Enhanced MR object, 4 x 4, 3 mm apart.
inline DicomObject enhanced_object(int frames, LengthForm form = LengthForm::Undefined)
{
  DicomObject object;
  add_identity(object, sop_class::enhanced_mr, "2.25.100.9");
  object.text({0x0008, 0x0060}, "CS", "MR").text({0x0020, 0x000e}, "UI", "2.25.100.8").text({0x0020, 0x0052}, "UI", "2.25.100.2");
  object.text({0x0020, 0x0011}, "IS", "4").text({0x0020, 0x0013}, "IS", "1");
  object.text({0x0028, 0x0008}, "IS", std::to_string(frames));
  add_pixel_module(object, 4, 4);
  std::vector<DicomObject> groups;
  Bytes pixels;
  for (int k = 0; k < frames; ++k) groups.push_back(frame_groups(3.0 * k)), append(pixels, pixels_of({.number = k + 1}));
  object.sequence({0x5200, 0x9229}, {shared_groups()}, form).sequence({0x5200, 0x9230}, std::move(groups), form);
  return object.sorted().raw({0x7fe0, 0x0010}, "OW", std::move(pixels));
}

/// A binary segmentation: packed bits, rows x columns x frames (PS3.5 8.1.1).
inline DicomObject segmentation_object(std::uint16_t rows, std::uint16_t columns, int frames)
{
  DicomObject object;
  add_identity(object, sop_class::segmentation, "2.25.100.10");
  object.text({0x0008, 0x0060}, "CS", "SEG").text({0x0028, 0x0008}, "IS", std::to_string(frames));
  add_pixel_module(object, rows, columns);
  object.remove({0x0028, 0x0100}).remove({0x0028, 0x0101}).remove({0x0028, 0x0102});
  object.us({0x0028, 0x0100}, {1}).us({0x0028, 0x0101}, {1}).us({0x0028, 0x0102}, {0}).text({0x0062, 0x0001}, "CS", "BINARY");
  DicomObject segment;
  segment.us({0x0062, 0x0004}, {1}).text({0x0062, 0x0005}, "LO", "tumour").text({0x0062, 0x0008}, "CS", "MANUAL");
  object.sequence({0x0062, 0x0002}, {segment});
  const std::size_t bits = std::size_t{rows} * columns * static_cast<std::size_t>(frames);
  Bytes pixels((bits + 7) / 8, std::byte{0x5a});
  if (pixels.size() % 2 != 0) pixels.push_back(std::byte{0});
  return object.sorted().raw({0x7fe0, 0x0010}, "OB", std::move(pixels));
}

/// A structure set with one closed planar contour.
inline DicomObject structure_set()
{
  DicomObject object, contour, roi, roi_contour;
  add_identity(object, sop_class::rt_structure_set, "2.25.100.11");
  object.text({0x0008, 0x0060}, "CS", "RTSTRUCT");
  roi.text({0x3006, 0x0022}, "IS", "1").text({0x3006, 0x0024}, "UI", "2.25.100.2").text({0x3006, 0x0026}, "LO", "tumour");
  contour.text({0x3006, 0x0042}, "CS", "CLOSED_PLANAR").text({0x3006, 0x0046}, "IS", "3");
  contour.text({0x3006, 0x0050}, "DS", "0\\0\\0\\1\\0\\0\\0\\1\\0");
  roi_contour.sequence({0x3006, 0x0040}, {contour}).text({0x3006, 0x0084}, "IS", "1");
  return object.sequence({0x3006, 0x0020}, {roi}).sequence({0x3006, 0x0039}, {roi_contour});
}
}  // namespace nadir::testing
