#include "reading/audit/bundle.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "imaging/digest/sha256.h"
#include "reading/audit/verify_record.h"
#include "reading/audit/zip_archive.h"
#include "reading/record/event_text.h"
#include "reading/store/durable_file.h"

namespace nadir::reading
{
namespace
{
using nlohmann::ordered_json;
namespace fs = std::filesystem;
using Files = std::vector<std::pair<std::string, std::string>>;

constexpr std::uintmax_t largest_bundle = 2048ull << 20;
constexpr std::string_view event_begin = R"({"digest":")", event_middle = R"(","event":)";
constexpr std::string_view comment_begin = "Nadir bundle, SHA-256 of this file with zeros here: ";
constexpr std::size_t digits = 64;

constexpr std::string_view readme =
    "This archive holds one reading of one case: what the reader did (events.jsonl), the masks and other bytes that the events\n"
    "name (blobs/, each under its SHA-256), the numbers (results/assessment.json) and the report.\n\n"
    "With Nadir:    nadir verify BUNDLE [--images DIR]\n\n"
    "Without it:    sha256sum blobs/* (every file is named after its digest), and line by line in events.jsonl:\n"
    "               the digest is the SHA-256 of the digest of the line before (64 zeros before the first), a line feed, the text of\n"
    "               \"event\" exactly as it stands, and a line feed.\n\n"
    "Points are DICOM patient coordinates (LPS) in mm, times are UTC. No images and no name of the patient are inside.\n";

std::string event_lines(const std::vector<StoredEvent>& events)
{
  std::string text;
  for (const auto& event : events) text += std::string(event_begin) + event.digest.text() + std::string(event_middle) + event.body + "}\n";
  return text;
}

Files files_of(const Bundle& bundle)
{
  Files files{{"README.txt", std::string(readme)}, {"events.jsonl", event_lines(bundle.events)}};
  for (const auto& [digest, bytes] : bundle.blobs) files.emplace_back("blobs/" + digest, bytes);
  files.emplace_back("results/assessment.json", bundle.results);
  files.emplace_back("report/report.html", bundle.report);
  return files;
}

AuditReport chain_report(const Bundle& bundle)
{
  AuditReport report;
  verify_chain(bundle.events, report);
  return report;
}

ordered_json images_in(const Reading& reading)
{
  auto images = ordered_json::array();
  for (const auto& timepoint : reading.content().timepoints)
    images.push_back({{"timepoint", timepoint.label.text()},
                      {"sha256", timepoint.images.empty() ? ordered_json() : ordered_json(timepoint.images.text())}});
  return images;
}

std::optional<StoredEvent> event_of_line(const std::string& line, std::int64_t sequence)
{
  const auto body = event_begin.size() + digits + event_middle.size();
  if (line.size() <= body || !line.starts_with(event_begin) || !line.ends_with('}')) return std::nullopt;
  if (line.substr(event_begin.size() + digits, event_middle.size()) != event_middle) return std::nullopt;
  return StoredEvent{sequence, line.substr(body, line.size() - body - 1), Digest{line.substr(event_begin.size(), digits)}};
}

void note(KeptBundle& kept, const std::string& place, const std::string& what) { kept.damages.push_back({place, what}); }

/// Takes a file out of what was unpacked.
std::string taken(ZipContent& content, const std::string& name, KeptBundle& kept)
{
  const auto found = content.files.find(name);
  if (found == content.files.end())
  {
    note(kept, name, "is missing");
    return {};
  }
  auto bytes = std::move(found->second);
  content.files.erase(found);
  return bytes;
}

void take_events(const std::string& text, KeptBundle& kept)
{
  std::int64_t sequence = 0;
  for (std::size_t at = 0, end = text.find('\n'); end != std::string::npos; at = end + 1, end = text.find('\n', at))
  {
    ++sequence;
    const auto event = event_of_line(text.substr(at, end - at), sequence);
    if (event) kept.bundle.events.push_back(*event);
    else note(kept, "event " + std::to_string(sequence), "its line in events.jsonl is not as it was written");
  }
}

void take_blobs(ZipContent& content, KeptBundle& kept)
{
  constexpr std::string_view folder = "blobs/";
  for (auto& [name, bytes] : content.files)
  {
    if (!name.starts_with(folder)) note(kept, name, "does not belong into a bundle");
    else if (imaging::sha256_of(bytes) != name.substr(folder.size())) note(kept, name, "its bytes do not agree with its digest");
    else kept.bundle.blobs.emplace(name.substr(folder.size()), std::move(bytes));
  }
}

void check_chain(KeptBundle& kept)
{
  const auto report = chain_report(kept.bundle);
  kept.damages.insert(kept.damages.end(), report.damages.begin(), report.damages.end());
  kept.reading = report.reading;
  kept.head = report.head;
  kept.newer = report.newer;
  if (report.events == 0) note(kept, "events.jsonl", "holds no event");
  for (const auto& event : kept.bundle.events)
    if (const auto parsed = parse_event(event.body))
      for (const auto& digest : blobs_of(parsed->act))
        if (!kept.bundle.blobs.contains(digest.text()))
          note(kept, "blobs/" + digest.text(), "is missing although event " + std::to_string(event.sequence) + " names it");
}

void check_results(KeptBundle& kept)
{
  const auto& locked = kept.reading.results();
  if (!locked.empty() && imaging::sha256_of(kept.bundle.results) != locked.text())
    note(kept, "results/assessment.json", "are not the results that were locked");
}

/// The comment's last 64 characters are the digest of the file with zeros in their place.
void check_comment(std::string bytes, const std::string& comment, KeptBundle& kept)
{
  const auto said = comment.size() > digits ? comment.substr(comment.size() - digits) : std::string();
  bytes.replace(bytes.size() - std::min(bytes.size(), digits), digits, std::string(digits, '0'));
  if (!comment.starts_with(comment_begin) || imaging::sha256_of(bytes) != said)
    note(kept, "archive", "its bytes do not agree with the digest in its comment");
}
}  // namespace

std::string manifest_of(const Bundle& bundle)
{
  const auto report = chain_report(bundle);
  auto files = ordered_json::array();
  for (const auto& [name, bytes] : files_of(bundle))
    files.push_back({{"name", name}, {"bytes", bytes.size()}, {"sha256", imaging::sha256_of(bytes)}});
  ordered_json manifest;
  manifest["format"] = "nadir.bundle/1";
  manifest["record"] = report.reading.record().text();
  manifest["patient"] = report.reading.patient();
  manifest["events"] = bundle.events.size();
  manifest["head"] = report.head.text();
  manifest["state"] = report.reading.state_digest().text();
  manifest["phase"] = std::string(name_of(report.reading.phase()));
  manifest["version"] = report.reading.version();
  manifest["images"] = images_in(report.reading);
  manifest["files"] = std::move(files);
  return manifest.dump(2, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

Result<Done> write_bundle(const fs::path& path, const Bundle& bundle)
{
  auto files = files_of(bundle);
  files.insert(files.begin() + 1, {"manifest.json", manifest_of(bundle)});
  auto bytes = zip_bytes(files, std::string(comment_begin) + std::string(digits, '0'));
  if (!bytes) return bytes.failure();
  bytes->replace(bytes->size() - digits, digits, imaging::sha256_of(*bytes));
  if (write_durably(path, *bytes)) return Done{};
  return Failure{RecordError::WriteFailed,
                 path.string() +
                     " was not written (the folder is missing, the disk full, or it may not be written to). Choose another place."};
}

Result<KeptBundle> read_bundle(const fs::path& path)
{
  std::ifstream file(path, std::ios::binary);
  std::error_code ignored;
  if (!file || !fs::is_regular_file(path, ignored) || fs::file_size(path, ignored) > largest_bundle)
    return Failure{RecordError::CannotOpen, path.string() + ": is not there, no file, or too large. Check the name."};
  const std::string bytes{std::istreambuf_iterator<char>(file), {}};
  auto content = unzip(bytes);
  if (!content) return content.failure().in_context(path.string());
  KeptBundle kept;
  for (const auto& [name, problem] : content->problems) note(kept, name, problem);
  check_comment(bytes, content->comment, kept);
  const auto manifest = taken(*content, "manifest.json", kept);
  if (taken(*content, "README.txt", kept) != readme) note(kept, "README.txt", "is another one than this program writes");
  take_events(taken(*content, "events.jsonl", kept), kept);
  kept.bundle.results = taken(*content, "results/assessment.json", kept);
  kept.bundle.report = taken(*content, "report/report.html", kept);
  take_blobs(*content, kept);
  check_chain(kept);
  if (kept.newer && kept.damages.empty()) return kept.newer->in_context(path.string());
  check_results(kept);
  if (manifest != manifest_of(kept.bundle)) note(kept, "manifest.json", "does not say what the bundle holds");
  return kept;
}
}  // namespace nadir::reading
