#pragma once

#include <string>
#include <vector>

#include "measure/response/protocol.h"
#include "measure/response/readings.h"

namespace nadir::measure
{
/// One "what if": the overall response of every time point under it.
struct Counterfactual
{
  std::string question;              ///< "as read", "without T01", "nadir at time point 2", "WHO", ...
  std::vector<std::string> overall;  ///< one word a time point; "" where the question does not arise
};

/// Everything the call could have been, as one matrix; the first row is the call itself. Rows:
///   as read
///   without <target>                  the target had never been chosen
///   <target> missing                  in each column only that time point's value is missing
///   nadir at time point <k>           progression counted from the sum of time point k (complete sums before the column only)
///   <criterion>                       every other criterion that finds something to compare
/// Each cell is a full recomputation; a cell that differs from the first row says what drives the call.
std::vector<Counterfactual> counterfactuals(const PatientReadings& readings, const Protocol& protocol);
}  // namespace nadir::measure
