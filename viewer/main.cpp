// The program nadir-viewer.
#include <QApplication>
#include <QCommandLineParser>
#include <QSettings>
#include <algorithm>
#include <clocale>

#include "viewer/widget/language.h"
#include "viewer/widget/main_window.h"
#include "viewer/widget/screenshot.h"
#include "viewer/widget/theme.h"

namespace
{
using namespace nadir::viewer;

const QCommandLineOption& screenshot_option()
{
  static const QCommandLineOption option("screenshot", "Write a picture of the window to <file> once everything is loaded, and quit.",
                                         "file");
  return option;
}

const QCommandLineOption& size_option()
{
  static const QCommandLineOption option("size", "Size of the window, for example 1600x1000.", "size");
  return option;
}

void read_command_line(QCommandLineParser& parser, const QApplication& application)
{
  parser.setApplicationDescription(
      "Reads tumor response on MRI over time. Images are folders of DICOM files or DICOMDIRs: baseline first, then each follow-up.");
  parser.addPositionalArgument("case", "A case to go on with, CASE.nadir; or folders with images.",
                               "[CASE.nadir] [BASELINE [FOLLOW-UP ...]]");
  parser.addOptions({screenshot_option(), size_option()});
  parser.addHelpOption();
  parser.addVersionOption();
  parser.process(application);
}

/// Help, version and screenshots work where there is no display.
void use_no_screen_where_none_is_needed(int argc, char** argv)
{
  if (qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY") || qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
    return;
  const bool needs_none =
      std::any_of(argv + 1, argv + argc,
                  [](const char* argument)
                  {
                    const QByteArray word(argument);
                    return word == "-h" || word == "--help" || word == "-v" || word == "--version" || word.startsWith("--screenshot");
                  });
  if (needs_none) qputenv("QT_QPA_PLATFORM", "offscreen");
}

void resize_as_told(MainWindow& window, const QString& size)
{
  const QStringList parts = size.split('x');
  if (parts.size() == 2 && parts[0].toInt() > 0 && parts[1].toInt() > 0) window.resize(parts[0].toInt(), parts[1].toInt());
}
}  // namespace

int main(int argc, char** argv)
{
  use_no_screen_where_none_is_needed(argc, argv);
  QApplication application(argc, argv);
  std::setlocale(LC_NUMERIC, "C");  // Qt has switched it to the user's
  QApplication::setOrganizationName("Nadir");
  QApplication::setApplicationName("nadir-viewer");
  QApplication::setApplicationVersion(NADIR_VERSION);
  QCommandLineParser parser;
  read_command_line(parser, application);
  use_language(application);
  apply_theme(application);
  CaseSession session;
  session.reading().set_reader(QSettings().value("reader", qEnvironmentVariable("USER", "reader")).toString());
  MainWindow window(session);
  if (parser.isSet(size_option())) resize_as_told(window, parser.value(size_option()));
  window.show();
  for (const QString& path : parser.positionalArguments()) window.open(path);
  if (parser.isSet(screenshot_option())) write_screenshot_when_ready(window, session, parser.value(screenshot_option()));
  return QApplication::exec();
}
