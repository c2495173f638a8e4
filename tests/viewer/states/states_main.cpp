// The real window on Qt's offscreen platform, with settings and one font of its own: the same picture on every machine.
#include <gtest/gtest.h>

#include <QApplication>
#include <QFont>
#include <QSettings>
#include <clocale>

#include "tests/support/temporary_folder.h"
#include "viewer/widget/language.h"
#include "viewer/widget/theme.h"

int main(int argc, char** argv)
{
  qputenv("QT_QPA_PLATFORM", "offscreen");
  qputenv("LC_ALL", "C.UTF-8");
  const nadir::testing::TemporaryFolder home;
  for (const char* place : {"XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"})
    qputenv(place, QByteArray::fromStdString(home.path().string()));
  QApplication application(argc, argv);
  std::setlocale(LC_NUMERIC, "C");
  QApplication::setOrganizationName("Nadir");
  QApplication::setApplicationName("nadir-viewer-states-test");
  QFont font("DejaVu Sans");  // fonts-dejavu-core, in the list of `run`
  font.setPixelSize(13);
  font.setHintingPreference(QFont::PreferNoHinting);
  QApplication::setFont(font);
  QSettings().setValue("language", qEnvironmentVariable("NADIR_LANGUAGE", "en"));
  nadir::viewer::use_language(application);
  nadir::viewer::apply_theme(application);
  testing::InitGoogleTest(&argc, argv);
  return RUN_ALL_TESTS();
}
