// Loading 1,000 classic 512 x 512 16-bit MR slices: scan, sort, pixels; against ITK's GDCM series reader giving the same pixels.
#include <benchmark/benchmark.h>
#include <itkGDCMImageIO.h>
#include <itkGDCMSeriesFileNames.h>
#include <itkImage.h>
#include <itkImageSeriesReader.h>

#include <cstdlib>
#include <cstring>
#include <memory>
#include <stdexcept>
#include <string>

#include "bench/bench_data.h"
#include "imaging/dicom/load_volume.h"
#include "imaging/dicom/scan.h"

namespace
{
using ItkVolume = itk::Image<short, 3>;
using nadir::imaging::ImageStack;

const ImageStack& only_stack(const nadir::imaging::Scan& scan)
{
  if (scan.studies.size() != 1 || scan.studies[0].series.size() != 1 || scan.studies[0].series[0].stacks.size() != 1)
    throw std::runtime_error("the generated series did not load as one stack");
  return scan.studies[0].series[0].stacks[0];
}

std::shared_ptr<const nadir::imaging::Volume> load_with_nadir()
{
  const auto scan = nadir::imaging::scan(nadir::bench::slices_folder());
  return nadir::imaging::load_volume(only_stack(scan.value())).value();
}

ItkVolume::Pointer load_with_itk()
{
  const auto names = itk::GDCMSeriesFileNames::New();
  names->SetDirectory(nadir::bench::slices_folder());
  const auto io = itk::GDCMImageIO::New();
  const auto reader = itk::ImageSeriesReader<ItkVolume>::New();
  reader->SetImageIO(io);
  reader->SetFileNames(names->GetInputFileNames());
  reader->Update();
  return reader->GetOutput();
}

void LoadSeriesNadir(benchmark::State& state)
{
  for (auto _ : state) benchmark::DoNotOptimize(load_with_nadir());
}
BENCHMARK(LoadSeriesNadir)->Unit(benchmark::kMillisecond)->UseRealTime()->MinTime(2.0);

void LoadSeriesItkGdcm(benchmark::State& state)
{
  for (auto _ : state) benchmark::DoNotOptimize(load_with_itk());
}
BENCHMARK(LoadSeriesItkGdcm)->Unit(benchmark::kMillisecond)->UseRealTime()->Iterations(2);

void FirstImageNadir(benchmark::State& state)
{
  for (auto _ : state)
  {
    const auto scan = nadir::imaging::scan(nadir::bench::slices_folder());
    const auto& stack = only_stack(scan.value());
    benchmark::DoNotOptimize(nadir::imaging::load_slice(stack, stack.certificate.slices / 2).value());
  }
}
BENCHMARK(FirstImageNadir)->Unit(benchmark::kMillisecond)->UseRealTime()->MinTime(2.0);
}  // namespace

namespace nadir::bench
{
bool loads_the_same_pixels_as_itk()
{
  const auto ours = load_with_nadir();
  const auto theirs = load_with_itk();
  const auto* voxels = std::visit([](const auto& values) { return static_cast<const void*>(values.data()); }, ours->stored());
  const auto bytes = ours->geometry().size().voxels() * sizeof(short);
  return theirs->GetLargestPossibleRegion().GetNumberOfPixels() == ours->geometry().size().voxels() &&
         std::memcmp(voxels, theirs->GetBufferPointer(), bytes) == 0;
}
}  // namespace nadir::bench
