#pragma once

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/support/temporary_folder.h"
#include "viewer/model/reading_model.h"

/// A record at work in a model, without images.
namespace nadir::testing
{
inline const TimepointLabel baseline{"baseline"};

inline QString in(const std::filesystem::path& path) { return QString::fromStdString(path.string()); }

/// A model with a record that has begun and two time points without images.
struct OpenReading
{
  OpenReading()
  {
    model.set_reader("A");
    EXPECT_TRUE(model.begin(in(path), "P1"));
    EXPECT_TRUE(model.issue(reading::LoadImages{baseline, {}}));
    EXPECT_TRUE(model.issue(reading::LoadImages{TimepointLabel{"follow-up 1"}, {}}));
  }

  TemporaryFolder folder;
  std::filesystem::path path = folder.path() / "P1.nadir";
  viewer::ReadingModel model;
};

/// Another program: the exit code of `work` there, -1 when it died.
template <class Work> int in_child(const Work& work)
{
  const pid_t child = ::fork();
  if (child == 0) ::_exit(work());
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}
}  // namespace nadir::testing
