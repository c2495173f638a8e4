#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "segmentation/lesion/border_evidence.h"
#include "segmentation/lesion/lesion_model.h"

namespace nadir::segmentation::lesion
{
/// Where models come from: those shipped, or others for leave-one-out runs.
struct ModelSource
{
  std::function<const TreeModel&(PromptKind)> of_prompt;
  const TreeModel* of_strokes = nullptr;  ///< must outlive the lesion and its refinements
};

using Channels = std::vector<std::shared_ptr<const imaging::Volume>>;

/// A frame and what the images say in it.
struct GridAnswer
{
  LesionGrid grid;
  CellValues log_odds;
  CellValues signal;  ///< of the best channel: normalised, smoothed
  int channel = 0;
  BorderEvidence border;  ///< of the best channel
  std::vector<std::string> warnings;
  double plainness = 0.0;  ///< how plainly an image tells the lesion apart, 0..1 (image_evidence.h)
};

/// What every look at the images needs. The first channel is the one that was marked.
struct Look
{
  const Channels& channels;
  const LesionPrompt& prompt;
  const ModelSource& models;
  int threads;
};

/// Log odds of the lesion in one frame, from all channels: each is asked, the answers are mixed by how well core and shell differ in them.
/// Without contrast in any channel the prompt's ellipsoid has more to say, and a warning says so.
GridAnswer answer_in(const PromptFrame& frame, PromptKind kind, const Look& look);
}  // namespace nadir::segmentation::lesion
