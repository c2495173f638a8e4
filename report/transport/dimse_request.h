#pragma once

#include <string>

class DcmDataset;

namespace nadir::report
{
class Association;

/// A C-FIND, C-GET or C-MOVE request (PS3.7 sections 9.3.2 to 9.3.4).
struct DimseRequest
{
  enum class Kind
  {
    Find,
    Get,
    Move,
  };
  Kind kind = Kind::Find;
  std::string service;            ///< abstract syntax of an accepted context
  unsigned short message_id = 0;  ///< unique within the association
  std::string destination = {};   ///< C-MOVE: the title that the archive delivers to
};

/// Sends a request of medium priority with its keys, which must hold what `service` wants. False when the connection broke.
bool send_request(Association& association, const DimseRequest& request, DcmDataset& identifiers);
}  // namespace nadir::report
