#include "report/transport/multipart.h"

namespace nadir::report
{
Multipart multipart_of(std::string_view bytes)
{
  std::string boundary = "nadir-part";
  for (int number = 0; bytes.find(boundary) != std::string_view::npos; ++number) boundary = "nadir-part-" + std::to_string(number);
  Multipart made{"multipart/related; type=\"application/dicom\"; boundary=" + boundary, ""};
  made.body.reserve(bytes.size() + 200);
  made.body.append("--")
      .append(boundary)
      .append("\r\nContent-Type: application/dicom\r\n\r\n")
      .append(bytes)
      .append("\r\n--")
      .append(boundary)
      .append("--\r\n");
  return made;
}
}  // namespace nadir::report
