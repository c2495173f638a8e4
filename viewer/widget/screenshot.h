#pragma once

#include <QString>

class QWidget;

namespace nadir::viewer
{
class CaseSession;

/// Whether images are being read, dates registered, lesions segmented or the assessment made.
bool is_at_work(CaseSession& session);

/// Writes a picture of the window as PNG when nothing is being read, registered or assessed any more, and quits the program: with exit
/// code 0, or 2 when the file cannot be written or nothing has come to rest within two minutes.
void write_screenshot_when_ready(QWidget& window, CaseSession& session, const QString& file);
}  // namespace nadir::viewer
