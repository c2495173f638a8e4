#pragma once

#include <string>

#include "imaging/volume/volume.h"

namespace nadir::imaging
{
/// A volume as an NRRD file (attached data, raw, little-endian float): physical values, space left-posterior-superior, mm, so that
/// it opens with its geometry in other programs. The unit goes into the field "sample units". Format: NRRD0004, teem.sourceforge.net.
std::string to_nrrd(const Volume& volume);
}  // namespace nadir::imaging
