// Tests of widgets need no screen: they run on Qt's offscreen platform, with the theme and settings of their own.
#include <gtest/gtest.h>

#include <QApplication>
#include <QStandardPaths>
#include <clocale>

#include "viewer/widget/theme.h"

int main(int argc, char** argv)
{
  qputenv("QT_QPA_PLATFORM", "offscreen");
  qputenv("LC_ALL", "C.UTF-8");
  QStandardPaths::setTestModeEnabled(true);
  QApplication application(argc, argv);
  std::setlocale(LC_NUMERIC, "C");
  QApplication::setOrganizationName("Nadir");
  QApplication::setApplicationName("nadir-viewer-test");
  nadir::viewer::apply_theme(application);
  testing::InitGoogleTest(&argc, argv);
  return RUN_ALL_TESTS();
}
