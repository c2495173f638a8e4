#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>

#include "imaging/result/result.h"
#include "sample_data/phantom/pulse_sequence.h"
#include "sample_data/phantom/slice_renderer.h"

namespace nadir::phantom
{
/// The examination a series belongs to. Names and numbers are made up; dates as DICOM DA, times as TM.
struct Examination
{
  std::string patient_name{};
  std::string patient_id{};
  std::string description{};
  std::string study_uid{};
  std::string frame_of_reference_uid{};
  std::string date{};
  std::string time{};
};

enum class MrObjects
{
  Classic,             ///< one object a slice
  EnhancedMultiFrame,  ///< one object for the whole series
};

/// What every image of a series has in common.
struct MrSeries
{
  Examination examination;
  PulseSequence sequence;
  Acquisition acquisition;
  std::string series_uid{};
  std::string uid_stem{};  ///< SOP Instance UIDs are derived from it and the instance number
  std::uint64_t seed = 1;
  int first_instance = 1;      ///< number of slice 0
  double rescale_slope = 1.0;  ///< written when not 1
  MrObjects objects = MrObjects::Classic;
};

/// SOP Instance UID of the object that holds slice k.
std::string sop_instance_uid(const MrSeries& series, int k);

/// Writes slice k as a classic MR Image object, explicit little endian, 12 bits in 16.
Result<Done> write_mr_slice(const std::filesystem::path& path, const MrSeries& series, int k, std::span<const std::uint16_t> pixels);
}  // namespace nadir::phantom
