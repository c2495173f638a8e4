#include "report/pdf/pdf_ending.h"

#include "imaging/result/expects.h"

namespace nadir::report
{
namespace
{
/// Text between the last `begin` and the `end` after it.
std::string last_between(const std::string& pdf, const std::string& begin, const std::string& end)
{
  const auto at = pdf.rfind(begin);
  NADIR_EXPECTS(at != std::string::npos);
  const auto from = at + begin.size(), to = pdf.find(end, from);
  NADIR_EXPECTS(to != std::string::npos);
  return pdf.substr(from, to - from);
}

/// "12" of "/Root 12 0 R".
std::string number_after(const std::string& text, const std::string& key)
{
  const auto at = text.find(key);
  NADIR_EXPECTS(at != std::string::npos);
  const auto from = text.find_first_of("0123456789", at + key.size());
  NADIR_EXPECTS(from != std::string::npos);
  return text.substr(from, text.find_first_not_of("0123456789", from) - from);
}

std::string ten_digits(std::size_t number)
{
  const std::string digits = std::to_string(number);
  NADIR_EXPECTS(digits.size() <= 10);
  return std::string(10 - digits.size(), '0') + digits;
}
}  // namespace

std::string with_language(std::string pdf, const std::string& language)
{
  const std::string trailer = last_between(pdf, "trailer", "startxref"), previous = number_after(last_between(pdf, "startxref", "%%EOF"), "");
  const std::string root = number_after(trailer, "/Root"), opening = "\n" + root + " 0 obj\n<<";
  const std::string catalog = last_between(pdf, opening, "endobj");
  const std::size_t place = pdf.size();
  pdf += root + " 0 obj\n<< /Lang (" + language + ")\n   /ViewerPreferences << /DisplayDocTitle true >>" + catalog + "endobj\n";
  const std::size_t table = pdf.size();
  pdf += "xref\n" + root + " 1\n" + ten_digits(place) + " 00000 n \ntrailer\n<< /Size " + number_after(trailer, "/Size") + "\n   /Root " + root +
         " 0 R\n   /Info " + number_after(trailer, "/Info") + " 0 R\n   /Prev " + previous + "\n>>\nstartxref\n" + std::to_string(table) + "\n%%EOF\n";
  return pdf;
}
}  // namespace nadir::report
