#include "report/document/report_sections.h"

namespace nadir::report
{
Html glance_section(const measure::Assessment& assessment)
{
  return element("div", {{"class", "glance"}},
                 gravest_warnings(assessment) + response_section(assessment) + flag_section(assessment) + glance_lesions(assessment) +
                     glance_images(assessment));
}
}  // namespace nadir::report
