#include "imaging/dicom/loader/file_descriptor.h"

#include <unistd.h>

#include <utility>

namespace nadir::imaging
{
FileDescriptor::~FileDescriptor() { close(); }

FileDescriptor::FileDescriptor(FileDescriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}

FileDescriptor& FileDescriptor::operator=(FileDescriptor&& other) noexcept
{
  if (this != &other)
  {
    close();
    number_ = std::exchange(other.number_, -1);
  }
  return *this;
}

void FileDescriptor::close()
{
  if (number_ >= 0) ::close(number_);
  number_ = -1;
}
}  // namespace nadir::imaging
