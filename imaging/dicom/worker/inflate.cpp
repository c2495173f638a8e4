#include "imaging/dicom/worker/inflate.h"

#include <zlib.h>

#include <algorithm>
#include <vector>

#include "imaging/dicom/worker/channel.h"

namespace nadir::imaging::worker
{
namespace
{
constexpr std::size_t block_bytes = std::size_t{1} << 18;
constexpr std::uint64_t ratio_free_bytes = std::uint64_t{16} << 20;
constexpr std::uint64_t most_ratio = 1000;

class Inflater
{
public:
  Inflater() : in_(block_bytes), out_(block_bytes) { ready_ = inflateInit2(&stream_, -MAX_WBITS) == Z_OK; }
  ~Inflater() { inflateEnd(&stream_); }
  Inflater(const Inflater&) = delete;
  Inflater& operator=(const Inflater&) = delete;

  Reply run(Files files, FileRange range, std::uint64_t most_bytes)
  {
    auto outcome = ready_ ? Outcome::Done : Outcome::OutOfMemory;
    while (outcome == Outcome::Done && !ended_) outcome = step(files, range, most_bytes);
    return {.outcome = outcome, .bytes = outcome == Outcome::Done ? stream_.total_out : 0};
  }

private:
  Outcome step(Files files, FileRange range, std::uint64_t most_bytes)
  {
    if (stream_.avail_in == 0 && !refill(files.input, range))
      return stream_.total_in == range.length ? Outcome::Truncated : Outcome::InputUnreadable;
    const std::uint64_t before = stream_.total_out;
    stream_.next_out = out_.data();
    stream_.avail_out = static_cast<uInt>(out_.size());
    const int status = ::inflate(&stream_, Z_NO_FLUSH);
    if (status != Z_OK && status != Z_STREAM_END) return status == Z_MEM_ERROR ? Outcome::OutOfMemory : Outcome::Damaged;
    ended_ = status == Z_STREAM_END;
    if (is_too_large(most_bytes)) return Outcome::TooLarge;
    const auto produced = std::as_bytes(std::span(out_)).first(static_cast<std::size_t>(stream_.total_out - before));
    return write_at(files.output, before, produced) ? Outcome::Done : Outcome::OutputUnwritable;
  }

  bool refill(int input, FileRange range)
  {
    const std::uint64_t left = range.length - stream_.total_in;
    const auto count = static_cast<std::size_t>(std::min<std::uint64_t>(left, in_.size()));
    if (count == 0 || !read_at(input, range.offset + stream_.total_in, std::as_writable_bytes(std::span(in_)).first(count))) return false;
    stream_.next_in = in_.data();
    stream_.avail_in = static_cast<uInt>(count);
    return true;
  }

  bool is_too_large(std::uint64_t most_bytes) const
  {
    return stream_.total_out > most_bytes || (stream_.total_out > ratio_free_bytes && stream_.total_out / most_ratio > stream_.total_in);
  }

  z_stream stream_{};
  std::vector<Bytef> in_;
  std::vector<Bytef> out_;
  bool ready_ = false;
  bool ended_ = false;
};
}  // namespace

Reply inflate_file(Files files, FileRange range, std::uint64_t most_bytes) { return Inflater().run(files, range, most_bytes); }
}  // namespace nadir::imaging::worker
