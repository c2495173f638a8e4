#include "tests/support/scan_results.h"

#include <algorithm>

namespace nadir::testing
{
using namespace imaging;

std::vector<const ImageStack*> all_stacks(const Scan& scan)
{
  std::vector<const ImageStack*> stacks;
  for (const auto& study : scan.studies)
    for (const auto& series : study.series)
      for (const auto& stack : series.stacks) stacks.push_back(&stack);
  return stacks;
}

bool has_remark(const ImageStack& stack, std::string_view code, Severity severity)
{
  return std::ranges::any_of(stack.certificate.remarks, [&](const GeometryRemark& r) { return r.code == code && r.severity == severity; });
}

std::vector<GeometryRemark> warnings_of(const ImageStack& stack)
{
  std::vector<GeometryRemark> warnings;
  std::ranges::copy_if(stack.certificate.remarks, std::back_inserter(warnings),
                       [](const GeometryRemark& r) { return r.severity != Severity::Note; });
  return warnings;
}
}  // namespace nadir::testing
