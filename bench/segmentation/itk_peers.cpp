#include "bench/segmentation/itk_peers.h"

#include <itkConfidenceConnectedImageFilter.h>
#include <itkCurvatureFlowImageFilter.h>
#include <itkGeodesicActiveContourLevelSetImageFilter.h>
#include <itkGradientMagnitudeRecursiveGaussianImageFilter.h>
#include <itkImage.h>
#include <itkMultiThreaderBase.h>
#include <itkSigmoidImageFilter.h>

#include <algorithm>
#include <chrono>
#include <cmath>

namespace nadir::bench
{
namespace
{
using FloatImage = itk::Image<float, 3>;
using ByteImage = itk::Image<unsigned char, 3>;
using Clock = std::chrono::steady_clock;

double since(Clock::time_point begin) { return std::chrono::duration<double>(Clock::now() - begin).count(); }

FloatImage::Pointer image_of(const PeerTask& task, const std::vector<float>& values)
{
  auto image = FloatImage::New();
  const auto& size = task.box.size;
  image->SetRegions(FloatImage::SizeType{static_cast<itk::SizeValueType>(size.i), static_cast<itk::SizeValueType>(size.j),
                                         static_cast<itk::SizeValueType>(size.k)});
  const double spacing[] = {task.spacing.i, task.spacing.j, task.spacing.k};
  image->SetSpacing(spacing);
  image->Allocate();
  std::copy(values.begin(), values.end(), image->GetBufferPointer());
  return image;
}

/// Median of an image where neither seed lies.
double median_between_seeds(const PeerTask& task, const FloatImage& image)
{
  std::vector<float> values;
  for (std::size_t n = 0; n < task.inside.size(); ++n)
    if (task.inside[n] == 0 && task.outside[n] == 0) values.push_back(image.GetBufferPointer()[n]);
  if (values.empty()) return 1.0;
  std::nth_element(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2), values.end());
  return values[values.size() / 2];
}

FloatImage::Pointer edge_potential(const PeerTask& task)
{
  using Gradient = itk::GradientMagnitudeRecursiveGaussianImageFilter<FloatImage, FloatImage>;
  auto gradient = Gradient::New();
  gradient->SetInput(image_of(task, task.values));
  gradient->SetSigma(1.0);
  gradient->Update();
  const double middle = std::max(1e-6, median_between_seeds(task, *gradient->GetOutput()));
  using Sigmoid = itk::SigmoidImageFilter<FloatImage, FloatImage>;
  auto sigmoid = Sigmoid::New();
  sigmoid->SetInput(gradient->GetOutput());
  sigmoid->SetOutputMinimum(0.0F);
  sigmoid->SetOutputMaximum(1.0F);
  sigmoid->SetBeta(middle);
  sigmoid->SetAlpha(-middle / 3.0);
  sigmoid->Update();
  return sigmoid->GetOutput();
}

/// About the distance to 0.7 of the ellipsoid, mm, negative within.
std::vector<float> start_of(const PeerTask& task)
{
  const auto inner = static_cast<double>(std::count(task.inside.begin(), task.inside.end(), std::uint8_t{1}));
  const double volume = inner * task.spacing.i * task.spacing.j * task.spacing.k / 0.125;  // the core is an eighth of the ellipsoid
  const auto half_axis = static_cast<float>(std::cbrt(0.2387 * volume));
  std::vector<float> start(task.radius.size());
  std::transform(task.radius.begin(), task.radius.end(), start.begin(), [&](float radius) { return half_axis * (radius - 0.7F); });
  return start;
}
}  // namespace

PeerAnswer confidence_connected(const PeerTask& task)
{
  const auto begin = Clock::now();
  itk::MultiThreaderBase::SetGlobalDefaultNumberOfThreads(2);
  using Flow = itk::CurvatureFlowImageFilter<FloatImage, FloatImage>;
  auto flow = Flow::New();
  flow->SetInput(image_of(task, task.values));
  flow->SetNumberOfIterations(5);
  flow->SetTimeStep(0.0625);
  using Filter = itk::ConfidenceConnectedImageFilter<FloatImage, ByteImage>;
  auto filter = Filter::New();
  filter->SetInput(flow->GetOutput());
  filter->SetMultiplier(2.5);
  filter->SetNumberOfIterations(4);
  filter->SetInitialNeighborhoodRadius(1);
  const auto& size = task.box.size;
  std::size_t n = 0;
  for (int k = 0; k < size.k; ++k)
    for (int j = 0; j < size.j; ++j)
      for (int i = 0; i < size.i; ++i)
        if (task.inside[n++] != 0 && (i + j) % 3 == 0) filter->AddSeed({i, j, k});
  filter->Update();
  PeerAnswer answer{BlockMask(task.values.size()), 0.0};
  std::transform(filter->GetOutput()->GetBufferPointer(), filter->GetOutput()->GetBufferPointer() + task.values.size(),
                 answer.lesion.begin(), [](unsigned char value) { return value != 0 ? std::uint8_t{1} : std::uint8_t{0}; });
  answer.seconds = since(begin);
  return answer;
}

PeerAnswer geodesic_contour(const PeerTask& task)
{
  const auto begin = Clock::now();
  itk::MultiThreaderBase::SetGlobalDefaultNumberOfThreads(2);
  using Filter = itk::GeodesicActiveContourLevelSetImageFilter<FloatImage, FloatImage>;
  auto filter = Filter::New();
  filter->SetInput(image_of(task, start_of(task)));
  filter->SetFeatureImage(edge_potential(task));
  filter->SetPropagationScaling(1.0);
  filter->SetCurvatureScaling(1.0);
  filter->SetAdvectionScaling(1.0);
  filter->SetMaximumRMSError(0.01);
  filter->SetNumberOfIterations(300);
  filter->Update();
  PeerAnswer answer{BlockMask(task.values.size()), 0.0};
  std::transform(filter->GetOutput()->GetBufferPointer(), filter->GetOutput()->GetBufferPointer() + task.values.size(),
                 answer.lesion.begin(), [](float value) { return value < 0.0F ? std::uint8_t{1} : std::uint8_t{0}; });
  answer.seconds = since(begin);
  return answer;
}
}  // namespace nadir::bench
