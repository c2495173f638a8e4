#pragma once

#include <optional>
#include <string>

#include "imaging/dicom/image_frame.h"

namespace nadir::imaging
{
/// Attributes that tell the contrast of a frame, from wherever the object keeps them. Times ms.
struct SequenceEvidence
{
  std::string modality;
  std::string image_type;         ///< upper case, with backslashes
  std::string description;        ///< series description and protocol name
  std::string scanning_sequence;  ///< "SE\IR"; for Enhanced objects put together from its own attributes
  std::string sequence_variant;
  std::string sequence_name;  ///< upper case
  std::string scan_options;
  std::string acquisition_contrast;  ///< Enhanced only: "T1", "T2", "PROTON_DENSITY", "DIFFUSION" ...
  std::string contrast_agent;        ///< "" when none is said
  std::string manufacturer;
  std::string unit;             ///< as found by pixel_unit.h
  bool fat_suppressed = false;  ///< by Scan Options or Spectrally Selected Suppression
  std::optional<double> echo_time;
  std::optional<double> repetition_time;
  std::optional<double> inversion_time;
  std::optional<double> flip_angle;
  std::optional<double> b_value;
  bool has_diffusion_siblings = false;  ///< another image of the series has a b-value above zero
};

SequenceEvidence gather_evidence(const ImageFrame& frame);
}  // namespace nadir::imaging
