#include "viewer/widget/cell_menu.h"

#include <QActionGroup>
#include <QCoreApplication>
#include <QMenu>

#include "viewer/render/slice_steps.h"
#include "viewer/widget/screen_text.h"
#include "viewer/widget/view_cell.h"

namespace nadir::viewer
{
namespace
{
struct Words
{
  Q_DECLARE_TR_FUNCTIONS(CellMenu)
};

/// A window as part of the automatic one: MR signal has no unit, so presets are relative.
struct Preset
{
  const char* name;
  double width;   ///< of the automatic width
  double centre;  ///< from the low end, of the automatic width
};
constexpr Preset presets[]{{QT_TRANSLATE_NOOP("CellMenu", "Wide"), 1.6, 0.7},
                           {QT_TRANSLATE_NOOP("CellMenu", "Narrow"), 0.6, 0.45},
                           {QT_TRANSLATE_NOOP("CellMenu", "Bright signal (fluid, enhancement)"), 0.6, 0.75},
                           {QT_TRANSLATE_NOOP("CellMenu", "Dark signal (muscle, fibrosis)"), 0.5, 0.25}};

QString name_of_series(CaseSession& session, const SeriesKey& key)
{
  const SeriesListModel& list = session.series();
  const QModelIndex row = list.index(list.row_of(key));
  return QString("%1: %2 (%3)")
      .arg(screen_word(list.data(row, SeriesListModel::TimepointRole).toString()), list.data(row, SeriesListModel::TitleRole).toString(),
           QString::fromStdString(key.stack));
}

void add_presets(QMenu& menu, ViewCell& cell, DisplayState& display, const imaging::Volume& volume)
{
  const DisplayWindow automatic = display.automatic(cell.content().series, volume);
  for (const Preset& preset : presets)
    menu.addAction(
        Words::tr(preset.name), &cell,
        [&cell, automatic, preset] {
          cell.set_window({automatic.low() + preset.centre * automatic.width, preset.width * automatic.width, automatic.polarity});
        });
}

void add_combination(QMenu& menu, ViewCell& cell, CaseSession& session, Combination combination)
{
  for (int row = 0; row < session.series().rowCount(); ++row)
  {
    const SeriesKey key = session.series().key_at(row);
    if (key == cell.content().series) continue;
    QAction* action = menu.addAction(name_of_series(session, key), &cell, [&cell, combination, key] { cell.combine(combination, key); });
    action->setCheckable(true);
    action->setChecked(cell.content().combination == combination && cell.content().other == key);
  }
}

void add_colors(QMenu& menu, ViewCell& cell)
{
  for (const ColorMap map : {ColorMap::Gray, ColorMap::Viridis, ColorMap::Hot})
  {
    const QString name = map == ColorMap::Gray      ? Words::tr("Gray")
                         : map == ColorMap::Viridis ? Words::tr("Viridis (ADC)")
                                                    : Words::tr("Hot");
    QAction* action = menu.addAction(name, &cell, [&cell, map] { cell.set_colors(map); });
    action->setCheckable(true);
    action->setChecked(cell.content().colors == map);
  }
}
}  // namespace

void fill_plane_menu(QMenu& menu, ViewCell& cell)
{
  for (const CellPlane plane : {CellPlane::Acquired, CellPlane::Axial, CellPlane::Coronal, CellPlane::Sagittal, CellPlane::Surface})
  {
    QAction* action = menu.addAction(words_of(plane), &cell, [&cell, plane] { cell.set_plane(plane); });
    action->setCheckable(true);
    action->setChecked(cell.content().plane == plane);
  }
  QMenu* oblique = menu.addMenu(words_of(CellPlane::Oblique));
  const auto tilt = [&](const QString& name, double right, double down)
  { oblique->addAction(name, &cell, [&cell, right, down] { cell.tilt(right, down); }); };
  tilt(Words::tr("Tilt top towards me by 5°"), 5, 0);
  tilt(Words::tr("Tilt top away by 5°"), -5, 0);
  tilt(Words::tr("Turn right side towards me by 5°"), 0, 5);
  tilt(Words::tr("Turn right side away by 5°"), 0, -5);
}

void fill_window_menu(QMenu& menu, ViewCell& cell, DisplayState& display, CaseSession& session)
{
  const SeriesKey key = cell.content().series;
  const auto volume = session.images().volume(key);
  if (!volume) return;
  menu.addAction(Words::tr("Automatic, whole series"), &display, [&display, key] { display.forget_window(key); });
  menu.addAction(Words::tr("Automatic, this slice"), &cell,
                 [&cell, volume]
                 { cell.set_window(automatic_window(*volume, nearest_slice(volume->geometry(), cell.canvas().view().centre))); });
  add_presets(menu, cell, display, *volume);
  if (volume->unit().find("mm2/s") != std::string::npos)
    menu.addAction(Words::tr("ADC 0 to 3000"), &cell, [&cell] { cell.set_window({1500, 3000}); });
  menu.addSeparator();
  menu.addAction(Words::tr("Invert"), &cell, &ViewCell::invert);
  add_colors(*menu.addMenu(Words::tr("Colors")), cell);
}

void fill_cell_menu(QMenu& menu, ViewCell& cell, DisplayState& display, CaseSession& session)
{
  fill_plane_menu(*menu.addMenu(Words::tr("Plane")), cell);
  fill_window_menu(*menu.addMenu(Words::tr("Window")), cell, display, session);
  menu.addSeparator();
  menu.addAction(Words::tr("Fit"), &cell.canvas(), &SliceCanvas::fit);
  menu.addAction(Words::tr("Life size (1:1 mm)"), &cell.canvas(), &SliceCanvas::show_life_size);
  menu.addSeparator();
  add_combination(*menu.addMenu(Words::tr("Lay over it in color")), cell, session, Combination::Fused);
  add_combination(*menu.addMenu(Words::tr("Subtract from it")), cell, session, Combination::Subtracted);
  if (cell.content().combination != Combination::None)
    menu.addAction(Words::tr("This series alone"), &cell, [&cell] { cell.combine(Combination::None, {}); });
  if (cell.content().combination == Combination::Fused)
    for (const int percent : {25, 50, 75})
      menu.addAction(Words::tr("Opacity %1 %").arg(percent), &cell, [&cell, percent] { cell.set_fusion_opacity(percent / 100.0); });
  menu.addSeparator();
  menu.addAction(Words::tr("Hang the same series of the other dates in this row"), &cell,
                 [&cell, &session] { session.hanging().hang_row_like(cell.index()); });
  menu.addAction(Words::tr("Empty this view"), &cell, [&cell, &session] { session.hanging().hang(cell.index(), {}); });
}
}  // namespace nadir::viewer
