#pragma once

#include <string_view>

#include "reading/record/identities.h"

namespace nadir::reading
{
/// SHA-256 that shows whether a remembered place of images is as it was written.
Digest place_digest(const Digest& images, std::string_view folder);
}  // namespace nadir::reading
