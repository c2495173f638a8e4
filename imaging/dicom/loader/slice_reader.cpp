#include "imaging/dicom/loader/slice_reader.h"

#include <algorithm>
#include <new>
#include <system_error>
#include <thread>
#include <utility>

#include "imaging/dicom/loader_error.h"

namespace nadir::imaging
{
namespace
{
constexpr std::size_t run_bytes = std::size_t{8} << 20;

std::size_t useful_threads(int wanted, std::size_t runs)
{
  const std::size_t available = wanted > 0 ? static_cast<std::size_t>(wanted) : std::max(1U, std::thread::hardware_concurrency());
  return std::min(available, runs);
}
}  // namespace

SliceReader::SliceReader(std::span<const SliceSource> slices, std::span<std::byte> destination, Progress progress)
    : slices_(slices), destination_(destination), slice_bytes_(destination.size() / slices.size()),
      runs_(runs_of(slices, std::max<std::size_t>(1, run_bytes / slice_bytes_))), progress_(std::move(progress))
{
}

/// The calling thread works too; where no more threads are to be had, it works alone.
Result<Done> SliceReader::read(int threads)
{
  const std::size_t helpers = useful_threads(threads, runs_.size()) - 1;
  std::vector<std::jthread> crew;
  crew.reserve(helpers);
  try
  {
    while (crew.size() < helpers) crew.emplace_back([this] { work_safely(); });
  }
  catch (const std::system_error&)
  {
  }
  work_safely();
  crew.clear();
  if (failed_) return failed_->failure;
  return Done{};
}

void SliceReader::work_safely()
{
  try
  {
    work();
  }
  catch (const std::bad_alloc&)
  {
    fail(slices_.size(), {LoaderError::OutOfMemory, "there is not enough memory to read the slices. Close other programs and try again."});
  }
}

void SliceReader::work()
{
  PixelLoader loader;
  for (std::size_t n = next_++; n < runs_.size() && !stopped_; n = next_++)
  {
    const auto run = runs_[n];
    if (auto read = read_run(loader, run); !read) fail(run.first, read.failure().in_context(slices_[run.first].path.filename().string()));
    else report(run.count);
  }
}

Result<Done> SliceReader::read_run(PixelLoader& loader, SliceRun run)
{
  const auto& first = slices_[run.first];
  const auto part = destination_.subspan(run.first * slice_bytes_, run.count * slice_bytes_);
  return loader.read_frames(first.path, *first.file, first.frame, static_cast<int>(run.count), part);
}

void SliceReader::fail(std::size_t first, Failure failure)
{
  const std::lock_guard lock(mutex_);
  stopped_ = true;
  if (!failed_ || first < failed_->first) failed_ = FailedRun{first, std::move(failure)};
}

void SliceReader::report(std::size_t count)
{
  const std::lock_guard lock(mutex_);
  done_ += count;
  if (!progress_ || failed_ || progress_(done_, slices_.size())) return;
  stopped_ = true;
  failed_ = FailedRun{0, {LoaderError::Cancelled, "loading was cancelled."}};
}
}  // namespace nadir::imaging
