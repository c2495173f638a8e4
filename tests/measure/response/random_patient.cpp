#include "tests/measure/response/random_patient.h"

#include <array>
#include <chrono>

#include "tests/measure/response/patient_builder.h"

namespace nadir::measure::test
{
void RandomPatient::choose_lesions()
{
  const auto name = [this] { return std::string(1, 'L').append(std::to_string(lesions_.size())); };
  for (int i = below(4); i > 0; --i) lesions_.push_back(one_in(3) ? node(name()) : target(name()));
  for (int i = below(3); i > 0; --i)
  {
    auto lesion = non_target(name());
    lesion.lesion.nodal = one_in(3);
    lesions_.push_back(lesion);
  }
  for (int i = below(3); i > 0; --i) lesions_.push_back(new_lesion(name()));
  last_.assign(lesions_.size(), 0);
}

LesionReading RandomPatient::measured(std::size_t lesion, int hundredths) const
{
  const double length = hundredths / 100.0;
  return lesions_[lesion].lesion.nodal ? short_axis_mm(length) : mm(length);
}

/// Lengths at and around the limits: -30 %, +20 %, +5 mm, the 10 mm node, half quanta.
int RandomPatient::hundredths(std::size_t lesion, int sequence)
{
  constexpr std::array<int, 9> notable = {0, 10, 490, 495, 500, 990, 995, 1000, 5};
  if (sequence == 0) return one_in(2) ? 1000 + 100 * below(60) : 900 + below(6000);
  const int last = last_[lesion];
  switch (below(8))
  {
  case 0: return notable[static_cast<std::size_t>(below(static_cast<int>(notable.size())))];
  case 1: return last * 7 / 10 + 10 * (below(3) - 1) * one_in(2) + (last < 100 ? 100 : 0);
  case 2: return last * 6 / 5 + 10 * below(2);
  case 3: return last + 500 - 10 * below(2);
  case 4: return last;
  case 5: return below(7000);
  default: return last * (60 + below(80)) / 100;
  }
}

LesionReading RandomPatient::split(std::size_t lesion, int sequence)
{
  auto reading = state(LesionState::Split);
  const int length = hundredths(lesion, sequence);
  reading.fragments = {Millimeters{length / 2 / 100.0}, Millimeters{(length - length / 2) / 100.0}};
  if (one_in(3)) reading = measured(lesion, length), reading.state = LesionState::Split;
  return reading;
}

LesionReading RandomPatient::target_reading(std::size_t lesion, int sequence)
{
  const bool odd = sequence > 0 || one_in(40);
  if (odd && one_in(12)) return state(one_in(2) ? LesionState::NotEvaluable : LesionState::NotDone);
  if (odd && one_in(4)) return state(LesionState::Absent);
  if (odd && one_in(10)) return state(LesionState::TooSmall);
  if (odd && one_in(20)) return split(lesion, sequence);
  if (odd && lesion > 0 && one_in(20))
  {
    auto merged = state(LesionState::MergedInto);
    merged.merged_into = lesions_[0].lesion.id;
    return merged;
  }
  last_[lesion] = hundredths(lesion, sequence);
  return measured(lesion, last_[lesion]);
}

LesionReading RandomPatient::non_target_reading(std::size_t lesion, int sequence)
{
  if (sequence == 0) return state(LesionState::Present);
  constexpr std::array<LesionState, 8> states = {
      LesionState::Present,      LesionState::Absent,  LesionState::Absent,  LesionState::Absent,
      LesionState::NotEvaluable, LesionState::NotDone, LesionState::Present, LesionState::UnequivocalProgression};
  auto reading = state(states[static_cast<std::size_t>(below(one_in(3) ? 8 : 7))]);
  if (lesions_[lesion].lesion.nodal && one_in(2)) reading.short_axis = Millimeters{(900 + below(200)) / 100.0};
  return reading;
}

LesionReading RandomPatient::new_lesion_reading(int sequence)
{
  if (sequence == 0 || !one_in(3)) return state(one_in(3) ? LesionState::NotDone : LesionState::None);
  constexpr std::array<LesionState, 6> states = {LesionState::Equivocal,   LesionState::Equivocal, LesionState::Equivocal,
                                                 LesionState::Unequivocal, LesionState::Absent,    LesionState::NotEvaluable};
  return state(states[static_cast<std::size_t>(below(6))]);
}

TimepointReading RandomPatient::timepoint(int sequence)
{
  TimepointReading at;
  at.sequence = sequence;
  at.label = TimepointLabel(std::to_string(sequence));
  if (sequence > 0) day_ += one_in(2) ? 26 + below(4) : 39 + below(5);
  if (dated_ && !one_in(30)) at.date = CalendarDay{std::chrono::days(18000 + day_)};
  for (std::size_t i = 0; i < lesions_.size(); ++i)
  {
    const auto role = lesions_[i].lesion.role;
    at.lesions.push_back(role == LesionRole::Target      ? target_reading(i, sequence)
                         : role == LesionRole::NonTarget ? non_target_reading(i, sequence)
                                                         : new_lesion_reading(sequence));
  }
  if (one_in(6)) at.markers = one_in(2) ? Markers::Elevated : Markers::Normal;
  // A merged lesion needs its carrier to be a target of its own.
  if (!at.lesions.empty() && at.lesions[0].state == LesionState::MergedInto) at.lesions[0] = state(LesionState::NotDone);
  return at;
}

PatientReadings RandomPatient::make()
{
  choose_lesions();
  dated_ = !one_in(10);
  std::vector<TimepointReading> timepoints;
  const int count = 2 + below(5);
  for (int i = 0; i < count; ++i) timepoints.push_back(timepoint(i));
  return PatientReadings::make(lesions_, timepoints).value();
}
}  // namespace nadir::measure::test
