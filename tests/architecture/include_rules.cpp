#include "tests/architecture/include_rules.h"

#include <algorithm>
#include <cctype>
#include <optional>
#include <set>
#include <string_view>

namespace nadir::test
{
namespace
{
using Prefixes = std::vector<std::string>;

/// One row of the table. The longest folder that a file lies in decides.
struct Row
{
  std::string folder;
  Prefixes may_include;   ///< folders of the project, besides its own
  Prefixes third_party;   ///< beginnings of include names, in .cpp files only
  bool std_only = false;  ///< not even the operating system
  Prefixes in_headers{};  ///< third party that may stand in headers, too
};

Prefixes joined(Prefixes first, const Prefixes& second)
{
  first.insert(first.end(), second.begin(), second.end());
  return first;
}

const std::vector<Row>& table()
{
  static const Prefixes geometry{"imaging/units/", "imaging/result/", "imaging/geometry/"};
  static const Prefixes std_core = joined(geometry, {"measure/lesion/"});
  static const Prefixes core{"imaging/", "segmentation/", "measure/", "report/"};
  static const Prefixes values = joined(
      std_core, {"measure/response/", "imaging/digest/", "imaging/storage/", "report/identity/", "report/vocabulary/", "report/table/"});
  static const Prefixes with_images = joined(values, {"imaging/", "segmentation/", "measure/assessment/"});
  static const std::vector<Row> rows{
      {"imaging/units/", {}, {}, true},
      {"imaging/result/", {}, {}, true},
      {"imaging/geometry/", geometry, {}, true},
      {"imaging/digest/", {"imaging/result/"}, {"openssl/"}},
      {"imaging/storage/", {"imaging/result/"}, {}},
      {"imaging/gate/", geometry, {}},
      {"imaging/volume/", geometry, {}},
      {"imaging/bias/", geometry, {}, true},
      {"imaging/volume/file/", joined(geometry, {"imaging/volume/", "imaging/storage/"}), {"zlib.h"}},
      {"imaging/registration/", joined(geometry, {"imaging/volume/"}), {"nlohmann/"}},
      {"imaging/dicom/", joined(geometry, {"imaging/gate/", "imaging/digest/", "imaging/volume/"}), {}},
      {"imaging/dicom/worker/",
       joined(geometry, {"imaging/gate/", "imaging/volume/", "imaging/dicom/"}),
       {"dcmtk/", "openjpeg.h", "zlib.h"}},
      {"imaging/open/", joined(geometry, {"imaging/digest/", "imaging/volume/", "imaging/dicom/", "imaging/diffusion/"}), {}},
      {"imaging/diffusion/", joined(geometry, {"imaging/gate/", "imaging/volume/", "imaging/dicom/"}), {}},
      {"segmentation/", {"imaging/"}, {"zlib.h"}},
      {"segmentation/lesion/", {"imaging/", "segmentation/"}, {"nlohmann/"}},
      {"measure/lesion/", geometry, {}, true},
      {"measure/response/", std_core, {}, true},
      {"measure/size/", joined(std_core, {"imaging/", "segmentation/"}), {}},
      {"measure/comparability/", joined(std_core, {"imaging/"}), {}},
      {"measure/assessment/", {"imaging/", "segmentation/", "measure/"}, {"nlohmann/"}},
      {"reading/", joined(std_core, {"measure/response/", "imaging/digest/"}), {"nlohmann/", "sqlite3.h", "zip.h"}},
      {"report/table/", joined(std_core, {"measure/response/"}), {"nlohmann/"}},
      {"report/document/", joined(std_core, {"measure/response/", "imaging/digest/", "imaging/storage/", "report/table/"}), {"png.h"}},
      {"report/pdf/",
       joined(std_core, {"measure/response/", "imaging/digest/", "imaging/storage/", "report/table/", "report/document/"}),
       {"cairo/", "pango/"}},
      {"report/identity/", joined(std_core, {"imaging/digest/"}), {}},
      {"report/vocabulary/", geometry, {}},
      {"report/certificate/", joined(geometry, {"imaging/digest/", "imaging/storage/", "report/table/"}), {"nlohmann/"}},
      {"report/export/", core, {"nlohmann/"}},
      {"report/cdisc/", values, {"nlohmann/"}},
      {"report/fhir/", values, {"nlohmann/"}},
      {"report/redcap/", values, {"nlohmann/"}},
      {"report/dicom_object/", with_images, {}},
      {"report/dicom_map/", joined(with_images, {"report/dicom_object/"}), {}},
      {"report/dicom_capture/", joined(with_images, {"report/dicom_object/", "report/document/", "report/pdf/"}), {}},
      {"report/dicom_sr/", joined(with_images, {"report/dicom_object/", "report/dicom_seg/"}), {}},
      {"report/dicom_seg/", joined(with_images, {"report/dicom_object/"}), {}},
      {"report/transport/", joined(values, {"imaging/gate/", "imaging/dicom/"}), {"dcmtk/", "curl/", "openssl/", "sqlite3.h", "nlohmann/"}},
      {"report/deidentify/", joined(values, {"imaging/gate/", "imaging/dicom/"}), {"dcmtk/"}},
      {"session/", joined(core, {"reading/"}), {"nlohmann/"}},
      {"cli/", joined(core, {"reading/", "session/"}), {"CLI/", "nlohmann/"}},
      {"viewer/", {"viewer/"}, {"Q"}, false, {"Q"}},
      {"viewer/render/", {"imaging/", "segmentation/", "measure/lesion/"}, {"vtk"}},
      {"viewer/model/", joined(core, {"reading/", "session/"}), {"QtCore/"}, false, {"QtCore/"}},
      {"viewer/interaction/", joined(geometry, {"viewer/model/", "viewer/render/", "segmentation/edit/"}), {"QtCore/"}, false, {"QtCore/"}},
      {"viewer/widget/", joined(geometry, {"viewer/model/", "viewer/render/", "viewer/interaction/"}), {"Q"}, false, {"Q"}},
      {"sample_data/", core, {"dcmtk/", "zlib.h", "nlohmann/", "CLI/"}},
      {"bench/", joined(core, {"sample_data/"}), {"benchmark/", "itk", "dcmtk/"}},
      {"bench/frames/", joined(core, {"viewer/"}), {"vtk", "Q"}},
      {"bench/viewer/", joined(core, {"reading/", "session/", "viewer/model/"}), {"QtCore/"}},
      {"bench/response/", {"imaging/units/", "reading/table/"}, {}},
  };
  return rows;
}

bool starts_with_any(std::string_view name, const Prefixes& prefixes)
{
  return std::any_of(prefixes.begin(), prefixes.end(), [&](const std::string& prefix) { return name.starts_with(prefix); });
}

const Row* row_of(std::string_view path)
{
  const Row* best = nullptr;
  for (const Row& row : table())
    if (path.starts_with(row.folder) && (!best || row.folder.size() > best->folder.size())) best = &row;
  return best;
}

struct Include
{
  std::string name;
  bool in_quotes = false;
};

std::optional<Include> include_of(std::string_view line)
{
  const auto skip_blanks = [&line] { line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size())); };
  skip_blanks();
  if (!line.starts_with('#')) return std::nullopt;
  line.remove_prefix(1);
  skip_blanks();
  if (!line.starts_with("include")) return std::nullopt;
  line.remove_prefix(7);
  skip_blanks();
  if (line.empty() || (line.front() != '"' && line.front() != '<')) return std::nullopt;
  const auto end = line.find(line.front() == '"' ? '"' : '>', 1);
  return Include{std::string(line.substr(1, end - 1)), line.front() == '"'};
}

/// <vector>, <cmath>: small letters and no dot.
bool is_standard(std::string_view name)
{
  return std::all_of(name.begin(), name.end(),
                     [](char c)
                     { return std::islower(static_cast<unsigned char>(c)) || std::isdigit(static_cast<unsigned char>(c)) || c == '_'; });
}

bool is_operating_system(std::string_view name)
{
  static const std::set<std::string, std::less<>> names{"fcntl.h", "unistd.h",  "poll.h",   "spawn.h", "iconv.h",
                                                        "sched.h", "pthread.h", "signal.h", "dirent.h"};
  return name.starts_with("sys/") || names.contains(name);
}

bool is_header(std::string_view path) { return path.ends_with(".h"); }

std::string breach_outside(const std::string& path, const Row& row, const std::string& name)
{
  if (is_standard(name)) return "";
  if (is_operating_system(name))
    return row.std_only ? "<" + name + "> is not C++ standard library, which is all that " + row.folder + " may use" : "";
  if (starts_with_any(name, row.in_headers)) return "";
  if (!starts_with_any(name, row.third_party)) return "<" + name + "> is third party that " + row.folder + " may not use";
  return is_header(path) ? "<" + name + "> is third party and stands in a header; it belongs into a .cpp file" : "";
}

std::string breach_inside(const Row& row, const std::string& name, const std::set<std::string>& known)
{
  static const std::set<std::string> made_by_the_build{"cli/version.h"};
  if (!known.contains(name) && !made_by_the_build.contains(name)) return "\"" + name + "\" is no file of the project, named from its root";
  if (name.starts_with("imaging/interop/") || !starts_with_any(name, joined(row.may_include, {row.folder})))
    return "\"" + name + "\" points the wrong way: " + row.folder + " may not include it";
  return "";
}

std::set<std::string> paths_of(const std::vector<SourceFile>& files)
{
  std::set<std::string> paths;
  for (const auto& file : files) paths.insert(file.path);
  return paths;
}

bool is_cpp(std::string_view path) { return path.ends_with(".h") || path.ends_with(".cpp"); }
}  // namespace

std::vector<std::string> include_violations(const std::vector<SourceFile>& files)
{
  const auto known = paths_of(files);
  std::vector<std::string> violations;
  for (const auto& file : files)
  {
    if (!is_cpp(file.path)) continue;
    const Row* row = row_of(file.path);
    if (!row) violations.push_back(file.path + ":1: lies in no folder of the table");
    if (!row) continue;
    std::size_t number = 0;
    for (const auto line : lines_of(file.text))
    {
      ++number;
      const auto include = include_of(line);
      if (!include) continue;
      const std::string breach =
          include->in_quotes ? breach_inside(*row, include->name, known) : breach_outside(file.path, *row, include->name);
      if (!breach.empty()) violations.push_back(file.path + ":" + std::to_string(number) + ": " + breach);
    }
  }
  return violations;
}
}  // namespace nadir::test
