#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "imaging/dicom/progress.h"
#include "imaging/result/result.h"

namespace nadir::report
{
/// How much one fetch takes, so that no peer fills a disk or holds a program for ever. A study of whole-body MRI has 20,000 objects and 10
/// GiB.
struct FetchLimits
{
  std::uintmax_t object_bytes = std::uintmax_t{4} << 30;  ///< the gate reads no longer ones
  std::uintmax_t bytes = std::uintmax_t{64} << 30;        ///< of all objects, those that are refused included
  std::uintmax_t free_bytes = std::uintmax_t{512} << 20;  ///< that stay free on the disk
  std::size_t objects = 100000;
  int object_seconds = 900;  ///< for one object to come whole
};

/// What is asked for; everything else that a peer may send is refused.
struct FetchRequest
{
  std::string patient_id;  ///< that every object must have, exactly
  std::string study_instance;
  std::string series_instance;   ///< empty: all of the study
  imaging::Progress progress{};  ///< objects that came, of how many as far as the peer tells; false: stop
  FetchLimits limits{};
};

/// Where fetched objects are put. No word of the peer names a file: they are counted, "000001.dcm", after the highest number that is
/// there. An object is written under a hidden name, passes the gate, and gets its name only when it is of the patient and study
/// asked for. Two of the same SOP instance,
/// here or from an earlier fetch: the first is kept.
class ReceivingFolder
{
public:
  /// Failures: SettingInvalid when the folder cannot be made.
  static Result<ReceivingFolder> open(const std::filesystem::path& folder, const FetchRequest& request);

  /// Name for the bytes of the next object, of this process alone; not there yet.
  std::filesystem::path next_hidden() const;

  /// Takes what was written there, or removes it. Failures: ObjectInvalid, and those of the gate.
  Result<Done> take(const std::filesystem::path& hidden);

  /// Tells the request's progress; false to stop.
  bool goes_on(std::size_t left) const;

  /// Whether an object that has so many bytes by now is still taken.
  bool has_room_for(std::uintmax_t bytes) const;

  /// Objects that came whole: taken, refused, or there before.
  std::size_t came() const { return came_; }
  const FetchLimits& limits() const { return request_.limits; }

  const std::vector<std::filesystem::path>& files() const { return files_; }
  const std::vector<std::string>& refusals() const { return refusals_; }  ///< words for each object that was not taken

private:
  ReceivingFolder(std::filesystem::path folder, FetchRequest request) : folder_(std::move(folder)), request_(std::move(request)) {}
  Result<std::string> checked(const std::filesystem::path& hidden) const;

  std::filesystem::path folder_;
  FetchRequest request_;
  std::size_t number_ = 0, came_ = 0;
  std::uintmax_t bytes_ = 0;
  std::set<std::string> seen_;
  std::vector<std::filesystem::path> files_;
  std::vector<std::string> refusals_;
};
}  // namespace nadir::report
