#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "tests/report/transport/hostile_peer.h"

namespace nadir::test
{
/// DICOM's upper layer (PS3.8 section 9.3) by hand, to say what no library would.
std::string big_endian(std::uint32_t number, int bytes);
std::string little_endian(std::uint32_t number, int bytes);

std::string pdu(unsigned char type, std::string_view content);
std::string accepting(std::string_view associate_request);  ///< an A-ASSOCIATE-AC that takes every context in its first transfer syntax

enum class Piece : unsigned char
{
  Data = 0,
  Command = 1,
  LastData = 2,
  LastCommand = 3,
};
std::string pdv(unsigned char context, Piece piece, std::string_view bytes);      ///< with its length, without a PDU around it
std::string message(unsigned char context, Piece piece, std::string_view bytes);  ///< as a P-DATA-TF of its own

/// A command set in Implicit VR Little Endian, fields of our choice.
struct WrittenCommand
{
  std::uint16_t field = 0, message_id = 1;
  std::optional<std::uint16_t> status{};
  bool has_data = false;
  std::string sop_class = "1.2.840.10008.5.1.4.1.1.4", sop_instance{};
  std::optional<std::uint16_t> completed{}, failed{};
};
std::string bytes_of(const WrittenCommand& command);

/// Reads the association request, accepts it, and reads the first message; gives the id of its context, 0 when the client has gone.
unsigned char greet(const PeerSocket& client);

/// Reads PDUs until one with a last piece of data or of a command without data; gives the last PDU.
std::string receive_message(const PeerSocket& client);
}  // namespace nadir::test
