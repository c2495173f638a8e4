#pragma once

#include <sys/resource.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QTimer>
#include <functional>
#include <string>

#include "viewer/model/case_session.h"

/// What a scripted reader does beside working until it is killed.
namespace nadir::testing
{
using Tell = std::function<void(const std::string&)>;

inline void let_files_grow_to(rlim_t bytes)
{
  const rlimit limit{bytes, RLIM_INFINITY};
  ::setrlimit(RLIMIT_FSIZE, &limit);
}

/// Works until an act is refused because no file may grow; takes the limit away and must be able to go on.
inline void fill_the_disk(viewer::CaseSession& session, QTimer& timer, const std::function<void()>& act, const Tell& tell)
{
  QObject::connect(&session.reading(), &viewer::ReadingModel::refused,
                   [&session, tell](const viewer::Message& message)
                   {
                     if (message.code != "record.disk-full") return;
                     let_files_grow_to(RLIM_INFINITY);
                     const auto before = session.reading().reading().events();
                     const bool goes_on = session.reading().comment("space again");
                     tell("full at " + std::to_string(before));
                     QCoreApplication::exit(goes_on ? 0 : 4);
                   });
  QObject::connect(&timer, &QTimer::timeout,
                   [&session, act, is_limited = false]() mutable
                   {
                     if (session.reading().reading().content().timepoints.size() == 2 && !is_limited)
                     {
                       is_limited = true;
                       let_files_grow_to(400'000);
                     }
                     act();
                   });
}

/// Waits for the numbers of a record that may only be read, and tries to change it.
inline void read_only(viewer::CaseSession& session, QTimer& timer, const Tell& tell)
{
  if (!session.reading().is_read_only()) return QCoreApplication::exit(5);
  tell("reason " + session.reading().read_only_reason().toStdString());
  QObject::connect(&timer, &QTimer::timeout,
                   [&session, tell]
                   {
                     if (!session.assessment().is_current() || !session.assessment().shown()) return;
                     tell("shown " + std::to_string(session.assessment().shown()->timepoints.size()));
                     QCoreApplication::exit(session.reading().comment("no") ? 6 : 0);
                   });
}
}  // namespace nadir::testing
