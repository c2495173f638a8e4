#pragma once

#include <memory>
#include <string>
#include <vector>

#include "imaging/dicom/study.h"
#include "imaging/volume/volume.h"
#include "report/dicom_object/object_modules.h"
#include "report/dicom_object/study_header.h"
#include "report/vocabulary/coded_concept.h"

namespace nadir::report
{
/// A map of one quantity on the voxels of an image stack (PS3.3 A.75), 32 bit floats.
struct ParametricMap
{
  StudyHeader header;
  ObjectIdentity identity;
  const imaging::ImageStack* stack = nullptr;       ///< gives positions and frame of reference; it has a geometry
  std::vector<const imaging::ImageStack*> sources;  ///< that it was computed from, slice by slice
  std::shared_ptr<const imaging::Volume> volume;    ///< on the voxels of `stack`
  std::string label;                                ///< CS: "ADC"
  CodedConcept quantity;
  CodedConcept unit;  ///< of the volume's values
  CodedConcept derivation;
  CodedConcept region;  ///< of the body
};

/// The map as a DICOM file. Values that are no numbers become 0.
std::string parametric_map_bytes(const ParametricMap& map);

/// In what the values, positions and unit of a file differ from the map that was written; empty = equal.
std::vector<std::string> map_differences(const ParametricMap& written, const std::string& bytes);
}  // namespace nadir::report
