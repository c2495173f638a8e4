#pragma once

namespace nadir::imaging::worker
{
/// Turns the logs of the libraries off: their messages may quote a file.
void silence_libraries();
}  // namespace nadir::imaging::worker
