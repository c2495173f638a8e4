#include <QApplication>
#include <QMainWindow>
#include <clocale>

int main(int argc, char** argv)
{
  QApplication application(argc, argv);
  std::setlocale(LC_NUMERIC, "C");   // Qt has switched it to the user's
  QMainWindow window;
  window.show();
  return QApplication::exec();
}
