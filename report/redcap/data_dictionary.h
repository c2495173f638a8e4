#pragma once

#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace nadir::report::redcap
{
/// Columns of a REDCap data dictionary, in the order and wording that REDCap asks for.
inline constexpr std::array<std::string_view, 18> dictionary_columns{"Variable / Field Name",
                                                                     "Form Name",
                                                                     "Section Header",
                                                                     "Field Type",
                                                                     "Field Label",
                                                                     "Choices, Calculations, OR Slider Labels",
                                                                     "Field Note",
                                                                     "Text Validation Type OR Show Slider Number",
                                                                     "Text Validation Min",
                                                                     "Text Validation Max",
                                                                     "Identifier?",
                                                                     "Branching Logic (Show field only if...)",
                                                                     "Required Field?",
                                                                     "Custom Alignment",
                                                                     "Question Number (surveys only)",
                                                                     "Matrix Group Name",
                                                                     "Matrix Ranking?",
                                                                     "Field Annotation"};

/// Coded values of a radio field: code, word.
using Choices = std::vector<std::pair<std::string, std::string>>;

/// A field of a project.
struct Field
{
  std::string name, form, section, type, label;  ///< type: "text", "notes", "radio" or "yesno"
  Choices choices;
  std::string note, validation, minimum, maximum;  ///< validation: "", "number", "integer" or "date_ymd"
  bool is_identifier = false;
  bool is_required = false;

  bool operator==(const Field&) const = default;
};

/// The forms of a project of RECIST readings: "reading" and "timepoint" once an event, "lesion" as repeating instrument.
inline constexpr std::array<std::string_view, 3> forms{"reading", "timepoint", "lesion"};
inline constexpr std::string_view repeating_form = "lesion";

/// Every field, the record id first.
const std::vector<Field>& data_dictionary();

/// "1, CR | 2, PR".
std::string in_words(const Choices& choices);
/// The choices that such a text holds.
Choices choices_from(std::string_view text);
}  // namespace nadir::report::redcap
