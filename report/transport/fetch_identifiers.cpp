#include "report/transport/fetch_identifiers.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dcdatset.h>
#include <dcmtk/dcmdata/dcdeftag.h>

namespace nadir::report
{
void fill_identifiers(DcmDataset& identifiers, const FetchRequest& request)
{
  const bool whole_study = request.series_instance.empty();
  identifiers.putAndInsertString(DCM_QueryRetrieveLevel, whole_study ? "STUDY" : "SERIES");
  identifiers.putAndInsertString(DCM_StudyInstanceUID, request.study_instance.c_str());
  if (!whole_study) identifiers.putAndInsertString(DCM_SeriesInstanceUID, request.series_instance.c_str());
}
}  // namespace nadir::report
