// A segmentation of 300 frames of 512 x 512: made and read back, median time against the limit of 1 s.
#include "bench/export/export_bench.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <vector>

#include "imaging/units/number_text.h"
#include "report/dicom_object/dicom_file_bytes.h"
#include "report/dicom_object/object_tags.h"
#include "report/dicom_object/read_object.h"
#include "report/dicom_seg/compare_segments.h"

namespace
{
using namespace nadir;

constexpr int side = 512;
constexpr int slices = 300;

std::shared_ptr<const imaging::DicomFile> image_file()
{
  report::DicomDataSet data;
  data.text(report::object_tags::sop_class, "UI", "1.2.840.10008.5.1.4.1.1.4");
  data.text(report::object_tags::sop_instance, "UI", "2.25.1");
  data.text(report::object_tags::study_instance, "UI", "2.25.2");
  data.text(report::object_tags::series_instance, "UI", "2.25.3");
  data.unsigned_short(report::object_tags::samples_per_pixel, 1);
  data.text(report::object_tags::photometric_interpretation, "CS", "MONOCHROME2");
  data.unsigned_short(report::object_tags::rows, 1);
  data.unsigned_short(report::object_tags::columns, 1);
  data.unsigned_short(report::object_tags::bits_allocated, 16);
  data.unsigned_short(report::object_tags::bits_stored, 16);
  data.unsigned_short(report::object_tags::high_bit, 15);
  data.unsigned_short(report::object_tags::pixel_representation, 0);
  data.bytes(report::object_tags::pixel_data, "OW", std::string(2, '\0'));
  return std::make_shared<const imaging::DicomFile>(*report::read_object(report::dicom_file_bytes(data)));
}

imaging::ImageStack stack_of()
{
  imaging::ImageStack stack;
  stack.geometry = *ImageGeometry::make({side, side, slices}, {0.5, 0.5, 1.0}, {-128, -128, -150}, {});
  stack.certificate.frame_of_reference = FrameOfReferenceUid{"2.25.4"};
  const auto file = image_file();
  for (int k = 0; k < slices; ++k)
    stack.slices.push_back(
        {SopInstanceUid{"2.25.5." + std::to_string(k)}, {}, 0, stack.geometry->voxel_to_patient(VoxelIndex{0, 0, k}), {}, file});
  return stack;
}

/// A rod through all slices: every frame has voxels.
segmentation::Mask mask_of(const ImageGeometry& geometry)
{
  constexpr int first = 156, size = 200;
  std::vector<std::uint8_t> voxels;
  for (int k = 0; k < slices; ++k)
    for (int j = 0; j < size; ++j)
      for (int i = 0; i < size; ++i) voxels.push_back((i - 100) * (i - 100) + (j - 100) * (j - 100) <= 100 * 100 ? 1 : 0);
  return segmentation::Mask::from_box(geometry, {{first, first, 0}, {size, size, slices}}, std::move(voxels));
}

double seconds(const std::chrono::steady_clock::time_point start)
{
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

double median(std::vector<double> values)
{
  std::ranges::sort(values);
  return values[values.size() / 2];
}
}  // namespace

bool nadir::bench::segmentation_is_quick()
{
  constexpr double limit = 1.0;
  const auto stack = stack_of();
  report::SegmentationObject object;
  object.stack = &stack;
  object.content_label = "LESIONS";
  object.identity = {"1.2.840.10008.5.1.4.1.1.66.4", "2.25.6", "2.25.7", "SEG", 1, "lesions", 1, {2024, 1, 31}, "nadir"};
  object.segments.push_back({"T01", {}, {}, {}, {}, {"SEMIAUTOMATIC", "bench"}, "T01", "2.25.8", {}, mask_of(*stack.geometry)});
  std::vector<double> writing, reading;
  bool is_equal = true;
  for (int run = 0; run < 5; ++run)
  {
    auto start = std::chrono::steady_clock::now();
    const auto bytes = report::segmentation_bytes(object);
    writing.push_back(seconds(start));
    start = std::chrono::steady_clock::now();
    is_equal = is_equal && report::segment_differences(object, bytes).empty();
    reading.push_back(seconds(start));
  }
  const double ratio = limit / median(writing);
  std::printf("segmentation of 300 frames, 512 x 512: %s s to make, %s s to read back; %sx under the limit of 1 s  %s\n",
              format_fixed(median(writing), 3).c_str(), format_fixed(median(reading), 3).c_str(), format_fixed(ratio, 1).c_str(),
              ratio >= 1.0 && is_equal ? "met" : "MISSED");
  return ratio >= 1.0 && is_equal;
}
