#include "report/cdisc/transport_file.h"

#include <algorithm>
#include <array>
#include <numeric>

#include "imaging/result/expects.h"
#include "report/cdisc/ibm_double.h"
#include "report/cdisc/text_pieces.h"
#include "report/cdisc/transport_layout.h"
#include "report/table/visible_text.h"

namespace nadir::report::cdisc
{
namespace
{
using namespace transport;

constexpr std::size_t number_bytes = 8;
constexpr std::string_view sas_version = "9.4", sas_system = "LINUX";

/// "2024-01-31T12:00:00" -> "31JAN24:12:00:00".
std::string sas_moment(const std::string& created)
{
  constexpr std::array<std::string_view, 12> months{"JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"};
  NADIR_EXPECTS(created.size() == 19 && created[10] == 'T');
  const auto month = static_cast<std::size_t>(10 * (created[5] - '0') + created[6] - '0' - 1);
  NADIR_EXPECTS(month < months.size());
  return created.substr(8, 2) + std::string(months[month]) + created.substr(2, 2) + ":" + created.substr(11);
}

/// Bytes of a variable in a row.
std::vector<std::size_t> lengths_of(const Dataset& dataset)
{
  std::vector<std::size_t> lengths;
  for (std::size_t i = 0; i < dataset.variables.size(); ++i)
  {
    std::size_t length = dataset.variables[i].type == VariableType::Number ? number_bytes : 1;
    for (const auto& row : dataset.rows)
      if (const auto* text = std::get_if<std::string>(&row[i])) length = std::max(length, ascii_text(*text).size());
    NADIR_EXPECTS(length <= longest_text);
    lengths.push_back(length);
  }
  return lengths;
}

/// Makes rows longer than a record by widening the first text: with shorter rows, padding at the end of the file cannot be told from rows
/// for sure, and pandas takes blank values of the last row for padding.
void widen(const Dataset& dataset, std::vector<std::size_t>& lengths)
{
  const auto row = std::accumulate(lengths.begin(), lengths.end(), std::size_t{0});
  const auto is_text = [](const Variable& variable) { return variable.type == VariableType::Text; };
  const auto first = std::find_if(dataset.variables.begin(), dataset.variables.end(), is_text);
  if (row > record_bytes || first == dataset.variables.end()) return;
  lengths[static_cast<std::size_t>(first - dataset.variables.begin())] += record_bytes + 1 - row;
}

std::string headers(const Dataset& dataset, const FileOrigin& origin)
{
  const auto moment = sas_moment(origin.created);
  std::string out(library_header);
  out +=
      padded("SAS", 8) + padded("SAS", 8) + padded("SASLIB", 8) + padded(sas_version, 8) + padded(sas_system, 8) + padded("", 24) + moment;
  out += padded(moment, record_bytes);
  out += std::string(member_header) + std::string(descriptor_header);
  out += padded("SAS", 8) + padded(dataset.name, 8) + padded("SASDATA", 8) + padded(sas_version, 8) + padded(sas_system, 8) +
         padded("", 24) + moment;
  out += moment + padded("", 16) + padded(dataset.label, 40) + padded("", 8);
  const auto count = std::to_string(dataset.variables.size());
  return out + padded(std::string(variables_header) + std::string(4 - count.size(), '0') + count + std::string(20, '0'), record_bytes);
}

std::string description(const Variable& variable, std::size_t number, std::size_t length, std::size_t position)
{
  const auto two = [](std::size_t value) { return big_endian(static_cast<std::uint32_t>(value), 2); };
  std::string out = two(variable.type == VariableType::Number ? number_type : text_type) + two(0) + two(length) + two(number);
  out += padded(variable.name, 8) + padded(variable.label, 40);
  out += padded("", 8) + two(0) + two(0) + two(0) + std::string(2, '\0');  // no output format
  out += padded("", 8) + two(0) + two(0);                                  // no input format
  out += big_endian(static_cast<std::uint32_t>(position), 4);
  out.resize(description_bytes, '\0');
  return out;
}

void fill_record(std::string& out) { out.resize((out.size() + record_bytes - 1) / record_bytes * record_bytes, ' '); }

void put(std::string& out, const Cell& cell, std::size_t length)
{
  if (const auto* text = std::get_if<std::string>(&cell)) out += padded(ascii_text(*text), length);
  else
  {
    const auto* number = std::get_if<double>(&cell);
    for (const auto byte : number ? to_ibm_double(*number) : ibm_missing) out += static_cast<char>(byte);
  }
}
}  // namespace

std::string to_transport_file(const Dataset& dataset, const FileOrigin& origin)
{
  auto lengths = lengths_of(dataset);
  widen(dataset, lengths);
  auto out = headers(dataset, origin);
  std::size_t position = 0;
  for (std::size_t i = 0; i < lengths.size(); position += lengths[i++])
    out += description(dataset.variables[i], i + 1, lengths[i], position);
  fill_record(out);
  out += rows_header;
  out.reserve(out.size() + dataset.rows.size() * position + record_bytes);
  for (const auto& row : dataset.rows)
    for (std::size_t i = 0; i < lengths.size(); ++i) put(out, row[i], lengths[i]);
  fill_record(out);
  return out;
}

std::vector<std::string> characters_spelled(const Dataset& dataset)
{
  std::vector<std::string> names;
  for (std::size_t i = 0; i < dataset.variables.size(); ++i)
  {
    const auto is_spelled = [i](const auto& row)
    {
      const auto* text = std::get_if<std::string>(&row[i]);
      return text && ascii_text(*text) != *text;
    };
    if (std::any_of(dataset.rows.begin(), dataset.rows.end(), is_spelled)) names.push_back(dataset.name + "." + dataset.variables[i].name);
  }
  return names;
}
}  // namespace nadir::report::cdisc
