#pragma once

#include <string_view>

/// SOP classes of the objects that we write (PS3.4 B.5).
namespace nadir::report::sop_classes
{
inline constexpr std::string_view comprehensive_sr = "1.2.840.10008.5.1.4.1.1.88.33";
inline constexpr std::string_view comprehensive_3d_sr = "1.2.840.10008.5.1.4.1.1.88.34";
inline constexpr std::string_view segmentation = "1.2.840.10008.5.1.4.1.1.66.4";
inline constexpr std::string_view parametric_map = "1.2.840.10008.5.1.4.1.1.30";
inline constexpr std::string_view encapsulated_pdf = "1.2.840.10008.5.1.4.1.1.104.1";
inline constexpr std::string_view secondary_capture = "1.2.840.10008.5.1.4.1.1.7";
inline constexpr std::string_view rt_structure_set = "1.2.840.10008.5.1.4.1.1.481.3";
}  // namespace nadir::report::sop_classes
