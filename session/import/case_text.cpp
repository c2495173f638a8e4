#include "report/table/json_text.h"
#include "session/import/import_objects.h"

namespace nadir::session
{
namespace
{
using report::JsonText;

void write_line(JsonText& json, std::string_view key, const measure::LinePrompt& line)
{
  json.key(key);
  json.begin_array();
  json.point(line.from);
  json.point(line.to);
  json.end_array();
}

struct PromptWriter
{
  JsonText& json;

  void operator()(const measure::MaskPrompt& mask) const
  {
    json.key("mask");
    json.text(mask.file.string());
    if (mask.label)
    {
      json.key("label");
      json.integer(*mask.label);
    }
    if (mask.drawn) (*this)(*mask.drawn);
  }
  void operator()(const measure::CaliperPrompt& caliper) const
  {
    write_line(json, "caliper", caliper.longest);
    if (caliper.short_axis) write_line(json, "short_axis", *caliper.short_axis);
  }
  void write_fragments(const std::vector<Millimeters>& fragments) const
  {
    json.key("fragments");
    json.begin_array();
    for (const auto& part : fragments) json.number(part.value());
    json.end_array();
  }
  void operator()(const measure::StatePrompt& state) const
  {
    json.key("state");
    json.text(state.state);
    if (!state.reason.empty())
    {
      json.key("reason");
      json.text(state.reason);
    }
    if (!state.fragments.empty()) write_fragments(state.fragments);
    if (state.merged_into.empty()) return;
    json.key("merged_into");
    json.text(state.merged_into.text());
  }
  void operator()(const measure::DrawnPrompt&) const { NADIR_EXPECTS(false); }
};

void write_text(JsonText& json, std::string_view key, const std::string& text)
{
  if (text.empty()) return;
  json.key(key);
  json.text(text);
}

void write_lesion(JsonText& json, const measure::CaseLesion& lesion)
{
  json.begin_object();
  json.key("id");
  json.text(lesion.lesion.id.text());
  json.key("role");
  json.text(name_of(lesion.lesion.role));
  write_text(json, "organ", lesion.lesion.organ);
  json.key("nodal");
  json.boolean(lesion.lesion.nodal);
  write_text(json, "tracking_uid", lesion.lesion.tracking.uid);
  write_text(json, "tracking_identifier", lesion.lesion.tracking.identifier);
  json.key("prompts");
  json.begin_object();
  for (const auto& [label, prompt] : lesion.prompts)
  {
    json.key(label.text());
    json.begin_object();
    std::visit(PromptWriter{json}, prompt);
    json.end_object();
  }
  json.end_object();
  json.end_object();
}
}  // namespace

std::string case_text(const measure::Case& input)
{
  JsonText json;
  json.begin_object();
  json.key("patient");
  json.text(input.patient);
  json.key("timepoints");
  json.begin_array();
  for (const auto& timepoint : input.timepoints)
  {
    json.begin_object();
    json.key("label");
    json.text(timepoint.label.text());
    json.key("folder");
    json.text(timepoint.folder.string());
    json.end_object();
  }
  json.end_array();
  json.key("lesions");
  json.begin_array();
  for (const auto& lesion : input.lesions) write_lesion(json, lesion);
  json.end_array();
  json.end_object();
  return std::move(json).finish();
}
}  // namespace nadir::session
