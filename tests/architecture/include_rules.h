#pragma once

#include <string>
#include <vector>

#include "tests/architecture/source_file.h"

namespace nadir::test
{
/// Breaches of the table "Who may include whom" (ARCHITECTURE.md), each "file:line: what is wrong". An include in quotes must name one
/// of `files` from the repository's root, or a header that the build makes; third party stays in .cpp files.
std::vector<std::string> include_violations(const std::vector<SourceFile>& files);
}  // namespace nadir::test
