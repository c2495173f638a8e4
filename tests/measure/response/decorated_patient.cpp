#include "tests/measure/response/decorated_patient.h"

#include <algorithm>
#include <array>
#include <random>

#include "tests/measure/response/random_patient.h"

namespace nadir::measure::test
{
namespace
{
class Decorator
{
public:
  explicit Decorator(unsigned long seed) : random_(seed + 1), patient_(RandomPatient(seed).make()) {}

  PatientReadings make()
  {
    auto lesions = patient_.lesions();
    auto timepoints = patient_.timepoints();
    for (auto& lesion : lesions) describe(lesion);
    merge_some(lesions, timepoints);
    for (auto& timepoint : timepoints)
    {
      if (one_in(4)) timepoint.markers = one_in(2) ? Markers::Elevated : Markers::Normal;
      for (std::size_t i = 0; i < lesions.size(); ++i) describe(timepoint.lesions[i], lesions[i].lesion);
    }
    const auto made = PatientReadings::make(lesions, timepoints);
    return made ? *made : patient_;
  }

private:
  int below(int n) { return std::uniform_int_distribution<>(0, n - 1)(random_); }
  bool one_in(int n) { return below(n) == 0; }
  Millimeters millimeters(int most) { return Millimeters{0.1 * below(10 * most)}; }

  void describe(ReadLesion& lesion)
  {
    constexpr std::array organs = {"left lung", "Lungs, right", "liver", "soft tissue (thigh)", "", "bone"};
    constexpr std::array natures = {
        LesionNature::Solid,       LesionNature::SimpleCyst, LesionNature::CysticMetastasis, LesionNature::LyticBoneWithSoftTissue,
        LesionNature::BlasticBone, LesionNature::Diffuse};
    constexpr std::array treatments = {PriorTreatment::NotAsked, PriorTreatment::No, PriorTreatment::Yes,
                                       PriorTreatment::YesAndProgressedSince};
    lesion.lesion.organ = organs[static_cast<std::size_t>(below(6))];
    if (one_in(3)) lesion.nature = natures[static_cast<std::size_t>(below(6))];
    lesion.prior_treatment = treatments[static_cast<std::size_t>(below(4))];
    if (lesion.lesion.role == LesionRole::New) lesion.lesion.nodal = one_in(2);
  }

  /// The second target goes into the first, now and then.
  void merge_some(const std::vector<ReadLesion>& lesions, std::vector<TimepointReading>& timepoints)
  {
    const auto& targets = patient_.of_role(LesionRole::Target);
    if (targets.size() < 2 || lesions[targets[0]].lesion.nodal || lesions[targets[1]].lesion.nodal) return;
    for (std::size_t t = 1; t < timepoints.size(); ++t)
    {
      auto& into = timepoints[t].lesions[targets[0]];
      if (!one_in(5) || into.state != LesionState::Measured) continue;
      auto& reading = timepoints[t].lesions[targets[1]];
      reading = LesionReading{};
      reading.state = LesionState::MergedInto;
      reading.merged_into = lesions[targets[0]].lesion.id;
    }
  }

  void describe(LesionReading& reading, const Lesion& lesion)
  {
    constexpr std::array modalities = {Modality::NotStated, Modality::Mri,        Modality::Ct,   Modality::ChestXray,
                                       Modality::Clinical,  Modality::Ultrasound, Modality::Other};
    constexpr std::array reasons = {"", "motion", "resected", "irradiated on study"};
    if (!one_in(4)) reading.modality = modalities[static_cast<std::size_t>(below(one_in(2) ? 2 : 7))];
    if (one_in(2)) reading.slice_thickness = millimeters(9);
    if (one_in(2)) reading.slice_spacing = millimeters(9);
    if (one_in(3)) reading.reason = reasons[static_cast<std::size_t>(below(4))];
    if (lesion.role != LesionRole::Target && one_in(5)) reading.further_increase = FurtherIncrease::Yes;
    if (lesion.role == LesionRole::New && reading.state == LesionState::Unequivocal) give_length(reading, lesion);
    if (lesion.role == LesionRole::NonTarget && reading.state == LesionState::Present && one_in(2)) give_length(reading, lesion);
    if (reading.state == LesionState::Measured || reading.state == LesionState::Split) give_sizes(reading);
  }

  void give_length(LesionReading& reading, const Lesion& lesion)
  {
    if (one_in(5)) return;
    (lesion.nodal ? reading.short_axis : reading.longest_diameter) = millimeters(30);
  }

  void give_sizes(LesionReading& reading)
  {
    const double scale = 0.6 + 0.1 * below(12);
    if (!one_in(6)) reading.volume = Milliliters{50.0 * scale * (1 + below(2))};
    if (!one_in(6)) reading.viable_volume = Milliliters{4.0 * below(12)};
    if (!one_in(6)) reading.enhancement = 0.1 * below(20);
    const auto longest = reading.longest_diameter;
    if (!longest) return;
    if (!one_in(4)) reading.viable_diameter = scale * *longest;
    if (!one_in(4)) reading.longest_in_any_plane = std::max(1.0, scale) * *longest;
    if (!one_in(4)) reading.short_axis = 0.5 * *longest;
  }

  std::mt19937_64 random_;
  PatientReadings patient_;
};
}  // namespace

PatientReadings decorated_patient(unsigned long seed) { return Decorator(seed).make(); }
}  // namespace nadir::measure::test
