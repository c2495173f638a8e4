#pragma once

#include <QtCore/QObject>
#include <QtCore/QString>
#include <QtCore/QStringList>
#include <filesystem>
#include <map>
#include <optional>
#include <vector>

#include "report/transport/delivery.h"
#include "report/transport/peer_file.h"
#include "viewer/model/background_queue.h"
#include "viewer/model/message.h"

namespace nadir::viewer
{
/// What is looked for in an archive; empty matches anything, "*" and "?" are the archive's wildcards.
struct ArchiveSearch
{
  QString patient_id;
  QString patient_name;
  QString study_date;  ///< "20240131" or "20240101-20240131"
  QString modality;
};

/// What became of objects that were sent.
struct ArchiveDelivery
{
  int confirmed = 0;
  int refused = 0;
  int open = 0;                           ///< wait in the queue
  std::vector<report::Outcome> outcomes;  ///< of each object, in the order of sending
};

/// The archives of this place: what they have, studies from them, objects to them. The list of archives is that of the command line
/// (`report/transport/peer_file.h`). Work runs in the background, one job after the other, and can be stopped.
///
/// Fetched studies lie in numbered folders; no word of an archive names a file. Sent is what the archive confirmed; the rest stays in a
/// queue on disk, also over the end of the program, and goes with the next `send` or `send_again`.
class ArchiveModel : public QObject
{
  Q_OBJECT
public:
  /// `list`: file of archives; `folder`: where fetched studies and the queue lie.
  ArchiveModel(const QString& list, const QString& folder, QObject* parent = nullptr);
  /// Of this user.
  explicit ArchiveModel(QObject* parent = nullptr);
  ~ArchiveModel() override;

  /// Reads the list again.
  void reload();
  QStringList archives() const;
  const std::vector<report::NamedPeer>& peers() const { return peers_; }
  const QString& list() const { return list_; }  ///< the file that they stand in
  /// Writes the list anew and takes it from then on. A list that cannot be read is left to whoever wrote it. Failures: those of
  /// report::read_peers and report::write_peers; the list stays as it was.
  Result<Done> keep(const std::vector<report::NamedPeer>& peers);
  /// Says hello to an archive, which need not be in the list; `tried_out` follows.
  void try_out(const report::NamedPeer& archive);

  void search(const QString& archive, const ArchiveSearch& search);
  const std::vector<report::QueryMatch>& studies() const { return studies_; }  ///< of the last search
  /// Fetches a found study; objects of another patient or study are refused, and a study that is not whole is not opened.
  void fetch(std::size_t study);
  /// Puts the DICOM objects below folders, of which there may be none, into the queue, and sends what waits.
  void send(const QString& archive, const QStringList& folders);
  /// Sends again what did not arrive: what waits, and what the archive refused before.
  void send_again(const QString& archive);
  /// Objects that have not arrived at an archive: waiting or refused, as of the last look into the queue.
  int not_arrived(const QString& archive) const;
  /// Looks into the queue; `not_arrived_changed` follows.
  void look_into_queue();
  /// Stops the job under way and drops what waits; a message says which.
  void cancel();
  bool is_busy() const;

signals:
  void archives_changed();
  void studies_changed();
  void fetched(const QString& folder);
  void delivered(const nadir::viewer::ArchiveDelivery& delivery);
  void tried_out(const nadir::viewer::Message& outcome);
  void busy_changed();
  void not_arrived_changed();
  void progress(const QString& what, int done, int total);
  void message(const nadir::viewer::Message& message);

private:
  std::optional<report::Peer> peer_named(const QString& archive);
  QString new_folder();
  void tell(const Failure& failure);
  enum class Again
  {
    Waiting,
    RefusedToo,
  };
  void deliver(const QString& archive, std::vector<std::filesystem::path> from, Again again);
  QString queue_folder() const;
  /// `what`: "searching PACS", for who stops it.
  void start(const QString& what, BackgroundQueue::Job job);

  QString list_, folder_, found_in_;
  std::vector<report::NamedPeer> peers_;
  std::vector<report::QueryMatch> studies_;
  std::map<QString, int> not_arrived_;  ///< by the name of the archive
  QStringList waiting_;                 ///< jobs not done yet, in words, the one under way first
  BackgroundQueue queue_;
};
}  // namespace nadir::viewer

Q_DECLARE_METATYPE(nadir::viewer::ArchiveDelivery)
