#pragma once

#include <optional>
#include <string>

#include "imaging/dicom/study.h"

namespace nadir::measure
{
enum class FatSuppression
{
  Unknown,
  Off,
  On,
};

enum class PhaseDirection
{
  Unknown,
  AlongRows,     ///< phase encoding runs along growing column index i (ROW)
  AlongColumns,  ///< along growing row index j (COL)
};

/// How a series was taken, as far as its files say. Lengths mm, times ms, frequencies Hz.
struct Acquisition
{
  std::string stack_id;
  imaging::SequenceType sequence = imaging::SequenceType::Other;
  std::optional<double> b_value;
  AnatomicalPlane plane = AnatomicalPlane::Axial;
  PatientVector normal{0, 0, 1};
  double pixel_row = 0.0;  ///< between rows
  double pixel_column = 0.0;
  double field_of_view_row = 0.0;  ///< length of the image along i
  double field_of_view_column = 0.0;
  std::optional<double> thickness;
  std::optional<double> spacing;  ///< from positions
  int slices = 0;
  std::optional<double> field_strength;  ///< tesla
  std::optional<double> echo_time;
  std::optional<double> repetition_time;
  std::optional<double> pixel_bandwidth;         ///< Hz a pixel
  std::optional<double> minutes_after_contrast;  ///< from the start of the bolus to the acquisition
  std::optional<bool> contrast_given;
  FatSuppression fat_suppression = FatSuppression::Unknown;
  PhaseDirection phase = PhaseDirection::Unknown;
  std::string manufacturer;
  std::string coil;
  std::string patient_position;  ///< "HFS", ...
};

/// What the files of a stack say of how they were taken: from its middle slice, wherever Enhanced objects keep it. What is absent or
/// malformed is unknown. The stack must have a geometry.
Acquisition read_acquisition(const imaging::ImageStack& stack);
}  // namespace nadir::measure
