#include "tests/report/support/synthetic_case.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <random>

#include "report/dicom_object/dicom_data_set.h"
#include "report/dicom_object/dicom_file_bytes.h"
#include "report/dicom_object/object_tags.h"
#include "report/identity/derived_uid.h"
#include "segmentation/mask/write_mask.h"

namespace nadir::test
{
namespace
{
namespace tags = report::object_tags;
using measure::LesionRole;
using report::DicomDataSet;
using testing::TemporaryFolder;

ImageGeometry geometry_of(const SyntheticStack& stack)
{
  const auto made = ImageGeometry::make({stack.columns, stack.rows, stack.slices}, stack.spacing, stack.origin,
                                        {stack.row, stack.column, cross(stack.row, stack.column)});
  EXPECT_TRUE(made);
  return *made;
}

std::string uid(const SyntheticCase& wanted, const std::string& what, int timepoint, int slice = 0)
{
  return report::derived_uid({"test", what, wanted.patient_id, std::to_string(timepoint), std::to_string(slice)});
}

/// A grey ramp; what it shows does not matter here.
std::string pixels_of(const SyntheticStack& stack, int slice)
{
  std::string bytes;
  for (int j = 0; j < stack.rows; ++j)
    for (int i = 0; i < stack.columns; ++i)
    {
      const int value = 100 + 10 * slice + 3 * i + 2 * j;
      bytes += static_cast<char>(value & 0xFF);
      bytes += static_cast<char>(value >> 8);
    }
  return bytes;
}

DicomDataSet slice_of(const SyntheticCase& wanted, int timepoint, int k)
{
  const auto& stack = wanted.stack;
  const auto rounded = [&stack](double mm) { return stack.rounding > 0.0 ? stack.rounding * std::round(mm / stack.rounding) : mm; };
  const auto exact = geometry_of(stack).voxel_to_patient(VoxelIndex{0, 0, k});
  const PatientPoint place{rounded(exact.left), rounded(exact.posterior), rounded(exact.superior)};
  const std::string date = std::to_string(20240101 + timepoint * 100);
  DicomDataSet data;
  data.text(tags::specific_character_set, "CS", wanted.character_set);
  data.text(tags::image_type, "CS", "ORIGINAL\\PRIMARY\\M");
  data.text(tags::sop_class, "UI", "1.2.840.10008.5.1.4.1.1.4");
  data.text(tags::sop_instance, "UI", uid(wanted, "image", timepoint, k));
  data.text(tags::study_date, "DA", date);
  data.text(tags::study_time, "TM", "101500");
  data.text({0x0008, 0x0022}, "DA", date);
  data.text({0x0008, 0x0032}, "TM", "102000");
  data.text(tags::accession_number, "SH", "A" + std::to_string(timepoint));
  data.text(tags::modality, "CS", "MR");
  data.text(tags::manufacturer, "LO", "SIEMENS");
  data.text({0x0008, 0x0080}, "LO", "General Hospital");
  data.text(tags::study_description, "LO", "MRI thigh");
  data.text(tags::series_description, "LO", "T1 SE ax post Gd");
  data.text(tags::patient_name, "PN", wanted.patient_name);
  data.text(tags::patient_id, "LO", wanted.patient_id);
  data.text(tags::patient_birth_date, "DA", "19600229");
  data.text(tags::patient_sex, "CS", "F");
  data.text({0x0018, 0x0010}, "LO", "Gadolinium");
  data.text({0x0018, 0x0020}, "CS", "SE");
  data.decimals(tags::slice_thickness, std::array{stack.thickness});
  data.text({0x0018, 0x0080}, "DS", "500");
  data.text({0x0018, 0x0081}, "DS", "10");
  data.text(tags::study_instance, "UI", uid(wanted, "study", timepoint));
  data.text(tags::series_instance, "UI", uid(wanted, "series", timepoint));
  data.text(tags::study_id, "SH", "1");
  data.text(tags::series_number, "IS", "4");
  data.text(tags::instance_number, "IS", std::to_string(k + 1));
  data.decimals(tags::image_position, std::array{place.left, place.posterior, place.superior});
  data.decimals(tags::image_orientation, std::array{stack.row.left, stack.row.posterior, stack.row.superior, stack.column.left,
                                                    stack.column.posterior, stack.column.superior});
  data.text(tags::frame_of_reference, "UI", uid(wanted, "frame", timepoint));
  data.unsigned_short(tags::samples_per_pixel, 1);
  data.text(tags::photometric_interpretation, "CS", "MONOCHROME2");
  data.unsigned_short(tags::rows, static_cast<std::uint16_t>(stack.rows));
  data.unsigned_short(tags::columns, static_cast<std::uint16_t>(stack.columns));
  data.decimals(tags::pixel_spacing, std::array{stack.spacing.j, stack.spacing.i});
  data.unsigned_short(tags::bits_allocated, 16);
  data.unsigned_short(tags::bits_stored, 16);
  data.unsigned_short(tags::high_bit, 15);
  data.unsigned_short(tags::pixel_representation, 0);
  data.bytes(tags::pixel_data, "OW", pixels_of(stack, k));
  return data;
}

std::string folder_name(int timepoint) { return "time" + std::to_string(timepoint); }

void write_images(const SyntheticCase& wanted, const TemporaryFolder& folder)
{
  for (int t = 0; t < wanted.timepoints; ++t)
    for (int k = 0; k < wanted.stack.slices; ++k)
      folder.write(folder_name(t) + "/" + std::to_string(k) + ".dcm", report::dicom_file_bytes(slice_of(wanted, t, k)));
}

/// Middle of the lesion with this number, in voxels; lesions lie side by side.
ContinuousVoxelIndex middle_of(const SyntheticStack& stack, std::size_t number)
{
  const double share = 0.4 + 0.1 * static_cast<double>(number % 3);
  return {share * stack.columns, 0.5 * stack.rows, 0.5 * (stack.slices - 1)};
}

segmentation::Mask ellipsoid(const SyntheticStack& stack, ContinuousVoxelIndex middle, double size)
{
  std::vector<std::uint8_t> voxels;
  for (int k = 0; k < stack.slices; ++k)
    for (int j = 0; j < stack.rows; ++j)
      for (int i = 0; i < stack.columns; ++i)
      {
        const double x = (i - middle.i) * stack.spacing.i / size, y = (j - middle.j) * stack.spacing.j / (0.7 * size);
        const double z = (k - middle.k) * stack.spacing.k / (stack.spacing.k * 1.2);
        voxels.push_back(x * x + y * y + z * z <= 1.0 ? 1 : 0);
      }
  return segmentation::Mask::from_grid(geometry_of(stack), voxels);
}

measure::Prompt caliper_on(const SyntheticStack& stack, ContinuousVoxelIndex middle, double size)
{
  const auto geometry = geometry_of(stack);
  const double k = std::floor(middle.k);
  const auto at = [&](double i, double j) {
    return geometry.voxel_to_patient(ContinuousVoxelIndex{middle.i + i / stack.spacing.i, middle.j + j / stack.spacing.j, k});
  };
  return measure::CaliperPrompt{{at(-size, 0), at(size, 0)}, measure::LinePrompt{at(0, -0.6 * size), at(0, 0.6 * size)}};
}

measure::Prompt prompt_of(const SyntheticCase& wanted, std::size_t number, int timepoint, const TemporaryFolder& folder)
{
  const auto& lesion = wanted.lesions[number];
  const auto& seen = lesion.seen[static_cast<std::size_t>(timepoint)];
  const auto middle = middle_of(wanted.stack, number);
  const double widest = 0.35 * std::min(wanted.stack.columns * wanted.stack.spacing.i, wanted.stack.rows * wanted.stack.spacing.j);
  const double size = std::min(lesion.size, widest) * (1.0 - 0.15 * timepoint);
  if (seen == "caliper") return caliper_on(wanted.stack, middle, size);
  if (seen != "ellipsoid") return measure::StatePrompt{seen, "as the reader saw it"};
  const auto path = folder.path() / ("mask" + std::to_string(number) + "-" + std::to_string(timepoint) + ".nrrd");
  const auto written = segmentation::write_mask(path, ellipsoid(wanted.stack, middle, size));
  EXPECT_TRUE(written);
  return measure::MaskPrompt{path, std::nullopt};
}

measure::Case case_of(const SyntheticCase& wanted, const TemporaryFolder& folder)
{
  measure::Case input;
  input.patient = "P1";
  input.confirmed = {"mask-images", "order", "comparability"};
  for (int t = 0; t < wanted.timepoints; ++t)
    input.timepoints.push_back({TimepointLabel{wanted.labels[static_cast<std::size_t>(t)]}, folder.path() / folder_name(t)});
  for (std::size_t l = 0; l < wanted.lesions.size(); ++l)
  {
    const auto& lesion = wanted.lesions[l];
    measure::CaseLesion entry{{LesionId{lesion.id}, lesion.role, lesion.organ, lesion.nodal}, {}};
    for (int t = 0; t < wanted.timepoints; ++t)
      if (lesion.seen[static_cast<std::size_t>(t)] != "NONE")
        entry.prompts.emplace(input.timepoints[static_cast<std::size_t>(t)].label, prompt_of(wanted, l, t, folder));
    input.lesions.push_back(std::move(entry));
  }
  return input;
}

PatientVector unit(PatientVector v) { return (1.0 / norm(v)) * v; }

SyntheticStack stack_of(std::mt19937& random)
{
  const auto pick = [&](int low, int high) { return low + static_cast<int>(random() % static_cast<unsigned>(high - low + 1)); };
  SyntheticStack stack;
  stack.rows = pick(21, 30);
  stack.columns = pick(21, 30);
  stack.slices = pick(4, 8);
  stack.spacing = {0.7 + 0.1 * pick(0, 5), 0.7 + 0.1 * pick(0, 5), 2.0 + 0.5 * pick(0, 8)};
  stack.thickness = stack.spacing.k * (pick(0, 1) == 0 ? 1.0 : 0.8);
  stack.origin = {-100.0 + pick(0, 200), -100.0 + pick(0, 200), -100.0 + pick(0, 200)};
  if (pick(0, 2) == 0) return stack;
  stack.row = unit({1.0, 0.05 * pick(-10, 10), 0.05 * pick(-10, 10)});
  const PatientVector roughly_down{0.0, 1.0, 0.05 * pick(-10, 10)};
  stack.column = unit(roughly_down - dot(roughly_down, stack.row) * stack.row);
  return stack;
}

SyntheticLesion lesion_of(std::mt19937& random, int number)
{
  constexpr std::array organs{"soft tissue, left thigh", "liver", "Lunge, r\xC3\xA9gion d'int\xC3\xA9r\xC3\xAAt",
                              "bone, right femur",       "",      "\xE8\x82\x9D\xE8\x87\x93"};
  constexpr std::array later{"ellipsoid", "caliper", "ABSENT", "NOT_EVALUABLE", "NOT_DONE", "TOO_SMALL"};
  SyntheticLesion lesion;
  lesion.id = (number == 2 ? "NT" : "T") + std::to_string(number + 1);
  if (random() % 5 == 0) lesion.id += " \xCE\xB1/\xE8\x85\xAB\xE7\x98\xA4 \"x\"";
  lesion.organ = organs[random() % organs.size()];
  lesion.nodal = random() % 4 == 0;
  lesion.size = 4.0 + 0.5 * static_cast<double>(random() % 6);
  lesion.seen = {random() % 3 == 0 ? "caliper" : "ellipsoid", later[random() % later.size()]};
  if (number == 2)
  {
    lesion.role = LesionRole::NonTarget;
    lesion.seen = {"PRESENT", random() % 2 == 0 ? "ABSENT" : "UNEQUIVOCAL_PROGRESSION"};
  }
  if (number == 3)
  {
    lesion.role = LesionRole::New;
    lesion.id = "N1";
    lesion.nodal = false;
    lesion.seen = {"NONE", random() % 2 == 0 ? "ellipsoid" : "UNEQUIVOCAL"};
  }
  return lesion;
}
}  // namespace

SyntheticCase synthetic_case(std::uint32_t seed)
{
  constexpr std::array names{"Doe^Jane", "M\xC3\xBCller^J\xC3\xBCrgen^^Dr.",
                             "Yamada^Tarou=\xE5\xB1\xB1\xE7\x94\xB0^\xE5\xA4\xAA\xE9\x83\x8E",
                             "\xD0\x98\xD0\xB2\xD0\xB0\xD0\xBD\xD0\xBE\xD0\xB2^\xD0\x98", ""};
  std::mt19937 random(seed);
  SyntheticCase wanted;
  wanted.stack = stack_of(random);
  wanted.patient_name = names[random() % names.size()];
  wanted.patient_id = "ID-" + std::to_string(seed);
  wanted.lesions.clear();
  for (int number = 0; number < 4; ++number)
    if (number == 0 || random() % 2 == 0) wanted.lesions.push_back(lesion_of(random, number));
  return wanted;
}

report::ExportJob measured(const SyntheticCase& wanted, const TemporaryFolder& folder)
{
  write_images(wanted, folder);
  auto assessed = measure::measure_case(case_of(wanted, folder));
  EXPECT_TRUE(assessed) << assessed.failure().message();
  report::ExportJob job;
  job.sources.emplace_back();
  if (!assessed) return job;
  job.sources.front().assessed = std::move(*assessed);
  job.sources.front().assessed.assessment.software_version = "nadir test";
  job.sources.front().reader = "Reader^Rita";
  return job;
}
}  // namespace nadir::test
