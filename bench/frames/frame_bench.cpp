// Frame times of four views of a 512 x 512 series in a window of 1600 x 1000, painted by the processor, as ratios to the limits of 16 ms
// (median) and 33 ms (99th percentile); and the slice kernel beside vtkImageReslice. Run with QT_QPA_PLATFORM=offscreen.
#include <vtkImageData.h>
#include <vtkImageMapToWindowLevelColors.h>
#include <vtkImageReslice.h>
#include <vtkNew.h>

#include <QApplication>
#include <QGridLayout>
#include <QImage>
#include <QPainter>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <memory>
#include <vector>

#include "bench/frames/frame_times.h"
#include "viewer/render/slice_steps.h"
#include "viewer/widget/slice_canvas.h"

namespace
{
using namespace nadir;
using namespace nadir::viewer;

constexpr int columns = 512, rows = 512, slices = 60, frames = 300;

std::shared_ptr<const imaging::Volume> textured_volume()
{
  const auto geometry = *ImageGeometry::make({columns, rows, slices}, {0.78, 0.78, 5.0}, {-200, -200, -150}, {});
  std::vector<std::uint16_t> voxels(geometry.size().voxels());
  std::uint32_t state = 1;
  for (std::size_t n = 0; n < voxels.size(); ++n)
  {
    state = state * 1664525U + 1013904223U;
    voxels[n] =
        static_cast<std::uint16_t>(500.0 + 400.0 * std::sin(static_cast<double>(n % columns) * 0.05) + static_cast<double>(state >> 25U));
  }
  return std::make_shared<imaging::Volume>(geometry, std::move(voxels), std::vector<imaging::Rescale>(slices));
}

/// A ball in the middle, as a lesion's outline and tint.
segmentation::Mask ball(const ImageGeometry& geometry)
{
  std::vector<std::uint8_t> voxels(geometry.size().voxels(), 0);
  for (int k = 0; k < slices; ++k)
    for (int j = 0; j < rows; ++j)
      for (int i = 0; i < columns; ++i)
        if (distance(geometry.voxel_to_patient(VoxelIndex{i, j, k}), {0, 0, 0}).value() < 60)
          voxels[(static_cast<std::size_t>(k) * rows + static_cast<std::size_t>(j)) * columns + static_cast<std::size_t>(i)] = 1;
  return segmentation::Mask::from_grid(geometry, voxels);
}

enum class Load
{
  Plain,
  Lesion,
};

/// Four canvases, as the window has them, with every decoration.
class Screen
{
public:
  Screen(std::shared_ptr<const imaging::Volume> volume, const std::vector<ViewPlane>& planes, Load load) : volume_(std::move(volume))
  {
    auto* grid = new QGridLayout(&window_);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(3);
    for (int n = 0; n < 4; ++n)
    {
      canvases_.push_back(new SliceCanvas);
      grid->addWidget(canvases_.back(), n / 2, n % 2);
    }
    window_.resize(1600, 1000);
    window_.show();
    QApplication::processEvents();
    for (std::size_t n = 0; n < 4; ++n)
    {
      canvases_[n]->set_scene(scene(load));
      canvases_[n]->set_plane(planes[n]);
      canvases_[n]->set_centre({0, 0, 0});
      canvases_[n]->fit();
    }
    back_ = QImage(window_.size(), QImage::Format_RGB32);
  }

  void scroll(int n)
  {
    for (SliceCanvas* canvas : canvases_) canvas->scroll(n / 40 % 2 ? -1 : 1);
    paint();
  }

  void change_window(int n)
  {
    for (SliceCanvas* canvas : canvases_)
    {
      CanvasScene changed = canvas->scene();
      changed.recipe.base.window = {500.0 + n, 800.0 + 2 * n};
      canvas->set_scene(std::move(changed));
    }
    paint();
  }

private:
  CanvasScene scene(Load load) const
  {
    CanvasScene made;
    made.recipe.base = {volume_, {500, 1000}};
    made.color = Qt::cyan;
    made.crosshair = PatientPoint{0, 0, 0};
    made.corners = {
        {"baseline", "case-0001"}, {"T1 post-contrast, axial", "0.78 x 0.78 x 5.0 mm"}, {"H 0.0 mm", "Slice 30 / 60"}, {"W 1000  C 500"}};
    made.lines.push_back({{-50, 10, 0}, {50, -20, 0}, Qt::red, "T01  104.4 mm"});
    made.references.push_back({{radiological_plane(AnatomicalPlane::Sagittal), {5, 5, 5}, 0.8, {800, 500}}, Qt::yellow});
    if (load == Load::Plain) return made;
    static const segmentation::Mask lesion = ball(volume_->geometry());
    made.outlines.push_back({lesion, Qt::red});
    made.recipe.tints.push_back({lesion, 0xff4a8cff, 0.4});
    return made;
  }

  void paint()
  {
    QPainter painter(&back_);
    window_.render(&painter);
  }

  std::shared_ptr<const imaging::Volume> volume_;
  QWidget window_;
  std::vector<SliceCanvas*> canvases_;
  QImage back_;
};

bool report(const char* what, const bench::FrameTimes& times)
{
  const bool met = times.median < 16.0 && times.p99 < 33.0;
  std::printf("%-58s median %5.1f ms (%.2f of 16)  p99 %5.1f ms (%.2f of 33)  processor %5.1f ms  %s\n", what, times.median,
              times.median / 16.0, times.p99, times.p99 / 33.0, times.processor, met ? "met" : "MISSED");
  return met;
}

/// The way VTK offers: reslice, then window, one view of 800 x 500.
bench::FrameTimes time_vtk(const imaging::Volume& volume)
{
  vtkNew<vtkImageData> image;
  image->SetDimensions(columns, rows, slices);
  image->SetSpacing(0.78, 0.78, 5.0);
  image->AllocateScalars(VTK_UNSIGNED_SHORT, 1);
  const auto& voxels = std::get<std::vector<std::uint16_t>>(volume.stored());
  std::memcpy(image->GetScalarPointer(), voxels.data(), voxels.size() * sizeof voxels[0]);
  vtkNew<vtkImageReslice> reslice;
  reslice->SetInputData(image);
  reslice->SetOutputDimensionality(2);
  reslice->SetInterpolationModeToLinear();
  reslice->SetOutputSpacing(0.8, 0.8, 1);
  reslice->SetOutputExtent(0, 799, 0, 499, 0, 0);
  vtkNew<vtkImageMapToWindowLevelColors> colors;
  colors->SetInputConnection(reslice->GetOutputPort());
  colors->SetOutputFormatToRGBA();
  colors->SetWindow(1000);
  colors->SetLevel(500);
  return bench::time_frames(frames,
                            [&](int n)
                            {
                              reslice->SetResliceAxesOrigin(-100, 0, 5.0 * (n % slices));
                              colors->Update();
                            });
}

bench::FrameTimes time_kernel(const std::shared_ptr<const imaging::Volume>& volume)
{
  SliceRecipe recipe;
  recipe.base = {volume, {500, 1000}};
  Picture picture;
  return bench::time_frames(
      frames,
      [&](int n)
      {
        recipe.view = {radiological_plane(AnatomicalPlane::Axial), {0, 0, -150 + 5.0 * (n % slices)}, 0.8, {800, 500}};
        render_slice(recipe, picture);
      });
}
}  // namespace

int main(int argc, char** argv)
{
  const QApplication application(argc, argv);
  const auto volume = textured_volume();
  const ViewPlane acquired = acquired_plane(volume->geometry());
  const std::vector<ViewPlane> native(4, acquired);
  const std::vector<ViewPlane> mixed{acquired, radiological_plane(AnatomicalPlane::Coronal), radiological_plane(AnatomicalPlane::Sagittal),
                                     tilted(acquired, 20, 10)};
  bool met = true;
  Screen plain(volume, native, Load::Plain), lesion(volume, native, Load::Lesion), reformat(volume, mixed, Load::Lesion);
  met = report("scroll, 4 acquired views", bench::time_frames(frames, [&](int n) { plain.scroll(n); })) && met;
  met = report("window drag, 4 acquired views", bench::time_frames(frames, [&](int n) { plain.change_window(n); })) && met;
  met = report("scroll, 4 acquired views with outline and tint", bench::time_frames(frames, [&](int n) { lesion.scroll(n); })) && met;
  met = report("scroll, acquired + coronal + sagittal + oblique, lesion", bench::time_frames(frames, [&](int n) { reformat.scroll(n); })) &&
        met;
  const auto vtk = time_vtk(*volume), kernel = time_kernel(volume);
  std::printf("%-58s %.1fx (VTK %.2f ms, own %.2f ms of processor time a view of 800 x 500)\n", "vtkImageReslice + window / own kernel",
              vtk.processor / kernel.processor, vtk.processor, kernel.processor);
  return met ? 0 : 1;
}
