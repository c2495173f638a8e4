#pragma once

#include <string>
#include <vector>

#include "report/fhir/bundle_source.h"
#include "report/fhir/element_writer.h"
#include "report/fhir/patient_bundle.h"

namespace nadir::report::fhir
{
/// Writes the resources of one bundle, each as an entry.
class BundleWriter
{
public:
  explicit BundleWriter(const BundleSource& source);
  PatientBundle write() &&;

private:
  template <class Body> void entry(const std::string& url, std::string_view type, Body body)
  {
    ++entries_;
    out_.item(
        [&]
        {
          out_.text("fullUrl", url);
          out_.object("resource",
                      [&]
                      {
                        out_.text("resourceType", type);
                        out_.text("id", id_of_entry(url));
                        body();
                      });
        });
  }
  /// An Observation about the patient at a time point; `body` adds what it says.
  template <class Body> void observation(const std::string& url, std::size_t timepoint, std::string_view profile, Body body)
  {
    entry(url, "Observation",
          [&]
          {
            if (!profile.empty()) out_.profile(profile);
            begin_observation();
            body();
            end_observation(timepoint);
          });
  }

  /// What the elements of the entry written last rest on.
  void trace(std::vector<std::string> elements, CellOrigin origin)
  {
    trace_.push_back({"bundle.json", entries_, std::move(elements), std::move(origin)});
  }

  static std::string id_of_entry(const std::string& url);
  std::string url(const std::string& resource) const;
  std::string at(std::size_t timepoint, const std::string& resource) const;
  void begin_observation();
  void end_observation(std::size_t timepoint);

  void put_patient();
  void put_tumor(const measure::Lesion& lesion);
  void put_place(const measure::Lesion& lesion);
  void put_images(std::size_t timepoint);
  void put_lesion(std::size_t timepoint, const measure::LesionAssessment& lesion);
  /// Role, parts of a split lesion, and what a merged one went into.
  void put_state_parts(const measure::LesionAssessment& lesion);
  void put_category(measure::LesionRole role);
  void put_size(std::size_t timepoint, const measure::LesionAssessment& lesion);
  /// A plain observation: mcode-tumor-size has no size without a longest dimension.
  void put_short_axis(std::size_t timepoint, const measure::LesionAssessment& lesion);
  void put_volume(std::size_t timepoint, const measure::LesionAssessment& lesion);
  void put_sums(std::size_t timepoint);
  void put_amount(std::size_t timepoint, const CodedConcept& code, double value, std::string_view unit);
  void put_responses(std::size_t timepoint);
  void put_response(std::size_t timepoint, const CodedConcept& code, const std::string& category);
  void put_trend(std::size_t timepoint);
  void put_report(std::size_t timepoint);
  void put_narrative(std::size_t timepoint);

  std::string conclusion(std::size_t timepoint) const;
  std::vector<measure::Lesion> lesions() const;
  const measure::TimepointAssessment& numbers(std::size_t timepoint) const { return source_.assessment->timepoints[timepoint]; }

  const BundleSource& source_;
  ElementWriter out_;
  std::string patient_;
  std::vector<std::string> results_;  ///< Observations of the time point at hand
  std::vector<std::string> sizes_;
  std::size_t entries_ = 0;
  std::vector<TracedCells> trace_;
};
}  // namespace nadir::report::fhir
