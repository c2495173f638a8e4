#include "imaging/dicom/open_files.h"

#include <algorithm>
#include <atomic>
#include <mutex>
#include <thread>

#include "imaging/dicom/display_text.h"
#include "imaging/dicom/object_kind.h"
#include "imaging/dicom/pixel_loader.h"
#include "imaging/dicom/read_images.h"
#include "imaging/dicom/scan_error.h"
#include "imaging/dicom/tags.h"

namespace nadir::imaging
{
namespace
{
namespace fs = std::filesystem;
/// Progress is told once in so many files: often enough to cancel at once, seldom enough to cost nothing.
constexpr std::size_t files_per_report = 32;

Result<DicomFile> open_whole(const fs::path& path, const GateLimits& limits, PixelLoader& loader)
{
  auto file = DicomFile::open(path, limits);
  if (!file || !file->is_deflated()) return file;
  return loader.open_deflated(path, *file, limits);
}

OpenedFile open_one(const fs::path& path, const GateLimits& limits, PixelLoader& loader)
{
  OpenedFile opened;
  auto gated = open_whole(path, limits, loader);
  if (!gated)
  {
    if (!gated.failure().is(GateError::NotDicom)) opened.refused = gated.failure();
    return opened;
  }
  const auto file = std::make_shared<const DicomFile>(std::move(gated).value());
  auto sop_class = sop_class_of(*file);
  if (const auto kind = kind_of_non_image(*file, sop_class); !kind.empty())
  {
    opened.other = OtherObject{path, std::move(sop_class), std::string(kind), SeriesUid(file->data().text(tags::series_instance))};
    return opened;
  }
  auto frames = read_images(path, file);
  if (frames) opened.frames = std::move(frames).value();
  else opened.refused = frames.failure();
  return opened;
}

/// Files handed out to threads one by one.
class FileQueue
{
public:
  FileQueue(const std::vector<fs::path>& paths, const ScanConfig& config) : paths_(paths), config_(config), opened_(paths.size()) {}

  void work()
  {
    PixelLoader loader;
    for (auto n = next_++; n < paths_.size() && !cancelled_; n = next_++)
    {
      opened_[n] = open_one(paths_[n], config_.limits, loader);
      report();
    }
  }

  bool is_cancelled() const { return cancelled_; }
  std::vector<OpenedFile> result() { return std::move(opened_); }

private:
  void report()
  {
    const auto done = ++done_;
    if (!config_.progress || (done % files_per_report != 0 && done != paths_.size())) return;
    const std::lock_guard lock(progress_mutex_);
    if (!config_.progress(done, paths_.size())) cancelled_ = true;
  }

  const std::vector<fs::path>& paths_;
  const ScanConfig& config_;
  std::vector<OpenedFile> opened_;
  std::atomic<std::size_t> next_ = 0;
  std::atomic<std::size_t> done_ = 0;
  std::atomic<bool> cancelled_ = false;
  std::mutex progress_mutex_;
};

std::size_t thread_count(const ScanConfig& config, std::size_t files)
{
  const auto wanted =
      config.threads > 0 ? static_cast<std::size_t>(config.threads) : std::max<std::size_t>(1, std::thread::hardware_concurrency());
  return std::clamp<std::size_t>(files / 8, 1, wanted);
}
}  // namespace

Result<std::vector<OpenedFile>> open_files(const std::vector<fs::path>& paths, const ScanConfig& config)
{
  FileQueue queue(paths, config);
  {
    std::vector<std::jthread> helpers;
    for (std::size_t n = 1; n < thread_count(config, paths.size()); ++n) helpers.emplace_back([&queue] { queue.work(); });
    queue.work();
  }
  if (queue.is_cancelled()) return Failure{ScanError::Cancelled, "the scan was cancelled."};
  return queue.result();
}
}  // namespace nadir::imaging
