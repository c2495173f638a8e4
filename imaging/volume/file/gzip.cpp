#include "imaging/volume/file/gzip.h"

#include <zlib.h>

#include <algorithm>
#include <cstddef>

#include "imaging/result/expects.h"

namespace nadir::imaging
{
namespace
{
constexpr int level = 4;  ///< masks shrink a hundredfold at any level; images hardly gain above
constexpr int gzip_window_bits = 15 + 16;
constexpr int memory_level = 8;
constexpr std::size_t piece = std::size_t{1} << 20;

/// Deflates what is in `stream` and appends it to `packed`.
void drain(z_stream& stream, int flush, std::string& packed)
{
  do {
    const auto before = packed.size();
    packed.resize(before + piece);
    stream.next_out = reinterpret_cast<unsigned char*>(packed.data() + before);
    stream.avail_out = static_cast<uInt>(piece);
    const int status = deflate(&stream, flush);
    NADIR_EXPECTS(status == Z_OK || status == Z_STREAM_END || status == Z_BUF_ERROR);
    packed.resize(before + piece - stream.avail_out);
  } while (stream.avail_out == 0);
}
}  // namespace

std::string gzip_of(std::string_view bytes)
{
  z_stream stream{};
  NADIR_EXPECTS(deflateInit2(&stream, level, Z_DEFLATED, gzip_window_bits, memory_level, Z_DEFAULT_STRATEGY) == Z_OK);
  std::string packed;
  do {
    const auto count = std::min(piece, bytes.size());
    stream.next_in = reinterpret_cast<unsigned char*>(const_cast<char*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(count);
    bytes.remove_prefix(count);
    drain(stream, bytes.empty() ? Z_FINISH : Z_NO_FLUSH, packed);
  } while (!bytes.empty());
  deflateEnd(&stream);
  return packed;
}
}  // namespace nadir::imaging
