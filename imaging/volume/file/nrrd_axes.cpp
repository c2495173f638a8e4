#include "imaging/volume/file/nrrd_axes.h"

#include <algorithm>
#include <string>

namespace nadir::imaging
{
namespace
{
constexpr std::int64_t most_layers = 1024;

std::string field(const NrrdText& text, const char* name)
{
  const auto found = text.fields.find(name);
  return found == text.fields.end() ? std::string() : found->second;
}

Failure malformed(const std::string& problem)
{
  return Failure{ImageFileError::Malformed, "the NRRD header " + problem + " (the voxels cannot be understood). Export the file again."};
}

bool is_spatial_kind(const std::string& kind)
{
  return kind == "domain" || kind == "space" || kind == "???" || kind == "none" || kind.empty();
}

/// True for each axis that lies in the patient, by its direction or, without directions, by its kind.
Result<std::vector<bool>> spatial_axes(const NrrdText& text, std::size_t dimension)
{
  const auto kinds = words_of(field(text, "kinds"));
  if (!kinds.empty() && kinds.size() != dimension) return malformed("names kinds for another number of axes");
  std::vector<bool> spatial(dimension, true);
  for (std::size_t axis = 0; axis < kinds.size(); ++axis) spatial[axis] = is_spatial_kind(kinds[axis]);
  if (!text.fields.contains("space directions")) return spatial;
  const auto directions = vectors_of(field(text, "space directions"));
  if (!directions || directions->size() != dimension) return malformed("has space directions that cannot be read");
  for (std::size_t axis = 0; axis < dimension; ++axis) spatial[axis] = spatial[axis] && (*directions)[axis].has_value();
  return spatial;
}

bool is_list(const NrrdText& text, std::size_t axis)
{
  const auto kinds = words_of(field(text, "kinds"));
  return axis < kinds.size() && kinds[axis] == "list";
}

Result<Done> take_list_axis(NrrdAxes& axes, const NrrdText& text, std::size_t axis, std::int64_t size)
{
  if (size == 1) return Done{};
  if (!is_list(text, axis) || axis == 1 || axis == 2)
    return Failure{ImageFileError::Unsupported,
                   "the file holds " + std::to_string(size) + " values a voxel (which of them is meant is unknown). Save one volume."};
  if (size < 1 || size > most_layers) return malformed("gives an impossible number of layers");
  axes.list = axis;
  axes.layers = size;
  return Done{};
}
}  // namespace

Result<NrrdAxes> nrrd_axes(const NrrdText& text)
{
  const auto sizes = integers_of(field(text, "sizes"));
  if (!sizes || sizes->empty() || field(text, "dimension") != std::to_string(sizes->size()))
    return malformed("has no sizes for its dimension");
  if (sizes->size() > 4)
    return Failure{ImageFileError::Unsupported, "the file has more than four axes (it is no volume). Save one volume."};
  const auto spatial = spatial_axes(text, sizes->size());
  if (!spatial) return spatial.failure();
  if (std::count(spatial->begin(), spatial->end(), true) != 3)
    return Failure{sizes->size() < 3 ? ImageFileError::NoGeometry : ImageFileError::Unsupported,
                   "the file does not have three axes in space (volumes would be wrong). Save the whole volume."};
  NrrdAxes axes;
  std::size_t count = 0;
  for (std::size_t axis = 0; axis < sizes->size(); ++axis)
  {
    if ((*spatial)[axis])
    {
      axes.spatial[count] = axis;
      axes.size[count++] = (*sizes)[axis];
    }
    else if (auto taken = take_list_axis(axes, text, axis, (*sizes)[axis]); !taken) return taken.failure();
  }
  return axes;
}
}  // namespace nadir::imaging
