#include "imaging/gate/sop_class.h"

#include <algorithm>
#include <array>

namespace nadir::imaging::detail
{
namespace
{
using namespace std::literals;

constexpr std::string_view storage = "1.2.840.10008.5.1.4.1.1.";

// Last components of the UIDs. Not here: objects that may do without pixels (RT Dose 481.2, presentation states,
// spectroscopy 4.2, waveforms, documents).
constexpr std::array images{
    "1"sv,      "1.1"sv,    "1.1.1"sv,  "1.2"sv,    "1.2.1"sv,    "1.3"sv,      "1.3.1"sv,  // CR, DX, mammography, intra-oral
    "2"sv,      "3.1"sv,    "4"sv,      "6.1"sv,    "7"sv,        "20"sv,       "128"sv,
    "481.1"sv,                                                                               // CT, US multi, MR, US, SC, NM, PET, RT image
    "12.1"sv,   "12.2"sv,   "13.1.1"sv, "13.1.2"sv, "13.1.3"sv,   "13.1.4"sv,   "13.1.5"sv,  // XA, XRF, 3D X-ray, tomosynthesis
    "77.1.1"sv, "77.1.2"sv, "77.1.3"sv, "77.1.4"sv, "77.1.5.1"sv, "77.1.5.2"sv, "77.1.6"sv   // visible light, ophthalmic, whole slide
};
constexpr std::array multi_frame_images{
    "2.1"sv, "2.2"sv,    "4.1"sv,    "4.3"sv, "4.4"sv,  "6.2"sv,  "7.1"sv,   "7.2"sv, "7.3"sv,
    "7.4"sv, "12.1.1"sv, "12.2.1"sv, "30"sv,  "66.4"sv, "66.7"sv, "128.1"sv, "130"sv,
};

template <std::size_t N> bool is_among(const std::array<std::string_view, N>& classes, std::string_view uid)
{
  return uid.starts_with(storage) && std::find(classes.begin(), classes.end(), uid.substr(storage.size())) != classes.end();
}
}  // namespace

bool is_image(std::string_view sop_class_uid) { return is_among(images, sop_class_uid) || is_multi_frame(sop_class_uid); }

bool is_multi_frame(std::string_view sop_class_uid) { return is_among(multi_frame_images, sop_class_uid); }
}  // namespace nadir::imaging::detail
