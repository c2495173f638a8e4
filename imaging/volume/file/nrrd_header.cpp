#include "imaging/volume/file/nrrd_header.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "imaging/units/number_text.h"
#include "imaging/volume/file/checked_size.h"
#include "imaging/volume/file/nrrd_axes.h"

namespace nadir::imaging
{
namespace
{
struct TypeName
{
  std::string_view name;
  VoxelType type;
};
constexpr TypeName type_names[] = {{"signed char", VoxelType::Int8},
                                   {"int8", VoxelType::Int8},
                                   {"int8_t", VoxelType::Int8},
                                   {"uchar", VoxelType::UInt8},
                                   {"unsigned char", VoxelType::UInt8},
                                   {"uint8", VoxelType::UInt8},
                                   {"uint8_t", VoxelType::UInt8},
                                   {"short", VoxelType::Int16},
                                   {"short int", VoxelType::Int16},
                                   {"signed short", VoxelType::Int16},
                                   {"signed short int", VoxelType::Int16},
                                   {"int16", VoxelType::Int16},
                                   {"int16_t", VoxelType::Int16},
                                   {"ushort", VoxelType::UInt16},
                                   {"unsigned short", VoxelType::UInt16},
                                   {"unsigned short int", VoxelType::UInt16},
                                   {"uint16", VoxelType::UInt16},
                                   {"uint16_t", VoxelType::UInt16},
                                   {"int", VoxelType::Int32},
                                   {"signed int", VoxelType::Int32},
                                   {"int32", VoxelType::Int32},
                                   {"int32_t", VoxelType::Int32},
                                   {"uint", VoxelType::UInt32},
                                   {"unsigned int", VoxelType::UInt32},
                                   {"uint32", VoxelType::UInt32},
                                   {"uint32_t", VoxelType::UInt32},
                                   {"longlong", VoxelType::Int64},
                                   {"long long", VoxelType::Int64},
                                   {"long long int", VoxelType::Int64},
                                   {"signed long long", VoxelType::Int64},
                                   {"signed long long int", VoxelType::Int64},
                                   {"int64", VoxelType::Int64},
                                   {"int64_t", VoxelType::Int64},
                                   {"ulonglong", VoxelType::UInt64},
                                   {"unsigned long long", VoxelType::UInt64},
                                   {"unsigned long long int", VoxelType::UInt64},
                                   {"uint64", VoxelType::UInt64},
                                   {"uint64_t", VoxelType::UInt64},
                                   {"float", VoxelType::Float32},
                                   {"double", VoxelType::Float64}};

/// The value of a field in lower case; "" when it is absent.
std::string field(const NrrdText& text, const char* name)
{
  const auto found = text.fields.find(name);
  auto value = found == text.fields.end() ? std::string() : found->second;
  for (auto& c : value)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return value;
}

Failure malformed(const std::string& problem)
{
  return Failure{ImageFileError::Malformed, "the NRRD header " + problem + " (the voxels cannot be understood). Export the file again."};
}

Failure no_geometry(const std::string& problem)
{
  return Failure{ImageFileError::NoGeometry,
                 "the NRRD header " + problem + " (lengths would be wrong). Export the file with its voxel spacing."};
}

Result<Done> check_data_place(const NrrdText& text)
{
  if (text.fields.contains("data file") || text.fields.contains("datafile"))
    return Failure{ImageFileError::Unsupported,
                   "the NRRD header keeps its voxels in another file (the two could be mixed up). Save header and data in one file."};
  for (const char* const name : {"line skip", "lineskip", "byte skip", "byteskip"})
    if (text.fields.contains(name) && field(text, name) != "0")
      return Failure{ImageFileError::Unsupported,
                     "the NRRD header skips lines or bytes (the voxels could be misread). Save the file again without."};
  return Done{};
}

Result<NrrdEncoding> encoding_of(const NrrdText& text)
{
  const auto name = field(text, "encoding");
  if (name == "raw") return NrrdEncoding::Raw;
  if (name == "gzip" || name == "gz") return NrrdEncoding::Gzip;
  if (name == "ascii" || name == "text" || name == "txt") return NrrdEncoding::Text;
  return Failure{ImageFileError::Unsupported,
                 "the NRRD encoding is none of raw, gzip and ascii (the voxels cannot be read). Save the file with one of these."};
}

Result<VoxelFormat> format_of(const NrrdText& text, NrrdEncoding encoding)
{
  const auto name = field(text, "type");
  const auto* const known =
      std::find_if(std::begin(type_names), std::end(type_names), [&](const TypeName& type) { return type.name == name; });
  if (known == std::end(type_names)) return malformed("gives no voxel type that is known");
  const auto endian = field(text, "endian");
  const bool needs_endian = encoding != NrrdEncoding::Text && bytes_of(known->type) > 1;
  if (needs_endian && endian != "little" && endian != "big") return malformed("does not give the byte order");
  return VoxelFormat{known->type, endian == "big", 1.0, 0.0};
}

/// Signs that turn the file's space into LPS; nullopt when the space is not one of the patient.
std::optional<PatientVector> signs_to_lps(const std::string& name)
{
  if (name == "left-posterior-superior" || name == "lps") return PatientVector{1, 1, 1};
  if (name == "right-anterior-superior" || name == "ras") return PatientVector{-1, -1, 1};
  if (name == "left-anterior-superior" || name == "las") return PatientVector{1, -1, 1};
  return std::nullopt;
}

/// Millimetres of the unit of space: one unit for all axes, millimetres when none is given.
Result<double> unit_length(const NrrdText& text)
{
  auto units = words_of(field(text, "space units"));
  if (units.empty()) return 1.0;
  const bool is_one = std::all_of(units.begin(), units.end(), [&](const std::string& unit) { return unit == units.front(); });
  if (is_one && units.front() == "\"mm\"") return 1.0;
  if (is_one && units.front() == "\"cm\"") return 10.0;
  if (is_one && units.front() == "\"m\"") return 1000.0;
  if (is_one && units.front() == "\"um\"") return 0.001;
  return no_geometry("names a unit of length that is not known");
}

PatientVector scaled(PatientVector v, PatientVector signs, double unit)
{
  return {v.left * signs.left * unit, v.posterior * signs.posterior * unit, v.superior * signs.superior * unit};
}

Result<GridAffine> affine_from_directions(const NrrdText& text, const NrrdAxes& axes, PatientVector signs)
{
  const auto directions = vectors_of(field(text, "space directions"));
  const auto unit = unit_length(text);
  if (!unit) return unit.failure();
  if (!directions) return no_geometry("has space directions that cannot be read");
  PatientVector origin{};
  if (text.fields.contains("space origin"))
  {
    const auto given = vectors_of(field(text, "space origin"));
    if (!given || given->size() != 1 || !given->front()) return no_geometry("has a space origin that cannot be read");
    origin = *given->front();
  }
  const auto step = [&](std::size_t n) { return scaled(*(*directions)[axes.spatial[n]], signs, *unit); };
  return GridAffine{step(0), step(1), step(2), PatientPoint{} + scaled(origin, signs, *unit)};
}

Result<GridAffine> affine_from_spacings(const NrrdText& text, const NrrdAxes& axes)
{
  const auto words = words_of(field(text, "spacings"));
  std::array<double, 3> steps{};
  for (std::size_t n = 0; n < steps.size(); ++n)
  {
    const auto step = axes.spatial[n] < words.size() ? parse_number(words[axes.spatial[n]]) : std::nullopt;
    if (!step) return no_geometry("gives neither space directions nor spacings");
    steps[n] = *step;
  }
  return GridAffine{{steps[0], 0, 0}, {0, steps[1], 0}, {0, 0, steps[2]}, {}};
}

Result<GridAffine> affine_of(const NrrdText& text, const NrrdAxes& axes, std::vector<std::string>& warnings)
{
  const auto signs = signs_to_lps(field(text, "space"));
  const bool has_directions = text.fields.contains("space directions");
  if (!signs || !has_directions)
    warnings.emplace_back("orientation unknown: the NRRD header names no patient space; lengths hold, but left and right cannot be told");
  if (has_directions && !text.fields.contains("space origin") && signs)
    warnings.emplace_back(
        "position unknown: the NRRD header names no space origin; lengths hold, but not where in the body the voxels lie");
  return has_directions ? affine_from_directions(text, axes, signs.value_or(PatientVector{1, 1, 1})) : affine_from_spacings(text, axes);
}

Result<PlacedGrid> grid_of(const NrrdText& text, const NrrdAxes& axes, std::uint64_t bytes_per_voxel, std::vector<std::string>& warnings)
{
  const auto size = checked_size(axes.size[0], axes.size[1], axes.size[2], bytes_per_voxel);
  if (!size) return size.failure();
  const auto affine = affine_of(text, axes, warnings);
  if (!affine) return affine.failure();
  return place_grid(*size, *affine);
}
}  // namespace

Result<NrrdHeader> understand_nrrd(const NrrdText& text)
{
  if (auto in_one_file = check_data_place(text); !in_one_file) return in_one_file.failure();
  const auto encoding = encoding_of(text);
  if (!encoding) return encoding.failure();
  const auto format = format_of(text, *encoding);
  if (!format) return format.failure();
  const auto axes = nrrd_axes(text);
  if (!axes) return axes.failure();
  const auto layers = static_cast<std::size_t>(axes->layers);
  std::vector<std::string> warnings;
  auto grid = grid_of(text, *axes, layers * bytes_of(format->type), warnings);
  if (!grid) return grid.failure();
  return NrrdHeader{*format, *encoding, *grid, layers, axes->list.value_or(0) == 0, std::move(warnings)};
}
}  // namespace nadir::imaging
