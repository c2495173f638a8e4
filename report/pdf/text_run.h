#pragma once

#include <string>

#include "report/pdf/ink.h"

namespace nadir::report
{
enum class Weight
{
  Regular,
  Bold,
};

/// How words look.
struct TextLook
{
  double size = 8.4;  ///< points
  Weight weight = Weight::Regular;
  Ink ink = report::ink(0x1b1f24);

  bool operator==(const TextLook&) const = default;
};

/// Words with one look; UTF-8.
struct TextRun
{
  std::string words;
  TextLook look;
  std::string link{};  ///< name of the place that the words lead to, "" = none
};

enum class TextAlign
{
  Start,
  Middle,
  End,
};
}  // namespace nadir::report
