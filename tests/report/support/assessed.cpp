#include "tests/report/support/assessed.h"

#include "measure/response/add_response.h"
#include "measure/response/assessed_readings.h"
#include "measure/response/recist_1_1/assess.h"

namespace nadir::test
{
void derive_responses(measure::Assessment& assessment)
{
  const auto readings = measure::readings_of(assessment).value();
  const auto response = measure::recist_1_1::assess(readings, measure::Protocol{});
  for (std::size_t t = 0; t < assessment.timepoints.size(); ++t)
    measure::add_response(response.timepoints[t], readings, assessment.timepoints[t]);
}
}  // namespace nadir::test
