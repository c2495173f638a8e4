#pragma once

#include <filesystem>
#include <string>

#include "imaging/result/result.h"
#include "report/deidentify/options.h"
#include "report/deidentify/pseudonyms.h"

namespace nadir::report
{
/// A cleaned object as the bytes of a DICOM file.
struct CleanedObject
{
  std::string bytes;
  std::string sop_class;
  std::string warning;  ///< what a person should still look at; may be empty
};

/// PS3.15 annex E on one file: basic profile with Clean Structured Content and the options given. The bytes are searched for every
/// identifier of the original before they are given out. Failures: those of the gate; ObjectUnusable, BurnedIn, StillNames.
Result<CleanedObject> deidentify(const std::filesystem::path& file, const Pseudonyms& pseudonyms, const DeidentifyOptions& options);
}  // namespace nadir::report
