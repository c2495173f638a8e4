#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "imaging/result/result.h"
#include "measure/assessment/case.h"
#include "reading/store/record_store.h"

namespace nadir::cli
{
/// One reader at work on one record from the command line. Every confirmed event is one line on stdout, written at once:
/// "confirmed 5 DIGEST place-caliper".
class ReadSession
{
public:
  ReadSession(reading::RecordStore& store, std::string reader, std::string why) : store_(store), reader_(std::move(reader)), why_(std::move(why)) {}

  /// Issues everything that a case file says, in its order. Masks, protocols and lists of images become blobs.
  Result<Done> issue_case(const measure::Case& input);

  /// Issues one act in JSON (`reading::parse_act`). Files may be named instead of digests: "folder" for load-images, "mask_file" for
  /// accept-segmentation, "protocol_file" for use-protocol. Locking assesses the reading and keeps the result with the lock.
  Result<Done> issue_line(const std::string& line);

  /// Prints the line of an event.
  void confirm(const reading::Event& event) const;

private:
  Result<Done> issue(const reading::Act& act, const std::string& why, const std::vector<std::string>& blobs = {});
  Result<Done> load_images(const measure::CaseTimepoint& timepoint);
  Result<Done> issue_prompt(const LesionId& lesion, const TimepointLabel& label, const measure::Prompt& prompt);
  Result<Done> issue_lock(const std::string& why);

  reading::RecordStore& store_;
  std::string reader_;
  std::string why_;   ///< for acts that bring no reason of their own
};

/// "nadir 0.1.0" and now.
reading::Stamp stamp_now();
}  // namespace nadir::cli
