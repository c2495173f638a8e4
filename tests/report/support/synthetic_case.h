#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "measure/assessment/assessed_case.h"
#include "report/export/export_job.h"
#include "tests/support/temporary_folder.h"

namespace nadir::test
{
/// A stack of MR images that is written for a test, and the ellipsoids in it. Lengths mm, LPS.
struct SyntheticStack
{
  int rows = 24;
  int columns = 20;
  int slices = 6;
  VoxelSpacing spacing{0.8, 1.1, 5.0};  ///< i: between columns, j: between rows, k: between slices
  double thickness = 4.0;               ///< thinner than the step: a gap
  PatientPoint origin{-10.0, 20.0, 30.0};
  PatientVector row{1, 0, 0};     ///< along growing column
  PatientVector column{0, 1, 0};  ///< along growing row
  double rounding = 0.0;          ///< positions are written as multiples of it, mm; 0 = as they are
};

struct SyntheticLesion
{
  std::string id = "T01";
  measure::LesionRole role = measure::LesionRole::Target;
  std::string organ = "soft tissue, left thigh";
  bool nodal = false;
  /// One prompt a time point: "ellipsoid" (a mask), "caliper" (on a slice), or the word of a state ("ABSENT", "NOT_DONE", ...).
  std::vector<std::string> seen{"ellipsoid", "ellipsoid"};
  double size = 5.0;  ///< semi-axis in the plane, mm
};

struct SyntheticCase
{
  SyntheticStack stack;
  std::vector<SyntheticLesion> lesions{SyntheticLesion{}};
  int timepoints = 2;
  std::string patient_name = "Doe^Jane";
  std::string patient_id = "ID-4711";
  std::string character_set = "ISO_IR 192";
  std::vector<std::string> labels{"baseline", "week 8", "week 16"};
};

/// A variant that follows from a number: sizes of every residue, oblique and gapped stacks, names in several scripts, nodes, new lesions,
/// lesions that are gone or were not assessed.
SyntheticCase synthetic_case(std::uint32_t seed);

/// Writes the images and masks of a case into a folder and measures it. Fails the test that calls it when that does not work.
report::ExportJob measured(const SyntheticCase& wanted, const testing::TemporaryFolder& folder);
}  // namespace nadir::test
