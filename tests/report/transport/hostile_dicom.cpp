#include "tests/report/transport/hostile_dicom.h"

namespace nadir::test
{
namespace
{
std::uint32_t number_at(std::string_view bytes, std::size_t at, int count)
{
  std::uint32_t number = 0;
  for (int k = 0; k < count; ++k) number = number << 8 | static_cast<unsigned char>(bytes.at(at + static_cast<std::size_t>(k)));
  return number;
}

std::string item(unsigned char type, std::string_view content)
{
  return std::string(1, static_cast<char>(type)) + '\0' + big_endian(static_cast<std::uint32_t>(content.size()), 2) + std::string(content);
}

/// The answer to one proposed context: taken in its first transfer syntax.
std::string accepted_context(std::string_view proposed)
{
  for (std::size_t at = 4; at + 4 <= proposed.size(); at += 4 + number_at(proposed, at + 2, 2))
    if (proposed[at] == 0x40)
      return item(0x21, std::string(proposed.substr(0, 1)) + std::string(3, '\0') +
                            item(0x40, proposed.substr(at + 4, number_at(proposed, at + 2, 2))));
  return "";
}

/// Maximum length and the roles as they were asked for.
std::string user_information(std::string_view proposed)
{
  std::string answer = item(0x51, big_endian(16384, 4)) + item(0x52, "1.2.3.4");
  for (std::size_t at = 0; at + 4 <= proposed.size(); at += 4 + number_at(proposed, at + 2, 2))
    if (proposed[at] == 0x54) answer += proposed.substr(at, 4 + number_at(proposed, at + 2, 2));
  return item(0x50, answer);
}

std::string element(std::uint16_t number, std::string value)
{
  if (value.size() % 2 != 0) value += '\0';
  return little_endian(0, 2) + little_endian(number, 2) + little_endian(static_cast<std::uint32_t>(value.size()), 4) + value;
}
}  // namespace

std::string big_endian(std::uint32_t number, int bytes)
{
  std::string text;
  for (int k = bytes - 1; k >= 0; --k) text += static_cast<char>(number >> (8 * k) & 0xFFu);
  return text;
}

std::string little_endian(std::uint32_t number, int bytes)
{
  std::string text;
  for (int k = 0; k < bytes; ++k) text += static_cast<char>(number >> (8 * k) & 0xFFu);
  return text;
}

std::string pdu(unsigned char type, std::string_view content)
{
  return std::string(1, static_cast<char>(type)) + '\0' + big_endian(static_cast<std::uint32_t>(content.size()), 4) + std::string(content);
}

std::string accepting(std::string_view request)
{
  std::string content(request.substr(6, 68));
  for (std::size_t at = 74; at + 4 <= request.size(); at += 4 + number_at(request, at + 2, 2))
  {
    const auto inside = request.substr(at + 4, number_at(request, at + 2, 2));
    if (request[at] == 0x10) content += item(0x10, inside);
    if (request[at] == 0x20) content += accepted_context(inside);
    if (request[at] == 0x50) content += user_information(inside);
  }
  return pdu(2, content);
}

std::string pdv(unsigned char context, Piece piece, std::string_view bytes)
{
  return big_endian(static_cast<std::uint32_t>(bytes.size() + 2), 4) + static_cast<char>(context) + static_cast<char>(piece) +
         std::string(bytes);
}

std::string message(unsigned char context, Piece piece, std::string_view bytes) { return pdu(4, pdv(context, piece, bytes)); }

std::string bytes_of(const WrittenCommand& command)
{
  const bool is_request = command.field < 0x8000;
  std::string bytes = element(0x0002, command.sop_class) + element(0x0100, little_endian(command.field, 2)) +
                      element(is_request ? 0x0110 : 0x0120, little_endian(command.message_id, 2));
  if (is_request) bytes += element(0x0700, little_endian(0, 2));
  bytes += element(0x0800, little_endian(command.has_data ? 0 : 0x0101, 2));
  if (command.status) bytes += element(0x0900, little_endian(*command.status, 2));
  if (!command.sop_instance.empty()) bytes += element(0x1000, command.sop_instance);
  if (command.completed) bytes += element(0x1021, little_endian(*command.completed, 2));
  if (command.failed) bytes += element(0x1022, little_endian(*command.failed, 2));
  return element(0x0000, little_endian(static_cast<std::uint32_t>(bytes.size()), 4)) + bytes;
}

std::string receive_message(const PeerSocket& client)
{
  for (;;)
  {
    const auto head = client.receive(6);
    if (head.size() < 6) return "";
    const auto body = client.receive(number_at(head, 2, 4));
    if (head[0] != 4 || body.size() < 6) return head + body;
    const bool is_last = (body[5] & 2) != 0, is_command = (body[5] & 1) != 0;
    const bool has_data =
        body.find(little_endian(0, 2) + little_endian(0x0800, 2) + little_endian(2, 4) + little_endian(0x0101, 2)) == std::string::npos;
    if (is_last && (!is_command || !has_data)) return head + body;
  }
}

unsigned char greet(const PeerSocket& client)
{
  const auto request = receive_message(client);
  if (request.size() < 74 || request[0] != 1 || !client.send(accepting(request))) return 0;
  const auto first = receive_message(client);
  return first.size() > 10 && first[0] == 4 ? static_cast<unsigned char>(first[10]) : static_cast<unsigned char>(0);
}
}  // namespace nadir::test
