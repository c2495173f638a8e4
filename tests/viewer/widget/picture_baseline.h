#pragma once

#include <QImage>
#include <string>

namespace nadir::test
{
/// The share of pixels (0 to 1) in which two pictures differ by more than 32 of 255 in a channel; 1 when their sizes differ.
///
/// What shares mean, for views of about 400 x 300: below 0.001 nothing to see; 0.01 letters drawn by another version of the font engine;
/// 0.03 another font; above 0.05 something has moved, is missing, or is mirrored.
double differing_share(const QImage& a, const QImage& b);

/// Compares with tests/baselines/NAME.png and says in words how they differ; "" when at most `most` differs. A missing baseline is a
/// difference: the picture is left in the working folder of the test as NAME.new.png, for a person to look at before it is taken.
std::string difference_from_baseline(const std::string& name, const QImage& picture, double most);
}  // namespace nadir::test
