#pragma once

#include "measure/lesion/assessment.h"
#include "report/document/html.h"

namespace nadir::report
{
/// The parts of report.html in their order on the page. Each is a pure function of the assessment.
Html header_section(const measure::Assessment& assessment);
Html warnings_section(const measure::Assessment& assessment);    ///< everything doubtful, with the place it concerns; before any result
Html response_section(const measure::Assessment& assessment);    ///< the call of each time point, and the plots
Html lesion_section(const measure::Assessment& assessment);      ///< lesions x time points
Html comparability_section(const measure::Assessment& assessment); ///< what differs in technique, and what it does to the numbers
Html reasons_section(const measure::Assessment& assessment);     ///< findings with rule and clause; flags with both sides
Html key_image_section(const measure::Assessment& assessment);   ///< each lesion through time
Html geometry_section(const measure::Assessment& assessment);    ///< certificates, pairing
Html evidence_section(const measure::Assessment& assessment);    ///< end points of every length, volumes by estimator
Html provenance_section(const measure::Assessment& assessment);  ///< protocol, software, input digests, signature
}  // namespace nadir::report
