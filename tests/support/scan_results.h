#pragma once

#include <string_view>
#include <vector>

#include "imaging/dicom/study.h"

namespace nadir::testing
{
/// All stacks of a scan, in its order. They belong to the scan.
std::vector<const imaging::ImageStack*> all_stacks(const imaging::Scan& scan);

bool has_remark(const imaging::ImageStack& stack, std::string_view code, imaging::Severity severity);

/// Warnings and refusals of a stack.
std::vector<imaging::GeometryRemark> warnings_of(const imaging::ImageStack& stack);
}  // namespace nadir::testing
