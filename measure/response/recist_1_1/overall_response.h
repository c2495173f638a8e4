#pragma once

#include <string_view>

#include "measure/response/category.h"
#include "measure/response/lesion_state.h"

namespace nadir::measure::recist_1_1
{
struct OverallCall
{
  Category category = Category::NotEvaluable;
  std::string_view rule;  ///< "O1", "O2", "O3", "B15"
};

/// Overall response of one time point (rules O1 to O3; tables 1 and 2, section 4.4.1). First match wins:
///   O1   new lesion UNEQUIVOCAL, or target PD, or non-target PD   -> PD, also when other parts are NE
///   O2   patients with targets (table 1; NA = no non-target at baseline):
///          target CR  with non-target CR or NA                    -> CR
///          target CR  with non-target NON-CR/NON-PD or NE         -> PR
///          target PR                                              -> PR
///          target SD                                              -> SD
///          target NE                                              -> NE
///   O3   patients with non-targets only (table 2)                 -> the non-target category
///   B15  patients with neither                                    -> NED
OverallCall overall_response(Category target, Category non_target, LesionState new_lesion);
}  // namespace nadir::measure::recist_1_1
