#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "sample_data/phantom/case_plan.h"
#include "sample_data/phantom/slice_renderer.h"

namespace nadir::phantom
{
/// What the user may choose.
struct GeneratorOptions
{
  int matrix = 224;  ///< rows and columns, 64 to 1024
  std::uint64_t seed = 1;
  int threads = 0;  ///< 0 = as many as the machine has processors
};

/// A planned time point made concrete: the scene, how it is cut, and where each lesion lies in the patient.
struct Timepoint
{
  Scene scene;
  Acquisition stack;
  Acquisition diffusion_stack;  ///< same centre and slices, half the matrix
  PatientPoint coil_centre;
  std::vector<std::optional<Tumour>> lesions;  ///< patient LPS, in the order of the plan; empty = absent
};

Timepoint make_timepoint(const CasePlan& plan, std::size_t index, const GeneratorOptions& options);
}  // namespace nadir::phantom
