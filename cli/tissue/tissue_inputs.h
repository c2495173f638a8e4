#pragma once

#include <array>
#include <string>
#include <vector>

#include "cli/tissue/tissue_options.h"
#include "imaging/open/open_image.h"
#include "imaging/result/result.h"
#include "segmentation/mask/mask.h"
#include "segmentation/mask/segmented_lesion.h"
#include "segmentation/tissue/tissue_channels.h"

namespace nadir::cli
{
enum class TissueInputError
{
  NoImage,         ///< none of the image options was given
  SeveralLesions,  ///< the mask file holds several and none was chosen
  NoSuchLabel,
  PatientQuestion,   ///< question: the images name different patients
  SequenceQuestion,  ///< question: a DICOM series is of another kind than said
  BadNumber,
};
std::string_view error_code(TissueInputError error);

/// One image that was given, for the record.
struct TissueSource
{
  segmentation::ChannelKind kind;
  imaging::OpenedImage image;
};

/// Everything `nadir tissue` reads. Warnings are those of the files.
struct TissueInputs
{
  segmentation::SegmentedLesion lesion;
  segmentation::Mask mask;
  segmentation::TissueChannels channels;
  std::vector<TissueSource> sources;
  std::vector<std::string> warnings;
};

/// Opens mask and images and asks what has to be asked: different patients, T1 series that look exchanged by their headers.
/// Failures: TissueInputError, MaskError, OpenError and what lies below.
Result<TissueInputs> read_tissue_inputs(const TissueOptions& options);

/// The lesion with the label chosen (the only one when none was), as a mask; contours are laid on `grid`.
Result<segmentation::SegmentedLesion> chosen_lesion(const std::string& path, std::optional<int> label);
}  // namespace nadir::cli
