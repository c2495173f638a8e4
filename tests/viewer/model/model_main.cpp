// Models need an event loop and nothing else of Qt; settings of the tests stay in a folder of their own.
#include <gtest/gtest.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QSettings>
#include <clocale>

#include "tests/support/temporary_folder.h"

int main(int argc, char** argv)
{
  const nadir::testing::TemporaryFolder settings;
  QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, QString::fromStdString(settings.path().string()));
  QCoreApplication application(argc, argv);
  std::setlocale(LC_NUMERIC, "C");
  ::testing::InitGoogleTest(&argc, argv);
  return RUN_ALL_TESTS();
}
