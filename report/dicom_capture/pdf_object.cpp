#include "report/dicom_capture/pdf_object.h"

#include <array>
#include <cstring>

#include "report/dicom_object/dicom_file_bytes.h"
#include "report/dicom_object/dicom_text.h"
#include "report/dicom_object/object_tags.h"
#include "report/dicom_object/read_object.h"

namespace nadir::report
{
namespace
{
namespace tags = object_tags;
}

std::string pdf_object_bytes(const PdfObject& object)
{
  DicomDataSet data;
  add_identity_modules(data, object.header, object.identity);
  data.text(tags::conversion_type, "CS", "WSD");
  // The report names the case, and the object the patient: together they identify.
  data.text(tags::burned_in_annotation, "CS", "YES");
  data.text(tags::acquisition_date_time, "DT", "");
  data.text(tags::document_title, "ST", fitting_text(object.title, 1024));
  data.code(tags::concept_name_code_sequence, {"18748-4", "LN", "Diagnostic imaging report"});
  data.text(tags::verification_flag, "CS", "UNVERIFIED");
  data.text(tags::mime_type_of_encapsulated_document, "LO", "application/pdf");
  data.unsigned_longs(tags::encapsulated_document_length, std::array{static_cast<std::uint32_t>(object.pdf.size())});
  data.bytes(tags::encapsulated_document, "OB", object.pdf);
  for (const auto& source : object.sources) set_reference(data.add_item(tags::source_instance_sequence), {source, 0});
  return dicom_file_bytes(data);
}

std::vector<std::string> pdf_differences(const PdfObject& written, const std::string& bytes)
{
  const auto file = read_object(bytes);
  if (!file) return {file.failure().message()};
  const auto document = file->data().bytes(tags::encapsulated_document);
  // One byte may fill it up to an even length.
  const bool same = document.size() >= written.pdf.size() && document.size() <= written.pdf.size() + 1 &&
                    std::memcmp(document.data(), written.pdf.data(), written.pdf.size()) == 0;
  return same ? std::vector<std::string>{} : std::vector<std::string>{"the document is another one"};
}
}  // namespace nadir::report
