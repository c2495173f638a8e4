#include "imaging/volume/nrrd.h"

#include <bit>

#include "imaging/units/number_text.h"

namespace nadir::imaging
{
namespace
{
static_assert(std::endian::native == std::endian::little);

std::string vector_text(PatientVector v)
{
  return "(" + format_number(v.left) + "," + format_number(v.posterior) + "," + format_number(v.superior) + ")";
}

std::string header_of(const Volume& volume)
{
  const auto& geometry = volume.geometry();
  const auto& size = geometry.size();
  const auto& spacing = geometry.spacing();
  const auto& axes = geometry.axes();
  std::string header = "NRRD0004\ntype: float\ndimension: 3\nspace: left-posterior-superior\n";
  header += "sizes: " + std::to_string(size.i) + " " + std::to_string(size.j) + " " + std::to_string(size.k) + "\n";
  header += "space directions: " + vector_text(spacing.i * axes.i) + " " + vector_text(spacing.j * axes.j) + " " +
            vector_text(spacing.k * axes.k) + "\n";
  header += "space origin: " + vector_text(geometry.origin() - PatientPoint{}) + "\n";
  header += "kinds: domain domain domain\nendian: little\nencoding: raw\n";
  if (!volume.unit().empty()) header += "sample units: \"" + volume.unit() + "\"\n";
  return header + "\n";
}
}  // namespace

std::string to_nrrd(const Volume& volume)
{
  std::string bytes = header_of(volume);
  bytes.reserve(bytes.size() + volume.geometry().size().voxels() * sizeof(float));
  for (int k = 0; k < volume.geometry().size().k; ++k)
  {
    const auto values = volume.slice(k);
    bytes.append(reinterpret_cast<const char*>(values.data()), values.size() * sizeof(float));
  }
  return bytes;
}
}  // namespace nadir::imaging
