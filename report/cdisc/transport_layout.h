#pragma once

#include <cstdint>
#include <string>
#include <string_view>

/// Fixed parts of a SAS transport file (TS-140): records of 80 bytes, integers big-endian.
namespace nadir::report::cdisc::transport
{
inline constexpr std::size_t record_bytes = 80;
inline constexpr std::size_t description_bytes = 140;  ///< of one variable

inline constexpr std::string_view library_header = "HEADER RECORD*******LIBRARY HEADER RECORD!!!!!!!000000000000000000000000000000  ";
inline constexpr std::string_view member_header = "HEADER RECORD*******MEMBER  HEADER RECORD!!!!!!!000000000000000001600000000140  ";
inline constexpr std::string_view descriptor_header = "HEADER RECORD*******DSCRPTR HEADER RECORD!!!!!!!000000000000000000000000000000  ";
inline constexpr std::string_view variables_header =
    "HEADER RECORD*******NAMESTR HEADER RECORD!!!!!!!000000";  ///< then the count in four digits
inline constexpr std::string_view rows_header = "HEADER RECORD*******OBS     HEADER RECORD!!!!!!!000000000000000000000000000000  ";

/// Places inside the description of a variable.
inline constexpr std::size_t type_at = 0, length_at = 4, name_at = 8, label_at = 16, position_at = 84;
inline constexpr int number_type = 1, text_type = 2;

inline std::string padded(std::string_view text, std::size_t bytes)
{
  std::string made(text.substr(0, bytes));
  made.resize(bytes, ' ');
  return made;
}

inline std::string big_endian(std::uint32_t value, std::size_t bytes)
{
  std::string made(bytes, '\0');
  for (std::size_t i = bytes; i > 0; --i, value >>= 8) made[i - 1] = static_cast<char>(static_cast<unsigned char>(value & 0xFF));
  return made;
}

inline std::uint32_t big_endian_at(std::string_view bytes, std::size_t at, std::size_t count)
{
  std::uint32_t value = 0;
  for (const char c : bytes.substr(at, count)) value = value << 8 | static_cast<unsigned char>(c);
  return value;
}

inline std::string_view without_padding(std::string_view text) { return text.substr(0, text.find_last_not_of(' ') + 1); }
}  // namespace nadir::report::cdisc::transport
