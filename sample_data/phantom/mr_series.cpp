#include "sample_data/phantom/mr_series.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

#include "imaging/units/number_text.h"
#include "sample_data/phantom/dicom_text.h"
#include "sample_data/phantom/phantom_error.h"
#include "sample_data/phantom/uid.h"

namespace nadir::phantom
{
namespace
{
void put(DcmItem& item, const DcmTagKey& tag, const std::string& text) { item.putAndInsertString(tag, text.c_str()); }

void put_patient_and_study(DcmItem& item, const Examination& examination)
{
  put(item, DCM_SpecificCharacterSet, "ISO_IR 100");
  put(item, DCM_PatientName, examination.patient_name);
  put(item, DCM_PatientID, examination.patient_id);
  put(item, DCM_PatientBirthDate, "");
  put(item, DCM_PatientSex, "O");
  put(item, DCM_StudyInstanceUID, examination.study_uid);
  put(item, DCM_StudyDate, examination.date);
  put(item, DCM_StudyTime, examination.time);
  put(item, DCM_StudyID, "1");
  put(item, DCM_StudyDescription, examination.description);
  put(item, DCM_AccessionNumber, "");
  put(item, DCM_ReferringPhysicianName, "");
}

void put_series(DcmItem& item, const MrSeries& series)
{
  put(item, DCM_Modality, "MR");
  put(item, DCM_SeriesInstanceUID, series.series_uid);
  put(item, DCM_SeriesNumber, std::to_string(series.sequence.series_number));
  put(item, DCM_SeriesDescription, series.sequence.description);
  put(item, DCM_SeriesDate, series.examination.date);
  put(item, DCM_SeriesTime, time_after(series.examination.time, 300 * series.sequence.series_number));
  put(item, DCM_BodyPartExamined, "THIGH");
  put(item, DCM_Laterality, "R");
  put(item, DCM_PatientPosition, "FFS");
  put(item, DCM_FrameOfReferenceUID, series.examination.frame_of_reference_uid);
  put(item, DCM_PositionReferenceIndicator, "");
  put(item, DCM_Manufacturer, "Nadir phantom");
  put(item, DCM_ManufacturerModelName, "Thigh phantom");
}

void put_image(DcmItem& item, const MrSeries& series, int k)
{
  const auto taken = time_after(series.examination.time, 300 * series.sequence.series_number + 2 * k);
  put(item, DCM_SOPClassUID, UID_MRImageStorage);
  put(item, DCM_SOPInstanceUID, sop_instance_uid(series, k));
  put(item, DCM_ImageType, series.sequence.is_diffusion() ? "ORIGINAL\\PRIMARY\\DIFFUSION" : "ORIGINAL\\PRIMARY\\OTHER");
  put(item, DCM_InstanceNumber, std::to_string(series.first_instance + k));
  put(item, DCM_AcquisitionNumber, "1");
  put(item, DCM_AcquisitionDate, series.examination.date);
  put(item, DCM_AcquisitionTime, taken);
  put(item, DCM_ContentDate, series.examination.date);
  put(item, DCM_ContentTime, taken);
}

void put_plane(DcmItem& item, const Acquisition& acquisition, int k)
{
  const auto& grid = acquisition.grid;
  const auto position = grid.voxel_to_patient(VoxelIndex{0, 0, k});
  put(item, DCM_ImagePositionPatient, point_text(position));
  put(item, DCM_ImageOrientationPatient, orientation_text(grid.axes()));
  put(item, DCM_PixelSpacing, format_fixed(grid.spacing().j, 8) + "\\" + format_fixed(grid.spacing().i, 8));
  put(item, DCM_SliceThickness, format_number(acquisition.slice_thickness));
  put(item, DCM_SpacingBetweenSlices, format_number(grid.spacing().k));
  put(item, DCM_SliceLocation, format_fixed(dot(position - PatientPoint{}, grid.axes().k), 4));
}

void put_sequence(DcmItem& item, const PulseSequence& sequence)
{
  const bool diffusion = sequence.is_diffusion();
  put(item, DCM_ScanningSequence, diffusion ? "EP\\SE" : "SE");
  put(item, DCM_SequenceVariant, diffusion ? "SK\\SP" : "SK");
  put(item, DCM_ScanOptions, sequence.fat == FatSignal::Suppressed ? "FS" : "");
  put(item, DCM_MRAcquisitionType, "2D");
  put(item, DCM_SequenceName, diffusion ? "*ep_b" + format_number(sequence.b_value) : "*tse2d1_" + std::to_string(sequence.echo_train));
  put(item, DCM_RepetitionTime, format_number(sequence.repetition_time));
  put(item, DCM_EchoTime, format_number(sequence.echo_time));
  put(item, DCM_EchoTrainLength, std::to_string(sequence.echo_train));
  put(item, DCM_FlipAngle, format_number(sequence.flip_angle));
  put(item, DCM_MagneticFieldStrength, "1.5");
  put(item, DCM_ImagingFrequency, "63.68");
  put(item, DCM_NumberOfAverages, "1");
  if (sequence.contrast == Contrast::Gadolinium) put(item, DCM_ContrastBolusAgent, "Gadolinium (simulated)");
  if (diffusion) item.putAndInsertFloat64(DCM_DiffusionBValue, sequence.b_value);
}

void put_pixels(DcmItem& item, const MrSeries& series, std::span<const std::uint16_t> pixels)
{
  const auto size = series.acquisition.grid.size();
  item.putAndInsertUint16(DCM_SamplesPerPixel, 1);
  put(item, DCM_PhotometricInterpretation, "MONOCHROME2");
  item.putAndInsertUint16(DCM_Rows, static_cast<Uint16>(size.j));
  item.putAndInsertUint16(DCM_Columns, static_cast<Uint16>(size.i));
  item.putAndInsertUint16(DCM_BitsAllocated, 16);
  item.putAndInsertUint16(DCM_BitsStored, 12);
  item.putAndInsertUint16(DCM_HighBit, 11);
  item.putAndInsertUint16(DCM_PixelRepresentation, 0);
  put(item, DCM_WindowCenter, format_number(std::round(0.42 * series.sequence.signal_scale * series.rescale_slope)));
  put(item, DCM_WindowWidth, format_number(std::round(0.84 * series.sequence.signal_scale * series.rescale_slope)));
  if (series.rescale_slope != 1.0)
  {
    put(item, DCM_RescaleIntercept, "0");
    put(item, DCM_RescaleSlope, format_number(series.rescale_slope));
    put(item, DCM_RescaleType, "US");
  }
  item.putAndInsertUint16Array(DCM_PixelData, pixels.data(), static_cast<unsigned long>(pixels.size()));
}
}  // namespace

std::string sop_instance_uid(const MrSeries& series, int k)
{
  return uid_of(series.uid_stem + "/" + std::to_string(series.first_instance + k), series.seed);
}

Result<Done> write_mr_slice(const std::filesystem::path& path, const MrSeries& series, int k, std::span<const std::uint16_t> pixels)
{
  DcmFileFormat file;
  auto& item = *file.getDataset();
  put_patient_and_study(item, series.examination);
  put_series(item, series);
  put_image(item, series, k);
  put_plane(item, series.acquisition, k);
  put_sequence(item, series.sequence);
  put_pixels(item, series, pixels);
  const auto saved = file.saveFile(path.c_str(), EXS_LittleEndianExplicit);
  if (saved.bad()) return Failure{PhantomError::CannotWrite, path.string() + " could not be written (the sample data would be incomplete). Check the folder and the free space."};
  return Done{};
}
}  // namespace nadir::phantom
