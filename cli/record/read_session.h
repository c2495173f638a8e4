#pragma once

#include <string>

#include "imaging/result/result.h"
#include "reading/store/record_store.h"
#include "session/record_writer.h"

namespace nadir::cli
{
/// One reader at work on one record from the command line. Every confirmed event is one line on stdout, written at once:
/// "confirmed 5 DIGEST place-caliper".
class ReadSession
{
public:
  ReadSession(reading::RecordStore& store, const std::string& reader, const std::string& why);

  /// Issues everything that a case file says, in its order.
  Result<Done> issue_case(const measure::Case& input) { return writer_.issue_case(input); }

  /// Issues one act in JSON (`reading::parse_act`). Files may be named instead of digests: "folder" for load-images, "mask_file" for
  /// accept-segmentation, "protocol_file" for use-protocol. Locking assesses the reading and keeps the result with the lock.
  Result<Done> issue_line(const std::string& line);

  /// Prints the line of an event.
  void confirm(const reading::Event& event) const;

private:
  reading::RecordStore& store_;
  session::RecordWriter writer_;
};
}  // namespace nadir::cli
