#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "imaging/gate/dicom_file.h"
#include "imaging/result/result.h"
#include "session/import/imported_mark.h"
#include "session/import/timepoint_finder.h"

namespace nadir::session
{
enum class ImportError
{
  NotAnObject,      ///< no SR, SEG or RTSTRUCT
  OtherPatient,     ///< of another patient than the images
  NoTimepoint,      ///< names images that no time point has
  NothingToImport,  ///< no lesion in any of the objects
};
std::string_view error_code(ImportError error);

/// What is taken of an object.
enum class ImportScope
{
  Lesions,  ///< organs, and parts of lesions such as necrosis, are left out
  Everything,
};

/// What one object marks, and what of it was left out.
struct ObjectMarks
{
  std::vector<ImportedMark> marks;
  std::vector<std::string> notices;
};

/// Lines of a measurement report (Long Axis, Short Axis, Length, Diameter; on an image or in the patient) and states of lesions without
/// lines. Failures: SrError.
Result<ObjectMarks> report_marks(const imaging::DicomFile& file, const TimepointFinder& images);

/// Segments as masks; an empty one as absent. Failures: NoTimepoint, MaskError.
Result<ObjectMarks> segment_marks(const std::filesystem::path& path, const imaging::DicomFile& file, const TimepointFinder& images,
                                  ImportScope scope);

/// Contours of a structure set as masks. Failures: NoTimepoint, MaskError.
Result<ObjectMarks> structure_marks(const std::filesystem::path& path, const imaging::DicomFile& file, const TimepointFinder& images,
                                    ImportScope scope);
}  // namespace nadir::session
