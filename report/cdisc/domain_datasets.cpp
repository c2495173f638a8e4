#include "report/cdisc/domain_datasets.h"

#include <optional>

#include "report/cdisc/dataset_columns.h"

namespace nadir::report::cdisc
{
namespace
{
Cell number_or_missing(const std::optional<double>& number) { return number ? Cell(*number) : Cell(Missing{}); }

/// A row of RELREC between datasets, which names no subject and no value.
struct RelationRecord
{
  std::string study, domain, variable, type, relation;
};

const std::vector<Column<IdentificationRecord>>& identification_columns()
{
  static const std::vector<Column<IdentificationRecord>> columns{
      {{"STUDYID", "Study Identifier", VariableType::Text},
       Core::Expected,
       [](const IdentificationRecord& record) -> Cell { return record.study; }},
      {{"DOMAIN", "Domain Abbreviation", VariableType::Text},
       Core::Expected,
       [](const IdentificationRecord&) -> Cell { return std::string("TU"); }},
      {{"USUBJID", "Unique Subject Identifier", VariableType::Text},
       Core::Expected,
       [](const IdentificationRecord& record) -> Cell { return record.subject; }},
      {{"TUSEQ", "Sequence Number", VariableType::Number},
       Core::Expected,
       [](const IdentificationRecord& record) -> Cell { return static_cast<double>(record.sequence); }},
      {{"TUREFID", "Reference ID", VariableType::Text},
       Core::Permissible,
       [](const IdentificationRecord& record) -> Cell { return record.reference; }},
      {{"TUSPID", "Sponsor-Defined Identifier", VariableType::Text},
       Core::Permissible,
       [](const IdentificationRecord& record) -> Cell { return record.tracking; }},
      {{"TULNKID", "Link ID", VariableType::Text}, Core::Expected, [](const IdentificationRecord& record) -> Cell { return record.link; }},
      {{"TUTESTCD", "Tumor/Lesion ID Short Name", VariableType::Text},
       Core::Expected,
       [](const IdentificationRecord& record) -> Cell { return record.code; }},
      {{"TUTEST", "Tumor/Lesion ID Test Name", VariableType::Text},
       Core::Expected,
       [](const IdentificationRecord& record) -> Cell { return record.test; }},
      {{"TUORRES", "Tumor/Lesion ID Result", VariableType::Text},
       Core::Expected,
       [](const IdentificationRecord& record) -> Cell { return record.result; }},
      {{"TUSTRESC", "Tumor/Lesion ID Result Std. Format", VariableType::Text},
       Core::Expected,
       [](const IdentificationRecord& record) -> Cell { return record.result; }},
      {{"TULOC", "Location of the Tumor/Lesion", VariableType::Text},
       Core::Expected,
       [](const IdentificationRecord& record) -> Cell { return record.location; }},
      {{"TULAT", "Laterality", VariableType::Text},
       Core::Permissible,
       [](const IdentificationRecord& record) -> Cell { return record.laterality; }},
      {{"TUMETHOD", "Method of Identification", VariableType::Text},
       Core::Expected,
       [](const IdentificationRecord& record) -> Cell { return record.method; }},
      {{"TULOBXFL", "Last Observation Before Exposure Flag", VariableType::Text},
       Core::Expected,
       [](const IdentificationRecord& record) -> Cell { return record.last_before_exposure; }},
      {{"TUEVAL", "Evaluator", VariableType::Text},
       Core::Expected,
       [](const IdentificationRecord& record) -> Cell { return record.evaluator; }},
      {{"TUEVALID", "Evaluator Identifier", VariableType::Text},
       Core::Permissible,
       [](const IdentificationRecord& record) -> Cell { return record.evaluator_id; }},
      {{"TUACPTFL", "Accepted Record Flag", VariableType::Text},
       Core::Permissible,
       [](const IdentificationRecord& record) -> Cell { return record.accepted; }},
      {{"VISITNUM", "Visit Number", VariableType::Number},
       Core::Expected,
       [](const IdentificationRecord& record) -> Cell { return static_cast<double>(record.visit_number); }},
      {{"VISIT", "Visit Name", VariableType::Text},
       Core::Permissible,
       [](const IdentificationRecord& record) -> Cell { return record.visit; }},
      {{"EPOCH", "Epoch", VariableType::Text}, Core::Permissible, [](const IdentificationRecord& record) -> Cell { return record.epoch; }},
      {{"TUDTC", "Date/Time of Tumor/Lesion Identification", VariableType::Text},
       Core::Expected,
       [](const IdentificationRecord& record) -> Cell { return record.date; }},
      {{"TUDY", "Study Day of Tumor/Lesion Identification", VariableType::Number},
       Core::Permissible,
       [](const IdentificationRecord& record) -> Cell { return number_or_missing(record.day); }},
  };
  return columns;
}

const std::vector<Column<ResultRecord>>& result_columns()
{
  static const std::vector<Column<ResultRecord>> columns{
      {{"STUDYID", "Study Identifier", VariableType::Text},
       Core::Expected,
       [](const ResultRecord& record) -> Cell { return record.study; }},
      {{"DOMAIN", "Domain Abbreviation", VariableType::Text},
       Core::Expected,
       [](const ResultRecord&) -> Cell { return std::string("TR"); }},
      {{"USUBJID", "Unique Subject Identifier", VariableType::Text},
       Core::Expected,
       [](const ResultRecord& record) -> Cell { return record.subject; }},
      {{"TRSEQ", "Sequence Number", VariableType::Number},
       Core::Expected,
       [](const ResultRecord& record) -> Cell { return static_cast<double>(record.sequence); }},
      {{"TRGRPID", "Group ID", VariableType::Text}, Core::Permissible, [](const ResultRecord& record) -> Cell { return record.group; }},
      {{"TRREFID", "Reference ID", VariableType::Text},
       Core::Permissible,
       [](const ResultRecord& record) -> Cell { return record.reference; }},
      {{"TRLNKID", "Link ID", VariableType::Text}, Core::Expected, [](const ResultRecord& record) -> Cell { return record.link; }},
      {{"TRLNKGRP", "Link Group", VariableType::Text},
       Core::Permissible,
       [](const ResultRecord& record) -> Cell { return record.link_group; }},
      {{"TRTESTCD", "Tumor/Lesion Assessment Short Name", VariableType::Text},
       Core::Expected,
       [](const ResultRecord& record) -> Cell { return record.code; }},
      {{"TRTEST", "Tumor/Lesion Assessment Test Name", VariableType::Text},
       Core::Expected,
       [](const ResultRecord& record) -> Cell { return record.test; }},
      {{"TRORRES", "Result or Finding in Original Units", VariableType::Text},
       Core::Expected,
       [](const ResultRecord& record) -> Cell { return record.result; }},
      {{"TRORRESU", "Original Units", VariableType::Text}, Core::Expected, [](const ResultRecord& record) -> Cell { return record.unit; }},
      {{"TRSTRESC", "Character Result/Finding in Std Format", VariableType::Text},
       Core::Expected,
       [](const ResultRecord& record) -> Cell { return record.standard; }},
      {{"TRSTRESN", "Numeric Result/Finding in Standard Units", VariableType::Number},
       Core::Expected,
       [](const ResultRecord& record) -> Cell { return number_or_missing(record.number); }},
      {{"TRSTRESU", "Standard Units", VariableType::Text},
       Core::Expected,
       [](const ResultRecord& record) -> Cell { return record.standard_unit; }},
      {{"TRSTAT", "Completion Status", VariableType::Text},
       Core::Permissible,
       [](const ResultRecord& record) -> Cell { return record.status; }},
      {{"TRREASND", "Reason Not Done", VariableType::Text},
       Core::Permissible,
       [](const ResultRecord& record) -> Cell { return record.reason; }},
      {{"TRMETHOD", "Method Used to Identify the Tumor/Lesion", VariableType::Text},
       Core::Expected,
       [](const ResultRecord& record) -> Cell { return record.method; }},
      {{"TRLOBXFL", "Last Observation Before Exposure Flag", VariableType::Text},
       Core::Expected,
       [](const ResultRecord& record) -> Cell { return record.last_before_exposure; }},
      {{"TREVAL", "Evaluator", VariableType::Text}, Core::Expected, [](const ResultRecord& record) -> Cell { return record.evaluator; }},
      {{"TREVALID", "Evaluator Identifier", VariableType::Text},
       Core::Permissible,
       [](const ResultRecord& record) -> Cell { return record.evaluator_id; }},
      {{"TRACPTFL", "Accepted Record Flag", VariableType::Text},
       Core::Permissible,
       [](const ResultRecord& record) -> Cell { return record.accepted; }},
      {{"VISITNUM", "Visit Number", VariableType::Number},
       Core::Expected,
       [](const ResultRecord& record) -> Cell { return static_cast<double>(record.visit_number); }},
      {{"VISIT", "Visit Name", VariableType::Text}, Core::Permissible, [](const ResultRecord& record) -> Cell { return record.visit; }},
      {{"EPOCH", "Epoch", VariableType::Text}, Core::Permissible, [](const ResultRecord& record) -> Cell { return record.epoch; }},
      {{"TRDTC", "Date/Time of Tumor/Lesion Measurement", VariableType::Text},
       Core::Expected,
       [](const ResultRecord& record) -> Cell { return record.date; }},
      {{"TRDY", "Study Day of Tumor/Lesion Measurement", VariableType::Number},
       Core::Permissible,
       [](const ResultRecord& record) -> Cell { return number_or_missing(record.day); }},
  };
  return columns;
}

const std::vector<Column<ResponseRecord>>& response_columns()
{
  static const std::vector<Column<ResponseRecord>> columns{
      {{"STUDYID", "Study Identifier", VariableType::Text},
       Core::Expected,
       [](const ResponseRecord& record) -> Cell { return record.study; }},
      {{"DOMAIN", "Domain Abbreviation", VariableType::Text},
       Core::Expected,
       [](const ResponseRecord&) -> Cell { return std::string("RS"); }},
      {{"USUBJID", "Unique Subject Identifier", VariableType::Text},
       Core::Expected,
       [](const ResponseRecord& record) -> Cell { return record.subject; }},
      {{"RSSEQ", "Sequence Number", VariableType::Number},
       Core::Expected,
       [](const ResponseRecord& record) -> Cell { return static_cast<double>(record.sequence); }},
      {{"RSLNKGRP", "Link Group ID", VariableType::Text},
       Core::Permissible,
       [](const ResponseRecord& record) -> Cell { return record.link_group; }},
      {{"RSTESTCD", "Assessment Short Name", VariableType::Text},
       Core::Expected,
       [](const ResponseRecord& record) -> Cell { return record.code; }},
      {{"RSTEST", "Assessment Name", VariableType::Text}, Core::Expected, [](const ResponseRecord& record) -> Cell { return record.test; }},
      {{"RSCAT", "Category for Assessment", VariableType::Text},
       Core::Expected,
       [](const ResponseRecord&) -> Cell { return std::string("RECIST 1.1"); }},
      {{"RSORRES", "Result or Finding in Original Units", VariableType::Text},
       Core::Expected,
       [](const ResponseRecord& record) -> Cell { return record.result; }},
      {{"RSSTRESC", "Character Result/Finding in Std Format", VariableType::Text},
       Core::Expected,
       [](const ResponseRecord& record) -> Cell { return record.result; }},
      {{"RSEVAL", "Evaluator", VariableType::Text}, Core::Expected, [](const ResponseRecord& record) -> Cell { return record.evaluator; }},
      {{"RSEVALID", "Evaluator Identifier", VariableType::Text},
       Core::Permissible,
       [](const ResponseRecord& record) -> Cell { return record.evaluator_id; }},
      {{"RSACPTFL", "Accepted Record Flag", VariableType::Text},
       Core::Permissible,
       [](const ResponseRecord& record) -> Cell { return record.accepted; }},
      {{"VISITNUM", "Visit Number", VariableType::Number},
       Core::Expected,
       [](const ResponseRecord& record) -> Cell { return static_cast<double>(record.visit_number); }},
      {{"VISIT", "Visit Name", VariableType::Text}, Core::Permissible, [](const ResponseRecord& record) -> Cell { return record.visit; }},
      {{"EPOCH", "Epoch", VariableType::Text}, Core::Permissible, [](const ResponseRecord& record) -> Cell { return record.epoch; }},
      {{"RSDTC", "Date/Time of Assessment", VariableType::Text},
       Core::Expected,
       [](const ResponseRecord& record) -> Cell { return record.date; }},
      {{"RSDY", "Study Day of Assessment", VariableType::Number},
       Core::Permissible,
       [](const ResponseRecord& record) -> Cell { return number_or_missing(record.day); }},
  };
  return columns;
}

const std::vector<Column<SupplementRecord>>& supplement_columns()
{
  static const std::vector<Column<SupplementRecord>> columns{
      {{"STUDYID", "Study Identifier", VariableType::Text},
       Core::Expected,
       [](const SupplementRecord& record) -> Cell { return record.study; }},
      {{"RDOMAIN", "Related Domain Abbreviation", VariableType::Text},
       Core::Expected,
       [](const SupplementRecord& record) -> Cell { return record.domain; }},
      {{"USUBJID", "Unique Subject Identifier", VariableType::Text},
       Core::Expected,
       [](const SupplementRecord& record) -> Cell { return record.subject; }},
      {{"IDVAR", "Identifying Variable", VariableType::Text},
       Core::Expected,
       [](const SupplementRecord& record) -> Cell { return record.domain + "SEQ"; }},
      {{"IDVARVAL", "Identifying Variable Value", VariableType::Text},
       Core::Expected,
       [](const SupplementRecord& record) -> Cell { return std::to_string(record.sequence); }},
      {{"QNAM", "Qualifier Variable Name", VariableType::Text},
       Core::Expected,
       [](const SupplementRecord& record) -> Cell { return record.name; }},
      {{"QLABEL", "Qualifier Variable Label", VariableType::Text},
       Core::Expected,
       [](const SupplementRecord& record) -> Cell { return record.label; }},
      {{"QVAL", "Data Value", VariableType::Text}, Core::Expected, [](const SupplementRecord& record) -> Cell { return record.value; }},
      {{"QORIG", "Origin", VariableType::Text}, Core::Expected, [](const SupplementRecord& record) -> Cell { return record.origin; }},
      {{"QEVAL", "Evaluator", VariableType::Text}, Core::Expected, [](const SupplementRecord& record) -> Cell { return record.evaluator; }},
  };
  return columns;
}

const std::vector<Column<RelationRecord>>& relation_columns()
{
  static const std::vector<Column<RelationRecord>> columns{
      {{"STUDYID", "Study Identifier", VariableType::Text},
       Core::Expected,
       [](const RelationRecord& record) -> Cell { return record.study; }},
      {{"RDOMAIN", "Related Domain Abbreviation", VariableType::Text},
       Core::Expected,
       [](const RelationRecord& record) -> Cell { return record.domain; }},
      {{"USUBJID", "Unique Subject Identifier", VariableType::Text},
       Core::Expected,
       [](const RelationRecord&) -> Cell { return std::string(); }},
      {{"IDVAR", "Identifying Variable", VariableType::Text},
       Core::Expected,
       [](const RelationRecord& record) -> Cell { return record.variable; }},
      {{"IDVARVAL", "Identifying Variable Value", VariableType::Text},
       Core::Expected,
       [](const RelationRecord&) -> Cell { return std::string(); }},
      {{"RELTYPE", "Relationship Type", VariableType::Text},
       Core::Expected,
       [](const RelationRecord& record) -> Cell { return record.type; }},
      {{"RELID", "Relationship Identifier", VariableType::Text},
       Core::Expected,
       [](const RelationRecord& record) -> Cell { return record.relation; }},
  };
  return columns;
}
template <class Record> std::vector<Variable> variables_of(const std::vector<Column<Record>>& columns)
{
  std::vector<Variable> variables;
  for (const auto& column : columns) variables.push_back(column.variable);
  return variables;
}
}  // namespace

Dataset empty_dataset(const std::string& name)
{
  if (name == "TU") return {name, "Tumor/Lesion Identification", variables_of(identification_columns()), {}};
  if (name == "TR") return {name, "Tumor/Lesion Results", variables_of(result_columns()), {}};
  if (name == "RS") return {name, "Disease Response and Clin Classification", variables_of(response_columns()), {}};
  if (name == "SUPPTU" || name == "SUPPTR")
    return {name, "Supplemental Qualifiers for " + name.substr(4), variables_of(supplement_columns()), {}};
  if (name == "RELREC") return {name, "Related Records", variables_of(relation_columns()), {}};
  return {name, "", {}, {}};
}

Dataset tumor_identification_dataset(const std::vector<IdentificationRecord>& records)
{
  return dataset_of("TU", empty_dataset("TU").label, identification_columns(), records);
}

Dataset tumor_results_dataset(const std::vector<ResultRecord>& records)
{
  return dataset_of("TR", empty_dataset("TR").label, result_columns(), records);
}

Dataset disease_response_dataset(const std::vector<ResponseRecord>& records)
{
  return dataset_of("RS", empty_dataset("RS").label, response_columns(), records);
}

Dataset supplement_dataset(const std::string& domain, const std::vector<SupplementRecord>& records)
{
  return dataset_of("SUPP" + domain, empty_dataset("SUPP" + domain).label, supplement_columns(), records);
}

Dataset relations_dataset(const std::string& study, HasResponses responses)
{
  std::vector<RelationRecord> records{{study, "TU", "TULNKID", "ONE", "TUTR"}, {study, "TR", "TRLNKID", "MANY", "TUTR"}};
  if (responses == HasResponses::Yes)
  {
    records.push_back({study, "TR", "TRLNKGRP", "MANY", "TRRS"});
    records.push_back({study, "RS", "RSLNKGRP", "ONE", "TRRS"});
  }
  return dataset_of("RELREC", empty_dataset("RELREC").label, relation_columns(), records);
}
}  // namespace nadir::report::cdisc
