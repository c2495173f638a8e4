#pragma once

#include <filesystem>
#include <string>

#include "tests/viewer/reading/counted_reader.h"

namespace nadir::viewer::test
{
/// A phantom opened in the real window, and what a reader does to bring it into the states that pictures are kept of.
class ReadPhantom
{
public:
  /// Opens so many dates of a phantom case and waits until they are shown.
  ReadPhantom(const std::string& name, int dates);

  /// The window with the partial response, read at both dates: calipers, volumes, dead tissue. Made once.
  static ReadPhantom& partial_response();
  static void close();

  /// The longest diameter of a lesion as the phantom was built.
  reading::Line line(std::size_t date, std::size_t lesion = 0) const;
  /// Draws the diameter in a cell, and takes the volume it gives.
  void measure(int cell, std::size_t date);
  /// Series of a date whose title contains these words; empty key without.
  SeriesKey series(const std::string& timepoint, const QString& words);
  /// Waits until nothing is under way, and forgets where the pointer was.
  void rest();
  QImage picture();

  ViewCell& cell(int n) { return *reader.window->grid().cell(n); }

  CountedReader reader;

private:
  static std::unique_ptr<ReadPhantom>& kept();

  std::filesystem::path folder_;
};
}  // namespace nadir::viewer::test
