#include "report/deidentify/deidentify_file.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dcdeftag.h>
#include <dcmtk/dcmdata/dcfilefo.h>
#include <dcmtk/dcmdata/dcistrmb.h>
#include <dcmtk/dcmdata/dcmetinf.h>
#include <dcmtk/dcmdata/dcostrmb.h>
#include <dcmtk/dcmdata/dcuid.h>
#include <dcmtk/oflog/oflog.h>

#include <algorithm>
#include <mutex>
#include <optional>
#include <span>
#include <vector>

#include "imaging/dicom/pixel_loader.h"
#include "imaging/gate/dicom_file.h"
#include "report/deidentify/cleaner.h"
#include "report/deidentify/deidentify_error.h"
#include "report/deidentify/face_risk.h"
#include "report/deidentify/identifiers.h"
#include "report/deidentify/pixel_text.h"
#include "report/deidentify/unused_bits.h"

namespace nadir::report
{
namespace
{
/// Unknown kinds of known attributes are read as what the dictionary says, so that their names, dates and UIDs are found.
void set_up_library()
{
  static std::once_flag once;
  std::call_once(once,
                 []
                 {
                   OFLog::configure(OFLogger::OFF_LOG_LEVEL);
                   dcmEnableUnknownVRConversion.set(OFTrue);
                 });
}

std::string text_at(DcmItem& item, const DcmTagKey& tag)
{
  OFString value;
  item.findAndGetOFString(tag, value);
  return value.c_str();
}

constexpr std::size_t preamble = 128;  // PS3.10 section 7.1

/// What dates are shifted and names replaced by: the patient's ID, or the name of a patient without one.
std::string patient_of(DcmItem& object)
{
  const std::string id = text_at(object, DCM_PatientID);
  return id.empty() ? "name " + text_at(object, DCM_PatientName) : id;
}

struct Code
{
  const char* value;
  const char* meaning;
};

/// CID 7050.
std::vector<Code> method_codes(const DeidentifyOptions& options)
{
  std::vector<Code> codes{{"113100", "Basic Application Confidentiality Profile"}, {"113104", "Clean Structured Content Option"}};
  if (options.dates == Dates::Kept) codes.push_back({"113106", "Retain Longitudinal Temporal Information Full Dates Option"});
  if (options.dates == Dates::Shifted) codes.push_back({"113107", "Retain Longitudinal Temporal Information Modified Dates Option"});
  if (options.retained.contains(Retained::PatientCharacteristics)) codes.push_back({"113108", "Retain Patient Characteristics Option"});
  if (options.retained.contains(Retained::DeviceIdentity)) codes.push_back({"113109", "Retain Device Identity Option"});
  if (options.retained.contains(Retained::InstitutionIdentity)) codes.push_back({"113112", "Retain Institution Identity Option"});
  return codes;
}

/// What stays although it can point to the patient: words for a person, and an attribute for programs (PS3.3 C.7.6.1).
std::string warning_of(const PixelTextRisk& text, const FaceRisk& face, UnusedBits bits, DcmItem& object)
{
  if (face.level == FaceRisk::Level::Likely) object.putAndInsertString(DCM_RecognizableVisualFeatures, "YES");
  std::string warning;
  const auto add = [&](const std::string& words) { warning += (warning.empty() || words.empty() ? "" : ". Also, ") + words; };
  if (text.level != PixelTextRisk::Level::None) add(text.words);
  add(face.words);
  if (bits == UnusedBits::Cleared) add("the unused bits of its pixels were not empty (an overlay can stand there) and were cleared");
  return warning;
}

void say_what_was_done(DcmItem& object, const DeidentifyOptions& options)
{
  object.putAndInsertString(DCM_PatientIdentityRemoved, "YES");
  object.putAndInsertString(DCM_DeidentificationMethod, "PS3.15 annex E, see the codes");
  object.findAndDeleteElement(DCM_DeidentificationMethodCodeSequence);
  signed long number = 0;
  for (const auto& code : method_codes(options))
  {
    DcmItem* item = nullptr;
    if (object.findOrCreateSequenceItem(DCM_DeidentificationMethodCodeSequence, item, number++).bad()) return;
    item->putAndInsertString(DCM_CodeValue, code.value);
    item->putAndInsertString(DCM_CodingSchemeDesignator, "DCM");
    item->putAndInsertString(DCM_CodeMeaning, code.meaning);
  }
  const char* dates = options.dates == Dates::Kept ? "UNMODIFIED" : options.dates == Dates::Shifted ? "MODIFIED" : "REMOVED";
  object.putAndInsertString(DCM_LongitudinalTemporalInformationModified, dates);
}

/// A header of our own; the old one names who wrote and sent the file.
void renew_header(DcmFileFormat& file) { file.getMetaInfo()->clear(); }

std::optional<std::string> written(DcmFileFormat& file, E_TransferSyntax syntax)
{
  std::vector<char> buffer(file.calcElementLength(syntax, EET_ExplicitLength) + (std::size_t{1} << 16));
  DcmOutputBufferStream stream(buffer.data(), static_cast<offile_off_t>(buffer.size()));
  file.transferInit();
  const OFCondition condition = file.write(stream, syntax, EET_ExplicitLength, nullptr);
  file.transferEnd();
  if (condition.bad()) return std::nullopt;
  void* bytes = nullptr;
  offile_off_t size = 0;
  stream.flushBuffer(bytes, size);
  std::string written(static_cast<const char*>(bytes), static_cast<std::size_t>(size));
  std::fill_n(written.begin(), std::min<std::size_t>(preamble, written.size()), '\0');  // whatever an application had put there
  return written;
}

std::optional<Failure> refusal_of(const PixelTextRisk& risk, const DeidentifyOptions& options)
{
  using Level = PixelTextRisk::Level;
  if (risk.level == Level::Document)
    return Failure(DeidentifyError::BurnedIn,
                   "the object cannot be de-identified: " + risk.words +
                       " (names would leave with it). Leave it out and make the report again from the cleaned objects.");
  if (risk.level == Level::Likely && options.pixel_text == PixelText::Unseen)
    return Failure(DeidentifyError::BurnedIn,
                   "the object is not de-identified: " + risk.words +
                       " (names could stand in the picture). Look at it and confirm that they do not, or leave it out.");
  return std::nullopt;
}

bool is_uid_there(DcmItem& object)
{
  const auto is_there = [&](const DcmTagKey& tag) { return !text_at(object, tag).empty(); };
  return is_there(DCM_SOPClassUID) && is_there(DCM_SOPInstanceUID) && is_there(DCM_StudyInstanceUID) && is_there(DCM_SeriesInstanceUID);
}

Failure unusable(const char* why)
{
  return Failure(DeidentifyError::ObjectUnusable,
                 std::string("the object cannot be de-identified: ") + why + " (a part of it could stay as it was). Leave it out.");
}
}  // namespace

namespace
{
/// Through the gate, a deflated one inflated by the loader process.
Result<imaging::DicomFile> gated_file(const std::filesystem::path& path)
{
  auto gated = imaging::DicomFile::open(path);
  if (!gated || !gated->is_deflated()) return gated;
  return imaging::PixelLoader().open_deflated(path, *gated);
}

bool load(DcmFileFormat& file, const std::filesystem::path& path, std::span<const std::byte> inflated)
{
  if (inflated.empty()) return file.loadFile(path.c_str()).good() && file.loadAllDataIntoMemory().good();
  DcmInputBufferStream stream;
  stream.setBuffer(inflated.data(), static_cast<offile_off_t>(inflated.size()));
  stream.setEos();
  file.transferInit();
  const bool is_read = file.read(stream).good() && file.loadAllDataIntoMemory().good();
  file.transferEnd();
  return is_read;
}
}  // namespace

Result<CleanedObject> deidentify(const std::filesystem::path& path, const Pseudonyms& pseudonyms, const DeidentifyOptions& options)
{
  set_up_library();
  const auto gated = gated_file(path);
  if (!gated) return gated.failure();
  DcmFileFormat file;
  if (!load(file, path, gated->memory())) return unusable("it cannot be read");
  DcmDataset& object = *file.getDataset();
  if (object.tagExists(DCM_DirectoryRecordSequence)) return unusable("it is a list of files with the names of their patients");
  const PixelTextRisk risk = pixel_text_risk(object);
  if (const auto refusal = refusal_of(risk, options)) return *refusal;
  const UnusedBits bits = clear_unused_bits(object);
  if (bits == UnusedBits::Unreached)
    return Failure(DeidentifyError::BurnedIn,
                   "the object is not de-identified: it says that an overlay lies in its pixels, which cannot be reached (names could "
                   "stand in it). Store it uncompressed, or leave it out.");
  const FaceRisk face = face_risk(object);
  const Identifiers identifiers = Identifiers::of(object, options);
  Cleaner(pseudonyms, options, identifiers, patient_of(object)).clean(object);
  if (!is_uid_there(object)) return unusable("its class or one of its UIDs is missing or of another kind than UIDs are");
  say_what_was_done(object, options);
  const auto warning = warning_of(risk, face, bits, object);
  renew_header(file);
  const auto bytes = written(file, object.getOriginalXfer());
  if (!bytes) return unusable("it cannot be written");
  if (identifiers.are_in_bytes(*bytes))
    return Failure(DeidentifyError::StillNames, "the object is not de-identified: an identifier of the original would be left in it (it "
                                                "would leave the house). Leave it out and report its kind.");
  return CleanedObject{*bytes, text_at(object, DCM_SOPClassUID), warning};
}
}  // namespace nadir::report
