// scripted_reading MODE RECORD BASELINE FOLLOW-UP SEED: a reader of two dates who never tires. Every confirmed event is told on stdout as
// "confirmed EVENTS STATE-DIGEST", every refusal as "refused CODE".
//   work        goes on with the record (or begins it) until it is killed
//   full-disk   works until files may grow no more, then goes on when they may again
//   read-only   opens the record as another user, who may write nothing
#include <unistd.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QSettings>
#include <QtCore/QTimer>
#include <clocale>
#include <csignal>
#include <cstdio>
#include <filesystem>
#include <functional>
#include <random>

#include "tests/viewer/scripted/scripted_modes.h"
#include "viewer/model/case_session.h"

using namespace nadir;
using namespace nadir::viewer;
namespace fs = std::filesystem;

namespace
{
/// Images are loaded first; they are not undone, since nothing could be read then.
constexpr std::size_t loads = 2;

const TimepointLabel dates[] = {TimepointLabel{"baseline"}, TimepointLabel{"follow-up 1"}};

void tell(const std::string& line)
{
  std::printf("%s\n", line.c_str());
  std::fflush(stdout);
}

/// A ball of voxels on the images of a date, another one each time.
std::optional<segmentation::Mask> ball(CaseSession& session, const TimepointLabel& date, unsigned number)
{
  const auto opened = session.images().timepoint(date);
  if (!opened) return std::nullopt;
  for (const auto* stack : opened->images().stacks())
  {
    if (!stack->geometry) continue;
    const auto size = stack->geometry->size();
    const int radius = 3 + static_cast<int>(number % 5);
    const VoxelIndex middle{size.i / 2 + static_cast<int>(number % 7), size.j / 2, size.k / 2};
    std::vector<std::uint8_t> voxels(size.voxels(), 0);
    for (int j = middle.j - radius; j <= middle.j + radius; ++j)
      for (int i = middle.i - radius; i <= middle.i + radius; ++i)
        if ((i - middle.i) * (i - middle.i) + (j - middle.j) * (j - middle.j) <= radius * radius)
          voxels[(static_cast<std::size_t>(middle.k) * static_cast<std::size_t>(size.j) + static_cast<std::size_t>(j)) *
                     static_cast<std::size_t>(size.i) +
                 static_cast<std::size_t>(i)] = 1;
    return segmentation::Mask::from_grid(*stack->geometry, voxels);
  }
  return std::nullopt;
}

class Reader
{
public:
  Reader(const QStringList& arguments, const std::string& mode)
      : mode_(mode), record_(arguments[2]), folders_{arguments[3], arguments[4]}, random_(arguments[5].toUInt())
  {
    session_.reading().set_reader("A");
    QObject::connect(&session_.reading(), &ReadingModel::changed, [this] { confirm(); });
    QObject::connect(&session_, &CaseSession::message, [](const Message& message) { tell("refused " + message.code.toStdString()); });
  }

  bool start()
  {
    const bool is_there = fs::exists(record_.toStdString());
    if (!(is_there ? session_.open(record_) : session_.begin(record_, "P1"))) return false;
    if (mode_ != "read-only" && session_.reading().is_read_only()) return false;
    for (std::size_t n = session_.reading().reading().content().timepoints.size(); n < 2 && mode_ != "read-only"; ++n)
      session_.add_images(folders_[n]);
    return true;
  }

  /// One act, or nothing while the images are not there.
  void act()
  {
    if (session_.reading().reading().content().timepoints.size() < 2) return;
    auto& reading = session_.reading();
    const LesionId lesion{below(2) == 0 ? "T01" : "T02"};
    const auto& date = dates[below(2)];
    if (!reading.reading().find(lesion)) return void(reading.mark_lesion({lesion, measure::LesionRole::Target, "soft tissue", false}));
    switch (below(12))
    {
    case 0:
    case 1:
    case 2: return void(reading.put_caliper(lesion, date, {{{0, 0, 0}, {1.0 + below(80), 1.0 + below(30), 0}}, std::nullopt, {}, {}}));
    case 3:
    case 4: return segment(lesion, date);
    case 5: return void(reading.set_state(lesion, date, {"NOT_EVALUABLE", "motion"}));
    case 6: return void(reading.add_fragment(lesion, date, {{{0, 0, 0}, {1.0 + below(20), 0, 0}}, std::nullopt, {}, {}}));
    case 7: return void(reading.reading().undoable().size() > loads && reading.undo());
    case 8: return void(reading.redo());
    case 9: return void(reading.comment("seen " + QString::number(below(1000))));
    case 10: return blind(date);
    default: return void(reading.correct_organ({lesion, measure::LesionRole::Target, below(2) == 0 ? "lung" : "liver", false}));
    }
  }

  CaseSession& session() { return session_; }

private:
  int below(int limit) { return static_cast<int>(random_() % static_cast<unsigned>(limit)); }

  void segment(const LesionId& lesion, const TimepointLabel& date)
  {
    if (const auto mask = ball(session_, date, static_cast<unsigned>(random_())))
      session_.reading().accept_segmentation(lesion, date, {*mask, "brush"});
  }

  void blind(const TimepointLabel& date)
  {
    if (session_.blinding().is_blinded() && below(3) == 0) session_.blinding().unblind("because");
    else if (!session_.blinding().is_blinded()) session_.blinding().blind();
    session_.blinding().set_current(date);
  }

  void confirm() const
  {
    if (!session_.reading().is_open()) return;
    const auto& reading = session_.reading().reading();
    tell("confirmed " + std::to_string(reading.events()) + " " + reading.state_digest().text());
  }

  mutable CaseSession session_;
  std::string mode_;
  QString record_;
  QString folders_[2];
  std::mt19937 random_;
};
}  // namespace

int main(int argc, char** argv)
{
  std::signal(SIGXFSZ, SIG_IGN);
  if (argc != 6) return 64;
  const std::string mode = argv[1];
  if (mode == "read-only" && ::setuid(65534) != 0) return 3;
  QSettings::setPath(QSettings::IniFormat, QSettings::UserScope,
                     QString::fromStdString((fs::temp_directory_path() / "scripted-reading").string()));
  QCoreApplication application(argc, argv);
  std::setlocale(LC_NUMERIC, "C");
  Reader reader(QCoreApplication::arguments(), mode);
  if (!reader.start()) return 2;
  QTimer timer;
  if (mode == "work") QObject::connect(&timer, &QTimer::timeout, [&] { reader.act(); });
  else if (mode == "full-disk")
    testing::fill_the_disk(
        reader.session(), timer, [&] { reader.act(); }, tell);
  else testing::read_only(reader.session(), timer, tell);
  timer.start(1);
  return QCoreApplication::exec();
}
