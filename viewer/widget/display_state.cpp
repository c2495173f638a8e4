#include "viewer/widget/display_state.h"

#include <QSettings>
#include <algorithm>

namespace nadir::viewer
{
namespace
{
constexpr auto decorations_key = "view/decorations";
constexpr auto interpolation_key = "view/interpolation";

Decorations all_decorations()
{
  return Decoration::Texts | Decoration::Crosshair | Decoration::ReferenceLines | Decoration::Outlines | Decoration::Diameters |
         Decoration::Tissue;
}
}  // namespace

DisplayState::DisplayState(CaseSession& session, QObject* parent) : QObject(parent), session_(session)
{
  const QSettings settings;
  decorations_ = Decorations::fromInt(settings.value(decorations_key, all_decorations().toInt()).toInt());
  interpolation_ = settings.value(interpolation_key).toInt() == 1 ? Interpolation::Nearest : Interpolation::Linear;
  connect(&session.reading(), &ReadingModel::opened, this, &DisplayState::clear);
  connect(&session.reading(), &ReadingModel::changed, this, &DisplayState::changed);
  connect(&session.images(), &ImageLibrary::volume_ready, this, &DisplayState::start_in_the_middle);
  connect(&session.segmentation(), &SegmentationJob::proposed, this, [this](const Proposal& proposal) { set_proposal(proposal); });
  connect(&session.tissue(), &TissueModel::changed, this, &DisplayState::changed);
  follow_tissue();
}

void DisplayState::start_in_the_middle(const SeriesKey& key)
{
  const auto volume = session_.images().volume(key);
  if (!volume || session_.link().cursor(key.timepoint) != PatientPoint{}) return;
  const auto& size = volume->geometry().size();
  session_.link().set_cursor(key.timepoint, volume->geometry().voxel_to_patient(VoxelIndex{size.i / 2, size.j / 2, size.k / 2}));
}

void DisplayState::clear()
{
  windows_.clear();
  automatic_.clear();
  masks_.clear();
  proposal_.reset();
  emit changed();
}

void DisplayState::set_decorations(Decorations decorations)
{
  decorations_ = decorations;
  QSettings().setValue(decorations_key, decorations.toInt());
  follow_tissue();
  emit changed();
}

void DisplayState::set_interpolation(Interpolation interpolation)
{
  interpolation_ = interpolation;
  QSettings().setValue(interpolation_key, interpolation == Interpolation::Nearest ? 1 : 0);
  emit changed();
}

DisplayWindow DisplayState::automatic(const SeriesKey& key, const imaging::Volume& volume)
{
  auto& [known, window] = automatic_[key];
  if (known != &volume) window = automatic_window(volume);
  known = &volume;
  return window;
}

DisplayWindow DisplayState::window(const SeriesKey& key, const imaging::Volume& volume)
{
  const auto found = windows_.find(key);
  return found != windows_.end() ? found->second : automatic(key, volume);
}

void DisplayState::set_window(const SeriesKey& key, const DisplayWindow& window)
{
  windows_[key] = window;
  emit changed();
}

void DisplayState::forget_window(const SeriesKey& key)
{
  windows_.erase(key);
  emit changed();
}

std::shared_ptr<const segmentation::Mask> DisplayState::accepted_mask(const LesionId& lesion, const TimepointLabel& timepoint)
{
  const auto marks = session_.reading().marks(lesion, timepoint);
  if (!marks.mask) return nullptr;
  const std::string name = lesion.text() + '\n' + timepoint.text() + '\n' + marks.mask->mask.text();
  const auto [entry, is_new] = masks_.try_emplace(name);
  if (!is_new) return entry->second;
  if (auto mask = session_.reading().accepted_mask(lesion, timepoint))
    entry->second = std::make_shared<const segmentation::Mask>(std::move(*mask));
  return entry->second;
}

void DisplayState::set_proposal(std::optional<Proposal> proposal)
{
  proposal_ = std::move(proposal);
  emit changed();
}

std::shared_ptr<const segmentation::TissueMap> DisplayState::tissue(const TimepointLabel& timepoint) const
{
  return session_.tissue().map(timepoint);
}

void DisplayState::follow_tissue()
{
  session_.tissue().set_telling(decorations_ & Decoration::Tissue ? TissueModel::Telling::ByItself : TissueModel::Telling::WhenAsked);
}

int DisplayState::index_of(const TimepointLabel& timepoint) const
{
  const auto all = session_.images().timepoints();
  const auto found = std::find(all.begin(), all.end(), timepoint);
  return found == all.end() ? -1 : static_cast<int>(found - all.begin());
}
}  // namespace nadir::viewer
