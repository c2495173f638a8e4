#include "report/dicom_capture/capture_words.h"

#include <algorithm>

#include "report/document/isolated_words.h"
#include "report/document/key_image_view.h"
#include "report/pdf/picture_words.h"

namespace nadir::report
{
namespace
{
constexpr double letter_size = 20.0, line_height = 26.0, margin = 10.0;
constexpr Ink white = ink(0xffffff), soft = ink(0xc0c0c0);
constexpr Ink caliper_inks[] = {ink(0xffdc00), ink(0xffa040)};  // as the lines are drawn: longest diameter, short axis

std::vector<PictureWords> side_letters(const measure::KeyImage& image, const ColorImage& picture)
{
  const double middle = 0.5 * picture.columns, half_way = 0.5 * picture.rows + 0.35 * letter_size, right = picture.columns - margin;
  return {{image.left_side_letter, margin, half_way, letter_size, TextAlign::Start, white},
          {opposite_side(image.left_side_letter), right, half_way, letter_size, TextAlign::End, white},
          {image.top_side_letter, middle, letter_size + 2.0, letter_size, TextAlign::Middle, white},
          {opposite_side(image.top_side_letter), middle, picture.rows - 8.0, letter_size, TextAlign::Middle, white}};
}

/// Made smaller until it fits, as nothing may be cut off.
PictureWords fitted(PictureWords words, double width)
{
  words.words = isolated_words(words.words);
  if (const double wanted = width_of(words); wanted > width) words.size *= width / wanted;
  return words;
}

std::vector<PictureWords> strip_of(const measure::KeyImage& image, const std::string& heading, const ColorImage& picture)
{
  const double width = picture.columns - 2.0 * margin;
  double base = picture.rows + line_height - 4.0;
  std::vector<PictureWords> lines{fitted({heading, margin, base, letter_size, TextAlign::Start, white}, width)};
  for (std::size_t k = 0; k < image.calipers.size(); ++k)
    lines.push_back(fitted(
        {image.calipers[k].label, margin, base += line_height, letter_size, TextAlign::Start, caliper_inks[std::min<std::size_t>(k, 1)]},
        width));
  lines.push_back(fitted({image.caption, margin, base += line_height, 0.8 * letter_size, TextAlign::Start, soft}, width));
  return lines;
}
}  // namespace

ColorImage with_words(ColorImage picture, const measure::KeyImage& image, const std::string& heading)
{
  auto words = side_letters(image, picture);
  const auto strip = strip_of(image, heading, picture);
  words.insert(words.end(), strip.begin(), strip.end());
  picture.rows += static_cast<int>(line_height * static_cast<double>(strip.size()) + 8.0);
  picture.pixels.resize(static_cast<std::size_t>(picture.columns) * static_cast<std::size_t>(picture.rows), Rgb{0, 0, 0});
  write_words(words, {picture.columns, picture.rows, picture.pixels});
  return picture;
}
}  // namespace nadir::report
