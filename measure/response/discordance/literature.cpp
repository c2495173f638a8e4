#include "measure/response/discordance/literature.h"

#include <map>

#include "imaging/result/expects.h"

namespace nadir::measure::discordance
{
namespace
{
constexpr auto eisenhauer = "Eisenhauer et al., Eur J Cancer 2009;45:228-247 (RECIST 1.1)";
constexpr auto canter =
    "Canter et al. 2010 (PMC2941714), 25 sarcomas, radiotherapy: median diameter change 0 % with median necrosis 30 %; no PR";
constexpr auto goreish =
    "Goreish et al., Cancers 2025;17:830, 39 undifferentiated sarcomas: pathologic responders grew more (longest axial +30 %)";
constexpr auto gui =
    "Gui et al., Radiat Oncol J 2019 (e-roj.org), 33 sarcomas: volume change predicted neither histologic response nor recurrence";
constexpr auto soldatos =
    "Soldatos et al. 2015 (PMC4770945), 23 sarcomas: three of four good responders had granulation or fibrosis with less than 5 % necrosis";
constexpr auto necrosis_correlation =
    "PMC12838723, 27 patients: change of necrosis on MRI did not correlate with pathology (rho 0.24, not significant); no link to survival";
constexpr auto tanaka =
    "Tanaka et al. 2018 (PMC6086997, JCOG0304), 70 sarcomas: RECIST, WHO and modified Choi were not associated with pathology or survival";
constexpr auto schaefer = "Schaefer et al. 2017 (PubMed 28463157), 100 sarcomas after radiotherapy: share of viable tumour not associated "
                          "with survival, fibrosis was";
constexpr auto stergioula = "Stergioula et al. 2024, 44 sarcomas: 5 % viable tumour or less was linked to better outcome";
constexpr auto adc =
    "Egypt J Radiol Nucl Med 2019 (s43055-019-0060-5): response can be underestimated by diameters; ADC separated progression";
constexpr auto remeasurement = "Eur Radiol Exp 2017 (s41747-017-0015-4): measurement error alone moves cases across the PR and PD limits";
constexpr auto double_reading =
    "Front Oncol 2023;13:1239570, 1724 patients: two readers disagreed on PD in 21.0 % and on best response in 28.8 %";
constexpr auto no_grey_zone = "Eisenhauer et al. 2009, section 4.3.1: the limits apply as they are; there is no grey zone";
constexpr auto geometry =
    "Geometry: with an unchanged in-plane diameter a volume of +72.8 % needs one perpendicular axis x 1.73 (specification X13)";
constexpr auto acquired_plane = "Eisenhauer et al. 2009, section 3.1.1: the longest diameter in the plane of measurement counts, no other";
constexpr auto nadir_reference = "Eisenhauer et al. 2009, section 4.3.1: progression is counted from the smallest sum on study";
constexpr auto reader_variation =
    "Cancer Imaging 2018 (s40644-018-0186-0): 36.7 % of double readings were adjudicated; a small nadir magnifies measurement error";
constexpr auto confirmation_needed =
    "Eisenhauer et al. 2009, section 4.6.1: responses are confirmed in non-randomised trials with response as endpoint";
constexpr auto confirmation_not_needed = "Eisenhauer et al. 2009, section 4.6.1: confirmation is not required in randomised trials or when "
                                         "stability or progression is the endpoint";

const std::map<std::string_view, Literature>& table()
{
  static const std::map<std::string_view, Literature> rows = {{"F1", {{geometry, tanaka}, {gui, goreish, eisenhauer}}},
                                                              {"F2", {{goreish, canter, adc}, {soldatos, necrosis_correlation}}},
                                                              {"F3", {{goreish, adc}, {soldatos, necrosis_correlation, nadir_reference}}},
                                                              {"F4", {{stergioula}, {schaefer, necrosis_correlation}}},
                                                              {"F5", {{remeasurement, double_reading}, {no_grey_zone}}},
                                                              {"F6", {{geometry, reader_variation}, {acquired_plane}}},
                                                              {"F7", {{nadir_reference}, {reader_variation}}},
                                                              {"F8", {{confirmation_needed}, {confirmation_not_needed}}}};
  return rows;
}
}  // namespace

Literature literature_of(std::string_view rule)
{
  const auto row = table().find(rule);
  NADIR_EXPECTS(row != table().end());
  return row->second;
}
}  // namespace nadir::measure::discordance
