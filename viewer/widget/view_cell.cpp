#include "viewer/widget/view_cell.h"

#include <QApplication>
#include <QDragEnterEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>
#include <cmath>
#include <utility>

#include "viewer/render/slice_steps.h"
#include "viewer/widget/cell_menu.h"
#include "viewer/widget/screen_text.h"
#include "viewer/widget/series_mime.h"
#include "viewer/widget/surface_canvas.h"
#include "viewer/widget/theme.h"

namespace nadir::viewer
{
namespace
{
constexpr int cine_milliseconds = 100;

QToolButton* menu_button(const QString& tip, QWidget* parent)
{
  auto* button = new QToolButton(parent);
  button->setToolTip(tip);
  button->setPopupMode(QToolButton::InstantPopup);
  button->setMenu(new QMenu(button));
  button->setFocusPolicy(Qt::NoFocus);
  button->setStyleSheet("QToolButton { padding: 1px 6px; color: #b4b9be; }");
  return button;
}
}  // namespace

ViewCell::ViewCell(CaseSession& session, DisplayState& display, int index, QWidget* parent)
    : QFrame(parent), session_(session), display_(display), index_(index), pages_(new QStackedWidget(this)), canvas_(new SliceCanvas),
      slices_(new QScrollBar(Qt::Vertical))
{
  setAcceptDrops(true);
  pages_->addWidget(canvas_);
  slices_->setFocusPolicy(Qt::NoFocus);
  auto* middle = new QHBoxLayout;
  middle->setSpacing(0);
  middle->addWidget(pages_, 1);
  middle->addWidget(slices_);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(2, 2, 2, 2);
  column->setSpacing(0);
  column->addWidget(make_header());
  column->addLayout(middle, 1);
  bind_canvas();
  bind_header();
  bind_session();
  hang();
}

ViewCell::~ViewCell() = default;

QWidget* ViewCell::make_header()
{
  auto* header = new QWidget(this);
  header->setAutoFillBackground(true);
  header->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);  // all views of a layout are equally wide
  timepoint_label_ = new QLabel(header);
  timepoint_label_->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);  // which date this is comes before everything else
  title_label_ = new QLabel(header);
  title_label_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
  warning_label_ = new QLabel(header);
  plane_button_ = menu_button(tr("Plane"), header);
  window_button_ = menu_button(tr("Window"), header);
  window_button_->setText(tr("Window"));
  cine_button_ = new QToolButton(header);
  cine_button_->setText(QStringLiteral("\u25b6"));
  cine_button_->setToolTip(tr("Cine: run through the slices"));
  cine_button_->setCheckable(true);
  cine_button_->setFocusPolicy(Qt::NoFocus);
  cine_button_->setStyleSheet("QToolButton { padding: 1px 6px; color: #b4b9be; }");
  auto* row = new QHBoxLayout(header);
  row->setContentsMargins(6, 1, 2, 1);
  row->setSpacing(6);
  row->addWidget(timepoint_label_);
  row->addWidget(warning_label_);
  row->addWidget(title_label_, 1);
  for (QToolButton* button : {plane_button_, window_button_, cine_button_}) row->addWidget(button);
  return header;
}

void ViewCell::bind_canvas()
{
  connect(canvas_, &SliceCanvas::activated, this, [this] { emit activated(index_); });
  connect(canvas_, &SliceCanvas::slice_changed, this, &ViewCell::tell_cursor);
  connect(canvas_, &SliceCanvas::place_changed, this,
          [this]
          {
            emit place_changed(index_);
            emit looked_at();
          });
  connect(canvas_, &SliceCanvas::window_dragged, this, &ViewCell::set_window);
  connect(canvas_, &SliceCanvas::menu_requested, this,
          [this](const QPoint& at)
          {
            QMenu menu;
            fill_cell_menu(menu, *this, display_, session_);
            menu.exec(at);
          });
  connect(canvas_, &SliceCanvas::pointer, this,
          [this](const PointerAct& act)
          {
            if (act.kind == PointerKind::DoubleClick && act.modifiers == Qt::NoModifier) emit maximize_requested(index_);
            emit pointer(index_, act);
          });
}

void ViewCell::bind_header()
{
  connect(plane_button_->menu(), &QMenu::aboutToShow, this,
          [this]
          {
            plane_button_->menu()->clear();
            fill_plane_menu(*plane_button_->menu(), *this);
          });
  connect(window_button_->menu(), &QMenu::aboutToShow, this,
          [this]
          {
            window_button_->menu()->clear();
            fill_window_menu(*window_button_->menu(), *this, display_, session_);
          });
  connect(cine_button_, &QToolButton::toggled, this, &ViewCell::run_cine);
  cine_.setInterval(cine_milliseconds);
  connect(&cine_, &QTimer::timeout, this, &ViewCell::step_cine);
  connect(slices_, &QScrollBar::valueChanged, this, [this](int value) { canvas_->scroll(value - slices_->property("shown").toInt()); });
}

void ViewCell::bind_session()
{
  connect(&display_, &DisplayState::changed, this, &ViewCell::refresh);
  connect(&session_.assessment(), &AssessmentModel::updated, this, &ViewCell::refresh);
  connect(&session_.blinding(), &BlindingModel::changed, this, &ViewCell::refresh);
  connect(&session_, &CaseSession::lesion_selected, this, &ViewCell::refresh);
  connect(&session_.link(), &LinkModel::cursor_moved, this, [this] { move_to_cursor(); });
  connect(&session_.link(), &LinkModel::link_changed, this, &ViewCell::move_to_cursor);
  connect(&session_.hanging(), &HangingModel::cell_changed, this,
          [this](int cell)
          {
            if (cell == index_) hang();
          });
  const auto image_came = [this](const SeriesKey& key)
  {
    if (key == content_.series || key == content_.other) hang();
  };
  connect(&session_.images(), &ImageLibrary::first_image_ready, this, image_came);
  connect(&session_.images(), &ImageLibrary::volume_ready, this, image_came);
}

void ViewCell::hang()
{
  const SeriesKey key = session_.hanging().series_in(index_);
  const bool is_other_series = key != content_.series;
  if (is_other_series)
  {
    const CellPlane plane = content_.plane == CellPlane::Oblique ? CellPlane::Acquired : content_.plane;
    content_ = {};
    content_.series = key;
    content_.plane = plane;
    if (session_.images().computed_map(key)) content_.colors = ColorMap::Viridis;  // no scanner's image looks like it
    canvas_->set_scene({});
  }
  if (!key.empty() && !session_.images().volume(key)) session_.images().load(key);  // what is there is told at once
  rebuild();
  if (const auto& volume = canvas_->scene().recipe.base.volume)
  {
    canvas_->set_plane(plane_of(content_.plane, volume->geometry(), content_.oblique));
    if (is_other_series) canvas_->fit();
    move_to_cursor();
  }
  update_header();
}

void ViewCell::refresh()
{
  if (std::exchange(refresh_is_due_, true)) return;
  QMetaObject::invokeMethod(this, &ViewCell::rebuild, Qt::QueuedConnection);
}

void ViewCell::rebuild()
{
  refresh_is_due_ = false;
  canvas_->set_scene(CellScene(session_, display_).build(content_, canvas_->view(), others_));
  update_slice_bar();
  if (surface_ && content_.plane == CellPlane::Surface) surface_->show_lesions(content_.series.timepoint);
}

void ViewCell::set_plane(CellPlane plane)
{
  content_.plane = plane;
  show_page();
  if (const auto& volume = canvas_->scene().recipe.base.volume) canvas_->set_plane(plane_of(plane, volume->geometry(), content_.oblique));
  move_to_cursor();
  update_header();
  refresh();
  emit looked_at();
}

void ViewCell::show_page()
{
  const bool is_surface = content_.plane == CellPlane::Surface;
  if (is_surface && !surface_)
  {
    surface_ = new SurfaceCanvas(session_, display_, pages_);
    pages_->addWidget(surface_);
    connect(surface_, &SurfaceCanvas::activated, this, [this] { emit activated(index_); });
  }
  pages_->setCurrentWidget(is_surface ? static_cast<QWidget*>(surface_) : canvas_);
}

void ViewCell::tilt(double about_right, double about_down)
{
  content_.oblique = tilted(canvas_->view().plane, about_right, about_down);
  set_plane(CellPlane::Oblique);
}

void ViewCell::combine(Combination combination, const SeriesKey& other)
{
  content_.combination = combination;
  content_.other = other;
  if (!other.empty() && !session_.images().volume(other)) session_.images().load(other);
  refresh();
}

void ViewCell::set_colors(ColorMap colors)
{
  content_.colors = colors;
  refresh();
}

void ViewCell::set_fusion_opacity(double opacity)
{
  content_.fusion_opacity = opacity;
  refresh();
}

void ViewCell::set_window(const DisplayWindow& window) { display_.set_window(content_.series, window); }

void ViewCell::invert()
{
  DisplayWindow window = canvas_->scene().recipe.base.window;
  window.polarity = window.polarity == Polarity::HighIsWhite ? Polarity::HighIsBlack : Polarity::HighIsWhite;
  set_window(window);
}

void ViewCell::set_active(bool is_active)
{
  is_active_ = is_active;
  update();
}

void ViewCell::run_cine(bool runs)
{
  cine_button_->setChecked(runs);
  runs ? cine_.start() : cine_.stop();
}

void ViewCell::step_cine()
{
  const PatientPoint before = canvas_->view().centre;
  canvas_->scroll(1);
  if (canvas_->view().centre == before) canvas_->scroll(-100000);
}

OtherView ViewCell::as_other() const
{
  return {content_.series.timepoint, canvas_->view(), timepoint_color(display_.index_of(content_.series.timepoint))};
}

void ViewCell::set_others(std::vector<OtherView> others)
{
  others_ = std::move(others);
  refresh();
}

void ViewCell::follow(const OtherView& leader)
{
  if (!canvas_->scene().has_image() || !are_parallel(leader.view.plane, canvas_->view().plane, 10.0)) return;
  const PatientPoint there = session_.link().carry(leader.timepoint, content_.series.timepoint, leader.view.centre);
  const SliceView& view = canvas_->view();
  canvas_->set_scale(leader.view.mm_per_pixel);
  canvas_->set_centre(there + -view.depth_of(there) * view.plane.into());
}

void ViewCell::move_to_cursor()
{
  const auto& volume = canvas_->scene().recipe.base.volume;
  if (!volume) return;
  PatientPoint place = session_.link().cursor(content_.series.timepoint);
  const SliceView& view = canvas_->view();
  if (is_acquired(view.plane, volume->geometry()))
    place = moved_to_slice(volume->geometry(), place, nearest_slice(volume->geometry(), place));
  canvas_->set_centre(view.centre + view.depth_of(place) * view.plane.into());
  refresh();
  emit looked_at();
}

void ViewCell::tell_cursor()
{
  const SliceView& view = canvas_->view();
  const PatientPoint cursor = session_.link().cursor(content_.series.timepoint);
  session_.link().set_cursor(content_.series.timepoint, cursor + -view.depth_of(cursor) * view.plane.into());
  refresh();
  emit looked_at();
}

void ViewCell::update_header()
{
  const SeriesListModel& list = session_.series();
  const QModelIndex row = list.index(list.row_of(content_.series));
  const QString timepoint = screen_word(list.data(row, SeriesListModel::TimepointRole).toString());
  const QColor color = timepoint_color(display_.index_of(content_.series.timepoint));
  timepoint_label_->setText(timepoint);
  timepoint_label_->setVisible(!timepoint.isEmpty());
  timepoint_label_->setStyleSheet(
      QString("background: %1; color: #101113; border-radius: 3px; padding: 0 6px; font-weight: bold;").arg(color.name()));
  title_ = list.data(row, SeriesListModel::TitleRole).toString();
  const QString warning = list.data(row, SeriesListModel::WarningRole).toString();
  warning_label_->setText(warning.isEmpty() ? QString() : QStringLiteral("<span style='color:#f0b43c'>\u26a0</span>"));
  warning_label_->setToolTip(warning);
  warning_label_->setVisible(!warning.isEmpty());
  plane_button_->setText(words_of(content_.plane) + QStringLiteral(" \u25be"));
  window_button_->setText(tr("Window") + QStringLiteral(" \u25be"));
  fit_header();
}

/// In a narrow view the buttons go first that the menu of the right click has, too.
void ViewCell::fit_header()
{
  const bool has_series = !content_.series.empty();
  plane_button_->setVisible(has_series && width() >= timepoint_label_->sizeHint().width() + plane_button_->sizeHint().width() + 32);
  window_button_->setVisible(has_series && width() >= 300);
  cine_button_->setVisible(has_series && width() >= 230);
  int room = width() - 28;
  for (const QWidget* part :
       std::initializer_list<const QWidget*>{timepoint_label_, warning_label_, plane_button_, window_button_, cine_button_})
    if (!part->isHidden()) room -= part->sizeHint().width() + 6;
  title_label_->setText(title_label_->fontMetrics().elidedText(title_, Qt::ElideRight, std::max(0, room)));
  title_label_->setToolTip(title_);
}

void ViewCell::resizeEvent(QResizeEvent* event)
{
  QFrame::resizeEvent(event);
  fit_header();
}

void ViewCell::update_slice_bar()
{
  const auto& volume = canvas_->scene().recipe.base.volume;
  const bool is_acquired_plane = volume && is_acquired(canvas_->view().plane, volume->geometry());
  slices_->setVisible(is_acquired_plane && content_.plane != CellPlane::Surface && volume->geometry().size().k > 1);
  if (!is_acquired_plane) return;
  const auto& geometry = volume->geometry();
  const int last = geometry.size().k - 1, k = nearest_slice(geometry, canvas_->view().centre);
  const bool runs_along = dot(canvas_->view().plane.into(), geometry.axes().k) > 0;
  const QSignalBlocker quiet(slices_);
  slices_->setRange(0, last);
  slices_->setValue(runs_along ? k : last - k);
  slices_->setProperty("shown", slices_->value());
}

void ViewCell::dragEnterEvent(QDragEnterEvent* event)
{
  if (series_of(event->mimeData())) event->acceptProposedAction();
}

void ViewCell::dropEvent(QDropEvent* event)
{
  const auto key = series_of(event->mimeData());
  if (!key) return;
  event->acceptProposedAction();
  session_.hanging().hang(index_, *key);
  emit activated(index_);
}

void ViewCell::paintEvent(QPaintEvent*)
{
  QPainter painter(this);
  painter.fillRect(rect(), theme::window);
  painter.setPen(QPen(is_active_ ? theme::accent : theme::border, is_active_ ? 2 : 1));
  painter.drawRect(QRectF(rect()).adjusted(1, 1, -1, -1));
}
}  // namespace nadir::viewer
