#include "imaging/dicom/worker/quiet_libraries.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/oflog/oflog.h>

namespace nadir::imaging::worker
{
void silence_libraries() { OFLog::configure(OFLogger::OFF_LOG_LEVEL); }
}  // namespace nadir::imaging::worker
