#pragma once

#include <cstdint>
#include <functional>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tests/support/dicom_samples.h"

namespace nadir::testing
{
/// What must become of a hostile file.
enum class Fate
{
  RefusedAtGate,  ///< DicomFile::parse fails
  NotMeasurable,  ///< the gate may let it pass; a scan or a load then refuses or warns
  Harmless,       ///< passes the gate, and loads as the seed does
};

/// One way to spoil a file. Bytes are made when asked for, some are 20 MB.
struct HostileFile
{
  std::string family;
  std::string name;
  Fate fate = Fate::RefusedAtGate;
  std::function<Bytes()> bytes;
};

/// Collects files of one family.
class HostileFamily
{
public:
  HostileFamily(std::vector<HostileFile>& files, std::string family) : files_(files), family_(std::move(family)) {}

  void add(std::string name, Fate fate, std::function<Bytes()> bytes)
  {
    files_.push_back({family_, std::move(name), fate, std::move(bytes)});
  }

  /// The seed slice, spoiled by `spoil`, written in a transfer syntax.
  void slice(std::string name, Fate fate, std::function<void(DicomObject&)> spoil, std::string transfer_syntax = syntax::explicit_little);

  /// The seed slice with other text in one attribute.
  void slice_with(Tag tag, std::string_view value, Fate fate);

private:
  std::vector<HostileFile>& files_;
  std::string family_;
};

/// The slice that hostile files are made of: the second of three, 3 mm apart.
inline SliceSpec hostile_seed_spec() { return {.number = 2, .z = 3.0}; }
inline DicomObject hostile_seed() { return classic_slice(hostile_seed_spec()); }

/// Beginnings of attributes in Explicit VR Little Endian: Content Sequence (0040,A730) of undefined length, and a private one of VR UN.
inline constexpr std::string_view open_sequence("\x40\x00\x30\xa7SQ\0\0\xff\xff\xff\xff", 12);
inline constexpr std::string_view private_unknown("\x41\x00\x10\x10UN\0\0", 8);

Bytes joined(std::initializer_list<Bytes> parts);
/// Four bytes, little-endian.
Bytes length_of(std::uint32_t length);

/// Text of an attribute replaced, keeping its VR.
inline void set_text(DicomObject& object, Tag tag, std::string_view value)
{
  const std::string vr = object.at(tag).vr;
  DicomObject other;
  other.text(tag, vr, value);
  object.set(other.elements.front());
}

inline void set_number(DicomObject& object, Tag tag, std::uint16_t value)
{
  DicomObject other;
  other.us(tag, {value});
  object.set(other.elements.front());
}

/// "DICM" and group 0002 for the seed, with bytes of any kind behind it.
Bytes seed_with_data(const Bytes& data, const std::string& transfer_syntax);

std::string name_of(Tag tag);

// The families.
void add_declared_lengths(std::vector<HostileFile>& files);
void add_nesting(std::vector<HostileFile>& files);
void add_open_ends(std::vector<HostileFile>& files);
void add_foreign_files(std::vector<HostileFile>& files);
void add_meta_headers(std::vector<HostileFile>& files);
void add_floods(std::vector<HostileFile>& files);
void add_frame_sizes(std::vector<HostileFile>& files);
void add_bit_layouts(std::vector<HostileFile>& files);
void add_pixel_lengths(std::vector<HostileFile>& files);
void add_transfer_syntaxes(std::vector<HostileFile>& files);
void add_fragments(std::vector<HostileFile>& files);
void add_type_spoofs(std::vector<HostileFile>& files);
void add_duplicates(std::vector<HostileFile>& files);
void add_missing_attributes(std::vector<HostileFile>& files);
void add_numbers(std::vector<HostileFile>& files);
void add_geometry(std::vector<HostileFile>& files);
void add_identifiers(std::vector<HostileFile>& files);
void add_texts(std::vector<HostileFile>& files);
void add_frame_groups(std::vector<HostileFile>& files);
void add_run_lengths(std::vector<HostileFile>& files);
void add_jpeg(std::vector<HostileFile>& files);
void add_jpeg_2000(std::vector<HostileFile>& files);
void add_deflated(std::vector<HostileFile>& files);
}  // namespace nadir::testing
