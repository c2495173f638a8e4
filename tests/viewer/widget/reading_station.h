#pragma once

#include <memory>

#include "tests/support/temporary_folder.h"
#include "viewer/widget/main_window.h"

namespace nadir::test
{
/// The whole window with a phantom of two dates open in it, both loaded and registered. Made once for all tests of a program.
class ReadingStation
{
public:
  static ReadingStation& instance();

  viewer::CaseSession session;
  std::unique_ptr<viewer::MainWindow> window;
  bool is_ready = false;   ///< everything came to rest in time

  /// Runs the event loop until nothing is at work; false after two minutes.
  bool rest();
  QImage picture();

private:
  ReadingStation();

  testing::TemporaryFolder folder_;
};
}  // namespace nadir::test
