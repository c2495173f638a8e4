#include "imaging/dicom/worker/channel.h"

#include <sys/socket.h>
#include <sys/types.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>

namespace nadir::imaging::worker
{
namespace
{
constexpr std::size_t control_bytes = CMSG_SPACE(2 * sizeof(int));
using ControlBuffer = std::array<std::byte, control_bytes>;

void attach(msghdr& message, ControlBuffer& buffer, Files files)
{
  message.msg_control = buffer.data();
  message.msg_controllen = buffer.size();
  cmsghdr* header = CMSG_FIRSTHDR(&message);
  header->cmsg_level = SOL_SOCKET;
  header->cmsg_type = SCM_RIGHTS;
  header->cmsg_len = CMSG_LEN(2 * sizeof(int));
  const std::array<int, 2> numbers{files.input, files.output};
  std::memcpy(CMSG_DATA(header), numbers.data(), sizeof numbers);
}

Files detach(msghdr& message)
{
  const cmsghdr* header = CMSG_FIRSTHDR(&message);
  if (header == nullptr || header->cmsg_type != SCM_RIGHTS || header->cmsg_len != CMSG_LEN(2 * sizeof(int))) return {};
  std::array<int, 2> numbers{};
  std::memcpy(numbers.data(), CMSG_DATA(header), sizeof numbers);
  return {numbers[0], numbers[1]};
}

/// Calls a system call again when a signal came between.
template <class Call> ssize_t uninterrupted(Call call)
{
  ssize_t result = 0;
  do result = call();
  while (result < 0 && errno == EINTR);
  return result;
}

bool send_with_files(int socket, std::span<const std::byte> bytes, Files files)
{
  ControlBuffer control{};
  iovec part{const_cast<std::byte*>(bytes.data()), bytes.size()};
  msghdr message{};
  message.msg_iov = &part;
  message.msg_iovlen = 1;
  attach(message, control, files);
  const ssize_t sent = uninterrupted([&] { return ::sendmsg(socket, &message, MSG_NOSIGNAL); });
  return sent >= 0 && send_all(socket, bytes.subspan(static_cast<std::size_t>(sent)));
}

void close_both(Files files)
{
  if (files.input >= 0) ::close(files.input);
  if (files.output >= 0) ::close(files.output);
}

bool is_sound(const Request& request)
{
  return request.magic_number == magic && request.range_count <= most_ranges && request.range_count > 0;
}
}  // namespace

bool send_all(int socket, std::span<const std::byte> bytes)
{
  while (!bytes.empty())
  {
    const ssize_t sent = uninterrupted([&] { return ::send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL); });
    if (sent <= 0) return false;
    bytes = bytes.subspan(static_cast<std::size_t>(sent));
  }
  return true;
}

bool receive_all(int socket, std::span<std::byte> bytes)
{
  while (!bytes.empty())
  {
    const ssize_t received = uninterrupted([&] { return ::recv(socket, bytes.data(), bytes.size(), 0); });
    if (received <= 0) return false;
    bytes = bytes.subspan(static_cast<std::size_t>(received));
  }
  return true;
}

bool send_request(int socket, const Request& request, std::span<const FileRange> ranges, Files files)
{
  return send_with_files(socket, std::as_bytes(std::span(&request, 1)), files) && send_all(socket, std::as_bytes(ranges));
}

std::optional<ReceivedRequest> receive_request(int socket)
{
  ReceivedRequest received;
  const auto bytes = std::as_writable_bytes(std::span(&received.request, 1));
  ControlBuffer control{};
  iovec part{bytes.data(), bytes.size()};
  msghdr message{};
  message.msg_iov = &part;
  message.msg_iovlen = 1;
  message.msg_control = control.data();
  message.msg_controllen = control.size();
  const ssize_t count = uninterrupted([&] { return ::recvmsg(socket, &message, MSG_CMSG_CLOEXEC); });
  if (count <= 0) return std::nullopt;
  received.files = detach(message);
  const bool whole = receive_all(socket, bytes.subspan(static_cast<std::size_t>(count)));
  if (whole && received.files.output >= 0 && is_sound(received.request)) return received;
  close_both(received.files);
  return std::nullopt;
}

bool read_at(int file, std::uint64_t offset, std::span<std::byte> bytes)
{
  while (!bytes.empty())
  {
    const ssize_t count = uninterrupted([&] { return ::pread(file, bytes.data(), bytes.size(), static_cast<off_t>(offset)); });
    if (count <= 0) return false;
    offset += static_cast<std::uint64_t>(count);
    bytes = bytes.subspan(static_cast<std::size_t>(count));
  }
  return true;
}

bool write_at(int file, std::uint64_t offset, std::span<const std::byte> bytes)
{
  while (!bytes.empty())
  {
    const ssize_t count = uninterrupted([&] { return ::pwrite(file, bytes.data(), bytes.size(), static_cast<off_t>(offset)); });
    if (count <= 0) return false;
    offset += static_cast<std::uint64_t>(count);
    bytes = bytes.subspan(static_cast<std::size_t>(count));
  }
  return true;
}
}  // namespace nadir::imaging::worker
