#pragma once

#include <span>
#include <string_view>

namespace nadir::report
{
enum class SiteKind
{
  Organ,   ///< an organ or a bone with a name
  Region,  ///< a part of the body: counts where no organ is named
  Stuff,   ///< soft tissue, muscle, skin: counts where neither is named
};

/// A name in plain English (small letters, singular) and what it stands for.
struct SiteName
{
  std::string_view name;
  SiteKind kind;
  std::string_view code;     ///< SNOMED CT
  std::string_view meaning;  ///< as in DICOM PS3.16
  std::string_view cdisc;    ///< LOC
};
std::span<const SiteName> site_names();

/// Where lymph nodes lie, by what readers call it.
struct NodeRegion
{
  std::string_view name;
  std::string_view code;
  std::string_view meaning;
  std::string_view cdisc;
};
std::span<const NodeRegion> node_regions();
}  // namespace nadir::report
