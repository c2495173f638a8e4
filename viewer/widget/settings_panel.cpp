#include "viewer/widget/settings_panel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSettings>
#include <QTabWidget>
#include <QVBoxLayout>
#include <functional>

#include "viewer/widget/key_table.h"
#include "viewer/widget/language.h"

namespace nadir::viewer
{
namespace
{
QDoubleSpinBox* size_box(double value, double lowest, double highest, const QString& unit)
{
  auto* box = new QDoubleSpinBox;
  box->setDecimals(1);
  box->setRange(lowest, highest);
  box->setSingleStep(0.5);
  box->setSuffix(QStringLiteral(" ") + unit);
  box->setValue(value);
  return box;
}

QCheckBox* switch_box(const QString& words, bool on, std::function<void(bool)> changed)
{
  auto* box = new QCheckBox(words);
  box->setChecked(on);
  QObject::connect(box, &QCheckBox::toggled, box, std::move(changed));
  return box;
}
}  // namespace

SettingsPanel::SettingsPanel(CaseSession& session, ToolControl& tools, WindowActions& actions, QWidget* parent) : QDialog(parent)
{
  setWindowTitle(tr("Settings"));
  setModal(false);
  auto* tabs = new QTabWidget;
  tabs->addTab(make_general(session), tr("General"));
  tabs->addTab(make_tools(tools), tr("Tools"));
  tabs->addTab(new KeyTable(actions), tr("Keys"));
  auto* column = new QVBoxLayout(this);
  column->addWidget(tabs);
  resize(560, 620);
}

QWidget* SettingsPanel::make_general(CaseSession& session)
{
  auto* page = new QWidget;
  auto* form = new QFormLayout(page);
  auto* reader = new QLineEdit(session.reading().reader());
  connect(reader, &QLineEdit::editingFinished, this,
          [&session, reader]
          {
            if (reader->text().trimmed().isEmpty()) return reader->setText(session.reading().reader());
            session.reading().set_reader(reader->text().trimmed());
            QSettings().setValue("reader", reader->text().trimmed());
          });
  form->addRow(tr("Reader (signs as)"), reader);
  auto* language = new QComboBox;
  language->addItem(tr("As the system"), QString());
  for (const auto& [code, name] : languages()) language->addItem(name, code);
  language->setCurrentIndex(std::max(0, language->findData(QSettings().value("language").toString())));
  connect(language, &QComboBox::currentIndexChanged, this, [language] { QSettings().setValue("language", language->currentData()); });
  form->addRow(tr("Language (from the next start)"), language);
  return page;
}

QWidget* SettingsPanel::make_tools(ToolControl& tools)
{
  auto* page = new QWidget;
  auto* form = new QFormLayout(page);
  add_tool_switches(*form, tools);
  add_sizes(*form, tools);
  return page;
}

void SettingsPanel::add_tool_switches(QFormLayout& form, ToolControl& tools)
{
  const auto change = [&tools](auto how)
  {
    ToolOptions options = tools.options();
    how(options);
    tools.set_options(options);
  };
  form.addRow(switch_box(tr("Ends of a diameter snap to edges within 3 mm"), tools.options().snapping == Snapping::ToEdge,
                         [change](bool on)
                         { change([on](ToolOptions& options) { options.snapping = on ? Snapping::ToEdge : Snapping::Off; }); }));
  form.addRow(switch_box(tr("Magnifier while measuring"), tools.options().magnifying == Magnifying::WhileMeasuring,
                         [change](bool on) {
                           change([on](ToolOptions& options) { options.magnifying = on ? Magnifying::WhileMeasuring : Magnifying::Off; });
                         }));
  form.addRow(switch_box(tr("Brush and eraser are balls, not discs"), tools.options().brush_shape == segmentation::BrushShape::Ball,
                         [change](bool on) {
                           change([on](ToolOptions& options)
                                  { options.brush_shape = on ? segmentation::BrushShape::Ball : segmentation::BrushShape::Disc; });
                         }));
  auto* brush = size_box(2.0 * tools.options().brush_radius.value(), 1.0, 120.0, tr("mm"));
  connect(brush, &QDoubleSpinBox::valueChanged, this,
          [change](double size) { change([size](ToolOptions& options) { options.brush_radius = Millimeters{0.5 * size}; }); });
  form.addRow(tr("Brush size"), brush);
}

void SettingsPanel::add_sizes(QFormLayout& form, ToolControl& tools)
{
  const auto add = [&](const QString& words, double value, const QString& unit, auto put)
  {
    auto* box = size_box(value, 0.1, 50.0, unit);
    connect(box, &QDoubleSpinBox::valueChanged, this,
            [&tools, put](double size)
            {
              OperationSizes sizes = tools.sizes();
              put(sizes, size);
              tools.set_sizes(sizes);
            });
    form.addRow(words, box);
  };
  add(tr("Smoothing"), tools.sizes().smoothing.value(), tr("mm"),
      [](OperationSizes& sizes, double size) { sizes.smoothing = Millimeters{size}; });
  add(tr("Grow and shrink by"), tools.sizes().margin.value(), tr("mm"),
      [](OperationSizes& sizes, double size) { sizes.margin = Millimeters{size}; });
  add(tr("Smallest part that stays"), tools.sizes().smallest_island.value(), tr("mL"),
      [](OperationSizes& sizes, double size) { sizes.smallest_island = Milliliters{size}; });
}
}  // namespace nadir::viewer
