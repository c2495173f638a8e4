#include "measure/assessment/tissue_task.h"

#include "measure/assessment/tissue_of.h"

namespace nadir::measure
{
TissueOutcome tell_tissue(const TissueTask& task) { return tissue_of(task.mask, *task.stack, task.opened->volumes(), task.threshold); }
}  // namespace nadir::measure
