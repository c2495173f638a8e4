#pragma once

#include <vector>

#include "tests/support/hostile/hostile_file.h"

namespace nadir::testing
{
/// Hand-made hostile DICOM files, several hundred, by family. Sources: the classes of known flaws of DICOM readers (declared
/// lengths, recursion, bombs, endless loops, type confusion, traversal) and of silent wrong loads (numbers, geometry, pixels).
std::vector<HostileFile> hostile_corpus();
}  // namespace nadir::testing
