#pragma once

#include "imaging/storage/write_file.h"

namespace nadir::report
{
using imaging::write_file;
using imaging::WriteError;
}  // namespace nadir::report
