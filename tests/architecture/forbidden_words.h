#pragma once

#include <string>
#include <vector>

#include "tests/architecture/source_file.h"

namespace nadir::test
{
/// Uses of what may not be used, each "file:line: word, and why not". Comments and texts in quotes do not count.
///
/// GDCM, ITK's series reader and VTK's DICOM reader crash on or misread damaged files; DCMTK 3.6.7 scrambles bit-packed frames; a shell
/// is never started; numbers are not read by functions that follow the locale, and the process stays in the C locale.
std::vector<std::string> forbidden_uses(const std::vector<SourceFile>& files);
}  // namespace nadir::test
