#include "bench/registration/elastix_peer.h"

#include <chrono>
#include <cstdint>
#include <fstream>
#include <sstream>
#include <string>

#include "bench/run_program.h"
#include "imaging/units/number_text.h"

namespace nadir::bench
{
namespace
{
namespace fs = std::filesystem;
using imaging::FloatImage;

std::string text_of(PatientVector v) { return format_number(v.left) + " " + format_number(v.posterior) + " " + format_number(v.superior); }

void write_image(const fs::path& folder, const std::string& name, const FloatImage& image)
{
  const auto& g = image.geometry;
  std::ofstream header(folder / (name + ".mhd"));
  header << "ObjectType = Image\nNDims = 3\nBinaryData = True\nBinaryDataByteOrderMSB = False\nTransformMatrix = " << text_of(g.axes().i)
         << " " << text_of(g.axes().j) << " " << text_of(g.axes().k) << "\nOffset = " << text_of(g.origin() - PatientPoint{})
         << "\nElementSpacing = " << text_of({g.spacing().i, g.spacing().j, g.spacing().k}) << "\nDimSize = " << g.size().i << " "
         << g.size().j << " " << g.size().k << "\nElementType = MET_FLOAT\nElementDataFile = " << name << ".raw\n";
  std::ofstream raw(folder / (name + ".raw"), std::ios::binary);
  raw.write(reinterpret_cast<const char*>(image.values.data()), static_cast<std::streamsize>(image.values.size() * sizeof(float)));
}

constexpr const char* common = R"((FixedInternalImagePixelType "float")
(MovingInternalImagePixelType "float")
(Registration "MultiResolutionRegistration")
(Interpolator "LinearInterpolator")
(ResampleInterpolator "FinalBSplineInterpolator")
(FinalBSplineInterpolationOrder 1)
(Resampler "DefaultResampler")
(FixedImagePyramid "FixedSmoothingImagePyramid")
(MovingImagePyramid "MovingSmoothingImagePyramid")
(Optimizer "AdaptiveStochasticGradientDescent")
(Metric "AdvancedMattesMutualInformation")
(NumberOfHistogramBins 32)
(ImageSampler "RandomCoordinate")
(NewSamplesEveryIteration "true")
(UseDirectionCosines "true")
(HowToCombineTransforms "Compose")
(WriteResultImage "false")
)";

constexpr const char* rigid = R"((Transform "EulerTransform")
(AutomaticTransformInitialization "true")
(AutomaticTransformInitializationMethod "GeometricalCenter")
(AutomaticScalesEstimation "true")
(NumberOfResolutions 3)
(ImagePyramidSchedule 8 8 4 4 4 2 2 2 1)
(MaximumNumberOfIterations 250)
(NumberOfSpatialSamples 2048)
)";

constexpr const char* spline = R"((Transform "BSplineTransform")
(FinalGridSpacingInPhysicalUnits 20)
(NumberOfResolutions 3)
(ImagePyramidSchedule 4 4 2 2 2 1 1 1 1)
(MaximumNumberOfIterations 500)
(NumberOfSpatialSamples 4096)
)";

void write_text(const fs::path& path, const std::string& text) { std::ofstream(path) << text; }

void write_points(const fs::path& path, const std::vector<PatientPoint>& points)
{
  std::ofstream file(path);
  file << "point\n" << points.size() << "\n";
  for (const PatientPoint p : points) file << text_of(p - PatientPoint{}) << "\n";
}

std::vector<PatientPoint> read_points(const fs::path& path)
{
  std::vector<PatientPoint> points;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);)
  {
    const auto at = line.find("OutputPoint = [");
    if (at == std::string::npos) continue;
    std::istringstream numbers(line.substr(at + 15));
    std::string left, posterior, superior;
    numbers >> left >> posterior >> superior;
    const auto x = parse_number(left), y = parse_number(posterior), z = parse_number(superior);
    if (x && y && z) points.push_back({*x, *y, *z});
  }
  return points;
}
}  // namespace

std::optional<PeerResult> register_with_elastix(const FloatImage& fixed, const FloatImage& moving, const std::vector<PatientPoint>& points,
                                                const fs::path& folder)
{
  fs::create_directories(folder);
  write_image(folder, "fixed", fixed);
  write_image(folder, "moving", moving);
  write_text(folder / "rigid.txt", std::string(common) + rigid);
  write_text(folder / "spline.txt", std::string(common) + spline);
  write_points(folder / "points.txt", points);
  const std::string place = folder.string() + "/";
  const auto start = std::chrono::steady_clock::now();
  if (!ran_well({"elastix", "-f", place + "fixed.mhd", "-m", place + "moving.mhd", "-p", place + "rigid.txt", "-p", place + "spline.txt",
                 "-out", place, "-threads", "2"}))
    return std::nullopt;
  const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  if (!ran_well({"transformix", "-def", place + "points.txt", "-tp", place + "TransformParameters.1.txt", "-out", place, "-threads", "2"}))
    return std::nullopt;
  auto moved = read_points(folder / "outputpoints.txt");
  if (moved.size() != points.size()) return std::nullopt;
  return PeerResult{std::move(moved), seconds};
}
}  // namespace nadir::bench
