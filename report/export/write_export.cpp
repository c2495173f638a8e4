#include "report/export/write_export.h"

#include <algorithm>
#include <fstream>
#include <iterator>

#include "imaging/digest/sha256.h"
#include "imaging/storage/write_file.h"
#include "report/certificate/certificate_json.h"
#include "report/certificate/verify_export.h"
#include "report/export/export_error.h"
#include "report/export/staged_folder.h"

namespace nadir::report
{
namespace
{
namespace fs = std::filesystem;

Failure not_as_written(const CertifiedFormat& format, const ReadBack& check)
{
  return {ExportError::ReadBackDiffers, format.format + "/" + check.file + " reads back differently: " + check.differences.front() +
                                            " (nothing of this format was kept). This is a bug; please report it."};
}

Result<Done> check_fit(const ExportJob& job, const ExportFormat& format)
{
  if (format.scope == FormatScope::OneCase && job.sources.size() != 1)
    return Failure{ExportError::OneCaseOnly, "the format " + format.name + " holds one case, and " + std::to_string(job.sources.size()) +
                                                 " were given. Export them one by one."};
  const auto lacks_images = [](const ExportSource& source) { return !source.has_images(); };
  if (format.needs == FormatNeeds::Images && std::any_of(job.sources.begin(), job.sources.end(), lacks_images))
    return Failure{ExportError::ImagesMissing,
                   "the format " + format.name + " needs the images, and the source has numbers only. Export from the case or the record."};
  return Done{};
}

/// Files, sizes, digests, what reading back gave.
Result<CertifiedFormat> certified(const ExportJob& job, const ExportFormat& format, FormatOutput output)
{
  CertifiedFormat result{format.name, "", {}, {}, std::move(output.left_out), std::move(output.notices)};
  for (const auto& file : output.files) result.files.push_back({file.name, file.bytes.size(), imaging::sha256_of(file.bytes)});
  if (format.read_back) result.read_back = format.read_back(job, output.files);
  for (const auto& check : result.read_back)
    if (!check.differences.empty()) return not_as_written(result, check);
  return result;
}

Result<std::string> bytes_of(const fs::path& path)
{
  std::ifstream file(path, std::ios::binary);
  if (!file)
    return Failure{imaging::WriteError::Failed,
                   "a file that was just written cannot be read again. Check the disk or choose another folder."};
  return std::string(std::istreambuf_iterator<char>(file), {});
}

/// What is on the disk now, in place of what was meant to be written.
Result<Done> read_again(const StagedFolder& staged, FormatOutput& output)
{
  for (auto& file : output.files)
  {
    auto bytes = bytes_of(staged.path() / file.name);
    if (!bytes) return bytes.failure();
    file.bytes = std::move(*bytes);
  }
  return Done{};
}

Result<CertifiedFormat> write_format(const ExportJob& job, const ExportFormat& format, const fs::path& folder)
{
  if (const auto fit = check_fit(job, format); !fit) return fit.failure();
  auto output = format.make(job);
  if (!output) return output.failure();
  auto staged = StagedFolder::beside(folder / format.name);
  if (!staged) return staged.failure();
  for (const auto& file : output->files)
    if (const auto written = imaging::write_file(staged->path() / file.name, file.bytes); !written) return written.failure();
  if (const auto read = read_again(*staged, *output); !read) return read.failure();
  auto result = certified(job, format, std::move(*output));
  if (!result) return result;
  if (const auto placed = staged->put_in_place(); !placed) return placed.failure();
  return result;
}

std::vector<std::string> digests_of(const ExportJob& job)
{
  std::vector<std::string> digests;
  std::transform(job.sources.begin(), job.sources.end(), std::back_inserter(digests), digest_of);
  return digests;
}

/// Formats of an earlier export of the same sources; none where there was no export.
Result<std::vector<CertifiedFormat>> earlier_formats(const fs::path& folder, const std::vector<std::string>& sources)
{
  std::error_code problem;
  if (!fs::exists(folder / certificate_name, problem)) return std::vector<CertifiedFormat>{};
  auto earlier = verify_export(folder);
  if (!earlier || earlier->certificate.sources != sources)
    return Failure{ExportError::OtherExport,
                   "the folder holds an export of something else (two cases in one folder would be mixed up). Choose another folder."};
  return std::move(earlier->certificate.formats);
}

void take(CertifiedFormat format, std::vector<CertifiedFormat>& all)
{
  const auto same = std::find_if(all.begin(), all.end(), [&format](const CertifiedFormat& other) { return other.format == format.format; });
  if (same == all.end()) all.push_back(std::move(format));
  else if (format.is_written() || !same->is_written()) *same = std::move(format);
  else same->notices.push_back("a later export of this format was refused, and these files were kept: " + format.refusal);
}

bool takes(const ExportFormat& format, const std::string& name, const std::string& value)
{
  return std::any_of(format.settings.begin(), format.settings.end(),
                     [&](const FormatSetting& setting)
                     {
                       return setting.name == name && (setting.values.empty() || std::find(setting.values.begin(), setting.values.end(),
                                                                                           value) != setting.values.end());
                     });
}
}  // namespace

Result<Done> check_settings(const ExportSettings& settings, const std::vector<ExportFormat>& formats)
{
  for (const auto& [name, value] : settings.values)
    if (std::none_of(formats.begin(), formats.end(),
                     [&, &name = name, &value = value](const ExportFormat& format) { return takes(format, name, value); }))
      return Failure{ExportError::SettingUnknown, "no format that was asked for takes the setting " + name + "=" + value +
                                                      " (nothing was written). The help lists what each takes."};
  return Done{};
}

Result<MadeFormat> make_format(const ExportJob& job, const ExportFormat& format)
{
  if (const auto fit = check_fit(job, format); !fit) return fit.failure();
  auto output = format.make(job);
  if (!output) return output.failure();
  auto files = output->files;
  auto result = certified(job, format, std::move(*output));
  if (!result) return result.failure();
  return MadeFormat{std::move(files), std::move(*result)};
}

Result<Certificate> write_export(const ExportJob& job, const std::vector<ExportFormat>& formats, const fs::path& folder)
{
  NADIR_EXPECTS(!job.sources.empty());
  if (const auto checked = check_settings(job.settings, formats); !checked) return checked.failure();
  Certificate certificate{job.sources.front().assessment().software_version, "", "", digests_of(job), {}};
  if (const auto moment = moment_of(job)) certificate.moment = iso_text(moment->when), certificate.moment_origin = moment->origin;
  auto earlier = earlier_formats(folder, certificate.sources);
  if (!earlier) return earlier.failure();
  certificate.formats = std::move(*earlier);
  std::error_code problem;
  fs::create_directories(folder, problem);
  for (const auto& format : formats)
  {
    auto result = write_format(job, format, folder);
    take(result ? std::move(*result) : CertifiedFormat{format.name, result.failure().message(), {}, {}, {}, {}}, certificate.formats);
  }
  if (const auto written = imaging::write_file(folder / certificate_name, to_json(certificate)); !written) return written.failure();
  return certificate;
}
}  // namespace nadir::report
