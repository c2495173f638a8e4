#include "report/pdf/pdf_ending.h"

#include <utility>
#include <vector>

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

/// The objects of an update and where each begins.
class Update
{
public:
  explicit Update(std::string pdf) : pdf_(std::move(pdf)) {}

  const std::string& pdf() const { return pdf_; }
  void add(const std::string& number, const std::string& dictionary)
  {
    places_.emplace_back(number, pdf_.size());
    pdf_ += number + " 0 obj\n<<" + dictionary + "endobj\n";
  }

  /// The table of what is new, pointing to the one before.
  std::string finish(const std::string& trailer, const std::string& previous)
  {
    const std::size_t table = pdf_.size();
    pdf_ += "xref\n";
    for (const auto& [number, place] : places_) pdf_ += number + " 1\n" + ten_digits(place) + " 00000 n \n";
    pdf_ += "trailer\n<< /Size " + number_after(trailer, "/Size") + "\n   /Root " + number_after(trailer, "/Root") + " 0 R\n   /Info " +
            number_after(trailer, "/Info") + " 0 R\n   /Prev " + previous + "\n>>\nstartxref\n" + std::to_string(table) + "\n%%EOF\n";
    return std::move(pdf_);
  }

private:
  std::string pdf_;
  std::vector<std::pair<std::string, std::size_t>> places_;
};

/// What stands between "<<" and "endobj" of an object.
std::string dictionary_of(const std::string& pdf, const std::string& number) { return last_between(pdf, "\n" + number + " 0 obj\n<<", "endobj"); }

std::string with_date_prefix(std::string information)
{
  const std::string key = "/CreationDate (";
  if (const auto at = information.find(key); at != std::string::npos && information.compare(at + key.size(), 2, "D:") != 0)
    information.insert(at + key.size(), "D:");
  return information;
}
}  // namespace

std::string with_ending(std::string pdf, const std::string& language)
{
  const std::string trailer = last_between(pdf, "trailer", "startxref"), previous = number_after(last_between(pdf, "startxref", "%%EOF"), "");
  const std::string root = number_after(trailer, "/Root"), information = number_after(trailer, "/Info");
  Update update(std::move(pdf));
  update.add(information, with_date_prefix(dictionary_of(update.pdf(), information)));
  update.add(root, " /Lang (" + language + ")\n   /ViewerPreferences << /DisplayDocTitle true >>" + dictionary_of(update.pdf(), root));
  return update.finish(trailer, previous);
}
}  // namespace nadir::report
