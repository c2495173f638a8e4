#include "reading/record/event_text.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <set>
#include <stdexcept>
#include <vector>

#include "imaging/digest/sha256.h"
#include "reading/record/canonical_writer.h"

namespace nadir::reading
{
namespace
{
using nlohmann::json;

constexpr std::size_t largest_text = 1u << 20;
constexpr int deepest_nesting = 6;

/// Caught at the doors of this file.
class TextProblem : public std::runtime_error
{
  using std::runtime_error::runtime_error;
};

/// What a program of this version cannot know. The message: by which program it was written.
class NewerText : public std::runtime_error
{
  using std::runtime_error::runtime_error;
};

/// Reads the fields of values from a JSON object; what no field asked for is refused.
class JsonReader
{
public:
  explicit JsonReader(const json& object) : object_(object) {}

  template <class Value> void field(std::string_view key, Value& value)
  {
    const auto found = object_.find(key);
    if (found == object_.end()) throw TextProblem("the key \"" + std::string(key) + "\" is missing");
    read(key, *found, value);
  }
  template <class Value> void optional(std::string_view key, std::optional<Value>& value)
  {
    if (object_.contains(key)) field(key, value.emplace(Value{}));
  }
  template <class Value> void optional(std::string_view key, Value& value)
  {
    if (object_.contains(key)) field(key, value);
  }

  void expect_all_read() const
  {
    for (const auto& [key, value] : object_.items())
      if (!read_.contains(key)) throw TextProblem("the key \"" + key + "\" is not known here");
  }

private:
  [[noreturn]] static void wrong(std::string_view key, std::string_view wanted)
  {
    throw TextProblem("\"" + std::string(key) + "\" must be " + std::string(wanted));
  }

  template <class Value> void read(std::string_view key, const json& from, Value& to)
  {
    read_.emplace(key);
    take(key, from, to);
  }

  static void take(std::string_view key, const json& from, std::string& to)
  {
    if (!from.is_string()) wrong(key, "a text");
    to = from.get<std::string>();
  }
  template <class Tag> static void take(std::string_view key, const json& from, Id<Tag>& to)
  {
    std::string text;
    take(key, from, text);
    to = Id<Tag>{text};
  }
  static void take(std::string_view key, const json& from, std::int64_t& to)
  {
    if (!from.is_number_integer()) wrong(key, "a whole number");
    to = from.get<std::int64_t>();
  }
  static void take(std::string_view key, const json& from, int& to)
  {
    std::int64_t number = 0;
    take(key, from, number);
    if (number < 0 || number > 1'000'000) wrong(key, "a whole number in range");
    to = static_cast<int>(number);
  }
  static void take(std::string_view key, const json& from, bool& to)
  {
    if (!from.is_boolean()) wrong(key, "true or false");
    to = from.get<bool>();
  }
  static void take(std::string_view key, const json& from, measure::LesionRole& to)
  {
    for (const auto role : {measure::LesionRole::Target, measure::LesionRole::NonTarget, measure::LesionRole::New})
      if (from == std::string(measure::name_of(role)))
      {
        to = role;
        return;
      }
    wrong(key, "\"target\", \"non-target\" or \"new\"");
  }
  static void take(std::string_view key, const json& from, UtcTime& to)
  {
    const auto time = from.is_string() ? parse_utc(from.get_ref<const std::string&>()) : std::nullopt;
    if (!time) wrong(key, "a time like 2026-11-23T17:10:35.123Z");
    to = *time;
  }
  static bool are_coordinates(const json& from)
  {
    const auto is_number = [](const json& value) { return value.is_number(); };
    return from.is_array() && from.size() == 3 && std::all_of(from.begin(), from.end(), is_number);
  }
  static void take(std::string_view key, const json& from, PatientPoint& to)
  {
    if (!are_coordinates(from)) wrong(key, "two points [[x,y,z],[x,y,z]] in patient mm (LPS)");
    to = {from[0].get<double>(), from[1].get<double>(), from[2].get<double>()};
  }
  static void take(std::string_view key, const json& from, PatientVector& to)
  {
    if (!are_coordinates(from)) wrong(key, "a shift [x,y,z] in patient mm (LPS)");
    to = {from[0].get<double>(), from[1].get<double>(), from[2].get<double>()};
  }
  static void take(std::string_view key, const json& from, double& to)
  {
    if (!from.is_number()) wrong(key, "a number");
    to = from.get<double>();
  }
  static void take(std::string_view key, const json& from, Millimeters& to)
  {
    if (!from.is_number()) wrong(key, "a length in mm");
    to = Millimeters{from.get<double>()};
  }
  template <class Value> static void take(std::string_view key, const json& from, std::vector<Value>& to)
  {
    if (!from.is_array() || from.empty()) wrong(key, "a list of at least one");
    for (const auto& entry : from)
    {
      if (!entry.is_object()) wrong(key, "a list of objects {...}");
      JsonReader reader(entry);
      detail::fields(reader, to.emplace_back());
      reader.expect_all_read();
    }
  }
  static void take(std::string_view key, const json& from, Line& to)
  {
    if (!from.is_array() || from.size() != 2) wrong(key, "two points [[x,y,z],[x,y,z]] in patient mm (LPS)");
    take(key, from[0], to.from);
    take(key, from[1], to.to);
  }

  const json& object_;
  std::set<std::string, std::less<>> read_;
};

template <std::size_t... Index> std::vector<Act> every_kind(std::index_sequence<Index...>) { return {Act(std::in_place_index<Index>)...}; }

Act empty_act(const std::string& name)
{
  for (const auto& act : every_kind(std::make_index_sequence<std::variant_size_v<Act>>{}))
    if (name == name_of(act)) return act;
  throw TextProblem("there is no act \"" + name + "\"");
}

Act act_of(JsonReader& reader)
{
  std::string name;
  reader.field("act", name);
  Act act = empty_act(name);
  std::visit([&reader](auto& kind) { detail::fields(reader, kind); }, act);
  return act;
}

/// Parses with a bound on size and depth and refuses a key that stands twice: which of the two was meant cannot be known.
json parse_bounded(std::string_view text)
{
  if (text.size() > largest_text) throw TextProblem("it is too long");
  std::vector<std::set<std::string>> keys;
  auto document = json::parse(text,
                              [&keys](int depth, json::parse_event_t event, json& value)
                              {
                                if (depth > deepest_nesting) throw TextProblem("it is nested too deeply");
                                if (event == json::parse_event_t::object_start) keys.emplace_back();
                                if (event == json::parse_event_t::object_end) keys.pop_back();
                                if (event == json::parse_event_t::key && !keys.back().insert(value.get<std::string>()).second)
                                  throw TextProblem("the key \"" + value.get<std::string>() + "\" occurs twice");
                                return true;
                              });
  if (!document.is_object()) throw TextProblem("it is no object {...}");
  return document;
}

/// Before anything else is judged: an event of a newer form may look any way.
void refuse_newer(const json& document)
{
  const auto form = document.find("form");
  if (form == document.end() || !form->is_number_integer() || form->get<std::int64_t>() <= newest_event_form) return;
  const auto software = document.find("software");
  const auto writer =
      software != document.end() && software->is_string() ? software->get<std::string>() : std::string("an unnamed program");
  throw NewerText("it was written by a newer Nadir (" + writer + ", events of form " + std::to_string(form->get<std::int64_t>()) +
                  "; this program knows form " + std::to_string(newest_event_form) +
                  ", and guessing could lose what it says). Open it with that version or a later one.");
}

/// Of form 1 events do not say it.
void expect_form(JsonReader& reader, const Act& act)
{
  int form = 1;
  reader.optional("form", form);
  if (form != form_of(act)) throw TextProblem("\"form\" is not that of the act");
}

Event event_of(const json& document)
{
  refuse_newer(document);
  JsonReader reader(document);
  Event event;
  reader.field("sequence", event.sequence);
  reader.field("when", event.when);
  reader.field("who", event.who);
  reader.field("why", event.why);
  reader.field("software", event.software);
  event.act = act_of(reader);
  expect_form(reader, event.act);
  reader.expect_all_read();
  return event;
}

RequestedAct requested_act_of(const json& document)
{
  JsonReader reader(document);
  RequestedAct requested;
  requested.act = act_of(reader);
  reader.optional("why", requested.why);
  reader.expect_all_read();
  return requested;
}

template <class Value> Result<Value> guarded(std::string_view text, std::string_view what, Value (*value_of)(const json&))
{
  try
  {
    return value_of(parse_bounded(text));
  }
  catch (const NewerText& newer)
  {
    return Failure{RecordError::NewerVersion, newer.what()};
  }
  catch (const TextProblem& problem)
  {
    return Failure{RecordError::TextInvalid, std::string(what) + " cannot be used: " + problem.what() + ". Correct it."};
  }
  catch (const json::exception&)
  {
    return Failure{RecordError::TextInvalid, std::string(what) + " cannot be used: it is no valid JSON in UTF-8. Correct it."};
  }
}
}  // namespace

std::string_view name_of(const Act& act)
{
  constexpr std::array<std::string_view, std::variant_size_v<Act>> names{"begin-record",
                                                                         "load-images",
                                                                         "choose-series",
                                                                         "use-protocol",
                                                                         "confirm",
                                                                         "align-date",
                                                                         "mark-lesion",
                                                                         "withdraw-lesion",
                                                                         "reclassify",
                                                                         "change-organ",
                                                                         "place-caliper",
                                                                         "move-caliper",
                                                                         "accept-segmentation",
                                                                         "set-state",
                                                                         "clear-marks",
                                                                         "comment",
                                                                         "blind",
                                                                         "unblind",
                                                                         "show-timepoint",
                                                                         "undo",
                                                                         "redo",
                                                                         "lock",
                                                                         "sign",
                                                                         "reopen",
                                                                         "set-necrosis-threshold",
                                                                         "reset-necrosis-threshold"};
  return names[act.index()];
}

int form_of(const Act& act)
{
  const bool is_of_2 = std::holds_alternative<SetNecrosisThreshold>(act) || std::holds_alternative<ResetNecrosisThreshold>(act);
  return is_of_2 ? 2 : 1;
}

std::string canonical_text(const Event& event)
{
  CanonicalText out;
  detail::CanonicalWriter writer(out);
  out.begin_object();
  out.key("sequence");
  out.integer(event.sequence);
  writer.field("when", format_utc(event.when));
  writer.field("who", event.who);
  writer.field("why", event.why);
  writer.field("software", event.software);
  if (form_of(event.act) > 1) writer.field("form", form_of(event.act));
  writer.field("act", std::string(name_of(event.act)));
  std::visit([&writer](const auto& kind) { detail::fields(writer, kind); }, event.act);
  out.end_object();
  return out.str();
}

Result<Event> parse_event(std::string_view text)
{
  auto event = guarded<Event>(text, "the event", event_of);
  if (event && canonical_text(*event) != text)
    return Failure{RecordError::TextInvalid, "the event is not written as this program writes it (its digest would mean nothing)"};
  return event;
}

Result<RequestedAct> parse_act(std::string_view text) { return guarded<RequestedAct>(text, "the command", requested_act_of); }

Digest chained_digest(const Digest& previous, std::string_view canonical)
{
  imaging::Sha256 digest;
  digest.add(previous.text() + "\n");
  digest.add(canonical);
  digest.add("\n");
  return Digest{digest.hex()};
}

const Digest& digest_before_first_event()
{
  static const Digest zeros{std::string(64, '0')};
  return zeros;
}
}  // namespace nadir::reading
