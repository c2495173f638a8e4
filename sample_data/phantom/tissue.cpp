#include "sample_data/phantom/tissue.h"

namespace nadir::phantom
{
namespace
{
//                                     PD     T1     T2    ADC  enhancement  fat
constexpr std::array<TissueProperties, tissue_count> table{{
    /* Air */ {0.00, 1000, 50, 0.00, 0.00, 0.00},
    /* Skin */ {0.60, 900, 40, 0.80, 0.60, 0.15},
    /* Fat */ {0.92, 280, 105, 0.15, 0.03, 0.96},
    /* Fascia */ {0.35, 1000, 18, 0.60, 0.30, 0.10},
    /* Muscle */ {0.82, 1000, 38, 1.45, 0.22, 0.04},
    /* CorticalBone */ {0.04, 800, 10, 0.20, 0.02, 0.20},
    /* Marrow */ {0.84, 300, 95, 0.25, 0.04, 0.90},
    /* Artery */ {0.05, 1200, 150, 0.00, 0.30, 0.00},
    /* Vein */ {0.60, 1400, 170, 2.20, 2.60, 0.00},
    /* Nerve */ {0.72, 1050, 62, 1.10, 0.20, 0.20},
    /* Oedema */ {0.95, 1350, 95, 1.80, 0.60, 0.02},
    /* ViableTumour */ {0.95, 1150, 92, 0.95, 1.90, 0.00},
    /* Necrosis */ {1.00, 2300, 330, 2.30, 0.02, 0.00},
    /* Haemorrhage */ {0.95, 620, 140, 1.30, 0.02, 0.00},
    /* LymphNode */ {0.92, 1050, 82, 0.98, 1.30, 0.05},
}};
}  // namespace

const TissueProperties& properties_of(Tissue tissue) { return table[static_cast<std::size_t>(tissue)]; }
}  // namespace nadir::phantom
