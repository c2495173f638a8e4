#include "report/vocabulary/response_concepts.h"

#include <algorithm>
#include <vector>

namespace nadir::report
{
namespace
{
struct Named
{
  std::string_view category;
  CodedConcept code;
};
using Table = std::vector<Named>;

const Table& ncit_table()
{
  static const Table table{
      {"CR", {"C4870", "NCIt", "Complete Response"}},
      {"PR", {"C18058", "NCIt", "Partial Response"}},
      {"SD", {"C18213", "NCIt", "Stable Disease"}},
      {"PD", {"C35571", "NCIt", "Progressive Disease"}},
      {"NE", {"C62222", "NCIt", "Not Evaluable"}},
      {"NON-CR/NON-PD", {"C96700", "NCIt", "Non-complete Response and Non-progressive Disease"}},
  };
  return table;
}

const Table& target_table()
{
  static const Table table{{"CR", {"112041", "DCM", "Target Lesion Complete Response"}},
                           {"PR", {"112042", "DCM", "Target Lesion Partial Response"}},
                           {"PD", {"112043", "DCM", "Target Lesion Progressive Disease"}},
                           {"SD", {"112044", "DCM", "Target Lesion Stable Disease"}}};
  return table;
}

const Table& non_target_table()
{
  static const Table table{{"CR", {"112045", "DCM", "Non-Target Lesion Complete Response"}},
                           {"NON-CR/NON-PD", {"112046", "DCM", "Non-Target Lesion Incomplete Response or Stable Disease"}},
                           {"PD", {"112047", "DCM", "Non-Target Lesion Progressive Disease"}}};
  return table;
}

const Table& trend_table()
{
  static const Table table{
      {"CR", {"268910001", "SCT", "Patient's condition improved"}}, {"PR", {"268910001", "SCT", "Patient's condition improved"}},
      {"SD", {"359746009", "SCT", "Patient's condition stable"}},   {"NON-CR/NON-PD", {"359746009", "SCT", "Patient's condition stable"}},
      {"PD", {"271299001", "SCT", "Patient's condition worsened"}}, {"NE", {"709137006", "SCT", "Patient condition undetermined"}}};
  return table;
}

std::optional<CodedConcept> find(const Table& table, std::string_view category)
{
  const auto found = std::find_if(table.begin(), table.end(), [&](const Named& entry) { return entry.category == category; });
  return found == table.end() ? std::nullopt : std::optional(found->code);
}

std::string_view find(const Table& table, const CodedConcept& code)
{
  const auto found = std::find_if(table.begin(), table.end(), [&](const Named& entry) { return entry.code == code; });
  return found == table.end() ? std::string_view() : found->category;
}
}  // namespace

std::optional<CodedConcept> ncit_response(std::string_view category) { return find(ncit_table(), category); }
std::optional<CodedConcept> target_response_concept(std::string_view category) { return find(target_table(), category); }
std::optional<CodedConcept> non_target_response_concept(std::string_view category) { return find(non_target_table(), category); }
std::optional<CodedConcept> disease_trend(std::string_view overall_response) { return find(trend_table(), overall_response); }

std::string_view response_category(const CodedConcept& code)
{
  for (const auto* table : {&ncit_table(), &target_table(), &non_target_table()})
    if (const auto category = find(*table, code); !category.empty()) return category;
  return "";
}

namespace response_names
{
CodedConcept evaluation_method() { return {"112021", "DCM", "Response Evaluation Method"}; }
CodedConcept recist_1_1() { return {"126081", "DCM", "RECIST 1.1"}; }
CodedConcept target() { return {"C94534", "NCIt", "Response in Target Lesion"}; }
CodedConcept non_target() { return {"C94535", "NCIt", "Response in Non-Target Lesion"}; }
CodedConcept overall() { return {"C96613", "NCIt", "Overall Response"}; }
CodedConcept current() { return {"112048", "DCM", "Current Response"}; }
CodedConcept new_lesion_progression() { return {"C103420", "NCIt", "New Lesion Progression"}; }
}  // namespace response_names
}  // namespace nadir::report
