#include "tests/acceptance/hostile/load_outcome.h"

#include <cmath>

#include "imaging/dicom/load_volume.h"
#include "imaging/dicom/scan.h"
#include "tests/support/dicom_samples.h"

namespace nadir::testing
{
using namespace nadir::imaging;

namespace
{
void add_stack(const ImageStack& stack, LoadOutcome& outcome)
{
  for (const auto& remark : stack.certificate.remarks)
    if (remark.severity != Severity::Note) outcome.remarks.push_back(remark.code);
  auto volume = load_volume(stack);
  if (volume) outcome.volumes.push_back(*std::move(volume));
  else outcome.remarks.emplace_back(volume.failure().code());
}

bool are_near(double a, double b) { return std::abs(a - b) <= 1e-9; }

bool are_near(PatientVector a, PatientVector b)
{
  return are_near(a.left, b.left) && are_near(a.posterior, b.posterior) && are_near(a.superior, b.superior);
}
}  // namespace

LoadOutcome load_all(const std::filesystem::path& folder)
{
  LoadOutcome outcome;
  const auto scanned = scan(folder);
  if (!scanned)
  {
    outcome.remarks.emplace_back(scanned.failure().code());
    return outcome;
  }
  for (const auto& refused : scanned->refused) outcome.remarks.emplace_back(refused.reason.code());
  for (const auto& study : scanned->studies)
    for (const auto& series : study.series)
      for (const auto& stack : series.stacks) add_stack(stack, outcome);
  return outcome;
}

bool are_alike(const Volume& one, const Volume& other)
{
  const auto &a = one.geometry(), &b = other.geometry();
  if (a.size() != b.size() || !are_near(a.origin() - b.origin(), PatientVector{})) return false;
  const bool same_steps =
      are_near(a.spacing().i, b.spacing().i) && are_near(a.spacing().j, b.spacing().j) && are_near(a.spacing().k, b.spacing().k);
  const bool same_axes = are_near(a.axes().i, b.axes().i) && are_near(a.axes().j, b.axes().j) && are_near(a.axes().k, b.axes().k);
  if (!same_steps || !same_axes) return false;
  for (int k = 0; k < a.size().k; ++k)
    if (one.slice(k) != other.slice(k)) return false;
  return true;
}

SpoiledSeries::SpoiledSeries(const std::vector<Bytes>& companions)
{
  for (const auto& bytes : companions)
  {
    const auto name = "good_" + std::to_string(&bytes - companions.data()) + ".dcm";
    folder_.write(name, {reinterpret_cast<const char*>(bytes.data()), bytes.size()});
  }
}

LoadOutcome SpoiledSeries::with(const Bytes& file) const
{
  folder_.write("spoiled.dcm", {reinterpret_cast<const char*>(file.data()), file.size()});
  return load_all(folder_.path());
}

std::vector<Bytes> companion_slices()
{
  std::vector<Bytes> files;
  for (const int number : {1, 3, 4, 5}) files.push_back(dicom_file(classic_slice({.number = number, .z = 3.0 * (number - 1)})));
  return files;
}
}  // namespace nadir::testing
