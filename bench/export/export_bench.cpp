// What leaves the program, against the limits of time that were set for it. Exit code 1 when one is missed.
#include "bench/export/export_bench.h"

int main(int, char** arguments)
{
  const bool segmentation = nadir::bench::segmentation_is_quick();
  const bool formats = nadir::bench::all_formats_are_quick(arguments[0]);
  return segmentation && formats ? 0 : 1;
}
