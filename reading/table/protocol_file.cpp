#include "reading/table/protocol_file.h"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <iterator>

#include "imaging/units/number_text.h"
#include "measure/response/protocol_settings.h"
#include "measure/response/recist_1_1/repeatability.h"
#include "reading/table/json_values.h"
#include "reading/table/row_problem.h"

namespace nadir::reading
{
namespace
{
constexpr std::size_t largest_file = 1 << 20;

std::string kind_wanted(const measure::ProtocolSetting& setting)
{
  if (setting.unit == "true/false") return "true or false";
  if (setting.unit == "date") return "a day as \"2024-01-31\", or \"baseline\"";
  return "a number (" + std::string(setting.unit) + ") without quotation marks";
}

bool is_of_kind(const Value& value, const measure::ProtocolSetting& setting)
{
  if (setting.unit == "true/false") return value.kind == ValueKind::Truth;
  if (setting.unit == "date") return value.kind == ValueKind::Text || value.kind == ValueKind::Null;
  return value.kind == ValueKind::Number;
}

std::vector<std::string> known_keys()
{
  std::vector<std::string> keys = {"volume_limits", "repeated_readings_mm", "name", "comment", "$schema"};
  for (const auto& setting : measure::protocol_settings()) keys.emplace_back(setting.key);
  return keys;
}

/// Turns the values of a file into a protocol.
class Builder
{
public:
  explicit Builder(std::vector<ProtocolMistake>& mistakes) : mistakes_(mistakes) {}

  void take(const Value& value)
  {
    if (value.path.empty()) return take_root(value);
    if (value.path == "$schema" || value.path == "name" || value.path == "comment") return take_remark(value);
    if (is_within(value.path, "volume_limits")) return take_volume_limits(value);
    if (is_within(value.path, "repeated_readings_mm")) return take_repeated_reading(value);
    const auto& settings = measure::protocol_settings();
    const auto setting = std::find_if(settings.begin(), settings.end(), [&](const auto& known) { return known.key == value.path; });
    if (setting == settings.end()) return take_unknown(value);
    if (!is_of_kind(value, *setting)) return mistake(value, "the value must be " + kind_wanted(*setting) + ". Correct the value.");
    states_repeatability_ = states_repeatability_ || value.path.starts_with("repeatability_");
    change(value, value.kind == ValueKind::Null ? "baseline" : value.text);
  }

  measure::Protocol protocol()
  {
    if (has_volume_limits_) protocol_.volume_limits = volumes_;
    if (repeated_line_ > 0) fit_repeatability();
    return protocol_;
  }

private:
  void mistake(const Value& value, std::string message) { mistakes_.push_back({value.line, value.path, std::move(message)}); }

  static bool is_within(const std::string& path, std::string_view key)
  {
    return path.starts_with(key) && (path.size() == key.size() || path[key.size()] == '[' || path[key.size()] == '.');
  }

  void take_remark(const Value& value)
  {
    if (value.kind != ValueKind::Text) mistake(value, "the value must be a text. Put it in quotation marks.");
  }

  /// "repeated_readings_mm[3]" is a pair, "repeated_readings_mm[3][1]" the second length of it.
  void take_repeated_reading(const Value& value)
  {
    if (repeated_line_ == 0) repeated_line_ = value.line;
    const auto brackets = std::count(value.path.begin(), value.path.end(), '[');
    const auto length = parse_number(value.text);
    if (value.kind == ValueKind::List && brackets < 2) return add_pair(brackets);
    const bool is_length = value.kind == ValueKind::Number && brackets == 2 && length && *length > 0.0 && *length <= 3000.0;
    if (!is_length) return mistake(value, "repeated readings are a list of pairs of lengths in mm, [[34.1, 33.5], ...]. Correct it.");
    pairs_.back().push_back(*length);
  }

  void add_pair(std::ptrdiff_t brackets)
  {
    if (brackets == 1) pairs_.emplace_back();
  }

  void fit_repeatability()
  {
    std::vector<std::pair<Millimeters, Millimeters>> pairs;
    for (const auto& pair : pairs_)
    {
      if (pair.size() != 2)
        return repeated_mistake("entry " + std::to_string(pairs.size() + 1) + " is no pair of lengths. Give two for each lesion.");
      pairs.emplace_back(Millimeters{pair[0]}, Millimeters{pair[1]});
    }
    const auto fitted = measure::recist_1_1::repeatability_of(pairs);
    if (!fitted) return repeated_mistake(fitted.failure().message());
    if (states_repeatability_) return repeated_mistake("the repeatability is stated twice, in numbers and in readings. Keep one.");
    using measure::ReportedLength;
    protocol_.repeatability = {ReportedLength::rounded(fitted->absolute, ReportedLength::from_micrometers(1)),
                               static_cast<int>(std::lround(1000.0 * fitted->relative))};
  }

  void repeated_mistake(std::string message) { mistakes_.push_back({repeated_line_, "repeated_readings_mm", std::move(message)}); }

  void take_root(const Value& value)
  {
    if (value.kind != ValueKind::Object)
      mistake(value, "a protocol is an object: { \"minimum_stable_days\": 42 }. Put the settings in braces.");
  }

  void take_unknown(const Value& value)
  {
    const auto first = value.path.find_first_of(".[");
    if (first != std::string::npos) return;  // inside an unknown object or list, which was already named
    const auto near = nearest_word(value.path, known_keys());
    mistake(value, "there is no such setting (a misspelt key would be ignored). " +
                       (near.empty() ? "See reading/table/protocol.schema.json for the keys." : "Is it " + near + "?"));
  }

  void change(const Value& value, const std::string& text)
  {
    auto changed = measure::with_setting(protocol_, value.path, text);
    if (changed) protocol_ = std::move(*changed);
    else mistake(value, changed.failure().message());
  }

  void take_volume_limits(const Value& value)
  {
    has_volume_limits_ = true;
    if (value.path == "volume_limits" && value.kind == ValueKind::List) return;
    const auto dot = value.path.find("].");
    const bool is_entry = dot == std::string::npos && value.path.ends_with("]");
    if (is_entry && value.kind == ValueKind::Object) return void(volumes_.emplace_back());
    if (dot == std::string::npos || volumes_.empty())
      return mistake(value, "volume_limits is a list of objects with name, decrease_percent, increase_percent and citation. Correct it.");
    take_limit(value, value.path.substr(dot + 2));
  }

  void take_limit(const Value& value, const std::string& key)
  {
    auto& limits = volumes_.back();
    const bool is_percent = key == "decrease_percent" || key == "increase_percent";
    if (is_percent && value.kind == ValueKind::Number)
      return take_percent(value, key == "decrease_percent" ? limits.decrease_permille : limits.increase_permille);
    if (key == "name" && value.kind == ValueKind::Text) limits.name = value.text;
    else if (key == "citation" && value.kind == ValueKind::Text) limits.citation = value.text;
    else mistake(value, "volume limits have name and citation (text), decrease_percent and increase_percent (numbers). Correct it.");
  }

  void take_percent(const Value& value, int& permille)
  {
    const auto number = parse_number(value.text);
    const double tenths = number.value_or(-1.0) * 10.0;
    if (tenths < 1.0 || tenths > 100'000.0 || std::abs(tenths - std::round(tenths)) > 1e-6)
      return mistake(value, "the limit must lie between 0.1 and 10000 % in steps of 0.1 %. Correct the value.");
    permille = static_cast<int>(std::lround(tenths));
  }

  std::vector<ProtocolMistake>& mistakes_;
  measure::Protocol protocol_;
  std::vector<measure::VolumeLimits> volumes_;
  bool has_volume_limits_ = false;
  std::vector<std::vector<double>> pairs_;
  std::uint64_t repeated_line_ = 0;  ///< 0 = no repeated readings
  bool states_repeatability_ = false;
};

std::uint64_t line_of_volume_limits(const std::vector<Value>& values)
{
  const auto found = std::find_if(values.begin(), values.end(), [](const auto& value) { return value.path == "volume_limits"; });
  return found == values.end() ? 1 : found->line;
}
}  // namespace

std::string in_words(std::string_view file, const ProtocolMistake& mistake)
{
  return std::string(file) + ":" + std::to_string(mistake.line) + ": " + (mistake.key.empty() ? "" : mistake.key + ": ") + mistake.message;
}

ProtocolText parse_protocol(std::string_view json)
{
  if (json.starts_with("\xEF\xBB\xBF")) json.remove_prefix(3);
  ProtocolText read;
  const auto values = json_values(json, read.mistakes);
  Builder builder(read.mistakes);
  for (const auto& value : values) builder.take(value);
  if (!read.mistakes.empty()) return read;
  auto said = builder.protocol();
  if (!read.mistakes.empty()) return read;
  auto made = measure::Protocol::make(std::move(said));
  if (made) read.protocol = std::move(*made);
  else read.mistakes.push_back({line_of_volume_limits(values), "volume_limits", made.failure().message()});
  return read;
}

Result<ProtocolText> read_protocol_file(const std::filesystem::path& path)
{
  std::error_code ignored;
  const auto size = std::filesystem::file_size(path, ignored);
  std::ifstream stream(path, std::ios::binary);
  if (!stream || ignored || size > largest_file)
    return Failure(TableError::NotReadable,
                   path.string() + " cannot be read as a protocol (no such file, not allowed, or larger than 1 MiB). Give a JSON file.");
  std::string text(size, '\0');
  stream.read(text.data(), static_cast<std::streamsize>(size));
  text.resize(static_cast<std::size_t>(stream.gcount()));
  return parse_protocol(text);
}
}  // namespace nadir::reading
