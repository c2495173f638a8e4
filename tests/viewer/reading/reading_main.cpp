// The real window on Qt's offscreen platform, with settings of its own.
#include <gtest/gtest.h>

#include <QApplication>
#include <clocale>

#include "tests/support/temporary_folder.h"
#include "viewer/widget/theme.h"

int main(int argc, char** argv)
{
  if (!qEnvironmentVariableIsSet("DISPLAY")) qputenv("QT_QPA_PLATFORM", "offscreen");
  qputenv("LC_ALL", "C.UTF-8");
  const nadir::testing::TemporaryFolder home;
  for (const char* place : {"XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"})
    qputenv(place, QByteArray::fromStdString(home.path().string()));
  QApplication application(argc, argv);
  std::setlocale(LC_NUMERIC, "C");
  QApplication::setOrganizationName("Nadir");
  QApplication::setApplicationName("nadir-viewer-reading-test");
  nadir::viewer::apply_theme(application);
  testing::InitGoogleTest(&argc, argv);
  return RUN_ALL_TESTS();
}
