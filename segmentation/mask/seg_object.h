#pragma once

#include <optional>
#include <string>
#include <vector>

#include "imaging/gate/dicom_file.h"
#include "imaging/geometry/patient_point.h"
#include "imaging/result/identities.h"
#include "imaging/result/result.h"
#include "segmentation/mask/mask_error.h"

namespace nadir::segmentation
{
enum class SegKind
{
  Binary,      ///< one bit a voxel, one segment a frame
  Fractional,  ///< probability or occupancy, one segment a frame
  LabelMap,    ///< segment numbers, all segments in one frame
};

struct SegSegment
{
  int number = 0;
  std::string name;
};

/// Orientation and measures of a frame (LPS, mm).
struct SegPlane
{
  PatientVector row{1, 0, 0};     ///< along growing column
  PatientVector column{0, 1, 0};  ///< along growing row
  double row_spacing = 0.0;       ///< between rows
  double column_spacing = 0.0;    ///< between columns
  std::optional<double> slice_thickness;
  std::optional<double> spacing_between_slices;
};

struct SegFrame
{
  int index = 0;          ///< place in the pixel data, from 0
  int segment = 0;        ///< 0 in a label map
  PatientPoint position;  ///< centre of the first voxel
  SopInstanceUid source;  ///< image the frame was drawn on; empty when the file names none
};

/// A segmentation as its attributes describe it; pixels not read.
struct SegObject
{
  SegKind kind = SegKind::Binary;
  double maximum_fraction = 1.0;
  std::optional<int> padding;  ///< label map: value of voxels that belong to no segment
  SegPlane plane;              ///< the same for all frames
  std::vector<SegSegment> segments;
  std::vector<SegFrame> frames;
  std::vector<std::string> warnings;
};

/// Understands a DICOM Segmentation or Label Map Segmentation (PS3.3 A.51, C.8.20).
/// Failures: Malformed, NoGeometry (positions missing, frames not parallel), Empty (no segment), GateError.
Result<SegObject> understand_seg(const imaging::DicomFile& file);
}  // namespace nadir::segmentation
