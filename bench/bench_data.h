#pragma once

#include <string>

namespace nadir::bench
{
/// Folder with 1,000 generated classic MR slices of 512 x 512 x 16 bit; made on first use in the build folder.
std::string slices_folder();

/// Loading is compared only when both give the same numbers.
bool loads_the_same_pixels_as_itk();
}  // namespace nadir::bench
