#pragma once

#include <filesystem>
#include <memory>

#include "reading/store/record_store.h"
#include "session/record_case.h"

namespace nadir::session
{
/// Blobs of a record, and its images: under `images` when that is named, otherwise where they lay when they were loaded, be it
/// among others. Links to found images lie in a private folder as long as the sources live. The store must live as long. Failures: those of
/// ImageFiles.
Result<ReadingSources> sources_of(reading::RecordStore& store, const std::filesystem::path& images = {});

/// Images under a folder by the lists that `blob` gives.
Result<ReadingSources> sources_of(std::function<Result<std::string>(const reading::Digest&)> blob, const std::filesystem::path& images);
}  // namespace nadir::session
