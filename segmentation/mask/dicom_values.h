#pragma once

#include <optional>
#include <string>
#include <vector>

#include "imaging/gate/data_set.h"
#include "imaging/result/result.h"

/// Reading values of mask objects; all names are those of DICOM PS3.6.
namespace nadir::segmentation::dicom
{
using imaging::DataSet;
using imaging::NumberVr;
using imaging::Tag;

/// Numbers of an attribute that must have exactly `count` of them; an empty vector when it is absent. Failure: Malformed or GateError.
Result<std::vector<double>> numbers(const DataSet& data, Tag tag, NumberVr vr, std::size_t count);

/// One whole number; nullopt when absent.
Result<std::optional<int>> integer(const DataSet& data, Tag tag, NumberVr vr);

/// First item of a sequence; nullptr when there is none.
const DataSet* first_item(const DataSet& data, Tag sequence);

/// Text in UTF-8, as the file's character set says.
std::string utf8(const DataSet& root, const DataSet& item, Tag tag);
}  // namespace nadir::segmentation::dicom
