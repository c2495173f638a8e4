#include "tests/support/hostile/hostile_file.h"

// Compressed pixel data that break decoders. The gate cannot see inside; the loader must refuse, in its limits.
namespace nadir::testing
{
namespace
{
Bytes compressed(const Bytes& frame, const std::string& transfer_syntax)
{
  return dicom_file(slice_header(hostile_seed_spec()).encapsulated({frame}), transfer_syntax);
}

void add_frame(HostileFamily& family, std::string name, const std::string& transfer_syntax, Bytes frame)
{
  family.add(std::move(name), Fate::NotMeasurable,
             [frame = std::move(frame), transfer_syntax] { return compressed(frame, transfer_syntax); });
}

Bytes words(std::initializer_list<std::uint32_t> values, bool big_endian)
{
  Bytes bytes;
  for (const auto value : values) append_number(bytes, value, big_endian);
  return bytes;
}

/// RLE header (PS3.5 G.5) with up to 15 offsets, and segments.
Bytes run_lengths(std::uint32_t segments, std::vector<std::uint32_t> offsets, const Bytes& data)
{
  Bytes bytes = words({segments}, false);
  offsets.resize(15);
  for (const auto offset : offsets) append_number(bytes, offset, false);
  append(bytes, data);
  return bytes;
}

/// A run of 16 equal bytes: header byte 1 - 16 as two's complement.
Bytes run_of_16(std::uint8_t value) { return {std::byte{0xf1}, std::byte{value}}; }

Bytes two_runs()
{
  Bytes data = run_of_16(0);
  append(data, run_of_16(7));
  return data;
}

/// Baseline JPEG start: SOI and a frame header of this size and precision.
Bytes jpeg_start(std::uint16_t rows, std::uint16_t columns, std::uint8_t marker = 0xc0, std::uint8_t precision = 8)
{
  Bytes bytes = bytes_of("\xff\xd8\xff");
  bytes.push_back(std::byte{marker});
  append_number(bytes, std::uint16_t{11}, true);
  bytes.push_back(std::byte{precision});
  append_number(bytes, rows, true);
  append_number(bytes, columns, true);
  append(bytes, bytes_of(std::string_view("\1\1\x11\0", 4)));
  return bytes;
}

Bytes followed_by(Bytes bytes, std::string_view more)
{
  append(bytes, bytes_of(more));
  return bytes;
}

/// JPEG 2000 code stream: SOC and SIZ (ITU-T T.800 A.5.1).
Bytes code_stream(std::uint32_t columns, std::uint32_t rows, std::uint32_t tile, std::uint16_t components)
{
  Bytes bytes = bytes_of(std::string_view("\xff\x4f\xff\x51", 4));
  append_number(bytes, static_cast<std::uint16_t>(38 + 3 * components), true);
  append_number(bytes, std::uint16_t{0}, true);
  append(bytes, words({columns, rows, 0, 0, tile, tile, 0, 0}, true));
  append_number(bytes, components, true);
  for (int i = 0; i < std::min<int>(components, 64); ++i) append(bytes, bytes_of(std::string_view("\x0f\1\1", 3)));
  return bytes;
}

/// COD, QCD and an empty tile.
constexpr std::string_view
    rest_of_code_stream("\xff\x52\0\x0c\0\0\0\1\0\1\4\4\0\1\xff\x5c\0\x05\x40\x80\x80\xff\x90\0\x0a\0\0\0\0\0\x0e\0\1\xff\x93\xff\xd9", 37);

/// Bits of a deflate stream, least significant first (RFC 1951 3.1.1).
class BitWriter
{
public:
  void put(std::uint32_t bits, int count)
  {
    for (int i = 0; i < count; ++i) put_bit((bits >> i) & 1);
  }
  /// Huffman codes are written most significant bit first.
  void put_code(std::uint32_t code, int count)
  {
    for (int i = count - 1; i >= 0; --i) put_bit((code >> i) & 1);
  }
  Bytes bytes;

private:
  void put_bit(std::uint32_t bit)
  {
    if (used_ % 8 == 0) bytes.push_back(std::byte{0});
    bytes.back() |= static_cast<std::byte>(bit << (used_ % 8));
    ++used_;
  }
  std::size_t used_ = 0;
};

/// Fixed-Huffman stream: a zero byte, then `repeats` copies of 258 bytes back by one (RFC 1951 3.2.6).
Bytes zeros_deflated(int repeats, bool finished)
{
  BitWriter writer;
  writer.put(finished ? 1 : 0, 1);
  writer.put(1, 2);
  writer.put_code(0x30, 8);
  for (int i = 0; i < repeats; ++i) writer.put_code(0xc5, 8), writer.put_code(0, 5);
  if (finished) writer.put_code(0, 7);
  return writer.bytes;
}
}  // namespace

void add_run_lengths(std::vector<HostileFile>& files)
{
  HostileFamily family(files, "run lengths");
  const auto bad = [&family](std::string name, Bytes frame) { add_frame(family, std::move(name), syntax::rle, std::move(frame)); };
  for (const std::uint32_t segments : {0u, 1u, 3u, 15u, 16u, 255u, 0x7fffffffu, 0xffffffffu})
    bad(std::to_string(segments) + " segments", run_lengths(segments, {64, 66}, two_runs()));
  bad("offset beyond the data", run_lengths(2, {64, 0xfffffff0}, two_runs()));
  bad("offset into the header", run_lengths(2, {4, 66}, two_runs()));
  bad("offsets that fall", run_lengths(2, {66, 64}, two_runs()));
  bad("offsets alike", run_lengths(2, {64, 64}, two_runs()));
  bad("header of two bytes", Bytes(2));
  bad("header only", run_lengths(2, {64, 64}, {}));
  bad("nothing", {});
  bad("half the data", run_lengths(2, {64, 66}, run_of_16(0)));
  bad("literal past the end", run_lengths(2, {64, 66}, bytes_of(std::string_view("\xf1\0\x7f\1", 4))));
  bad("run without value", run_lengths(2, {64, 66}, bytes_of(std::string_view("\xf1\0\xf1", 3))));
  bad("only no-operation bytes", run_lengths(2, {64, 80}, Bytes(4096, std::byte{0x80})));
}

void add_jpeg(std::vector<HostileFile>& files)
{
  HostileFamily family(files, "JPEG");
  for (const auto& uid : {syntax::jpeg_baseline, syntax::jpeg_lossless, syntax::jpeg_ls})
  {
    const auto bad = [&](const std::string& name, Bytes frame) { add_frame(family, name + " in " + uid, uid, std::move(frame)); };
    // Known endless loop of a parser of JPEG segments: markers FF01 have no length.
    Bytes marker_loop = bytes_of("\xff\xd8");
    for (int i = 0; i < 64; ++i) append(marker_loop, bytes_of("\xff\x01"));
    bad("marker FF01", marker_loop);
    bad("marker FF01 and nothing", bytes_of("\xff\xd8\xff\x01"));
    bad("start only", bytes_of("\xff\xd8"));
    bad("start and end", bytes_of("\xff\xd8\xff\xd9"));
    bad("text", bytes_of("this is no JPEG!"));
    bad("zeros", Bytes(64));
    bad("65535 x 65535", followed_by(jpeg_start(65535, 65535), "\xff\xd9"));
    bad("0 x 0", followed_by(jpeg_start(0, 0), "\xff\xd9"));
    bad("no tables", followed_by(jpeg_start(4, 4), std::string_view("\xff\xda\0\x08\1\1\0\0\x3f\0\x12\x34\xff\xd9", 14)));
    bad("segment of length 0", bytes_of(std::string_view("\xff\xd8\xff\xe0\0\0\xff\xd9", 8)));
    bad("segment past the end", bytes_of(std::string_view("\xff\xd8\xff\xe0\xff\xff\xff\xd9", 8)));
    bad("all fill bytes", Bytes(4096, std::byte{0xff}));
  }
}

void add_jpeg_2000(std::vector<HostileFile>& files)
{
  HostileFamily family(files, "JPEG 2000");
  const auto bad = [&family](std::string name, Bytes frame) { add_frame(family, std::move(name), syntax::jpeg_2000, std::move(frame)); };
  bad("65535 x 65535", followed_by(code_stream(65535, 65535, 65535, 1), rest_of_code_stream));
  bad("2^32-1 x 2^32-1", followed_by(code_stream(0xffffffff, 0xffffffff, 0xffffffff, 1), rest_of_code_stream));
  bad("65535 x 65535 in tiles of one", followed_by(code_stream(65535, 65535, 1, 1), rest_of_code_stream));
  bad("tiles of none", followed_by(code_stream(4, 4, 0, 1), rest_of_code_stream));
  bad("0 x 0", followed_by(code_stream(0, 0, 4, 1), rest_of_code_stream));
  bad("no components", followed_by(code_stream(4, 4, 4, 0), rest_of_code_stream));
  bad("16384 components", followed_by(code_stream(4, 4, 4, 16384), rest_of_code_stream));
  bad("5 x 4 pixels", followed_by(code_stream(5, 4, 5, 1), rest_of_code_stream));
  bad("three components", followed_by(code_stream(4, 4, 4, 3), rest_of_code_stream));
  bad("header only", code_stream(4, 4, 4, 1));
  bad("start only", bytes_of("\xff\x4f"));
  bad("text", bytes_of("this is no JPEG 2000"));
  bad("zeros", Bytes(64));
  bad("nothing", {});
  bad("JP2 box of no end", bytes_of(std::string_view("\0\0\0\x0cjP  \r\n\x87\n\0\0\0\0ftypjp2 ", 24)));
}

void add_deflated(std::vector<HostileFile>& files)
{
  HostileFamily family(files, "deflated");
  const auto bad = [&family](std::string name, std::function<Bytes()> stream) {
    family.add(std::move(name), Fate::NotMeasurable, [stream = std::move(stream)] { return seed_with_data(stream(), syntax::deflated); });
  };
  bad("bomb of 650 MB", [] { return zeros_deflated(2'520'000, true); });
  bad("bomb of 70 MB", [] { return zeros_deflated(271'000, true); });
  bad("bomb without end", [] { return zeros_deflated(2'600'000, false); });
  bad("zeros", [] { return zeros_deflated(40, true); });
  bad("nothing", [] { return Bytes{}; });
  bad("text", [] { return bytes_of("this is no deflate stream, is it?"); });
  bad("block of an unknown kind", [] { return Bytes(16, std::byte{0x07}); });
  bad("cut", [] { return zeros_deflated(40, false); });
}
}  // namespace nadir::testing
