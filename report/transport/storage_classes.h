#pragma once

#include <string>
#include <vector>

namespace nadir::report
{
/// Kinds of objects that are fetched: MR, CT and PET images, SEG, SR, parametric maps, RTSTRUCT, presentation states, encapsulated PDF,
/// secondary capture.
const std::vector<std::string>& storage_classes();

/// Transfer syntaxes that the gate and the loader read.
const std::vector<std::string>& readable_syntaxes();
}  // namespace nadir::report
