#include "imaging/dicom/loader/outcome_message.h"

#include <string>

#include "imaging/dicom/loader_error.h"

namespace nadir::imaging
{
namespace
{
using worker::Outcome;

std::string_view problem_of(Outcome outcome)
{
  switch (outcome)
  {
  case Outcome::OutOfMemory: return "decoding it needs more memory than a file is given";
  case Outcome::Damaged: return "the compressed data are damaged";
  case Outcome::Truncated: return "the compressed data end too early";
  case Outcome::SizeMismatch: return "the compressed image has another size than Rows and Columns say";
  case Outcome::ComponentMismatch: return "the compressed image has another number of samples per pixel than the header says";
  case Outcome::PrecisionMismatch: return "the compressed image has more bits per sample than Bits Allocated has room for";
  case Outcome::ValuesOutOfRange: return "decoded values do not fit Bits Stored and Pixel Representation";
  case Outcome::TooManyTiles: return "the compressed image is cut into more than 16,384 tiles";
  case Outcome::TooLarge: return "the data grow beyond the limit when unpacked";
  case Outcome::Unsupported: return "the compressed image uses subsampled components";
  case Outcome::OutputUnwritable: return "the decoded data could not be stored";
  default: return "the loader process did not understand the request";
  }
}
}  // namespace

Failure failure_of(Outcome outcome, worker::Task task)
{
  if (outcome == Outcome::InputUnreadable)
    return {LoaderError::FileChanged,
            "the file ends before its compressed data do (it changed since it was scanned). Scan the folder again."};
  const bool inflating = task == worker::Task::Inflate;
  return {inflating ? LoaderError::InflateFailed : LoaderError::DecodeFailed,
          std::string(problem_of(outcome)) + (inflating ? " (the file cannot be opened)" : " (its pixels would be wrong or missing)") +
              ". Export the file again, uncompressed if possible."};
}
}  // namespace nadir::imaging
