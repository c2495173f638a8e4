#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "reading/table/protocol_file.h"

namespace nadir::reading
{
/// What a value of a JSON text is.
enum class ValueKind
{
  Number,
  Truth,
  Text,
  Null,
  List,
  Object,
};

/// One value of the file with where it stands.
struct Value
{
  std::string path;  ///< "volume_limits[1].citation"
  std::uint64_t line = 0;
  ValueKind kind = ValueKind::Null;
  std::string text;
};

/// Every value of a JSON text in the order of the text, with path and line; a key that is there twice, nesting deeper than 16 and what is
/// no JSON become mistakes.
std::vector<Value> json_values(std::string_view json, std::vector<ProtocolMistake>& mistakes);
}  // namespace nadir::reading
