#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "imaging/result/result.h"
#include "measure/assessment/case.h"
#include "session/import/object_marks.h"

namespace nadir::session
{
struct ImportWish
{
  std::string patient;                                     ///< the case's own name for the patient
  std::vector<measure::CaseTimepoint> timepoints;          ///< baseline first, each with its folder of images
  std::vector<std::filesystem::path> objects;              ///< SR, SEG and RTSTRUCT
  measure::LesionRole role = measure::LesionRole::Target;  ///< of lesions whose role no object states
  ImportScope scope = ImportScope::Lesions;
};

struct ImportedCase
{
  measure::Case input;
  std::vector<std::string> notices;  ///< what was left out or taken for granted
};

/// Lesions of all objects, each with its marks at every time point. The same tracking UID, else the same name, is the same lesion. Where an
/// object draws a lesion and another one segments it, the segmentation is taken.
/// Failures: ImportError, what reading images and objects say, with the object's file named.
Result<ImportedCase> import_objects(const ImportWish& wish);

/// CASE.json of a case (see measure/assessment/case_file.h); read_case_file gives the same case. Prompts drawn as strokes have no place
/// here.
std::string case_text(const measure::Case& input);
}  // namespace nadir::session
