#include "report/document/html_table.h"
#include "report/document/report_sections.h"

namespace nadir::report
{
namespace
{
using namespace measure;

Html protocol_of(const Assessment& assessment)
{
  if (assessment.protocol_differences.empty()) return element("p", text(assessment.criteria + " with the default protocol."));
  Html items;
  for (const auto& difference : assessment.protocol_differences) items += element("li", text(difference));
  return element("p", text(assessment.criteria + ", with these differences from the default protocol:")) + element("ul", items);
}

Html inputs_of(const Assessment& assessment)
{
  HtmlTable table("plain", text("Inputs and their SHA-256 digests"));
  table.head(text_cells({"Input", "Name", "SHA-256"}));
  for (const auto& input : assessment.inputs)
    table.row({text(input.role), text(input.name), element("span", {{"class", "uid"}}, text(input.sha256))});
  return table.empty() ? element("p", text("No inputs are recorded.")) : table.finish();
}

Html signature_lines()
{
  Html lines;
  for (const char* name : {"Reader", "Date", "Signature"}) lines += element("div", {{"class", "signature"}}, text(name));
  return element("div", {{"class", "signatures"}}, lines);
}
}  // namespace

Html provenance_section(const Assessment& assessment)
{
  return element("section", element("h2", text("Protocol, software and inputs")) + protocol_of(assessment) +
                                element("p", text("Software: " + assessment.software_version)) + inputs_of(assessment) + signature_lines());
}
}  // namespace nadir::report
