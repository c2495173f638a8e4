#include "sample_data/phantom/mr_series.h"

#include <cmath>

#include "imaging/units/number_text.h"
#include "sample_data/phantom/common_modules.h"
#include "sample_data/phantom/dicom_tags.h"
#include "sample_data/phantom/dicom_text.h"
#include "sample_data/phantom/uid.h"

namespace nadir::phantom
{
namespace
{
void put_image(DicomItem item, const MrSeries& series, int k)
{
  const auto taken = slice_time(series, k);
  item.text(tags::sop_class_uid, mr_image_storage);
  item.text(tags::sop_instance_uid, sop_instance_uid(series, k));
  item.text(tags::image_type, series.sequence.is_diffusion() ? "ORIGINAL\\PRIMARY\\DIFFUSION" : "ORIGINAL\\PRIMARY\\OTHER");
  item.text(tags::instance_number, std::to_string(series.first_instance + k));
  item.text(tags::acquisition_number, "1");
  item.text(tags::acquisition_date, series.examination.date);
  item.text(tags::acquisition_time, taken);
  item.text(tags::content_date, series.examination.date);
  item.text(tags::content_time, taken);
}

void put_plane(DicomItem item, const Acquisition& acquisition, int k)
{
  const auto& grid = acquisition.grid;
  const auto position = grid.voxel_to_patient(VoxelIndex{0, 0, k});
  item.text(tags::image_position_patient, point_text(position));
  item.text(tags::image_orientation_patient, orientation_text(grid.axes()));
  item.text(tags::pixel_spacing, pixel_spacing_text(grid.spacing()));
  item.text(tags::slice_thickness, format_number(acquisition.slice_thickness));
  item.text(tags::spacing_between_slices, format_number(grid.spacing().k));
  item.text(tags::slice_location, format_fixed(dot(position - PatientPoint{}, grid.axes().k), 4));
}

void put_sequence(DicomItem item, const PulseSequence& sequence)
{
  const bool diffusion = sequence.is_diffusion();
  item.text(tags::scanning_sequence, diffusion ? "EP\\SE" : "SE");
  item.text(tags::sequence_variant, diffusion ? "SK\\SP" : "SK");
  item.text(tags::scan_options, sequence.fat == FatSignal::Suppressed ? "FS" : "");
  item.text(tags::mr_acquisition_type, "2D");
  item.text(tags::sequence_name, diffusion ? "*ep_b" + format_number(sequence.b_value) : "*tse2d1_" + std::to_string(sequence.echo_train));
  item.text(tags::repetition_time, format_number(sequence.repetition_time));
  item.text(tags::echo_time, format_number(sequence.echo_time));
  item.text(tags::echo_train_length, std::to_string(sequence.echo_train));
  item.text(tags::flip_angle, format_number(sequence.flip_angle));
  item.text(tags::magnetic_field_strength, "1.5");
  item.text(tags::imaging_frequency, "63.68");
  item.text(tags::number_of_averages, "1");
  if (sequence.contrast == Contrast::Gadolinium) item.text(tags::contrast_bolus_agent, "Gadolinium (simulated)");
  if (diffusion) item.real(tags::diffusion_b_value, sequence.b_value);
}

void put_window_and_rescale(DicomItem item, const MrSeries& series)
{
  const double brightest = series.sequence.signal_scale * series.rescale_slope;
  item.text(tags::window_center, format_number(std::round(0.42 * brightest)));
  item.text(tags::window_width, format_number(std::round(0.84 * brightest)));
  if (series.rescale_slope == 1.0) return;
  item.text(tags::rescale_intercept, "0");
  item.text(tags::rescale_slope, format_number(series.rescale_slope));
  item.text(tags::rescale_type, "US");
}
}  // namespace

std::string sop_instance_uid(const MrSeries& series, int k)
{
  const int instance = series.objects == MrObjects::EnhancedMultiFrame ? 1 : series.first_instance + k;
  return uid_of(series.uid_stem + "/" + std::to_string(instance), series.seed);
}

Result<Done> write_mr_slice(const std::filesystem::path& path, const MrSeries& series, int k, std::span<const std::uint16_t> pixels)
{
  DicomObject object;
  const auto item = object.root();
  put_patient_and_study(item, series.examination);
  put_mr_series(item, series);
  put_image(item, series, k);
  put_plane(item, series.acquisition, k);
  put_sequence(item, series.sequence);
  put_mr_pixel_format(item, series.acquisition.grid.size());
  put_window_and_rescale(item, series);
  object.root().words(tags::pixel_data, pixels);
  return object.save(path);
}
}  // namespace nadir::phantom
