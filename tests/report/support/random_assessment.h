#pragma once

#include <cstdint>
#include <random>
#include <string>

#include "measure/lesion/assessment.h"

namespace nadir::test
{
/// Whether texts are those of a tidy trial or anything that people and machines have put into fields: quotes, commas, formulas, line ends,
/// control characters, other scripts, bytes that are no UTF-8, long texts.
enum class Texts
{
  Plain,
  Odd,
};

/// An assessment that the program could have made: one to five time points, up to seven lesions of every role, nodal or not, in every state
/// that their role may have, split, merged, missing at some time points; with dates or without. Responses follow by the rules. The same
/// seed gives the same assessment.
measure::Assessment random_assessment(std::uint64_t seed, Texts texts);

/// A text of the kind that `Texts::Odd` puts into fields.
std::string odd_text(std::mt19937_64& random);
}  // namespace nadir::test
