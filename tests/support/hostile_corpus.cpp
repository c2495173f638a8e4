#include "tests/support/hostile_corpus.h"

#include <array>

namespace nadir::testing
{
std::vector<HostileFile> hostile_corpus()
{
  static constexpr std::array families{
      add_declared_lengths,
      add_nesting,
      add_open_ends,
      add_foreign_files,
      add_meta_headers,
      add_floods,
      add_frame_sizes,
      add_bit_layouts,
      add_pixel_lengths,
      add_transfer_syntaxes,
      add_fragments,
      add_type_spoofs,
      add_duplicates,
      add_missing_attributes,
      add_numbers,
      add_geometry,
      add_identifiers,
      add_texts,
      add_frame_groups,
      add_run_lengths,
      add_jpeg,
      add_jpeg_2000,
      add_deflated,
  };
  std::vector<HostileFile> files;
  for (const auto add_family : families) add_family(files);
  return files;
}
}  // namespace nadir::testing
