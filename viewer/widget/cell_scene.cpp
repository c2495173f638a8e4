#include "viewer/widget/cell_scene.h"

#include <QCoreApplication>
#include <QLocale>
#include <cmath>

#include "viewer/render/slice_steps.h"
#include "viewer/widget/screen_text.h"
#include "viewer/widget/theme.h"

namespace nadir::viewer
{
namespace
{
struct Words
{
  Q_DECLARE_TR_FUNCTIONS(CellScene)
};
QString decimal(double value, int digits) { return QLocale().toString(value, 'f', digits); }
bool is_adc(const imaging::Volume& volume) { return volume.unit().find("mm2/s") != std::string::npos; }

QString length_words(const reading::Line& line) { return Words::tr("%1 mm").arg(decimal(distance(line.from, line.to).value(), 1)); }

LegendItem scale_legend(const QString& title, const ImageLayer& layer)
{
  return {title, layer.colors, layer.window.low(), layer.window.high(), {}};
}

QString tissue_words(segmentation::TissueClass tissue)
{
  switch (tissue)
  {
  case segmentation::TissueClass::Viable: return Words::tr("viable");
  case segmentation::TissueClass::Necrosis: return Words::tr("necrosis");
  case segmentation::TissueClass::Haemorrhage: return Words::tr("hemorrhage");
  case segmentation::TissueClass::Fat: return Words::tr("fat");
  case segmentation::TissueClass::Indeterminate: return Words::tr("indeterminate");
  }
  return {};
}
}  // namespace

QColor lesion_color(measure::LesionRole role)
{
  switch (role)
  {
  case measure::LesionRole::Target: return {0xff, 0x6b, 0x5e};
  case measure::LesionRole::NonTarget: return {0x6f, 0xd0, 0xe8};
  case measure::LesionRole::New: return {0xf4, 0x6e, 0xd8};
  }
  return Qt::white;
}

QColor tissue_color(segmentation::TissueClass tissue)
{
  switch (tissue)
  {
  case segmentation::TissueClass::Viable: return {0xff, 0x7f, 0x50};
  case segmentation::TissueClass::Necrosis: return {0x4a, 0x8c, 0xff};
  case segmentation::TissueClass::Haemorrhage: return {0xb0, 0x30, 0x60};
  case segmentation::TissueClass::Fat: return {0xf5, 0xe0, 0x70};
  case segmentation::TissueClass::Indeterminate: return {0xa8, 0xa8, 0xa8};
  }
  return Qt::white;
}

CanvasScene CellScene::build(const CellContent& content, const SliceView& view, const std::vector<OtherView>& others) const
{
  CanvasScene scene;
  scene.color = timepoint_color(display_.index_of(content.series.timepoint));
  scene.recipe.base.volume = shown_volume(content.series);
  if (!scene.has_image())
  {
    scene.placeholder = placeholder(content.series);
    return scene;
  }
  const Decorations shown = display_.decorations();
  add_layers(scene, content);
  if (shown & Decoration::Tissue) add_tissue(scene, content.series);
  add_lesions(scene, content.series);
  add_proposal(scene, content.series);
  if (shown & Decoration::Crosshair) scene.crosshair = session_.link().cursor(content.series.timepoint);
  if (shown & Decoration::ReferenceLines) add_others(scene, content.series, others);
  if (shown & Decoration::Texts) scene.corners = corners(content, view);
  if (content.plane != CellPlane::Acquired && !is_acquired(view.plane, scene.recipe.base.volume->geometry()))
    scene.notice = Words::tr("Reformat - measure in the acquired plane");
  return scene;
}

std::shared_ptr<const imaging::Volume> CellScene::shown_volume(const SeriesKey& key) const
{
  if (key.empty()) return nullptr;
  if (auto whole = session_.images().volume(key)) return whole;
  return session_.images().first_image(key);
}

QString CellScene::placeholder(const SeriesKey& key) const
{
  if (session_.images().timepoints().empty()) return Words::tr("Drop a folder with baseline images anywhere on this window");
  if (key.empty()) return Words::tr("Drag a series here");
  const imaging::ImageStack* stack = session_.images().stack(key);
  if (!stack) return Words::tr("Reading ...");
  for (const auto& remark : stack->certificate.remarks)
    if (remark.severity == imaging::Severity::Refusal) return QString::fromStdString(remark.text);
  return session_.images().computed_map(key) ? Words::tr("Computing the ADC map ...") : Words::tr("Loading ...");
}

void CellScene::add_layers(CanvasScene& scene, const CellContent& content) const
{
  SliceRecipe& recipe = scene.recipe;
  const imaging::Volume& volume = *recipe.base.volume;
  recipe.interpolation = display_.interpolation();
  recipe.base.window = display_.window(content.series, volume);
  recipe.base.colors = content.colors;
  const QString unit = QString::fromStdString(volume.unit());
  if (content.colors != ColorMap::Gray)
    scene.legend.push_back(scale_legend(is_adc(volume) ? Words::tr("ADC, %1").arg(unit) : Words::tr("Signal"), recipe.base));
  const auto other = content.combination == Combination::None ? nullptr : session_.images().volume(content.other);
  if (!other) return;
  ImageLayer layer{other, display_.window(content.other, *other), ColorMap::Hot,
                   between(content.series.timepoint, content.other.timepoint)};
  if (content.combination == Combination::Fused)
  {
    recipe.fused = FusedLayer{layer, content.fusion_opacity};
    scene.legend.push_back(scale_legend(Words::tr("Fused: %1").arg(title_of(content.other)), layer));
    return;
  }
  recipe.subtracted = layer;
  const double width = recipe.base.window.width;
  recipe.base.window = {0.0, width, recipe.base.window.polarity};
  recipe.base.colors = content.colors == ColorMap::Gray ? ColorMap::Gray : ColorMap::Diverging;
  scene.legend.push_back(scale_legend(Words::tr("Difference: minus %1").arg(title_of(content.other)), recipe.base));
}

QString CellScene::title_of(const SeriesKey& key) const
{
  const SeriesListModel& list = session_.series();
  return list.data(list.index(list.row_of(key)), SeriesListModel::TitleRole).toString();
}

void CellScene::add_lesions(CanvasScene& scene, const SeriesKey& key) const
{
  for (const auto& lesion : session_.reading().reading().content().lesions) add_marks(scene, lesion.lesion.id, key);
}

void CellScene::add_marks(CanvasScene& scene, const LesionId& lesion, const SeriesKey& key) const
{
  if (!session_.blinding().shows_results_of(key.timepoint)) return;
  const auto* known = session_.reading().reading().find(lesion);
  if (!known) return;
  const QColor color = lesion_color(known->lesion.role);
  const bool is_current = lesion == session_.current_lesion();
  const QString name = QString::fromStdString(lesion.text());
  const Decorations shown = display_.decorations();
  if (shown & Decoration::Outlines)
    if (const auto mask = display_.accepted_mask(lesion, key.timepoint))
      scene.outlines.push_back({*mask, color, is_current ? 2.0 : 1.4, Qt::SolidLine});
  if (!(shown & Decoration::Diameters)) return;
  const auto marks = session_.reading().marks(lesion, key.timepoint);
  if (marks.caliper)
  {
    scene.lines.push_back(
        {marks.caliper->longest.from, marks.caliper->longest.to, color, name + "  " + length_words(marks.caliper->longest)});
    if (const auto& across = marks.caliper->short_axis) scene.lines.push_back({across->from, across->to, color, length_words(*across)});
    return;
  }
  if (marks.state) return add_fragments(scene, *marks.state, name, color);
  const auto* assessed = session_.lesions().assessed(lesion, key.timepoint);
  if (!assessed || !assessed->longest_diameter) return;
  const auto& line = *assessed->longest_diameter;
  const QString words = session_.assessment().is_current() ? Words::tr("%1  %2 mm (automatic)").arg(name, decimal(line.length.value(), 1))
                                                           : Words::tr("%1  measuring ...").arg(name);
  scene.lines.push_back({line.from, line.to, color, words, Qt::DashLine});
}

/// Parts of a split lesion, each with its share of the sum.
void CellScene::add_fragments(CanvasScene& scene, const reading::StatedState& state, const QString& name, const QColor& color) const
{
  int number = 0;
  for (const auto& part : state.fragments)
  {
    ++number;
    if (part.longest)
      scene.lines.push_back({part.longest->from, part.longest->to, color,
                             Words::tr("%1 part %2  %3").arg(name).arg(number).arg(length_words(*part.longest))});
  }
}

void CellScene::add_proposal(CanvasScene& scene, const SeriesKey& key) const
{
  const auto& proposal = display_.proposal();
  if (!proposal || proposal->series.timepoint != key.timepoint || proposal->is_gone) return;
  scene.outlines.push_back({proposal->mask, QColor(0xff, 0xe0, 0x60), 2.0, Qt::DashLine});
}

void CellScene::add_tissue(CanvasScene& scene, const SeriesKey& key) const
{
  const auto tissue = display_.tissue(key.timepoint);
  if (!tissue || !session_.blinding().shows_results_of(key.timepoint)) return;
  constexpr double opacity = 0.4;
  for (const auto& part : tissue->parts)
  {
    if (part.mask.is_empty() || part.tissue == segmentation::TissueClass::Viable || part.fraction.high < 0.005) continue;
    const QColor color = tissue_color(part.tissue);
    // What could not be told must not hide the anatomy.
    const double veil = part.tissue == segmentation::TissueClass::Indeterminate ? 0.4 : 1.0;
    scene.recipe.tints.push_back({part.mask, color.rgb(), veil * opacity});
    const QString percent = Words::tr("%1: %2 %").arg(tissue_words(part.tissue), decimal(100 * part.fraction.value, 0));
    const QString band = Words::tr(" (%1 to %2)").arg(decimal(100 * part.fraction.low, 0), decimal(100 * part.fraction.high, 0));
    scene.legend.push_back({percent + band, std::nullopt, 0, 1, color});
  }
}

imaging::RigidTransform CellScene::between(const TimepointLabel& from, const TimepointLabel& to) const
{
  if (from == to) return {};
  return session_.link().baseline_to(to).after(session_.link().baseline_to(from).inverse());
}

void CellScene::add_others(CanvasScene& scene, const SeriesKey& key, const std::vector<OtherView>& others) const
{
  for (const OtherView& other : others)
  {
    if (other.timepoint != key.timepoint && !session_.link().is_on()) continue;
    const auto carry = between(other.timepoint, key.timepoint);
    SliceView view = other.view;
    const PatientPoint centre = carry(view.centre);
    view.plane = {carry(view.centre + view.plane.right) - centre, carry(view.centre + view.plane.down) - centre};
    view.centre = centre;
    scene.references.push_back({view, other.color});
  }
}

CornerTexts CellScene::corners(const CellContent& content, const SliceView& view) const
{
  CornerTexts texts;
  const auto volume = shown_volume(content.series);
  if (!volume) return texts;
  const auto& geometry = volume->geometry();
  const SeriesListModel& list = session_.series();
  const QModelIndex row = list.index(list.row_of(content.series));
  texts.upper_left << screen_leading_word(list.data(row, SeriesListModel::StudyRole).toString());
  texts.upper_left << QString::fromStdString(session_.reading().reading().patient());
  texts.upper_right << list.data(row, SeriesListModel::TitleRole).toString();
  if (const auto from = list.data(row, SeriesListModel::ComputedFromRole).toString(); !from.isEmpty())
    texts.upper_right << Words::tr("from %1").arg(from);
  texts.upper_right << screen_text(list.data(row, SeriesListModel::SpacingRole).toString());
  if (is_acquired(view.plane, geometry))
    texts.lower_left << Words::tr("Slice %1 / %2").arg(nearest_slice(geometry, view.centre) + 1).arg(geometry.size().k);
  const PatientVector normal = view.plane.into();
  const AnatomicalPlane nearest = nearest_plane(normal);
  const double position = nearest == AnatomicalPlane::Axial     ? view.centre.superior
                          : nearest == AnatomicalPlane::Coronal ? view.centre.posterior
                                                                : view.centre.left;
  const char* const letters = nearest == AnatomicalPlane::Axial ? "HF" : nearest == AnatomicalPlane::Coronal ? "PA" : "LR";
  texts.lower_left.prepend(QString("%1 %2 mm").arg(QChar(letters[position < 0 ? 1 : 0])).arg(decimal(std::abs(position), 1)));
  const DisplayWindow window = display_.window(content.series, *volume);
  texts.lower_right << QString("W %1  C %2").arg(decimal(window.width, 0), decimal(window.centre, 0));
  return texts;
}
}  // namespace nadir::viewer
