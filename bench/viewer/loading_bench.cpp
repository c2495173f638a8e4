// Loads the series of a folder as the viewer does, with an event loop that ticks beside it.
#include <QtCore/QCoreApplication>
#include <QtCore/QElapsedTimer>
#include <QtCore/QTimer>
#include <algorithm>
#include <chrono>
#include <clocale>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <set>
#include <string>

#include "viewer/model/image_library.h"

using namespace nadir;
using namespace nadir::viewer;

namespace
{
constexpr double longest_stall_ms = 100.0;
constexpr double most_memory = 2.0;

double thread_ms()
{
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return 1e3 * static_cast<double>(now.tv_sec) + 1e-6 * static_cast<double>(now.tv_nsec);
}

/// "VmRSS:" or "VmHWM:" of this process, bytes.
double memory_of_process(const std::string& name)
{
  std::ifstream status("/proc/self/status");
  for (std::string word; status >> word;)
    if (word == name)
    {
      double kilobytes = 0;
      status >> kilobytes;
      return 1024.0 * kilobytes;
    }
  return 0.0;
}

/// Longest time between two rounds of the event loop.
class Pulse
{
public:
  Pulse()
  {
    wall_.start();
    QObject::connect(&timer_, &QTimer::timeout, [this] { beat(); });
    timer_.start(1);
  }

  double longest_wall_ms() const { return longest_wall_; }
  double longest_thread_ms() const { return longest_thread_; }

private:
  void beat()
  {
    const double thread = thread_ms();
    longest_wall_ = std::max(longest_wall_, 1e-6 * static_cast<double>(wall_.nsecsElapsed()));
    longest_thread_ = std::max(longest_thread_, thread - last_thread_);
    last_thread_ = thread;
    wall_.restart();
  }

  QTimer timer_;
  QElapsedTimer wall_;
  double last_thread_ = thread_ms();
  double longest_wall_ = 0;
  double longest_thread_ = 0;
};

double pixel_bytes(const ImageLibrary& library, const TimepointLabel& label)
{
  double bytes = 0;
  for (const auto* stack : library.timepoint(label)->images().stacks())
    if (const auto volume = library.volume({label, stack->id}))
      bytes += std::visit([](const auto& voxels) { return static_cast<double>(voxels.size() * sizeof(voxels[0])); }, volume->stored());
  return bytes;
}
}  // namespace

int main(int argc, char** argv)
{
  QCoreApplication application(argc, argv);
  std::setlocale(LC_NUMERIC, "C");
  if (argc != 2)
  {
    std::fprintf(stderr, "nadir-bench-loading FOLDER\n");
    return 64;
  }
  const double before = memory_of_process("VmRSS:");
  const TimepointLabel label{"baseline"};
  ImageLibrary library;
  QElapsedTimer clock;
  clock.start();
  qint64 first_image = -1;
  std::set<std::string> open;
  QObject::connect(&library, &ImageLibrary::failed, [](const Message& message) { std::fprintf(stderr, "%s\n", qPrintable(message.text)); });
  QObject::connect(&library, &ImageLibrary::scanned,
                   [&]
                   {
                     for (const auto* stack : library.timepoint(label)->images().stacks())
                     {
                       open.insert(stack->id);
                       library.load({label, stack->id});
                     }
                   });
  QObject::connect(&library, &ImageLibrary::first_image_ready, [&] { first_image = first_image < 0 ? clock.elapsed() : first_image; });
  QObject::connect(&library, &ImageLibrary::idle, [] { QCoreApplication::quit(); });
  const Pulse pulse;
  library.open(label, QString::fromLocal8Bit(argv[1]));
  QCoreApplication::exec();
  const double pixels = pixel_bytes(library, label), memory = (memory_of_process("VmHWM:") - before) / std::max(pixels, 1.0);
  std::printf("series %zu, pixels %.0f MB, everything read in %.1f s, first image after %.1f s\n", open.size(), 1e-6 * pixels,
              1e-3 * static_cast<double>(clock.elapsed()), 1e-3 * static_cast<double>(first_image));
  std::printf("longest stall of the event loop: %.1f ms of its own work (limit %.0f), %.1f ms of wall time\n", pulse.longest_thread_ms(),
              longest_stall_ms, pulse.longest_wall_ms());
  std::printf("highest memory: %.2f times the pixels (limit %.1f)\n", memory, most_memory);
  return pixels > 0 && pulse.longest_thread_ms() <= longest_stall_ms && memory <= most_memory ? 0 : 1;
}
