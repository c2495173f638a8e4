#include "report/certificate/certificate_json.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <nlohmann/json.hpp>

namespace nadir::report
{
namespace
{
Certificate example()
{
  return {"nadir 0.1.0",
          "2024-01-31T00:00:00",
          "last examination",
          {std::string(64, 'a')},
          {{"json",
            "",
            {{"assessment.json", 12345, std::string(64, 'b')}},
            {{"assessment.json", "a reader", {}}},
            {"key images"},
            {"a \"notice\" in Zürich"}},
           {"dicom-seg", "no images (...). Do this.", {}, {}, {}, {}}}};
}

TEST(CertificateJson, ReadsBackEqual)
{
  const auto read = read_certificate(to_json(example()));
  ASSERT_TRUE(read) << read.failure().message();
  EXPECT_EQ(*read, example());
}

TEST(CertificateJson, IsNoticedToBeChangedWhateverCharacterIsAnother)
{
  const auto text = to_json(example());
  for (std::size_t i = 0; i < text.size(); ++i)
  {
    auto changed = text;
    changed[i] = changed[i] == '1' ? '2' : '1';
    EXPECT_FALSE(read_certificate(changed)) << "character " << i;
  }
}

TEST(CertificateJson, OfAnotherDocumentIsRefused)
{
  for (const auto* text : {"", "{}", "[]", "null", "{\"schema\": \"nadir.assessment/1\"}", "no json"})
  {
    const auto read = read_certificate(text);
    ASSERT_FALSE(read);
    EXPECT_TRUE(read.failure().is(CertificateError::NotACertificate)) << text;
  }
}
}  // namespace
}  // namespace nadir::report
