#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "imaging/volume/file/nrrd_text.h"

namespace nadir::imaging
{
/// Which axes of an NRRD file are space, and which one counts layers.
struct NrrdAxes
{
  std::array<std::size_t, 3> spatial{};
  std::array<std::int64_t, 3> size{};
  std::optional<std::size_t> list;  ///< axis of layers, 0 or 3
  std::int64_t layers = 1;
};

/// Failures: Malformed, NoGeometry (two axes: a slice without thickness), Unsupported (colours, vectors, time).
Result<NrrdAxes> nrrd_axes(const NrrdText& text);
}  // namespace nadir::imaging
