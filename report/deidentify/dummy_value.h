#pragma once

class DcmElement;

namespace nadir::report
{
/// Puts a value into an element that is valid for its kind and tells nothing.
void put_dummy(DcmElement& element);
} // namespace nadir::report
