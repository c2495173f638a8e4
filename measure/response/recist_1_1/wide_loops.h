#pragma once

/// NADIR_WIDE_LOOPS stands before a function whose loop gains from wide vectors: it is compiled a second time for processors with AVX2 and
/// chosen when the program starts. No fused multiply-add, so that every machine computes the same numbers. Not under sanitizers, which
/// cannot start such functions, nor without optimisation. NADIR_INDEPENDENT_STEPS stands before a loop whose steps do not touch each
/// other's values.
#if defined(__GNUC__) && !defined(__clang__)
#define NADIR_INDEPENDENT_STEPS _Pragma("GCC ivdep")
#else
#define NADIR_INDEPENDENT_STEPS
#endif

#if defined(__OPTIMIZE__) && defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && !defined(__SANITIZE_ADDRESS__) &&          \
    !defined(__SANITIZE_THREAD__)
#define NADIR_WIDE_LOOPS __attribute__((target_clones("avx2", "default")))
#else
#define NADIR_WIDE_LOOPS
#endif
