#pragma once

#include <cstddef>
#include <string_view>

#include "measure/response/category.h"
#include "measure/response/protocol.h"
#include "measure/response/readings.h"

namespace nadir::measure::recist_1_1
{
struct NonTargetCall
{
  Category category = Category::NotApplicable;
  std::string_view rule;  ///< "NT2", "T13"
};

/// Whether the patient had an overall CR before; then non-nodal disease that is there again is progression (rule T13).
enum class EarlierCompleteResponse
{
  No,
  Yes,
};

/// Response of the non-target lesions at one follow-up time point (rule NT2; sections 4.3.3 and 4.3.4). First match wins:
///   1. no non-target at baseline                                                -> NA
///   2. any UNEQUIVOCAL_PROGRESSION (the reader's word, never derived: NT1)      -> PD
///   3. T13: after an overall CR a non-nodal non-target is PRESENT again         -> PD
///   4. any not evaluated (NOT_EVALUABLE, NOT_DONE)                              -> NE
///   5. all ABSENT (a node also when its short axis is below 10 mm) and markers
///      not elevated                                                             -> CR
///   6. otherwise                                                                -> NON-CR/NON-PD
NonTargetCall non_target_response(const PatientReadings& readings, std::size_t timepoint, EarlierCompleteResponse earlier,
                                  const Protocol& protocol);
}  // namespace nadir::measure::recist_1_1
