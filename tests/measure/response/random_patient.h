#pragma once

#include <random>

#include "measure/response/readings.h"

namespace nadir::measure::test
{
/// Random patients with every state, lengths of two decimals, and a taste for exact limits. Same seed, same patient.
class RandomPatient
{
public:
  explicit RandomPatient(unsigned long seed) : random_(seed) {}
  PatientReadings make();

private:
  int below(int n) { return std::uniform_int_distribution<>(0, n - 1)(random_); }
  bool one_in(int n) { return below(n) == 0; }
  void choose_lesions();
  TimepointReading timepoint(int sequence);
  LesionReading target_reading(std::size_t lesion, int sequence);
  LesionReading measured(std::size_t lesion, int hundredths) const;
  int hundredths(std::size_t lesion, int sequence);
  LesionReading non_target_reading(std::size_t lesion, int sequence);
  LesionReading new_lesion_reading(int sequence);
  LesionReading split(std::size_t lesion, int sequence);

  std::mt19937_64 random_;
  std::vector<ReadLesion> lesions_;
  std::vector<int> last_;  ///< last length of each lesion, hundredths of a millimetre
  int day_ = 0;
  bool dated_ = true;
};
}  // namespace nadir::measure::test
