#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "imaging/volume/file/grid_placement.h"
#include "imaging/volume/file/nrrd_text.h"
#include "imaging/volume/file/voxel_format.h"

namespace nadir::imaging
{
enum class NrrdEncoding
{
  Raw,
  Gzip,
  Text,
};

/// What an NRRD header says, in our frame (LPS, mm).
struct NrrdHeader
{
  VoxelFormat format;
  NrrdEncoding encoding = NrrdEncoding::Raw;
  PlacedGrid grid;
  std::size_t layers = 1;          ///< label maps one beside the other (Slicer: segments that overlap)
  bool layers_interleaved = true;  ///< the layer axis is the fastest; otherwise whole maps follow each other
  std::vector<std::string> warnings;
};

/// Understands an NRRD header.
///
/// Three spatial axes and at most one list axis (first or last). Space LPS, RAS or LAS; with another or no space the lengths
/// hold and a warning says that sides cannot be told. Failures: Malformed, TooLarge, NoGeometry, Unsupported (data in another
/// file, bzip2 or hex, skipped lines or bytes, colours, vectors).
Result<NrrdHeader> understand_nrrd(const NrrdText& text);
}  // namespace nadir::imaging
