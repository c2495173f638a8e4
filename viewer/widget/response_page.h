#pragma once

#include <QSet>
#include <QString>

#include "viewer/model/case_session.h"

namespace nadir::viewer
{
/// The response of every date as a page of rich text, the latest first. Links "finding:T:N" and "flag:T:N" open and close the inputs of
/// one; `open` holds those that are open, and "answer:KEY" answers a question.
QString response_page(CaseSession& session, const QSet<QString>& open);
}  // namespace nadir::viewer
