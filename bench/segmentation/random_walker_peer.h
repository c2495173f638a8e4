#pragma once

#include <filesystem>
#include <optional>

#include "bench/segmentation/peer_task.h"

namespace nadir::bench
{
/// skimage.segmentation.random_walker (beta 1e4, conjugate gradients with an incomplete factor) in a child process, at most a minute.
/// Time: the call alone. nullopt when it is not installed, fails, or is not done by then.
std::optional<PeerAnswer> random_walker(const PeerTask& task, const std::filesystem::path& folder);
}  // namespace nadir::bench
