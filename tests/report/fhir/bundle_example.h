#pragma once

#include <string>

#include "report/fhir/bundle_source.h"

namespace nadir::test
{
/// A source with a fixed moment, digest and a tracking UID for each lesion.
inline report::fhir::BundleSource bundle_source(const measure::Assessment& assessment)
{
  report::fhir::BundleSource source{&assessment, "2024-05-01T00:00:00", std::string(64, 'd')};
  for (const auto& timepoint : assessment.timepoints)
    for (const auto& lesion : timepoint.lesions)
      source.tracking_uids.emplace(lesion.lesion.id, "2.25.1" + std::to_string(source.tracking_uids.size()));
  return source;
}
}  // namespace nadir::test
