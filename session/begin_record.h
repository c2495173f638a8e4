#pragma once

#include <filesystem>
#include <string>

#include "imaging/result/result.h"
#include "reading/store/record_store.h"

namespace nadir::session
{
struct NewRecord
{
  std::string patient;  ///< the case's own name, never a DICOM attribute
  reading::ReaderId reader;
  std::string why = {};
};

/// Begins a record with an identity drawn at random. Failures: those of `RecordStore::begin`.
Result<reading::RecordStore> begin_record(const std::filesystem::path& path, const NewRecord& record);
}  // namespace nadir::session
