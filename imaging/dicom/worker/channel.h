#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <span>

#include "imaging/dicom/worker/message.h"

namespace nadir::imaging::worker
{
/// Sends a request, its ranges and two descriptors. False when the other side is gone or does not take them within the
/// socket's send timeout. Never raises SIGPIPE.
bool send_request(int socket, const Request& request, std::span<const FileRange> ranges, Files files);

/// Receives one request; its descriptors are the caller's to close. nullopt at the end of the stream or after a breach of
/// the protocol, with any descriptor closed.
struct ReceivedRequest
{
  Request request;
  Files files;
};
std::optional<ReceivedRequest> receive_request(int socket);

/// Fills `bytes` completely, or returns false at the end of the stream.
bool receive_all(int socket, std::span<std::byte> bytes);
bool send_all(int socket, std::span<const std::byte> bytes);

/// Reads from a file at an offset, all of it. False when the file ends before.
bool read_at(int file, std::uint64_t offset, std::span<std::byte> bytes);
bool write_at(int file, std::uint64_t offset, std::span<const std::byte> bytes);
}  // namespace nadir::imaging::worker
