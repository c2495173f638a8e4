#pragma once

#include <cstdint>

#include "imaging/dicom/worker/message.h"

namespace nadir::imaging::worker
{
/// Inflates a raw deflate stream (RFC 1951; DICOM PS3.5 A.5) of a file into another, from offset 0, piece by piece.
/// A stream without its end is refused; bytes behind the end (padding) are ignored. Limits: `most_bytes`, and beyond 16 MiB a
/// ratio of 1000 (deflate itself ends at 1032).
Reply inflate_file(Files files, FileRange range, std::uint64_t most_bytes);
}  // namespace nadir::imaging::worker
