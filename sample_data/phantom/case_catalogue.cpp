#include "sample_data/phantom/case_catalogue.h"

namespace nadir::phantom
{
namespace
{
constexpr auto mask = PromptKind::NiftiMask;
constexpr auto caliper = PromptKind::Caliper;

TimepointPlan baseline()
{
  return {.label = "baseline", .folder = "baseline", .date = "20240115", .lying = {0, 0, 2}, .stack_offset = 1.3};
}

TimepointPlan follow_up()
{
  return {.label = "follow-up",
          .folder = "follow_up",
          .date = "20240422",
          .lying = {0, 0, -11},
          .shift = {6.5, -4.0, 12.0},
          .stack_offset = -2.1};
}

std::vector<PulseSequence> every_sequence() { return {t1_sequence(), t2_fat_saturated_sequence(), t1_post_contrast_sequence()}; }
std::vector<PulseSequence> short_protocol() { return {t2_fat_saturated_sequence(), t1_post_contrast_sequence()}; }

CasePlan complete_response()
{
  return {.name = "complete-response",
          .description = "One target lesion in the adductors; gone at follow-up.",
          .sequences = every_sequence(),
          .timepoints = {baseline(), follow_up()},
          .lesions = {{.id = "T01",
                       .centre = {30, 22, 0},
                       .orientation = {0, 0, 35},
                       .prompts = {mask, mask},
                       .sizes = {LesionSize{{20, 16, 25}, 0.05, 0.10}, std::nullopt}}}};
}

CasePlan partial_response()
{
  return {.name = "partial-response",
          .description = "One target lesion in the posterior compartment shrinks by 34 % and becomes partly necrotic. All sequences.",
          .sequences = every_sequence(),
          .diffusion = DiffusionPlan::B0AndB800,
          .timepoints = {baseline(), follow_up()},
          .lesions = {{.id = "T01",
                       .centre = {4, 42, 0},
                       .orientation = {0, 0, 15},
                       .prompts = {mask, mask},
                       .sizes = {LesionSize{{32, 25, 38}, 0.05, 0.12}, LesionSize{{21, 17, 27}, 0.05, 0.45}}}}};
}

CasePlan partial_response_at_the_limit()
{
  auto first = baseline(), second = follow_up();
  first.stack_offset = second.stack_offset = 0.0;
  return {.name = "partial-response-at-limit",
          .description = "Calipers of 60.0 mm and 42.0 mm: a fall of exactly 30 %, which is a partial response.",
          .sequences = short_protocol(),
          .timepoints = {first, second},
          .lesions = {{.id = "T01",
                       .centre = {2, 42, 0},
                       .orientation = {0, 0, 8},
                       .prompts = {caliper, caliper},
                       .sizes = {LesionSize{{30, 22, 34}, 0.0, 0.10}, LesionSize{{21, 15, 26}, 0.0, 0.20}}}}};
}

CasePlan stable_disease()
{
  auto second = follow_up();
  second.lying = {5, -4, -9};
  return {.name = "stable-disease",
          .description = "Two target lesions that hardly change; the limb is also bent differently at follow-up.",
          .sequences = short_protocol(),
          .timepoints = {baseline(), second},
          .lesions = {{.id = "T01",
                       .centre = {8, 40, 0},
                       .orientation = {12, 20, -20},
                       .prompts = {mask, mask},
                       .sizes = {LesionSize{{27, 21, 33}, 0.0, 0.15}, LesionSize{{25.5, 20, 31}, 0.0, 0.22}}},
                      {.id = "T02",
                       .centre = {-44, -16, 14},
                       .orientation = {0, 10, 70},
                       .prompts = {mask, mask},
                       .sizes = {LesionSize{{13, 10, 15}, 0.0, 0.0}, LesionSize{{12.5, 10, 14}, 0.0, 0.0}}}}};
}

CasePlan progression_by_size()
{
  return {.name = "progression-by-size",
          .description = "One target lesion grows by a third. Masks as DICOM SEG (baseline) and RTSTRUCT (follow-up).",
          .sequences = short_protocol(),
          .t2_objects = MrObjects::EnhancedMultiFrame,
          .timepoints = {baseline(), follow_up()},
          .lesions = {{.id = "T01",
                       .centre = {-43, -26, 0},
                       .orientation = {0, 0, 70},
                       .prompts = {PromptKind::DicomSegmentation, PromptKind::StructureSet},
                       .sizes = {LesionSize{{24, 17, 27}, 0.05, 0.08}, LesionSize{{32, 22, 38}, 0.05, 0.25}}}}};
}

CasePlan progression_by_new_lesion()
{
  return {.name = "progression-by-new-lesion",
          .description = "The target lesion is stable, a second nodule has appeared in the vastus lateralis.",
          .sequences = short_protocol(),
          .timepoints = {baseline(), follow_up()},
          .lesions = {{.id = "T01",
                       .centre = {20, 38, 0},
                       .orientation = {0, 0, 20},
                       .prompts = {mask, mask},
                       .sizes = {LesionSize{{23, 18, 26}, 0.05, 0.10}, LesionSize{{22, 17.5, 25}, 0.05, 0.30}}},
                      {.id = "N01",
                       .role = PlannedRole::New,
                       .centre = {-44, -12, 22},
                       .orientation = {0, 0, 80},
                       .prompts = {mask, mask},
                       .sizes = {std::nullopt, LesionSize{{11, 8.5, 12}, 0.0, 0.0}}}}};
}

CasePlan stable_with_liquefaction()
{
  return {.name = "stable-liquefaction",
          .description =
              "Longest in-plane diameter unchanged, but the lesion thickens and grows along the limb: volume doubles, core liquefies.",
          .sequences = every_sequence(),
          .diffusion = DiffusionPlan::B0AndB800,
          .timepoints = {baseline(), follow_up()},
          .lesions = {{.id = "T01",
                       .centre = {14, 46, 0},
                       .orientation = {0, 0, -25},
                       .prompts = {mask, mask},
                       .sizes = {LesionSize{{38, 22, 32}, 0.05, 0.15}, LesionSize{{39, 32, 46}, 0.05, 0.85}}}}};
}

CasePlan nodal_with_calipers()
{
  return {
      .name = "nodal-calipers",
      .description =
          "Target lesion by mask, a nodal target and a non-target nodule by calipers; the node becomes normal, the non-target persists.",
      .sequences = short_protocol(),
      .timepoints = {baseline(), follow_up()},
      .lesions = {{.id = "T01",
                   .centre = {2, 42, 0},
                   .orientation = {0, 0, 10},
                   .prompts = {mask, mask},
                   .sizes = {LesionSize{{27, 20, 29}, 0.05, 0.10}, LesionSize{{16, 12.5, 20}, 0.05, 0.30}}},
                  {.id = "L01",
                   .organ = "lymph node",
                   .solid = Tissue::LymphNode,
                   .centre = {33, -8, 30},
                   .orientation = {0, 0, 60},
                   .prompts = {caliper, caliper},
                   .sizes = {LesionSize{{13, 9.2, 15}, 0.0, 0.0}, LesionSize{{7.5, 3.9, 9}, 0.0, 0.0}}},
                  {.id = "NT01",
                   .role = PlannedRole::NonTarget,
                   .centre = {-42, -20, -16},
                   .orientation = {0, 0, 75},
                   .prompts = {caliper, caliper},
                   .sizes = {LesionSize{{7, 6, 8}, 0.0, 0.0}, LesionSize{{6.5, 5.5, 8}, 0.0, 0.0}}}}};
}

CasePlan progression_from_nadir()
{
  auto second = follow_up();
  second.label = "follow-up 1";
  second.folder = "follow_up_1";
  TimepointPlan third{
      .label = "follow-up 2", .folder = "follow_up_2", .date = "20240729", .lying = {0, 0, 7}, .shift = {-5, 3, -8}, .stack_offset = 0.4};
  return {.name = "progression-from-nadir",
          .description = "Partial response first, then growth from the smallest sum while still below baseline: progressive disease.",
          .sequences = short_protocol(),
          .timepoints = {baseline(), second, third},
          .lesions = {{.id = "T01",
                       .centre = {4, 42, 0},
                       .orientation = {0, 0, 12},
                       .prompts = {mask, mask, mask},
                       .sizes = {LesionSize{{36, 24, 40}, 0.05, 0.12}, LesionSize{{20, 15, 25}, 0.05, 0.40},
                                 LesionSize{{26, 19, 30}, 0.05, 0.20}}}}};
}

CasePlan coronal_oblique()
{
  auto second = follow_up();
  second.lying = {-4, 3, -6};
  return {.name = "coronal-oblique",
          .description = "Oblique coronal stacks; the lesion is longest along the limb. Stable disease.",
          .stack = {.plane = StackPlane::Coronal, .tilt = {11, 0, 7}},
          .sequences = every_sequence(),
          .timepoints = {baseline(), second},
          .lesions = {{.id = "T01",
                       .centre = {32, 20, 0},
                       .orientation = {4, 9, 30},
                       .prompts = {mask, mask},
                       .sizes = {LesionSize{{21, 17, 41}, 0.0, 0.10}, LesionSize{{19, 16, 36}, 0.0, 0.18}}}}};
}
}  // namespace

const std::vector<CasePlan>& case_catalogue()
{
  static const std::vector<CasePlan> cases{complete_response(),        partial_response(),    partial_response_at_the_limit(),
                                           stable_disease(),           progression_by_size(), progression_by_new_lesion(),
                                           stable_with_liquefaction(), nodal_with_calipers(), progression_from_nadir(),
                                           coronal_oblique()};
  return cases;
}
}  // namespace nadir::phantom
