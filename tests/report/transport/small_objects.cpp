#include "tests/report/transport/small_objects.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dcdeftag.h>
#include <dcmtk/dcmdata/dcfilefo.h>
#include <dcmtk/dcmdata/dcuid.h>

#include <stdexcept>

namespace nadir::test
{
void write_object(const std::filesystem::path& file, const SmallObject& object)
{
  DcmFileFormat format;
  DcmDataset& data = *format.getDataset();
  for (const auto& [tag, value] : {std::pair<DcmTagKey, std::string>{DCM_SOPClassUID, UID_MRImageStorage},
                                   {DCM_SOPInstanceUID, object.instance},
                                   {DCM_PatientID, object.patient_id},
                                   {DCM_PatientName, object.patient_name},
                                   {DCM_StudyInstanceUID, object.study},
                                   {DCM_SeriesInstanceUID, object.series},
                                   {DCM_StudyDate, "20240131"},
                                   {DCM_Modality, "MR"},
                                   {DCM_StudyID, "1"},
                                   {DCM_SeriesNumber, "1"},
                                   {DCM_InstanceNumber, "1"},
                                   {DCM_PhotometricInterpretation, "MONOCHROME2"},
                                   {DCM_PixelSpacing, "1\\1"},
                                   {DCM_ImagePositionPatient, "0\\0\\0"},
                                   {DCM_ImageOrientationPatient, "1\\0\\0\\0\\1\\0"}})
    data.putAndInsertString(tag, value.c_str());
  for (const auto& [tag, value] : {std::pair<DcmTagKey, Uint16>{DCM_Rows, 8},
                                   {DCM_Columns, 8},
                                   {DCM_BitsAllocated, 16},
                                   {DCM_BitsStored, 12},
                                   {DCM_HighBit, 11},
                                   {DCM_PixelRepresentation, 0},
                                   {DCM_SamplesPerPixel, 1}})
    data.putAndInsertUint16(tag, value);
  const std::vector<Uint16> pixels(64, 7);
  data.putAndInsertUint16Array(DCM_PixelData, pixels.data(), 64);
  if (format.saveFile(file.c_str(), EXS_LittleEndianExplicit).bad()) throw std::runtime_error("the example object was not written");
}

std::vector<std::filesystem::path> write_series(const std::filesystem::path& folder, int count, SmallObject object)
{
  std::filesystem::create_directories(folder);
  std::vector<std::filesystem::path> files;
  for (int k = 1; k <= count; ++k)
  {
    object.instance = object.series + "." + std::to_string(k);
    files.push_back(folder / (std::to_string(k) + ".dcm"));
    write_object(files.back(), object);
  }
  return files;
}
}  // namespace nadir::test
