#pragma once

#include <optional>
#include <string>
#include <vector>

#include "imaging/gate/byte_source.h"
#include "imaging/gate/data_set_tree.h"
#include "imaging/gate/element_header.h"
#include "imaging/gate/gate_error.h"
#include "imaging/gate/limits.h"
#include "imaging/gate/pixel_element.h"

namespace nadir::imaging::detail
{
/// Reads the levels of a file into a tree: no recursion, every length checked against what is left before it is followed.
///
/// After a parse_ function returned false, failure() says why and the parser is of no further use.
class DataSetParser
{
public:
  DataSetParser(ByteSource& source, const GateLimits& limits, DataSetTree& tree) : source_(source), limits_(limits), tree_(tree) {}

  /// Group 0002 from `offset` on, up to the first attribute of another group.
  bool parse_meta(std::uint64_t offset, Encoding encoding);
  /// The data set from `offset` to the end of the file.
  bool parse_data(std::uint64_t offset, Encoding encoding);

  std::uint64_t position() const { return position_; }
  std::size_t element_count() const { return count_; }
  const Failure& failure() const { return *failure_; }
  /// Number of the level that the last successful call read, in the tree.
  std::size_t root() const { return root_; }
  std::optional<PixelElement>& pixels() { return pixels_; }

private:
  enum class Part
  {
    Meta,
    Data,
  };
  struct OpenLevel
  {
    std::uint64_t end = 0;  ///< no value may run past it
    bool is_open = false;   ///< of undefined length: a delimiter ends it
    Encoding encoding;
    std::size_t first_element = 0;  ///< in elements_
  };
  struct OpenSequence
  {
    std::size_t element = 0;  ///< in elements_
    std::uint64_t end = 0;
    bool is_open = false;
    Encoding encoding;            ///< of its items
    std::size_t first_level = 0;  ///< in levels_
  };

  bool parse(Part part, std::uint64_t offset, Encoding encoding);
  bool step();
  bool read_attribute();
  bool read_attribute(const ElementHeader& header);
  bool read_item();
  bool read_header(ElementHeader& header);
  bool read_explicit_header(const std::byte* bytes, ElementHeader& header);
  bool read_odd_header(const std::byte* bytes, ElementHeader& header);
  bool leads_to_attribute(std::uint32_t length);
  bool read_value(const ElementHeader& header);
  bool read_pixels(const ElementHeader& header);
  bool read_fragments(PixelElement& pixels, const OpenLevel& level);
  bool add_fragment(PixelElement& pixels, std::uint32_t length);
  bool read_offset_table(PixelElement& pixels, std::uint32_t length);
  bool open_sequence(const ElementHeader& header);
  bool open_item(std::uint32_t length);
  bool close_level();
  bool close_sequence();
  bool end_by_delimiter(bool is_open);
  bool finish_root();

  bool at_end_of_meta();
  bool is_root() const { return sequences_.empty(); }
  bool is_sequence(const ElementHeader& header);
  bool is_chain_of_items(std::uint64_t offset, std::uint64_t end);
  bool starts_with_zeros();
  bool rest_is_zero(std::uint64_t offset);
  bool are_zero(std::uint64_t offset, std::size_t length);
  bool has_right_vr(const ElementHeader& header);
  bool has_no_critical_duplicate(std::size_t first);

  const std::byte* fetch(std::uint64_t offset, std::size_t length);
  bool count_one_more();
  bool fail(GateError error, std::string message);
  bool overrun(std::uint64_t needed, std::uint64_t end);
  std::string here() const;

  ByteSource& source_;
  const GateLimits& limits_;
  DataSetTree& tree_;
  Part part_ = Part::Data;
  std::uint64_t position_ = 0;
  std::uint64_t fetched_from_ = 0;
  std::uint32_t key_ = 0;  // of the attribute being read, for messages
  std::size_t count_ = 0;
  std::size_t root_ = 0;
  bool done_ = false;
  std::vector<Element> elements_;  // of the levels still open
  std::vector<Level> levels_;      // items of the sequences still open
  std::vector<OpenLevel> open_levels_;
  std::vector<OpenSequence> sequences_;
  std::optional<PixelElement> pixels_;
  std::optional<Failure> failure_;
};
}  // namespace nadir::imaging::detail
