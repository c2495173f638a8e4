#include "imaging/open/open_image.h"

#include <set>
#include <utility>

#include "imaging/dicom/load_volume.h"
#include "imaging/dicom/patient_identity.h"
#include "imaging/dicom/scan.h"
#include "imaging/digest/sha256.h"
#include "imaging/open/choose_stack.h"
#include "imaging/open/files_digest.h"
#include "imaging/units/number_text.h"
#include "imaging/volume/file/read_volume_file.h"

namespace nadir::imaging
{
namespace
{
Result<OpenedImage> open_volume_file(const std::filesystem::path& path)
{
  auto file = read_volume_file(path);
  if (!file) return file.failure();
  OpenedImage image;
  const auto& size = file->volume->geometry().size();
  image.description =
      file->format + " image, " + std::to_string(size.k) + " slices of " + std::to_string(size.i) + " x " + std::to_string(size.j);
  image.format = std::move(file->format);
  image.volume = std::move(file->volume);
  image.warnings = std::move(file->warnings);
  image.digest = files_digest({path});
  return image;
}

Result<PatientIdentity> only_patient(const Scan& scan)
{
  PatientIdentity known;
  for (const auto& study : scan.studies)
  {
    if (compare(known, study.patient) == IdentityAgreement::Conflict)
      return Failure{OpenError::SeveralPatients, "the folder mixes studies that differ in " + differing_fields(known, study.patient) +
                                                     " (images of two patients could be mixed up). Give a folder of one patient."};
    fill_in(known, study.patient);
  }
  return known;
}

void add_remarks(const ImageStack& stack, std::vector<std::string>& warnings)
{
  for (const auto& remark : stack.certificate.remarks)
    if (remark.severity != Severity::Note) warnings.push_back(remark.text);
}

/// A file that cannot be read may be a slice of the very stack: it is said, not hidden.
void add_refused_files(const Scan& scan, std::vector<std::string>& warnings)
{
  if (scan.refused.empty()) return;
  const auto count = scan.refused.size();
  warnings.push_back(std::to_string(count) + (count == 1 ? " file was" : " files were") +
                     " not used; the first: " + scan.refused.front().reason.message());
}

std::set<std::filesystem::path> files_of(const StackChoice& choice)
{
  std::set<std::filesystem::path> files;
  const auto add = [&](const ImageStack& stack)
  {
    for (const auto& slice : stack.slices) files.insert(slice.path);
  };
  if (choice.adc_source)
    for (const auto* stack : choice.adc_source->stacks) add(*stack);
  else add(*choice.stack);
  return files;
}

Result<Done> load_pixels(const StackChoice& choice, const OpenConfig& config, OpenedImage& image)
{
  const LoadConfig load{config.threads, config.progress};
  if (!choice.adc_source)
  {
    auto volume = load_volume(*choice.stack, load);
    if (!volume) return volume.failure();
    image.volume = std::move(volume).value();
    return Done{};
  }
  AdcConfig adc_config;
  adc_config.threads = config.threads;
  auto adc = load_adc_map(*choice.adc_source, adc_config, load);
  if (!adc) return adc.failure();
  image.volume = adc->map;
  image.sequence = SequenceType::Adc;
  if (adc->masked_share > 0.0)
    image.warnings.push_back(format_fixed(100.0 * adc->masked_share, 1) +
                             " % of the ADC map is masked: too little signal at the highest b-value");
  if (!adc->noise_sigma) image.warnings.emplace_back("the noise of the diffusion images is unknown: ADC of dark voxels may be too low");
  return Done{};
}

Result<OpenedImage> open_dicom(const std::filesystem::path& path, const OpenConfig& config)
{
  ScanConfig scan_config;
  scan_config.threads = config.threads;
  scan_config.progress = config.progress;
  const auto scan = imaging::scan(path, scan_config);
  if (!scan) return scan.failure();
  if (scan->studies.empty() && !scan->refused.empty())
    return Failure{OpenError::NoImage,
                   "there is no image that can be read (nothing was opened). The first file: " + scan->refused.front().reason.message()};
  auto patient = only_patient(*scan);
  if (!patient) return patient.failure();
  const auto choice = choose_stack(*scan, config);
  if (!choice) return choice.failure();
  OpenedImage image;
  image.format = "DICOM";
  image.description = "stack " + stack_words(*choice->stack);
  image.choice = choice->reason;
  image.sequence = choice->stack->sequence.type;
  image.patient = std::move(patient).value();
  image.frame_of_reference = choice->stack->certificate.frame_of_reference;
  add_remarks(*choice->stack, image.warnings);
  add_refused_files(*scan, image.warnings);
  if (auto loaded = load_pixels(*choice, config, image); !loaded) return loaded.failure();
  image.digest = files_digest(files_of(*choice));
  image.stack = *choice->stack;
  return image;
}
}  // namespace

Result<OpenedImage> open_image(const std::filesystem::path& path, const OpenConfig& config)
{
  std::error_code error;
  if (std::filesystem::is_regular_file(path, error) && is_volume_file(path)) return open_volume_file(path);
  return open_dicom(path, config);
}
}  // namespace nadir::imaging
