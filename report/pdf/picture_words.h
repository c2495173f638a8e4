#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "report/pdf/text_run.h"

namespace nadir::report
{
/// Words on a picture: the middle of their first base line where `align` is Middle, else its start or end. Lengths in pixels.
struct PictureWords
{
  std::string words;
  double x = 0.0;
  double base = 0.0;
  double size = 16.0;
  TextAlign align = TextAlign::Start;
  Ink ink = report::ink(0xffffff);
};

/// Pixels of an RGB picture, row by row.
struct PictureGrid
{
  int columns = 0;
  int rows = 0;
  std::vector<std::array<std::uint8_t, 3>>& pixels;
};

/// Writes words with a black edge, so that they can be read on any tissue. What reaches over the picture's edge is cut off.
void write_words(const std::vector<PictureWords>& words, const PictureGrid& picture);

/// Width of words on one line.
double width_of(const PictureWords& words);
}  // namespace nadir::report
