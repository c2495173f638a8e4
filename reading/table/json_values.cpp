#include "reading/table/json_values.h"

#include <cmath>
#include <nlohmann/json.hpp>
#include <set>

namespace nadir::reading
{
namespace
{
constexpr std::size_t deepest = 16;

/// Characters of a text; counts the lines that were read.
class CountingIterator
{
public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  CountingIterator(const char* at, std::uint64_t* line) : at_(at), line_(line) {}
  reference operator*() const { return *at_; }
  CountingIterator& operator++()
  {
    if (*at_ == '\n') ++*line_;
    ++at_;
    return *this;
  }
  CountingIterator operator++(int)
  {
    auto old = *this;
    ++*this;
    return old;
  }
  bool operator==(const CountingIterator& other) const { return at_ == other.at_; }
  bool operator!=(const CountingIterator& other) const { return at_ != other.at_; }

private:
  const char* at_;
  std::uint64_t* line_;
};

/// Collects the values of a JSON text in the order of the file, with paths and lines.
class Collector : public nlohmann::json_sax<nlohmann::json>
{
public:
  Collector(const std::uint64_t& line, std::vector<Value>& values, std::vector<ProtocolMistake>& mistakes)
      : line_(line), values_(values), mistakes_(mistakes)
  {
  }

  bool null() override { return add(ValueKind::Null, "null"); }
  bool boolean(bool value) override { return add(ValueKind::Truth, value ? "true" : "false"); }
  bool number_integer(number_integer_t value) override { return add(ValueKind::Number, std::to_string(value)); }
  bool number_unsigned(number_unsigned_t value) override { return add(ValueKind::Number, std::to_string(value)); }
  bool number_float(number_float_t value, const string_t& text) override
  {
    const bool is_whole = std::abs(value) < 1e9 && value == std::trunc(value);  // 28.0 is 28
    return add(ValueKind::Number, is_whole ? std::to_string(static_cast<std::int64_t>(value)) : text);
  }
  bool string(string_t& value) override { return add(ValueKind::Text, value); }
  bool binary(binary_t&) override { return false; }
  bool start_object(std::size_t) override { return open(ValueKind::Object); }
  bool start_array(std::size_t) override { return open(ValueKind::List); }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }

  bool key(string_t& name) override
  {
    auto& level = levels_.back();
    level.key = name;
    level.line = line_;
    if (level.keys.insert(name).second) return true;
    mistakes_.push_back({line_, level.path + name, "the key is there twice (one of them would be ignored). Keep one."});
    return true;
  }

  bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception& error) override
  {
    std::string text = error.what();
    const auto colon = text.find("syntax error");
    mistakes_.push_back(
        {line_, "", "this is no JSON (" + (colon == std::string::npos ? text : text.substr(colon)) + "). Correct the text."});
    return false;
  }

private:
  /// An open object or list.
  struct Level
  {
    ValueKind kind = ValueKind::Object;
    std::string path;  ///< what the paths of its values begin with
    std::string key;
    std::uint64_t line = 0;
    std::size_t count = 0;
    std::set<std::string> keys;
  };

  std::string path_of_value()
  {
    if (levels_.empty()) return "";
    auto& level = levels_.back();
    return level.kind == ValueKind::Object ? level.path + level.key : level.path + "[" + std::to_string(level.count++) + "]";
  }

  bool add(ValueKind kind, std::string text)
  {
    const bool in_object = !levels_.empty() && levels_.back().kind == ValueKind::Object;
    values_.push_back({path_of_value(), in_object ? levels_.back().line : line_, kind, std::move(text)});
    return true;
  }

  bool open(ValueKind kind)
  {
    if (levels_.size() >= deepest)
    {
      mistakes_.push_back({line_, "", "the text is nested more than 16 deep (no protocol is). Correct the file."});
      return false;
    }
    add(kind, "");
    const auto& path = values_.back().path;
    levels_.push_back({kind, path.empty() || kind == ValueKind::List ? path : path + ".", "", line_, 0, {}});
    return true;
  }

  bool close()
  {
    levels_.pop_back();
    return true;
  }

  const std::uint64_t& line_;
  std::vector<Value>& values_;
  std::vector<ProtocolMistake>& mistakes_;
  std::vector<Level> levels_;
};
}  // namespace

std::vector<Value> json_values(std::string_view json, std::vector<ProtocolMistake>& mistakes)
{
  std::uint64_t line = 1;
  std::vector<Value> values;
  Collector collector(line, values, mistakes);
  nlohmann::json::sax_parse(CountingIterator(json.data(), &line), CountingIterator(json.data() + json.size(), &line), &collector);
  return values;
}
}  // namespace nadir::reading
