#pragma once

#include <functional>

namespace nadir::viewer
{
/// Calls `rows(first, last)` for blocks that cover [0, height), from as many threads as the machine has processors; returns when all are
/// done. What `rows` does to one row must not touch another. A throwing `rows` ends the program.
/// (vtkSMPTools does not compile as C++20 in VTK 9.1.)
void in_rows(int height, const std::function<void(int first, int last)>& rows);
}  // namespace nadir::viewer
