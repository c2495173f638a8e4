#include "imaging/dicom/description_words.h"

#include <algorithm>
#include <array>

#include "imaging/dicom/display_text.h"

namespace nadir::imaging
{
namespace
{
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return c >= 'A' && c <= 'Z'; }
/// What protocol names put before the weighting without a gap.
constexpr std::array<std::string_view, 18> prefixes{"AX",  "AXIAL", "TRA", "TRANS", "SAG",   "COR", "OBL", "SE",   "TSE",
                                                    "FSE", "GRE",   "GE",  "FS",    "FLAIR", "3D",  "2D",  "POST", "PRE"};

bool is_word_character(char c) { return is_letter(c) || is_digit(c) || c == '+' || c == '*'; }

std::vector<std::string> words_in(std::string_view text)
{
  std::vector<std::string> words;
  bool inside = false;
  for (const char c : text)
  {
    if (is_word_character(c))
    {
      if (!inside) words.emplace_back();
      words.back() += c;
    }
    inside = is_word_character(c);
  }
  return words;
}

/// Names of whole examinations before and after contrast. They often stand in the protocol name of every series and say nothing about one.
constexpr std::array<std::string_view, 14> both_phases{"WITH AND WITHOUT",
                                                       "WITHOUT AND WITH",
                                                       "WITH/WITHOUT",
                                                       "WITHOUT/WITH",
                                                       "W AND W/O",
                                                       "W & W/O",
                                                       "W&W/O",
                                                       "W/WO",
                                                       "W WO",
                                                       "W/O W",
                                                       "WO/W",
                                                       "PRE AND POST",
                                                       "PRE/POST",
                                                       "+/-"};

std::string without_both_phases(std::string text)
{
  for (const auto phrase : both_phases)
    for (auto at = text.find(phrase); at != std::string::npos; at = text.find(phrase))
    {
      auto end = at + phrase.size();
      for (const std::string_view what : {" IV", " CONTRAST", " KM", " GD", " GADOLINIUM", " GADO"})
        if (text.compare(end, what.size(), what) == 0) end += what.size();
      text.replace(at, end - at, " ");
    }
  return text;
}
}  // namespace

DescriptionWords::DescriptionWords(std::string_view description)
    : text_(without_both_phases(upper_case(description))), words_(words_in(text_))
{
}

bool DescriptionWords::any_of(std::initializer_list<std::string_view> words) const
{
  return std::ranges::any_of(words_, [&](const std::string& word) { return std::ranges::find(words, word) != words.end(); });
}

bool DescriptionWords::says_localizer() const
{
  if (any_of({"LOCALIZER", "LOCALISER", "SCOUT", "SURVEY", "PILOT", "3PLANE", "LOKALIZER", "PLANSCAN"})) return true;
  return !words_.empty() && (words_.front() == "LOC" || words_.back() == "LOC");
}

bool DescriptionWords::names(std::string_view weighting) const
{
  const auto begins_so = [&](std::string_view word)
  { return word.starts_with(weighting) && (word.size() == weighting.size() || !is_digit(word[weighting.size()])); };
  const auto names_it = [&](std::string_view word)
  {
    if (begins_so(word)) return true;
    return std::ranges::any_of(prefixes,
                               [&](std::string_view prefix) { return word.starts_with(prefix) && begins_so(word.substr(prefix.size())); });
  };
  return std::ranges::any_of(words_, names_it);
}

std::optional<SequenceType> DescriptionWords::weighting() const
{
  if (says_quantitative_map()) return std::nullopt;
  const bool t1 = names("T1") || any_of({"MPRAGE", "VIBE", "LAVA", "THRIVE", "SPGR", "BRAVO", "ETHRIVE"});
  const bool t2 = names("T2");
  const bool pd = any_of({"PD", "PDW", "PROTON", "PDFS", "PD+FS", "DP"}) || contains("PD_") || contains("PDW");
  if (t1 + t2 + pd != 1) return std::nullopt;
  return t1 ? SequenceType::T1 : t2 ? SequenceType::T2 : SequenceType::ProtonDensity;
}

bool DescriptionWords::says_fat_suppression() const
{
  return any_of({"FS", "FATSAT", "SPAIR", "SPIR", "CHESS", "WE", "FATSUP", "SPECIAL", "PDFS", "T2FS", "T1FS", "PD+FS", "T2+FS", "FAT",
                 "WATER"}) ||
         says_dixon_water() || contains("FATSAT") || contains("FAT SAT") || contains("FAT_SAT") || contains("FAT-SAT") || contains("_FS") ||
         contains("SPAIR");
}

/// "t1_vibe_dixon_W": what scanners append to the water image of a series.
bool DescriptionWords::says_dixon_water() const
{
  return !words_.empty() && words_.back() == "W" && any_of({"DIXON", "MDIXON", "IDEAL", "FLEX"});
}

bool DescriptionWords::says_post_contrast() const
{
  if (says_pre_contrast()) return false;
  return any_of({"+C",      "C+",       "POST",     "KM",      "+KM",      "GD",         "+GD",       "GAD",     "GADO",     "GADOLINIUM",
                 "CE",      "CONTRAST", "KONTRAST", "MDC",     "+MDC",     "INJ",        "INJECTION", "INJECTE", "INJECTEE", "POSTCONTRAST",
                 "POSTGAD", "T1+C",     "T1C",      "T1CE",    "T1GD",     "T1KM",       "GD+",       "KM+",     "+CM",      "GBCA",
                 "PKM",     "CIV",      "ENHANCED", "DOTAREM", "GADOVIST", "MULTIHANCE", "MAGNEVIST", "PROHANCE"});
}

bool DescriptionWords::says_pre_contrast() const
{
  return any_of({"PRE", "NATIV", "NATIVE", "OHNE", "WITHOUT", "UNENHANCED", "SANS", "SENZA", "SIN", "PRECONTRAST", "NONCONTRAST", "AVANT",
                 "PRIMA", "ANTES"}) ||
         contains("W/O") || contains("NON-CONTRAST") || contains("NON CONTRAST") || contains("NO CONTRAST") || contains("VOR KM");
}

bool DescriptionWords::says_quantitative_map() const
{
  return contains("T2*") || contains("T2STAR") || contains("T2_STAR") || contains("T1RHO") || contains("T1MAP") || contains("T2MAP") ||
         any_of({"MAP", "MAPS", "MAPIT", "SWI", "SWAN", "MOLLI", "VENBOLD", "RELAXOMETRY"});
}
}  // namespace nadir::imaging
