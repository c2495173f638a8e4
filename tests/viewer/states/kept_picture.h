#pragma once

#include <QImage>
#include <string>

namespace nadir::viewer::test
{
/// Compares a picture of the window with the one that a person has looked at and kept in tests/baselines/states/NAME.png.
///
/// Kept pictures are a quarter of the size: small files, and what another build of a font or of the floating point arithmetic changes in
/// single pixels does not count. `most`: largest share of these pixels that may differ by more than 32 in a channel. "" when they agree;
/// otherwise words, and the new picture lies in the temporary folder. With NADIR_PICTURES=FOLDER every picture is also written there in
/// full.
std::string difference_from_kept(const std::string& name, const QImage& picture, double most);
}  // namespace nadir::viewer::test
