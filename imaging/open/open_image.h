#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "imaging/dicom/progress.h"
#include "imaging/dicom/study.h"
#include "imaging/open/open_error.h"
#include "imaging/result/result.h"
#include "imaging/volume/volume.h"

namespace nadir::imaging
{
/// Which of several stacks of a folder is meant. Image files (NIfTI, NRRD) hold one image: nothing here concerns them.
struct OpenConfig
{
  std::string stack;                     ///< stack id ("4.2") or Series Instance UID; "" = not named
  std::vector<SequenceType> wanted;      ///< in order of preference; empty = whatever there is
  std::optional<AnatomicalPlane> plane;  ///< decides among stacks that are equal otherwise
  int threads = 0;                       ///< 0 = as many as the machine has processors
  Progress progress{};                   ///< counts files, then slices
};

/// One image, whatever kind of file it came from.
struct OpenedImage
{
  std::shared_ptr<const Volume> volume;
  std::string format;                           ///< "DICOM", "NIfTI", "NRRD"
  std::string description;                      ///< for people: "stack 4.1: T1, axial, 40 slices"; no patient, no date
  std::string choice;                           ///< "" or which stack was taken among several, and why
  SequenceType sequence = SequenceType::Other;  ///< of the volume; Other for image files
  std::optional<ImageStack> stack;              ///< DICOM only: series, slices with their SOP instances, certificate
  std::optional<PatientIdentity> patient;       ///< DICOM only; for comparison, never for show
  FrameOfReferenceUid frame_of_reference;       ///< empty when unknown
  std::vector<std::string> warnings;            ///< what must be shown before a number is; remarks of the certificate among them
  std::string digest;                           ///< SHA-256 of the image's files, independent of names and order
};

/// Opens a folder of DICOM files (or one file, or a DICOMDIR), or a NIfTI or NRRD image.
///
/// A folder must hold one measurable stack, or the config must say which: by name, by sequence, by plane. Localizers are taken only
/// when named or wanted. Where an ADC map is wanted and only diffusion images are there, it is computed and `choice` says so; `stack`
/// is then that of the lowest b-value. Nothing is guessed: SeveralImages lists stack id, sequence, plane and slices of the candidates.
/// Failures: OpenError, ScanError, GateError, LoaderError, DiffusionError, ImageFileError.
Result<OpenedImage> open_image(const std::filesystem::path& path, const OpenConfig& config = {});
}  // namespace nadir::imaging
