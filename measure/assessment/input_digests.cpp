#include "measure/assessment/input_digests.h"

#include "imaging/digest/sha256.h"

namespace nadir::measure
{
namespace
{
std::string file_digest(const std::filesystem::path& path)
{
  const auto digest = imaging::sha256_of_file(path.string());
  return digest ? *digest : "";
}

/// Independent of folder names and file order.
std::string images_digest(OpenTimepoint& timepoint)
{
  const auto digests = timepoint.file_digests();
  return digests ? imaging::sha256_of(*digests) : "";
}

void add_mask_digests(const CaseLesion& lesion, std::vector<InputDigest>& digests)
{
  for (const auto& [label, prompt] : lesion.prompts)
    if (const auto* mask = std::get_if<MaskPrompt>(&prompt))
      digests.push_back({"mask " + lesion.lesion.id.text() + " " + label.text(), mask->file.filename().string(), file_digest(mask->file)});
}
}  // namespace

std::vector<InputDigest> input_digests(const Case& input, const std::vector<std::shared_ptr<OpenTimepoint>>& timepoints)
{
  std::vector<InputDigest> digests;
  for (std::size_t t = 0; t < timepoints.size(); ++t)
    if (!timepoints[t]->images().stacks().empty())
      digests.push_back({"images " + timepoints[t]->images().label.text(), input.timepoints[t].folder.filename().string(),
                         images_digest(*timepoints[t])});
  if (!input.protocol_file.empty())
    digests.push_back({"protocol", input.protocol_file.filename().string(), file_digest(input.protocol_file)});
  for (const auto& lesion : input.lesions) add_mask_digests(lesion, digests);
  return digests;
}
}  // namespace nadir::measure
