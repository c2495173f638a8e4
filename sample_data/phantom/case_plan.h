#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sample_data/phantom/mr_series.h"
#include "sample_data/phantom/pulse_sequence.h"
#include "sample_data/phantom/scene.h"

namespace nadir::phantom
{
/// Size of a lesion at one time point: semi-axes in its own frame (mm), lobes, and the liquefied part of its volume (0 to 1).
struct LesionSize
{
  SemiAxes semi_axes{};
  double lobulation = 0.0;
  double necrotic_fraction = 0.0;
};

/// How the case points at the lesion.
enum class PromptKind
{
  NiftiMask,
  DicomSegmentation,
  StructureSet,
  Caliper,  ///< end points of the longest diameter and of the short axis, patient mm
};

enum class PlannedRole
{
  Target,
  NonTarget,
  New,
};

/// One lesion over time. `sizes` holds one entry a time point; an empty entry is an absent lesion.
struct LesionPlan
{
  std::string id{};
  PlannedRole role = PlannedRole::Target;
  std::string organ = "soft tissue";
  Tissue solid = Tissue::ViableTumour;
  PatientPoint centre{};              ///< anatomy frame
  Turn orientation{};                 ///< of its own axes in the anatomy frame
  std::vector<PromptKind> prompts{};  ///< one entry a time point
  std::vector<std::optional<LesionSize>> sizes{};

  bool is_nodal() const { return solid == Tissue::LymphNode; }
};

struct TimepointPlan
{
  std::string label{};
  std::string folder{};
  std::string date{};         ///< DICOM DA
  Turn lying{};               ///< how the limb is turned on that day
  PatientVector shift{};      ///< and moved, mm
  double stack_offset = 0.0;  ///< of the middle slice from the first lesion's centre, along the normal, mm
};

enum class StackPlane
{
  Axial,
  Coronal,
};

/// How the stack lies and how it is cut; the field of view is square.
struct StackPlan
{
  StackPlane plane = StackPlane::Axial;
  Turn tilt{};
  int slices = 26;
  double slice_thickness = 5.0;
  double slice_spacing = 6.0;
  double field_of_view = 214.0;
};

enum class DiffusionPlan
{
  None,
  B0AndB800
};

/// A patient of the catalogue: what is scanned when, and what is wrong with the thigh.
struct CasePlan
{
  std::string name{};
  std::string description{};
  StackPlan stack{};
  std::vector<PulseSequence> sequences{};  ///< on the grid of the stack
  DiffusionPlan diffusion = DiffusionPlan::None;
  MrObjects t2_objects = MrObjects::Classic;
  std::vector<TimepointPlan> timepoints{};
  std::vector<LesionPlan> lesions{};
};
}  // namespace nadir::phantom
