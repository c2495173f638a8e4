#pragma once

class DcmDataset;

namespace nadir::report
{
/// What stood in the bits that Bits Stored and High Bit leave over in each pixel. Up to 2004 overlays were kept there (PS3.3-2004
/// C.9.2.1.3): drawings and words that go with the pixels when the overlay's attributes are removed.
enum class UnusedBits
{
  Empty,      ///< no such bits, or nothing in them but the sign
  Cleared,    ///< something; it is gone, the pixels' values are as before
  Unreached,  ///< an overlay is said to be there, and the pixels are compressed or stored in an unknown way
};

/// To be asked before the overlays' attributes are removed.
UnusedBits clear_unused_bits(DcmDataset& object);
}  // namespace nadir::report
