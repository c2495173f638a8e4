#pragma once

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dcfilefo.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <memory>
#include <string>

#include "report/deidentify/deidentify_file.h"
#include "tests/report/transport/small_objects.h"
#include "tests/support/temporary_folder.h"

namespace nadir::test
{
/// A cleaned object, read again.
struct Cleaned
{
  DcmFileFormat file;
  std::string bytes;
};

/// Null when the bytes are no DICOM file.
std::unique_ptr<Cleaned> read_again(const std::string& bytes);

/// All values of an attribute.
std::string text_of(DcmItem& item, const DcmTagKey& key);

/// Makes objects of one patient and cleans them with one secret.
class Deidentifying : public ::testing::Test
{
protected:
  std::filesystem::path base(const SmallObject& change = {})
  {
    auto object = change;
    if (object.instance.empty()) object.instance = object.series + ".1";
    const auto path = folder.path() / (std::to_string(++count) + ".dcm");
    write_object(path, object);
    return path;
  }

  template <class Change> std::filesystem::path with(const Change& change, E_TransferSyntax syntax = EXS_LittleEndianExplicit)
  {
    const auto path = base();
    DcmFileFormat file;
    file.loadFile(path.c_str());
    file.loadAllDataIntoMemory();
    change(*file.getDataset());
    file.saveFile(path.c_str(), syntax);
    return path;
  }

  nadir::testing::TemporaryFolder folder;
  report::Pseudonyms pseudonyms{std::string(32, 'k')};
  report::DeidentifyOptions options;
  int count = 0;
};
}  // namespace nadir::test
