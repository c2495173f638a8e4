#pragma once

#include <QtCore/QObject>
#include <QtCore/QString>
#include <vector>

#include "viewer/model/image_library.h"

namespace nadir::viewer
{
/// How many cells stand side by side and one above the other: 1x1 to 2x4.
struct Layout
{
  int rows = 1;
  int columns = 2;
  bool operator==(const Layout&) const = default;
};

/// Which series hangs in which cell. Baseline and its follow-up twins (same sequence and plane) hang side by side by themselves; a cell
/// that the reader has changed stays as it is. Cells are numbered row by row.
class HangingModel : public QObject
{
  Q_OBJECT
public:
  explicit HangingModel(ImageLibrary& library, QObject* parent = nullptr);

  /// Layouts to choose from: 1x1, 1x2, 1x3, 1x4, 2x1, 2x2, 2x3, 2x4.
  static const std::vector<Layout>& layouts();
  Layout layout() const { return layout_; }
  void set_layout(Layout layout);  ///< remembered for the next case

  int cells() const { return layout_.rows * layout_.columns; }
  SeriesKey series_in(int cell) const;  ///< empty key: nothing hangs there
  void hang(int cell, const SeriesKey& key);
  void swap(int first, int second);
  /// Hangs the twins of the series in `cell` in the other cells of its row.
  void hang_row_like(int cell);
  /// Hangs everything as it would hang by itself.
  void rehang();
  void clear();
  /// The follow-up's series that goes with this one at another time point; empty key when there is none.
  SeriesKey twin_of(const SeriesKey& key, const TimepointLabel& at) const;

  /// Keeps and finds the hanging of a case (by the record's identity).
  void save(const QString& record) const;
  void restore(const QString& record);

signals:
  void layout_changed();
  void cell_changed(int cell);

private:
  enum class HungBy
  {
    Itself,
    Reader,
  };
  struct Cell
  {
    SeriesKey key;
    HungBy by = HungBy::Itself;
  };
  void put(int cell, const SeriesKey& key, HungBy by);
  std::vector<SeriesKey> proposed() const;
  void fill();
  void load_waiting();
  void take_down(const TimepointLabel& timepoint);

  ImageLibrary& library_;
  Layout layout_;
  std::vector<Cell> cells_;
};
}  // namespace nadir::viewer
