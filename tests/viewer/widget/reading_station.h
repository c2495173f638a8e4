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
  /// Windows must be gone before the application ends.
  static void close();

  viewer::CaseSession session;
  std::unique_ptr<viewer::MainWindow> window;
  bool is_ready = false;  ///< everything came to rest in time

  /// Runs the event loop until nothing is at work; false after two minutes.
  bool rest();
  QImage picture();

  ReadingStation();

private:
  static std::unique_ptr<ReadingStation>& kept();

  testing::TemporaryFolder folder_;
};
}  // namespace nadir::test
