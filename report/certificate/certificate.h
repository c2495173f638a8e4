#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace nadir::report
{
/// One file that was read again from the disk, by what, and in what it differs from what was to be written.
struct ReadBack
{
  std::string file;
  std::string reader;                    ///< "nadir's reader of assessment.json"
  std::vector<std::string> differences;  ///< empty = equal
  bool operator==(const ReadBack&) const = default;
};

struct CertifiedFile
{
  std::string name;        ///< within the format's folder
  std::uint64_t size = 0;  ///< bytes
  std::string sha256;
  bool operator==(const CertifiedFile&) const = default;
};

/// What became of one format. Either it was written whole, read back and found equal, or it was refused and nothing of it was kept.
struct CertifiedFormat
{
  std::string format;
  std::string refusal;  ///< "" = written
  std::vector<CertifiedFile> files;
  std::vector<ReadBack> read_back;
  std::vector<std::string> left_out;  ///< what the format has no room for
  std::vector<std::string> notices;
  bool operator==(const CertifiedFormat&) const = default;

  bool is_written() const { return refusal.empty(); }
};

/// Conformance certificate of an export: what was written of what, read back by what, equal or not. No patient and no path in it.
struct Certificate
{
  std::string software;  ///< "nadir 0.1.0"
  std::string moment;    ///< that the files state as theirs, ISO 8601; "" when none of them states one
  std::string moment_origin;
  std::vector<std::string> sources;  ///< SHA-256 of each source's assessment.json
  std::vector<CertifiedFormat> formats;
  bool operator==(const Certificate&) const = default;
};

/// The name of the certificate's file, beside the folders of the formats.
inline constexpr const char* certificate_name = "certificate.json";
}  // namespace nadir::report
