#include "report/cdisc/location.h"

#include <algorithm>
#include <array>

#include "report/table/visible_text.h"
#include "report/vocabulary/body_site.h"

namespace nadir::report::cdisc
{
namespace
{
constexpr std::string_view not_stated = "not stated";
constexpr std::string_view node = "LYMPH NODE";

/// The part of the CDISC list LOC (C74456) that tumours are found in, in alphabetical order.
// clang-format off
constexpr std::array listed_places = std::to_array<std::string_view>({
    "ABDOMEN", "ABDOMINAL CAVITY", "ABDOMINAL WALL", "ADRENAL GLAND", "ANKLE", "ANUS", "AORTA", "APPENDIX", "ARM", "AXILLA", "BACK", "BILE DUCT", "BLADDER",
    "BONE", "BONE MARROW", "BRAIN", "BRAIN STEM", "BREAST", "BRONCHUS", "BUTTOCK", "CALF", "CECUM", "CEREBELLUM", "CERVIX", "CHEST", "CHEST WALL", "CLAVICLE",
    "COLON", "DIAPHRAGM", "DUODENUM", "EAR", "ELBOW", "ESOPHAGUS", "EYE", "FACE", "FALLOPIAN TUBE", "FEMUR", "FIBULA", "FINGER", "FOOT", "FOREARM",
    "GALLBLADDER", "GLUTEUS MAXIMUS MUSCLE", "GROIN", "HAND", "HEAD", "HEART", "HIP", "HUMERUS", "ILEUM", "JEJUNUM", "KIDNEY", "KNEE", "LARYNX", "LEG", "LIP",
    "LIVER", "LOWER EXTREMITY", "LUNG", "LYMPH NODE", "MANDIBLE", "MAXILLA", "MEDIASTINUM", "MENINGES", "MESENTERY", "MOUTH", "MUSCLE", "NASAL CAVITY",
    "NASOPHARYNX", "NECK", "NERVE", "NOSE", "OMENTUM", "ORBIT", "OROPHARYNX", "OVARY", "PANCREAS", "PAROTID GLAND", "PELVIC BONE", "PELVIS", "PENIS",
    "PERICARDIUM", "PERINEUM", "PERITONEUM", "PHARYNX", "PITUITARY GLAND", "PLEURA", "PROSTATE GLAND", "RADIUS", "RECTUM", "RETROPERITONEUM", "RIB",
    "SACRUM", "SCALP", "SCAPULA", "SCROTUM", "SHOULDER", "SKIN", "SKULL", "SMALL INTESTINE", "SOFT TISSUE", "SPINAL CORD", "SPINE", "SPLEEN", "STERNUM",
    "STOMACH", "SUBCUTANEOUS TISSUE", "TESTIS", "THIGH", "THORAX", "THYMUS GLAND", "THYROID GLAND", "TIBIA", "TOE", "TONGUE", "TONSIL", "TRACHEA", "TRUNK",
    "ULNA", "UPPER EXTREMITY", "URETER", "URETHRA", "UTERUS", "VAGINA", "VERTEBRA", "VULVA", "WRIST",
});
// clang-format on

std::string capitals(std::string_view text)
{
  std::string made(text);
  for (auto& c : made)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return made;
}

std::string small_letters(std::string_view text)
{
  std::string made(text);
  for (auto& c : made)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return made;
}

/// A few words of letters: what may stand in a list of terms.
bool is_wordlike(std::string_view text)
{
  const auto is_allowed = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == ' ' || c == ',' || c == '-'; };
  return !text.empty() && text.size() <= 60 && text.front() >= 'A' && text.front() <= 'Z' && text.back() != ' ' &&
         std::all_of(text.begin(), text.end(), is_allowed);
}

/// Takes a side from the front of a text in capitals.
std::string taken_side(std::string& text)
{
  for (const std::string side : {"LEFT", "RIGHT", "BILATERAL"})
    if (text.starts_with(side + " "))
    {
      text.erase(0, side.size() + 1);
      return side;
    }
  return "";
}

/// A term of the list; else the site that the words name, as the other formats code it; else the words, where they are plain.
void set_place(const std::string& organ, Location& location)
{
  auto place = capitals(organ);
  auto side = taken_side(place);
  if (!is_listed_location(place))
    if (const auto site = body_site_of(organ))
    {
      place = site->cdisc_location;
      side = site->laterality ? cdisc_laterality(*site->laterality) : "";
    }
  if (!is_wordlike(place)) return;
  location.place = place;
  location.laterality = side;
  location.is_listed = is_listed_location(place) || body_site_of(organ).has_value();
}

/// What place and side say without the detail.
std::string words_of(const Location& location)
{
  return small_letters(location.laterality.empty() ? location.place : location.laterality + " " + location.place);
}
}  // namespace

bool is_listed_location(std::string_view term)
{
  return std::find(listed_places.begin(), listed_places.end(), term) != listed_places.end();
}

Location location_of(const measure::Lesion& lesion)
{
  Location location;
  const auto organ = visible_text(lesion.organ);
  const bool is_stated = !organ.empty() && organ != not_stated;
  if (lesion.nodal)
  {
    location.place = node;
    if (const auto site = node_site_of(organ); site && site->laterality) location.laterality = cdisc_laterality(*site->laterality);
  }
  else if (is_stated) set_place(organ, location);
  if (is_stated && words_of(location) != organ) location.detail = organ;
  return location;
}

std::string organ_of(const Location& location)
{
  if (!location.detail.empty()) return original_text(location.detail);
  return location.place.empty() ? std::string(not_stated) : words_of(location);
}
}  // namespace nadir::report::cdisc
