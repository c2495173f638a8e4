// The program nadir-loader: decodes frames and inflates files for nadir, one request at a time, in a process of its own that
// may crash, hang or run out of memory without harm. It is started by nadir with a socket as descriptor 3; see message.h.
// Arguments: the parent's process id, the limit of the address space in bytes.

#include <unistd.h>

#include <charconv>
#include <cstring>
#include <new>
#include <numeric>
#include <string_view>
#include <vector>

#include "imaging/dicom/worker/channel.h"
#include "imaging/dicom/worker/confinement.h"
#include "imaging/dicom/worker/frame_decoder.h"
#include "imaging/dicom/worker/inflate.h"
#include "imaging/dicom/worker/quiet_libraries.h"

namespace nadir::imaging::worker
{
namespace
{
/// Buffers that live from one request to the next.
struct Workspace
{
  std::vector<FileRange> ranges;
  std::vector<std::byte> compressed;
  std::vector<std::byte> decoded;
};

bool receive_ranges(const Request& request, std::vector<FileRange>& ranges)
{
  ranges.resize(request.range_count);
  return receive_all(worker_socket, std::as_writable_bytes(std::span(ranges)));
}

/// Joins the ranges; false when the file is shorter than they say.
bool read_compressed(int input, Workspace& space)
{
  space.compressed.clear();
  for (const auto& range : space.ranges)
  {
    const std::size_t start = space.compressed.size();
    if (range.length > space.compressed.max_size() - start) throw std::bad_alloc();
    space.compressed.resize(start + static_cast<std::size_t>(range.length));
    if (!read_at(input, range.offset, std::span(space.compressed).subspan(start))) return false;
  }
  return true;
}

bool is_sound(const Request& request)
{
  const auto& format = request.format;
  const bool bytes_known = format.bytes_per_sample == 1 || format.bytes_per_sample == 2 || format.bytes_per_sample == 4;
  const bool bits_fit = format.bits_stored >= 1 && format.bits_stored <= 8 * format.bytes_per_sample;
  const bool size_fits = format.rows <= 65535 && format.columns <= 65535 && frame_bytes(format) == request.output_bytes;
  return bytes_known && bits_fit && size_fits && request.output_bytes > 0 && (format.samples == 1 || format.samples == 3);
}

Outcome decode(const Request& request, Files files, Workspace& space)
{
  if (!is_sound(request)) return Outcome::BadRequest;
  if (!read_compressed(files.input, space)) return Outcome::InputUnreadable;
  space.decoded.resize(static_cast<std::size_t>(request.output_bytes));
  const auto outcome = decode_frame(request.codec, space.compressed, request.format, space.decoded);
  if (outcome != Outcome::Done) return outcome;
  return write_at(files.output, 0, space.decoded) ? Outcome::Done : Outcome::OutputUnwritable;
}

Reply perform(const Request& request, Files files, Workspace& space)
{
  limit_request(request.cpu_seconds, request.output_bytes);
  if (request.task == Task::Inflate) return inflate_file(files, space.ranges.front(), request.output_bytes);
  if (request.task != Task::DecodeFrame) return {.outcome = Outcome::BadRequest};
  const auto outcome = decode(request, files, space);
  return {.outcome = outcome, .bytes = outcome == Outcome::Done ? request.output_bytes : 0};
}

Reply perform_safely(const Request& request, Files files, Workspace& space)
{
  try
  {
    return perform(request, files, space);
  }
  catch (const std::bad_alloc&)
  {
    space = {};
    return {.outcome = Outcome::OutOfMemory};
  }
  catch (...)
  {
    return {.outcome = Outcome::Damaged};
  }
}

int serve()
{
  Workspace space;
  while (const auto received = receive_request(worker_socket))
  {
    if (!receive_ranges(received->request, space.ranges)) return 1;
    const auto reply = perform_safely(received->request, received->files, space);
    ::close(received->files.input);
    ::close(received->files.output);
    if (!send_all(worker_socket, std::as_bytes(std::span(&reply, 1)))) return 1;
  }
  return 0;
}

std::uint64_t number_of(const char* text)
{
  std::uint64_t number = 0;
  std::from_chars(text, text + std::strlen(text), number);
  return number;
}
}  // namespace
}  // namespace nadir::imaging::worker

int main(int argc, char** argv)
{
  using namespace nadir::imaging::worker;
  if (argc != 3)
  {
    constexpr std::string_view usage = "nadir-loader is started by nadir; it is of no use by hand.\n";
    static_cast<void>(::write(STDERR_FILENO, usage.data(), usage.size()));
    return 2;
  }
  if (!confine(number_of(argv[2]), static_cast<long>(number_of(argv[1])))) return 0;
  silence_libraries();
  return serve();
}
