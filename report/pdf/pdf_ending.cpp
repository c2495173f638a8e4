#include "report/pdf/pdf_ending.h"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "imaging/result/expects.h"
#include "imaging/units/utf8_text.h"

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
std::string dictionary_of(const std::string& pdf, const std::string& number)
{
  return last_between(pdf, "\n" + number + " 0 obj\n<<", "endobj");
}

std::string with_date_prefix(std::string information)
{
  const std::string key = "/CreationDate (";
  if (const auto at = information.find(key); at != std::string::npos && information.compare(at + key.size(), 2, "D:") != 0)
    information.insert(at + key.size(), "D:");
  return information;
}

/// A text string of PDF: UTF-16 with its mark, in hexadecimal.
std::string text_string(std::string_view utf8)
{
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string text = "<FEFF";
  const auto add = [&](char32_t unit)
  {
    for (int shift = 12; shift >= 0; shift -= 4) text += digits[(unit >> shift) & 15];
  };
  while (!utf8.empty())
  {
    const CodePoint next = first_code_point(utf8);
    utf8.remove_prefix(next.bytes);
    if (next.value < 0x10000) add(next.value);
    else add(0xD800 + ((next.value - 0x10000) >> 10)), add(0xDC00 + ((next.value - 0x10000) & 0x3FF));
  }
  return text + ">";
}

/// Numbers of the structure elements of figures, in the order of their tags: Cairo numbers them as they are begun.
std::vector<std::string> figures_in(const std::string& pdf)
{
  const std::string kind = "<< /Type /StructElem\n   /S /Figure\n", head = " 0 obj\n";
  std::vector<std::string> numbers;
  for (std::size_t at = pdf.find(kind); at != std::string::npos; at = pdf.find(kind, at + 1))
  {
    if (at < head.size() || pdf.compare(at - head.size(), head.size(), head) != 0) continue;
    const auto begin = pdf.find_last_not_of("0123456789", at - head.size() - 1) + 1;
    numbers.push_back(pdf.substr(begin, at - head.size() - begin));
  }
  std::sort(numbers.begin(), numbers.end(),
            [](const std::string& a, const std::string& b) { return std::pair(a.size(), a) < std::pair(b.size(), b); });
  return numbers;
}

/// Words that do not belong to the figures would be worse than none.
void add_alternatives(const std::vector<std::string>& alternatives, Update& update)
{
  const auto figures = figures_in(update.pdf());
  if (figures.size() != alternatives.size()) return;
  for (std::size_t k = 0; k < figures.size(); ++k)
    if (!alternatives[k].empty()) update.add(figures[k], " /Alt " + text_string(alternatives[k]) + dictionary_of(update.pdf(), figures[k]));
}
}  // namespace

std::string with_ending(std::string pdf, const PdfSpeech& speech)
{
  const std::string trailer = last_between(pdf, "trailer", "startxref"),
                    previous = number_after(last_between(pdf, "startxref", "%%EOF"), "");
  const std::string root = number_after(trailer, "/Root"), information = number_after(trailer, "/Info");
  Update update(std::move(pdf));
  update.add(information, with_date_prefix(dictionary_of(update.pdf(), information)));
  update.add(root,
             " /Lang (" + speech.language + ")\n   /ViewerPreferences << /DisplayDocTitle true >>" + dictionary_of(update.pdf(), root));
  add_alternatives(speech.alternatives, update);
  return update.finish(trailer, previous);
}
}  // namespace nadir::report
