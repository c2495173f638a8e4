#include "reading/store/head_file.h"

#include <fstream>
#include <iterator>

#include "imaging/digest/sha256.h"
#include "imaging/units/number_text.h"
#include "reading/store/durable_file.h"

namespace nadir::reading
{
namespace
{
constexpr std::string_view first_line = "nadir-head 1";

Failure damaged() { return {RecordError::Damaged, "the head file does not agree with its own digest"}; }

/// Takes the lines of a text one by one.
class Lines
{
public:
  explicit Lines(std::string_view text) : rest_(text) {}

  bool is_at_end() const { return rest_.empty(); }
  /// The line's text after "KEY "; nullopt when the next line has another key.
  std::optional<std::string> value(std::string_view key)
  {
    const auto line = rest_.substr(0, rest_.find('\n'));
    if (line.size() <= key.size() || !line.starts_with(key) || line[key.size()] != ' ') return std::nullopt;
    rest_.remove_prefix(std::min(line.size() + 1, rest_.size()));
    return std::string(line.substr(key.size() + 1));
  }

private:
  std::string_view rest_;
};

std::string body_of(const Head& head)
{
  std::string text = std::string(first_line) + "\nrecord " + head.record.text() + "\nevents " + std::to_string(head.events) + "\ndigest " +
                     head.digest.text() + "\n";
  if (!head.seal) return text;
  text += "bytes " + std::to_string(head.seal->bytes) + "\n";
  for (const auto& block : head.seal->blocks) text += "block " + block + "\n";
  return text;
}

std::optional<Seal> seal_in(Lines& lines)
{
  const auto bytes = lines.value("bytes");
  if (!bytes) return std::nullopt;
  Seal seal{static_cast<std::uint64_t>(parse_integer(*bytes).value_or(0)), {}};
  while (const auto block = lines.value("block")) seal.blocks.push_back(*block);
  return seal;
}
/// "then 17 DIGEST CHECK": takes the line in when its check holds.
bool take_line(Head& head, std::string_view line)
{
  const auto digits = line.find(' ', 5);
  if (!line.starts_with("then ") || digits == std::string_view::npos || line.size() < digits + 66) return false;
  Head next{head.record, parse_integer(line.substr(5, digits - 5)).value_or(-1), Digest{std::string(line.substr(digits + 1, 64))},
            std::nullopt};
  if (added_line(next) != std::string(line) + "\n") return false;
  head = next;
  return true;
}

Result<Head> with_added_lines(Head head, std::string_view lines)
{
  for (auto end = lines.find('\n'); end != std::string_view::npos; end = lines.find('\n'))
  {
    if (!take_line(head, lines.substr(0, end))) return damaged();
    lines.remove_prefix(end + 1);
  }
  if (!lines.empty()) head.seal.reset();
  return head;
}
}  // namespace

std::filesystem::path head_file_of(const std::filesystem::path& record) { return record.string() + ".head"; }

std::string to_text(const Head& head)
{
  const auto body = body_of(head);
  return body + "check " + imaging::sha256_of(body) + "\n";
}

std::string added_line(const Head& head)
{
  const auto body = "then " + std::to_string(head.events) + " " + head.digest.text() + " ";
  return body + imaging::sha256_of(head.record.text() + body).substr(0, 16) + "\n";
}

Result<Head> parse_head(std::string_view text)
{
  Lines lines(text);
  if (lines.value("nadir-head") != "1") return damaged();
  Head head;
  head.record = RecordId{lines.value("record").value_or("")};
  head.events = parse_integer(lines.value("events").value_or("")).value_or(-1);
  head.digest = Digest{lines.value("digest").value_or("")};
  head.seal = seal_in(lines);
  const auto written = to_text(head);
  return text.starts_with(written) ? with_added_lines(head, text.substr(written.size())) : damaged();
}

Result<Head> read_head(const std::filesystem::path& record)
{
  std::ifstream file(head_file_of(record), std::ios::binary);
  if (!file) return Failure{RecordError::CannotOpen, head_file_of(record).string() + " is not there"};
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  return parse_head(text);
}

bool write_head(const std::filesystem::path& record, const Head& head) { return write_durably(head_file_of(record), to_text(head)); }

bool note_head(const std::filesystem::path& record, const Head& head)
{
  const auto known = read_head(record);
  if (known && known->record == head.record) return add_line(head_file_of(record), added_line(head));
  return write_head(record, head);
}

std::optional<Seal> seal_of(const std::filesystem::path& file)
{
  std::ifstream stream(file, std::ios::binary);
  if (!stream) return std::nullopt;
  Seal seal;
  std::string block(seal_block_bytes, '\0');
  while (stream.read(block.data(), static_cast<std::streamsize>(block.size())) || stream.gcount() > 0)
  {
    const auto count = static_cast<std::size_t>(stream.gcount());
    seal.bytes += count;
    seal.blocks.push_back(imaging::sha256_of(std::string_view(block).substr(0, count)));
  }
  return stream.bad() ? std::nullopt : std::optional(seal);
}
}  // namespace nadir::reading
