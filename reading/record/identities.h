#pragma once

#include "imaging/result/id.h"

namespace nadir::reading
{
using ReaderId = Id<struct ReaderTag>;  ///< the name under which a reader signs
using RecordId = Id<struct RecordTag>;  ///< 32 hexadecimal digits, drawn at random when the record begins
using Digest = Id<struct DigestTag>;    ///< SHA-256: 64 lower-case hexadecimal digits
}  // namespace nadir::reading
