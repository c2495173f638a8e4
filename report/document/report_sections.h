#pragma once

#include "measure/lesion/assessment.h"
#include "report/document/html.h"

namespace nadir::report
{
/// The parts of the report in their order. Each is a pure function of the assessment.
Html header_section(const measure::Assessment& assessment);
Html glance_section(const measure::Assessment& assessment);         ///< page one: the next five, as short as can be
Html gravest_warnings(const measure::Assessment& assessment);       ///< before any result; says how many more there are
Html response_section(const measure::Assessment& assessment);       ///< the call of each time point, its margin and certainty
Html flag_section(const measure::Assessment& assessment);           ///< each with both sides
Html glance_lesions(const measure::Assessment& assessment);         ///< lesions x the time points of page one
Html glance_images(const measure::Assessment& assessment);          ///< targets and new lesions, the dates side by side
Html warnings_section(const measure::Assessment& assessment);       ///< everything doubtful, where page one could not hold it all
Html course_section(const measure::Assessment& assessment);         ///< sums and volumes over time
Html lesion_section(const measure::Assessment& assessment);         ///< lesions x all time points, where page one could not hold them
Html comparability_section(const measure::Assessment& assessment);  ///< what differs in technique, and what it does to the numbers
Html key_image_section(const measure::Assessment& assessment);      ///< each lesion through time
Html reasons_section(const measure::Assessment& assessment);        ///< findings with rule and clause
Html geometry_section(const measure::Assessment& assessment);       ///< certificates, pairing
Html evidence_section(const measure::Assessment& assessment);       ///< end points of every length, volumes by estimator
Html provenance_section(const measure::Assessment& assessment);     ///< protocol, software, input digests, signature
}  // namespace nadir::report
