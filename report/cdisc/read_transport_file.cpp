#include <algorithm>
#include <optional>

#include "imaging/units/number_text.h"
#include "report/cdisc/cdisc_error.h"
#include "report/cdisc/ibm_double.h"
#include "report/cdisc/transport_file.h"
#include "report/cdisc/transport_layout.h"
#include "report/table/visible_text.h"

namespace nadir::report::cdisc
{
namespace
{
using namespace transport;

constexpr std::size_t count_at = 54;  // of the variables, four digits

/// Where a variable stands in a row.
struct Field
{
  std::size_t position = 0, length = 0;
};

/// Reads one file from its front; every step says whether the bytes were as expected.
class TransportReader
{
public:
  explicit TransportReader(std::string_view bytes) : rest_(bytes) {}

  std::optional<Dataset> read()
  {
    if (rest_.size() % record_bytes != 0 || !read_heads() || !read_variables() || !read_rows()) return std::nullopt;
    return std::move(dataset_);
  }

private:
  std::string_view take(std::size_t bytes)
  {
    const auto taken = rest_.substr(0, bytes);
    rest_.remove_prefix(taken.size());
    return taken;
  }

  bool read_heads()
  {
    if (take(record_bytes) != library_header || take(2 * record_bytes).size() < 2 * record_bytes) return false;
    if (take(record_bytes) != member_header || take(record_bytes) != descriptor_header || rest_.size() < 3 * record_bytes) return false;
    dataset_.name = without_padding(take(record_bytes).substr(8, 8));
    dataset_.label = without_padding(take(record_bytes).substr(32, 40));
    return true;
  }

  bool read_variables()
  {
    const auto header = take(record_bytes);
    const auto count = header.starts_with(variables_header) ? parse_integer(header.substr(count_at, 4)) : std::nullopt;
    if (!count || *count < 1) return false;
    const auto bytes = static_cast<std::size_t>(*count) * description_bytes;
    const auto descriptions = take((bytes + record_bytes - 1) / record_bytes * record_bytes);
    if (descriptions.size() < bytes) return false;
    for (std::size_t at = 0; at < bytes; at += description_bytes)
      if (!read_variable(descriptions.substr(at, description_bytes))) return false;
    return true;
  }

  bool read_variable(std::string_view description)
  {
    const auto type = big_endian_at(description, type_at, 2);
    const Field field{big_endian_at(description, position_at, 4), big_endian_at(description, length_at, 2)};
    if ((type != number_type && type != text_type) || field.position != row_bytes_ || field.length == 0) return false;
    if (type == number_type && field.length != 8) return false;
    row_bytes_ += field.length;
    fields_.push_back(field);
    dataset_.variables.push_back({std::string(without_padding(description.substr(name_at, 8))),
                                  std::string(without_padding(description.substr(label_at, 40))),
                                  type == number_type ? VariableType::Number : VariableType::Text});
    return true;
  }

  bool read_rows()
  {
    if (take(record_bytes) != rows_header) return false;
    while (rest_.size() >= row_bytes_ && without_padding(rest_).size() > 0)
    {
      const auto bytes = take(row_bytes_);
      auto& row = dataset_.rows.emplace_back();
      for (std::size_t i = 0; i < fields_.size(); ++i)
        row.push_back(cell_of(bytes.substr(fields_[i].position, fields_[i].length), dataset_.variables[i].type));
    }
    return rest_.size() < record_bytes && without_padding(rest_).empty();
  }

  static Cell cell_of(std::string_view bytes, VariableType type)
  {
    if (type == VariableType::Text) return original_text(without_padding(bytes));
    IbmDouble number{};
    std::copy(bytes.begin(), bytes.end(), number.begin());
    const auto value = from_ibm_double(number);
    return value ? Cell(*value) : Cell(Missing{});
  }

  std::string_view rest_;
  Dataset dataset_;
  std::vector<Field> fields_;
  std::size_t row_bytes_ = 0;
};
}  // namespace

Result<Dataset> dataset_from_transport_file(std::string_view bytes)
{
  auto dataset = TransportReader(bytes).read();
  if (!dataset)
    return Failure{
        CdiscError::NotADataset,
        "the bytes are no SAS transport file of version 5 with one member (what they say could be read wrongly). Export it again."};
  return std::move(*dataset);
}
}  // namespace nadir::report::cdisc
