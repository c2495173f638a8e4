#pragma once

#include <set>
#include <string>

#include "imaging/open/open_image.h"

namespace nadir::cli
{
/// Two images as named on the command line.
struct DateOptions
{
  std::string baseline;
  std::string follow_up;
  std::string baseline_stack;  ///< "" = not named
  std::string follow_up_stack;
  std::set<std::string> confirmed;  ///< questions answered: "patient-id"
};

struct OpenedDates
{
  imaging::OpenedImage baseline;
  imaging::OpenedImage follow_up;
};

/// Opens both. Where a folder holds several stacks, post-contrast T1 is preferred, then fat-saturated T2, T1 and T2; of the follow-up first
/// the sequence and the plane of the baseline. Choices and warnings go to stderr. Failures: as open_image, with the path;
/// AssessmentError::IdentityQuestion when they name different patients and nobody confirmed that it is one. The same images twice are
/// warned of.
Result<OpenedDates> open_dates(const DateOptions& options);
}  // namespace nadir::cli
