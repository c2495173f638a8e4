#include "viewer/model/archive_model.h"

#include <QtCore/QDir>
#include <QtCore/QStandardPaths>
#include <filesystem>
#include <utility>

#include "report/transport/deliver.h"
#include "report/transport/send_queue.h"
#include "report/transport/transport_error.h"

namespace nadir::viewer
{
namespace
{
namespace fs = std::filesystem;

QString data_folder() { return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation); }
std::string utf8(const QString& text) { return text.trimmed().toStdString(); }

/// Files that are no DICOM objects are left where they are.
Result<Done> put_into(report::SendQueue& queue, const fs::path& folder, const std::string& destination)
{
  std::error_code problem;
  fs::recursive_directory_iterator entry(folder, fs::directory_options::skip_permission_denied, problem);
  for (; !problem && entry != fs::end(entry); entry.increment(problem))
  {
    const auto object =
        entry->is_regular_file(problem) ? report::read_outgoing(entry->path()) : Result<report::OutgoingObject>(report::OutgoingObject{});
    if (!object || object->sop_instance.empty()) continue;
    if (const auto added = queue.add(*object, destination); !added) return added;
  }
  return Done{};
}

Result<ArchiveDelivery> deliver_all(report::SendQueue& queue, const std::vector<fs::path>& folders, const report::Peer& peer,
                                    const imaging::Progress& progress)
{
  const std::string destination = report::name_of(peer);
  for (const auto& folder : folders)
    if (const auto put = put_into(queue, folder, destination); !put) return put.failure();
  const auto sender = report::sender_to(peer);
  const auto outcomes = report::deliver(queue, destination, *sender, {3, 1.0, false, {}, progress});
  if (!outcomes) return outcomes.failure();
  ArchiveDelivery delivery;
  delivery.outcomes = *outcomes;
  for (const auto& outcome : *outcomes)
    ++(outcome.delivery == report::Delivery::Confirmed ? delivery.confirmed
       : outcome.delivery == report::Delivery::Refused ? delivery.refused
                                                       : delivery.open);
  return delivery;
}

using Counts = std::map<QString, int>;

/// Of every archive; a queue that nobody has made holds nothing.
Counts not_arrived_in(const fs::path& queue_folder, const std::vector<report::NamedPeer>& peers)
{
  Counts counts;
  if (!fs::exists(queue_folder)) return counts;
  const auto queue = report::SendQueue::open(queue_folder);
  if (!queue) return counts;
  for (const auto& peer : peers)
    if (const auto found = queue->counts(report::name_of(peer.peer)))
      counts[text_of(peer.name)] = static_cast<int>(found->open + found->refused);
  return counts;
}

Failure not_whole(const report::Fetched& fetched)
{
  const std::string why = fetched.refusals.empty() ? std::to_string(fetched.missing) + " objects are missing" : fetched.refusals.front();
  return {report::TransportError::PeerFailed,
          "the study is not whole: " + why + " (a lesion could be missed). It was not opened; fetch it again."};
}
}  // namespace

ArchiveModel::ArchiveModel(const QString& list, const QString& folder, QObject* parent)
    : QObject(parent), list_(list), folder_(folder), queue_(this)
{
  queue_.on_progress([this](const QString& what, int done, int total) { emit progress(what, done, total); });
  reload();
}

ArchiveModel::ArchiveModel(QObject* parent)
    : ArchiveModel(QString::fromStdString(report::default_peer_file().string()), data_folder(), parent)
{
}
ArchiveModel::~ArchiveModel() = default;

void ArchiveModel::reload()
{
  auto peers = report::read_peers(utf8(list_));
  peers_.clear();
  if (peers) peers_ = std::move(*peers);
  else tell(peers.failure());
  emit archives_changed();
  look_into_queue();
}

QStringList ArchiveModel::archives() const
{
  QStringList names;
  for (const auto& peer : peers_) names.append(text_of(peer.name));
  return names;
}

Result<Done> ArchiveModel::keep(const std::vector<report::NamedPeer>& peers)
{
  if (const auto before = report::read_peers(utf8(list_)); !before) return before.failure();
  if (const auto written = report::write_peers(utf8(list_), peers); !written) return written;
  reload();
  return Done{};
}

void ArchiveModel::try_out(const report::NamedPeer& archive)
{
  start(tr("trying %1").arg(text_of(archive.name)),
        [this, archive](const JobControl& control)
        {
          control.progress(tr("Trying %1").arg(text_of(archive.name)))(0, 1);
          const auto answered = report::echo(archive.peer);
          control.post(
              [this, answered, name = text_of(archive.name)]
              {
                emit tried_out(answered ? Message{MessageKind::Note, tr("%1 answers and takes us for who we are.").arg(name), {}}
                                        : message_of(answered.failure()));
              });
        });
}

std::optional<report::Peer> ArchiveModel::peer_named(const QString& archive)
{
  for (const auto& peer : peers_)
    if (text_of(peer.name) == archive) return peer.peer;
  emit message({MessageKind::Failure, tr("There is no archive of this name (it is not known where to turn). Add it to %1.").arg(list_),
                QStringLiteral("setting_invalid")});
  return std::nullopt;
}

void ArchiveModel::tell(const Failure& failure) { emit message(message_of(failure)); }

void ArchiveModel::start(const QString& what, BackgroundQueue::Job job)
{
  waiting_.append(what);
  queue_.add(Urgency::Now,
             [this, job = std::move(job)](const JobControl& control)
             {
               job(control);
               control.post(
                   [this]
                   {
                     waiting_.removeFirst();
                     if (!is_busy()) emit busy_changed();
                   });
             });
  emit busy_changed();
}

void ArchiveModel::search(const QString& archive, const ArchiveSearch& search)
{
  const auto peer = peer_named(archive);
  if (!peer) return;
  report::Query query;
  query.patient_id = utf8(search.patient_id);
  query.patient_name = utf8(search.patient_name);
  query.study_date = utf8(search.study_date);
  query.modality = utf8(search.modality);
  start(tr("searching %1").arg(archive),
        [this, peer = *peer, query, archive](const JobControl& control)
        {
          control.progress(tr("Asking %1").arg(archive))(0, 1);
          auto found = report::find(peer, query);
          control.post(
              [this, found = std::move(found), archive]
              {
                if (!found) return tell(found.failure());
                studies_ = *found;
                found_in_ = archive;
                emit studies_changed();
              });
        });
}

QString ArchiveModel::new_folder()
{
  const QDir folder(folder_ + QStringLiteral("/fetched"));
  folder.mkpath(QStringLiteral("."));
  int number = 1;
  const auto name = [&number] { return QStringLiteral("study-%1").arg(number, 4, 10, QLatin1Char('0')); };
  while (folder.exists(name())) ++number;
  folder.mkpath(name());
  return folder.filePath(name());
}

void ArchiveModel::fetch(std::size_t study)
{
  const auto peer = study < studies_.size() ? peer_named(found_in_) : std::nullopt;
  if (!peer) return;
  const auto& match = studies_[study];
  start(tr("fetching a study from %1").arg(found_in_),
        [this, peer = *peer, folder = new_folder(),
         request = report::FetchRequest{match.patient_id, match.study_instance, {}, {}}](const JobControl& control) mutable
        {
          request.progress = control.progress(tr("Fetching"));
          const auto got = report::get(peer, request, utf8(folder));
          control.post(
              [this, got, folder]
              {
                if (!got) return tell(got.failure());
                if (!got->is_whole() || got->files.empty()) return tell(not_whole(*got));
                emit fetched(folder);
              });
        });
}

QString ArchiveModel::queue_folder() const { return folder_ + QStringLiteral("/queue"); }

void ArchiveModel::send(const QString& archive, const QStringList& folders)
{
  std::vector<fs::path> from;
  for (const auto& folder : folders) from.emplace_back(utf8(folder));
  deliver(archive, std::move(from), Again::Waiting);
}

void ArchiveModel::send_again(const QString& archive) { deliver(archive, {}, Again::RefusedToo); }

void ArchiveModel::deliver(const QString& archive, std::vector<fs::path> from, Again again)
{
  const auto peer = peer_named(archive);
  if (!peer) return;
  start(tr("sending to %1").arg(archive),
        [this, peer = *peer, folder = utf8(queue_folder()), from = std::move(from), archive, again](const JobControl& control)
        {
          const auto sent = [&]() -> Result<ArchiveDelivery>
          {
            auto queue = report::SendQueue::open(folder);
            if (!queue) return queue.failure();
            if (again == Again::RefusedToo)
              if (const auto waits = queue->retry_refused(report::name_of(peer)); !waits) return waits.failure();
            return deliver_all(*queue, from, peer, control.progress(tr("Sending to %1").arg(archive)));
          };
          const auto delivery = sent();
          control.post(
              [this, delivery, archive]
              {
                if (!delivery) return tell(delivery.failure());
                emit delivered(*delivery);
                const bool whole = delivery->refused == 0 && delivery->open == 0;
                emit message({whole ? MessageKind::Note : MessageKind::Warning,
                              tr("%1 confirmed %2 objects; %3 refused, %4 wait in the queue.")
                                  .arg(archive)
                                  .arg(delivery->confirmed)
                                  .arg(delivery->refused)
                                  .arg(delivery->open),
                              {}});
              });
        });
  look_into_queue();
}

/// After what is under way: one process, and one of its threads, has the queue at a time.
void ArchiveModel::look_into_queue()
{
  queue_.add(Urgency::Now,
             [this, folder = utf8(queue_folder()), peers = peers_](const JobControl& control)
             {
               auto counts = not_arrived_in(folder, peers);
               control.post(
                   [this, counts = std::move(counts)]
                   {
                     not_arrived_ = counts;
                     emit not_arrived_changed();
                   });
             });
}

int ArchiveModel::not_arrived(const QString& archive) const
{
  const auto found = not_arrived_.find(archive);
  return found == not_arrived_.end() ? 0 : found->second;
}

void ArchiveModel::cancel()
{
  const auto ended = std::exchange(waiting_, {});
  queue_.cancel();
  look_into_queue();
  emit busy_changed();
  if (ended.isEmpty()) return;
  emit message({MessageKind::Note,
                tr("Stopped: %1. What the archive has confirmed by then stands; what was to be sent waits in the queue.")
                    .arg(ended.join(QStringLiteral("; "))),
                {}});
}

bool ArchiveModel::is_busy() const { return !waiting_.isEmpty(); }
}  // namespace nadir::viewer
