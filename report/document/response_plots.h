#pragma once

#include "measure/lesion/assessment.h"
#include "report/document/line_plot.h"

namespace nadir::report
{
/// Sum of diameters (mm) with baseline, nadir, and the limits of response and progression of the default protocol. The limit of
/// progression is drawn for each time point, because it follows the nadir before it.
LinePlot sum_plot(const measure::Assessment& assessment);

/// Volume (mL, with one standard deviation) of every lesion that has one, and of all targets together where each has one.
LinePlot volume_plot(const measure::Assessment& assessment);
}  // namespace nadir::report
