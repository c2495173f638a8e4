#include "report/vocabulary/measurement_concepts.h"

#include <map>

namespace nadir::report
{
namespace units
{
CodedConcept millimeter() { return {"mm", "UCUM", "millimeter"}; }
CodedConcept cubic_millimeter() { return {"mm3", "UCUM", "cubic millimeter"}; }
CodedConcept percent() { return {"%", "UCUM", "Percent"}; }
CodedConcept square_micrometer_per_second() { return {"um2/s", "UCUM", "square micrometer per second"}; }
CodedConcept one() { return {"1", "UCUM", "no units"}; }
}  // namespace units

namespace
{
using enum MeasuredQuantity;

std::map<MeasuredQuantity, QuantityConcept> all_concepts()
{
  const auto mm = units::millimeter();
  const auto mm3 = units::cubic_millimeter();
  const auto percent = units::percent();
  // DICOM's own meanings of the first two are written with a capital A; viewers look them up by their words.
  return {
      {LongestDiameter, {{"103339001", "SCT", "Long Axis"}, "C96684", "LDIAM", "Longest Diameter", mm}},
      {ShortAxis, {{"103340004", "SCT", "Short Axis"}, "C96685", "LPERP", "Longest Perpendicular", mm}},
      {Volume, {{"118565006", "SCT", "Volume"}, "C25335", "VOLUME", "Volume", mm3}},
      {NecroticVolume, {{"118565006", "SCT", "Volume"}, "C25335", "", "", mm3}},
      {ViableVolume, {{"118565006", "SCT", "Volume"}, "C25335", "", "", mm3}},
      {ViableDiameter, {{"C96646", "NCIt", "Viable Tumor Diameter"}, "C96646", "VDIAM", "Viable Diameter", mm}},
      {SumOfDiameters, {{"C96631", "NCIt", "Sum of Diameters"}, "C96631", "SUMDIAM", "Sum of Diameter", mm}},
      {SumOfNonNodalDiameters,
       {{"C103441", "NCIt", "Sum of Diameters of Non-Lymph Node Tumors"},
        "C103441",
        "SUMNLNLD",
        "Sum Diameters of Non Lymph Node Tumors",
        mm}},
      {ChangeFromBaselinePercent,
       {{"C112370", "NCIt", "Percent Change From Baseline in Sum of Diameters"},
        "C112370",
        "PCBSD",
        "Percent Change Baseline in Sum of Diam",
        percent}},
      {ChangeFromNadirPercent,
       {{"C112373", "NCIt", "Percent Change From Nadir in Sum of Diameters"},
        "C112373",
        "PCNSD",
        "Percent Change Nadir in Sum of Diam",
        percent}},
      {ChangeFromNadir,
       {{"C112218", "NCIt", "Absolute Change From Nadir in Sum of Diameters"},
        "C112218",
        "ACNSD",
        "Absolute Change Nadir in Sum of Diam",
        mm}},
      {ApparentDiffusionCoefficient,
       {{"113290", "DCM", "Mono-exponential Apparent Diffusion Coefficient"}, "", "", "", units::square_micrometer_per_second()}},
  };
}
}  // namespace

const QuantityConcept& concept_of(MeasuredQuantity quantity)
{
  static const auto concepts = all_concepts();
  return concepts.at(quantity);
}
}  // namespace nadir::report
