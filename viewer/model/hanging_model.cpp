#include "viewer/model/hanging_model.h"

#include <QtCore/QStringList>
#include <algorithm>
#include <array>

#include "imaging/result/expects.h"
#include "measure/assessment/series_pairing.h"
#include "viewer/model/settings.h"

namespace nadir::viewer
{
namespace
{
using imaging::ImageStack;
using imaging::SequenceType;

constexpr auto layout_key = "layout";

/// The sequences that tumours are read on, first what a row is hung from first.
int rank_of(const ImageStack& stack)
{
  constexpr std::array order{
      SequenceType::T1PostContrast, SequenceType::T2FatSaturated, SequenceType::T2, SequenceType::T1, SequenceType::Dwi, SequenceType::Adc,
      SequenceType::ProtonDensity};
  const auto found = std::find(order.begin(), order.end(), stack.sequence.type);
  const int rank = static_cast<int>(found - order.begin());
  return stack.certificate.plane == AnatomicalPlane::Axial ? rank : rank + 100;
}

bool is_worth_hanging(const ImageStack& stack)
{
  return stack.geometry && stack.slices.size() > 1 && stack.sequence.type != SequenceType::Localizer && stack.certificate.is_measurable();
}

/// Series worth a row, the most telling first; those of unknown contrast last.
std::vector<const ImageStack*> rows_of(const measure::OpenTimepoint& timepoint)
{
  std::vector<const ImageStack*> stacks;
  for (const auto* stack : timepoint.images().stacks())
    if (is_worth_hanging(*stack)) stacks.push_back(stack);
  std::stable_sort(stacks.begin(), stacks.end(), [](const auto* a, const auto* b) { return rank_of(*a) < rank_of(*b); });
  return stacks;
}

QString text_of(const SeriesKey& key) { return viewer::text_of(key.timepoint.text()) + QLatin1Char('\n') + viewer::text_of(key.stack); }

SeriesKey key_in(const QString& text)
{
  const auto parts = text.split(QLatin1Char('\n'));
  return parts.size() == 2 ? SeriesKey{TimepointLabel{parts[0].toStdString()}, parts[1].toStdString()} : SeriesKey{};
}
}  // namespace

HangingModel::HangingModel(ImageLibrary& library, QObject* parent) : QObject(parent), library_(library)
{
  const auto kept = settings().value(QLatin1String(layout_key)).toString().split(QLatin1Char('x'));
  if (kept.size() == 2) layout_ = {kept[0].toInt(), kept[1].toInt()};
  if (std::find(layouts().begin(), layouts().end(), layout_) == layouts().end()) layout_ = {1, 2};
  cells_.resize(static_cast<std::size_t>(cells()));
  connect(&library, &ImageLibrary::scanned, this, &HangingModel::fill);
  connect(&library, &ImageLibrary::removed, this, &HangingModel::take_down);
}

const std::vector<Layout>& HangingModel::layouts()
{
  static const std::vector<Layout> all{{1, 1}, {1, 2}, {1, 3}, {1, 4}, {2, 1}, {2, 2}, {2, 3}, {2, 4}};
  return all;
}

void HangingModel::set_layout(Layout layout)
{
  NADIR_EXPECTS(std::find(layouts().begin(), layouts().end(), layout) != layouts().end());
  if (layout == layout_) return;
  // A cell keeps its row and column.
  std::vector<Cell> cells(static_cast<std::size_t>(layout.rows * layout.columns));
  for (int row = 0; row < std::min(layout.rows, layout_.rows); ++row)
    for (int column = 0; column < std::min(layout.columns, layout_.columns); ++column)
      cells[static_cast<std::size_t>(row * layout.columns + column)] = cells_[static_cast<std::size_t>(row * layout_.columns + column)];
  layout_ = layout;
  cells_ = std::move(cells);
  settings().setValue(QLatin1String(layout_key), QString::number(layout.rows) + QLatin1Char('x') + QString::number(layout.columns));
  emit layout_changed();
  fill();
}

SeriesKey HangingModel::series_in(int cell) const
{
  return cell >= 0 && cell < cells() ? cells_[static_cast<std::size_t>(cell)].key : SeriesKey{};
}

void HangingModel::put(int cell, const SeriesKey& key, HungBy by)
{
  auto& place = cells_[static_cast<std::size_t>(cell)];
  const bool same = place.key == key;
  place = {key, by};
  if (same) return;
  if (!key.empty()) library_.load(key);
  emit cell_changed(cell);
}

void HangingModel::hang(int cell, const SeriesKey& key)
{
  NADIR_EXPECTS(cell >= 0 && cell < cells());
  put(cell, key, HungBy::Reader);
}

void HangingModel::swap(int first, int second)
{
  const auto before = series_in(first), after = series_in(second);
  hang(first, after);
  hang(second, before);
}

SeriesKey HangingModel::twin_of(const SeriesKey& key, const TimepointLabel& at) const
{
  const auto* stack = library_.stack(key);
  const auto other = library_.timepoint(at);
  if (!stack || !other) return {};
  if (key.timepoint == at) return key;
  const auto* twin = measure::twin_of(*stack, other->images());
  if (library_.computed_map(key))
  {
    for (const auto& map : library_.computed_maps(at))
      if (twin && std::ranges::find(map.images.stacks, twin) != map.images.stacks.end()) return {at, map.id};
    return {};
  }
  return twin ? SeriesKey{at, twin->id} : SeriesKey{};
}

void HangingModel::hang_row_like(int cell)
{
  const auto key = series_in(cell);
  const auto dates = library_.timepoints();
  const int first = cell / layout_.columns * layout_.columns;
  const auto own = std::find(dates.begin(), dates.end(), key.timepoint) - dates.begin();
  for (int column = 0; column < layout_.columns; ++column)
  {
    const auto date = own + column - (cell - first);
    if (first + column == cell || date < 0 || date >= static_cast<std::ptrdiff_t>(dates.size())) continue;
    const auto twin = twin_of(key, dates[static_cast<std::size_t>(date)]);
    if (!twin.empty()) hang(first + column, twin);
  }
}

/// The dates of a sequence side by side, and as many sequences a row as there is room for.
std::vector<SeriesKey> HangingModel::proposed() const
{
  std::vector<SeriesKey> keys(static_cast<std::size_t>(cells()));
  const auto dates = library_.timepoints();
  const auto baseline = dates.empty() ? nullptr : library_.timepoint(dates.front());
  if (!baseline) return keys;
  const auto stacks = rows_of(*baseline);
  const auto columns = static_cast<std::size_t>(layout_.columns), sequences_a_row = std::max<std::size_t>(1, columns / dates.size());
  for (int cell = 0; cell < cells(); ++cell)
  {
    const auto row = static_cast<std::size_t>(cell) / columns, column = static_cast<std::size_t>(cell) % columns;
    const auto in_row = column / dates.size(), date = column % dates.size();
    const auto stack = row * sequences_a_row + in_row;
    if (in_row >= sequences_a_row || stack >= stacks.size()) continue;
    keys[static_cast<std::size_t>(cell)] = twin_of({dates.front(), stacks[stack]->id}, dates[date]);
  }
  return keys;
}

void HangingModel::fill()
{
  const auto keys = proposed();
  for (int cell = 0; cell < cells(); ++cell)
    if (cells_[static_cast<std::size_t>(cell)].by != HungBy::Reader) put(cell, keys[static_cast<std::size_t>(cell)], HungBy::Itself);
  load_waiting();
}

/// Series that were hung before their time point was scanned.
void HangingModel::load_waiting()
{
  for (const auto& cell : cells_)
    if (!cell.key.empty() && library_.stack(cell.key)) library_.load(cell.key);
}

void HangingModel::take_down(const TimepointLabel& timepoint)
{
  for (int cell = 0; cell < cells(); ++cell)
    if (series_in(cell).timepoint == timepoint && cells_[static_cast<std::size_t>(cell)].by == HungBy::Itself)
      put(cell, {}, HungBy::Itself);
}

void HangingModel::rehang()
{
  for (auto& cell : cells_) cell.by = HungBy::Itself;
  fill();
}

void HangingModel::clear()
{
  for (int cell = 0; cell < cells(); ++cell) put(cell, {}, HungBy::Itself);
}

void HangingModel::save(const QString& record) const
{
  QStringList hung;
  for (const auto& cell : cells_) hung.append(cell.by == HungBy::Reader ? text_of(cell.key) : QString());
  settings().setValue(record_key(record, QStringLiteral("hanging")), hung);
}

void HangingModel::restore(const QString& record)
{
  const auto hung = settings().value(record_key(record, QStringLiteral("hanging"))).toStringList();
  for (int cell = 0; cell < cells(); ++cell)
    if (cell < hung.size() && !hung[cell].isEmpty()) hang(cell, key_in(hung[cell]));
}
}  // namespace nadir::viewer
