#include "report/document/report_document.h"

#include "report/document/report_sections.h"

namespace nadir::report
{
namespace
{
Html footer_of(const measure::Assessment& assessment)
{
  return element("footer",
                 text(assessment.software_version + " \u00b7 case " + assessment.patient + " \u00b7 research tool, not a medical device"));
}
}  // namespace

std::string title_of(const measure::Assessment& assessment) { return "Response assessment: " + assessment.patient; }

Html document_of(const measure::Assessment& assessment)
{
  Html sections;
  for (const auto section : {glance_section, warnings_section, course_section, lesion_section, comparability_section, key_image_section,
                             reasons_section, geometry_section, evidence_section, provenance_section})
    sections += section(assessment);
  return header_section(assessment) + element("main", sections) + footer_of(assessment);
}
}  // namespace nadir::report
