#include "imaging/registration/registration_quality.h"

#include "imaging/units/number_text.h"

namespace nadir::imaging
{
namespace
{
void add(std::string& reasons, bool holds, const std::string& reason)
{
  if (holds) reasons += (reasons.empty() ? "" : "; ") + reason;
}

std::string percent(double share) { return format_fixed(100.0 * share, 0) + " %"; }
}  // namespace

std::string reasons_against(const RegistrationQuality& q, const QualityLimits& limits)
{
  std::string reasons;
  add(reasons, q.overlap < limits.overlap, "only " + percent(q.overlap) + " of the body lie in the other image");
  add(reasons, q.body_agreement < limits.body_agreement, "the outlines of the bodies agree by only " + percent(q.body_agreement));
  add(reasons, q.information - q.information_misplaced < limits.information_gain, "a wrong position fits as well as the one found");
  add(reasons, q.local_correlation < limits.local_correlation,
      "the tissue looks different in both images (local agreement " + percent(q.local_correlation) + ")");
  add(reasons, q.inconsistency && *q.inconsistency > limits.inconsistency,
      "forward and backward registration differ by " + format_fixed(q.inconsistency.value_or(Millimeters{0}).value(), 1) +
          " mm around the lesion");
  add(reasons, q.smallest_jacobian && *q.smallest_jacobian < limits.smallest_jacobian, "the deformation folds tissue");
  return reasons;
}

std::string words_of(const RegistrationQuality& q)
{
  std::string words = "normalised mutual information " + format_fixed(q.information, 3) + " (" + format_fixed(q.information_before, 3) +
                      " before, " + format_fixed(q.information_misplaced, 3) + " misplaced), overlap " + percent(q.overlap) +
                      ", outlines " + percent(q.body_agreement) + ", local agreement " + percent(q.local_correlation) + " (" +
                      percent(q.local_correlation_misplaced) + " misplaced)";
  if (q.inconsistency) words += ", forward against backward " + format_fixed(q.inconsistency->value(), 1) + " mm";
  if (q.smallest_jacobian && q.largest_jacobian)
    words += ", local volume x " + format_fixed(*q.smallest_jacobian, 2) + " to x " + format_fixed(*q.largest_jacobian, 2);
  if (q.even_share)
    words += ", tissue too even to tell the position all around (" + percent(*q.even_share) +
             " of it look alike): what it does not tell is as the coordinates say";
  return words;
}
}  // namespace nadir::imaging
