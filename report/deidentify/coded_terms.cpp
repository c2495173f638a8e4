#include "report/deidentify/coded_terms.h"

#include <algorithm>
#include <array>

namespace nadir::report
{
namespace
{
/// Image Type, Scan Options, Sequence Variant, Patient Position, Modality, Body Part Examined, value types, and yes and no.
// clang-format off
constexpr std::array<std::string_view, 171> terms{
    "ABDOMEN", "ABDOMENPELVIS", "ADC", "ADDITION", "ALGORITHM", "ANGIO", "ANKLE", "ARM", "AUTOMATIC", "AVERAGE", "AXIAL", "AXILLA",
    "BINARY", "BRAIN", "BREAST", "BRIGHTNESS", "BUTTOCK", "CALF", "CERVICAL", "CHEST", "CODE", "COLUMN", "COMPLETE", "COMPOSITE",
    "COMPRESSED", "CONTAINER", "CONTAINS", "CONTINUOUS", "CORONAL", "CSPINE", "CT", "DATE", "DATETIME", "DERIVED", "DIFFUSION", "DIS2D",
    "DIS3D", "DIVISION", "DYNAMIC", "ELBOW", "ENERGY", "EP", "EXTREMITY", "FA", "FAT", "FC", "FEMUR", "FFDL", "FFDR", "FFP", "FFS",
    "FINAL", "FLAIR", "FLOW", "FOOT", "FOREARM", "FRACTIONAL", "FREE", "FS", "FSA", "FSI", "FSL", "FSP", "FSS", "GLUTEAL", "GR",
    "GROIN", "HAND", "HEAD", "HFDL", "HFDR", "HFP", "HFS", "HIP", "HUMERUS", "IDENTITY", "IMAGE", "IMAGINARY", "INITIAL", "INPHASE",
    "IN_PHASE", "IR", "KNEE", "LEFT", "LEG", "LOCALIZER", "LOWERLEG", "LSPINE", "MAGNITUDE", "MANUAL", "MAP", "MAX_IP", "MEDIAN",
    "MIN_IP", "MIP", "MIXED", "MODIFIED", "MONOCHROME1", "MONOCHROME2", "MPR", "MR", "MTC", "MULTIPOINT", "NECK", "NONE", "NORM", "NUM",
    "OBLIQUE", "ORIGINAL", "OTHER", "OUT_PHASE", "PARTIAL", "PELVIS", "PER", "PERFUSION", "PET", "PFF", "PFP", "PHASE", "PNAME",
    "POINT", "POLYLINE", "PPG", "PRELIMINARY", "PRIMARY", "PROBABILITY", "PRODUCT", "PROJECTION", "REAL", "REFORMATTED", "REMOVED",
    "RESAMPLED", "RETROPERITONEUM", "RG", "RGB", "RIGHT", "SAGITTAL", "SAT", "SATURATION", "SCALE", "SCOORD", "SCOORD3D", "SE",
    "SECONDARY", "SEG", "SEMIAUTOMATIC", "SEPARATE", "SHOULDER", "SPINE", "STATIC", "SUBTRACTION", "TEXT", "THIGH", "THORAX", "TIME",
    "TRACEW", "TRS", "TRUNK", "TSPINE", "UIDREF", "UNMODIFIED", "UNVERIFIED", "UPPERARM", "VALUE", "VERIFIED", "VOLUME", "WATER",
    "WHOLEBODY", "WRIST", "YES", "ZERO"};
// clang-format on
}  // namespace

bool is_defined_term(std::string_view code) { return std::find(terms.begin(), terms.end(), code) != terms.end(); }
}  // namespace nadir::report
