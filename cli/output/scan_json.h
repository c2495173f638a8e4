#pragma once

#include <string>

#include "imaging/dicom/study.h"

namespace nadir::cli
{
/// The scan as JSON ("schema": "nadir.scan/1"): studies, series, stacks with geometry, certificate, sequence and clues; refused
/// files with reasons; other objects. The patient appears as a digest only.
std::string scan_json(const imaging::Scan& scan);

/// The same as indented text for people.
std::string scan_text(const imaging::Scan& scan);
}  // namespace nadir::cli
