#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "imaging/dicom/progress.h"
#include "imaging/result/result.h"
#include "measure/assessment/case.h"
#include "reading/store/record_store.h"

namespace nadir::session
{
/// "nadir 0.1.0" and now.
reading::Stamp stamp_now();

/// SHA-256 under which a record keeps these bytes.
reading::Digest digest_of(const std::string& bytes);

/// The bytes of a small file, e.g. a protocol. Failure: CannotOpen.
Result<std::string> small_file(const std::filesystem::path& path);

struct WriterConfig
{
  reading::ReaderId reader;
  std::string why;                                       ///< for acts that bring no reason of their own
  std::function<void(const reading::Event&)> confirmed;  ///< told of every event once it is on the disk
  imaging::Progress progress;                            ///< while images are read and results computed
};

/// One reader at work on one record: turns files into blobs and acts into events. The store must outlive it.
class RecordWriter
{
public:
  RecordWriter(reading::RecordStore& store, WriterConfig config) : store_(store), config_(std::move(config)) {}

  /// Failures: those of `RecordStore::issue`.
  Result<Done> issue(const reading::Act& act, const std::string& why = {}, const std::vector<std::string>& blobs = {});

  /// Issues everything that a case says, in its order. Masks, protocols and lists of images become blobs.
  Result<Done> issue_case(const measure::Case& input);

  /// Lists the images of a time point, issues that they were loaded and remembers their folder. Failures: also those of `images_list`.
  Result<Done> load_images(const measure::CaseTimepoint& timepoint);

  /// Assesses the reading from its images and keeps the result with the lock. Failures: also NotAllowed when images are not at hand, and
  /// what assessing says (questions included).
  Result<Done> lock(const std::string& why = {});

private:
  Result<Done> use_protocol(const std::filesystem::path& file);
  Result<Done> issue_prompt(const LesionId& lesion, const TimepointLabel& label, const measure::Prompt& prompt);
  Result<Done> issue_mask(const LesionId& lesion, const TimepointLabel& label, const measure::MaskPrompt& prompt);

  reading::RecordStore& store_;
  WriterConfig config_;
};
}  // namespace nadir::session
