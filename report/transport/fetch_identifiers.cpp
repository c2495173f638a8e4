#include "report/transport/fetch_identifiers.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dcdatset.h>
#include <dcmtk/dcmdata/dcdeftag.h>

#include "report/transport/transport_error.h"

namespace nadir::report
{
void fill_identifiers(DcmDataset& identifiers, const FetchRequest& request)
{
  const bool whole_study = request.series_instance.empty();
  identifiers.putAndInsertString(DCM_QueryRetrieveLevel, whole_study ? "STUDY" : "SERIES");
  identifiers.putAndInsertString(DCM_StudyInstanceUID, request.study_instance.c_str());
  if (!whole_study) identifiers.putAndInsertString(DCM_SeriesInstanceUID, request.series_instance.c_str());
}

Failure stopped(std::size_t count)
{
  return Failure(TransportError::Cancelled, "the fetch was stopped after " + std::to_string(count) +
                                                " objects (the study is not whole). Fetch again; what came is not fetched twice.");
}

Failure nothing_came()
{
  return Failure(TransportError::PeerFailed, "the archive sent nothing (it has no such study, or not under this title). Check what was asked for.");
}
} // namespace nadir::report
