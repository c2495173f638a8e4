#include "report/redcap/data_dictionary.h"

#include <algorithm>

namespace nadir::report::redcap
{
namespace
{
const Choices roles{{"1", "target"}, {"2", "non-target"}, {"3", "new"}};
const Choices states{{"1", "MEASURED"},    {"2", "ABSENT"},      {"3", "TOO_SMALL"}, {"4", "NOT_EVALUABLE"},           {"5", "NOT_DONE"},
                     {"6", "MERGED_INTO"}, {"7", "SPLIT"},       {"8", "PRESENT"},   {"9", "UNEQUIVOCAL_PROGRESSION"}, {"10", "NONE"},
                     {"11", "EQUIVOCAL"},  {"12", "UNEQUIVOCAL"}};
const Choices target_words{{"1", "CR"}, {"2", "PR"}, {"3", "SD"}, {"5", "PD"}, {"6", "NE"}, {"8", "NA"}, {"9", "baseline"}};
const Choices non_target_words{{"1", "CR"}, {"4", "NON-CR/NON-PD"}, {"5", "PD"}, {"6", "NE"}, {"8", "NA"}, {"9", "baseline"}};
const Choices overall_words{{"1", "CR"}, {"2", "PR"},  {"3", "SD"}, {"4", "NON-CR/NON-PD"}, {"5", "PD"},
                            {"6", "NE"}, {"7", "NED"}, {"8", "NA"}, {"9", "baseline"}};

Field text(std::string name, std::string form, std::string label)
{
  return {std::move(name), std::move(form), "", "text", std::move(label), {}, "", "", "", ""};
}

Field notes(std::string name, std::string form, std::string label)
{
  return {std::move(name), std::move(form), "", "notes", std::move(label), {}, "", "", "", ""};
}

Field radio(std::string name, std::string form, std::string label, const Choices& choices)
{
  return {std::move(name), std::move(form), "", "radio", std::move(label), choices, "", "", "", ""};
}

Field number(std::string name, std::string form, std::string label, std::pair<std::string, std::string> range)
{
  return {std::move(name),        std::move(form),        "", "text", std::move(label), {}, "", "number",
          std::move(range.first), std::move(range.second)};
}

Field required(Field field)
{
  field.is_required = true;
  return field;
}

Field with(Field field, std::string section, std::string note)
{
  field.section = std::move(section);
  field.note = std::move(note);
  return field;
}

const std::pair<std::string, std::string> length{"0", "3000"}, volume{"0", "1000000"}, fraction{"0", "1"}, change{"-100", "100000000"},
    millimeters{"-3000", "3000"}, place{"-100000", "100000"};

void add_reading(std::vector<Field>& fields)
{
  auto record = required(text("record_id", "reading", "Record"));
  record.is_identifier = true;
  fields.push_back(record);
  fields.push_back(required(text("subject", "reading", "Subject as the case names it")));
  fields.push_back(text("reader", "reading", "Reader"));
  fields.push_back(required(text("criteria", "reading", "Response criteria")));
  fields.push_back(with(text("software_version", "reading", "Version of nadir"), "Origin", ""));
  fields.push_back(text("case_sha256", "reading", "SHA-256 of the case file or of the last event of the record"));
  fields.push_back(text("assessment_sha256", "reading", "SHA-256 of assessment.json"));
}

void add_time_point(std::vector<Field>& fields)
{
  const std::string form = "timepoint";
  fields.push_back(required(text("tp_label", form, "Time point as the case names it")));
  fields.push_back({"tp_number", form, "", "text", "Position of the time point", {}, "0 = baseline", "integer", "0", "1000", false, true});
  fields.push_back({"tp_date", form, "", "text", "Date of the examination", {}, "", "date_ymd", "1900-01-01", "2200-12-31"});
  fields.push_back({"tp_year", form, "", "text", "Year of the examination", {}, "where the day is not known", "integer", "1900", "2200"});
  fields.push_back({"tp_month", form, "", "text", "Month of the examination", {}, "where the day is not known", "integer", "1", "12"});
  fields.push_back(with(number("sum_mm", form, "Sum of diameters", length), "Sums", "mm"));
  fields.push_back(with(number("sum_baseline_mm", form, "Sum at baseline", length), "", "mm"));
  fields.push_back(with(number("sum_nadir_mm", form, "Smallest earlier sum", length), "", "mm"));
  fields.push_back(with(number("change_baseline_pct", form, "Change from baseline", change), "", "%"));
  fields.push_back(with(number("change_nadir_pct", form, "Change from nadir", change), "", "%"));
  fields.push_back(with(number("change_nadir_mm", form, "Change from nadir", millimeters), "", "mm"));
  fields.push_back(with(radio("resp_target", form, "Target response", target_words), "Response", ""));
  fields.push_back(radio("resp_nontarget", form, "Non-target response", non_target_words));
  fields.push_back(radio("resp_overall", form, "Overall response", overall_words));
  fields.push_back(text("new_lesions", form, "New lesions"));
  fields.push_back(text("flags", form, "Flags beyond the criteria"));
}

void add_lesion(std::vector<Field>& fields)
{
  const std::string form = "lesion";
  fields.push_back(required(text("les_id", form, "Lesion")));
  fields.push_back(text("les_tracking_uid", form, "Tracking unique identifier"));
  fields.push_back(required(radio("les_role", form, "Role", roles)));
  fields.push_back(text("les_organ", form, "Organ"));
  fields.push_back({"les_nodal", form, "", "yesno", "Lymph node", {}, "", "", "", "", false, true});
  fields.push_back(required(radio("les_state", form, "State", states)));
  fields.push_back(notes("les_reason", form, "Reason"));
  fields.push_back(with(text("les_fragments_mm", form, "Lengths of the parts"), "", "mm, separated by ;"));
  fields.push_back(text("les_merged_into", form, "Merged into lesion"));
  fields.push_back(with(number("les_ld_mm", form, "Longest diameter", length), "Size", "mm, in the plane of acquisition"));
  fields.push_back(with(number("les_sa_mm", form, "Short axis", length), "", "mm, perpendicular to the longest diameter"));
  fields.push_back(with(number("les_counts_mm", form, "Length that entered the sum", length), "", "mm, as reported"));
  fields.push_back(with(number("les_ld_sd_mm", form, "Uncertainty of the longest diameter", length), "", "mm"));
  fields.push_back(with(number("les_volume_ml", form, "Volume", volume), "", "mL"));
  fields.push_back(with(number("les_volume_sd_ml", form, "Uncertainty of the volume", volume), "", "mL"));
  fields.push_back(with(number("les_viable_ml", form, "Viable volume", volume), "", "mL"));
  fields.push_back(with(number("les_necrotic_fraction", form, "Necrotic fraction", fraction), "", "0 to 1"));
  fields.push_back(with(text("les_source", form, "Measured from"), "Origin", ""));
  fields.push_back(text("les_series_uid", form, "Series Instance UID"));
  fields.push_back(text("les_sop_uid", form, "SOP Instance UID"));
  fields.push_back(text("les_for_uid", form, "Frame of Reference UID"));
  fields.push_back(text("les_mask_sha256", form, "SHA-256 of the mask"));
  fields.push_back({"les_slice", form, "", "text", "Slice", {}, "counted from 0", "integer", "0", "100000"});
  for (const std::string end : {"from", "to"})
    for (const std::string axis : {"left", "posterior", "superior"})
      fields.push_back(
          with(number("les_" + end + "_" + axis, form, "End point (" + end + "), " + axis, place), "", "mm, DICOM patient LPS"));
}
}  // namespace

const std::vector<Field>& data_dictionary()
{
  static const std::vector<Field> fields = []
  {
    std::vector<Field> made;
    add_reading(made);
    add_time_point(made);
    add_lesion(made);
    return made;
  }();
  return fields;
}

std::string in_words(const Choices& choices)
{
  std::string text;
  for (const auto& [code, word] : choices) text += (text.empty() ? "" : " | ") + code + ", " + word;
  return text;
}

Choices choices_from(std::string_view text)
{
  Choices choices;
  while (!text.empty())
  {
    const auto end = std::min(text.find(" | "), text.size());
    const auto choice = text.substr(0, end);
    const auto comma = std::min(choice.find(", "), choice.size());
    choices.emplace_back(choice.substr(0, comma), choice.substr(std::min(comma + 2, choice.size())));
    text.remove_prefix(std::min(end + 3, text.size()));
  }
  return choices;
}
}  // namespace nadir::report::redcap
