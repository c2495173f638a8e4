"""Random walker of scikit-image on a block that nadir-bench-lesion-peers wrote.

random_walker.py FOLDER PLANES ROWS COLUMNS STEP_K STEP_J STEP_I: reads values.raw (float32), inside.raw and outside.raw (bytes), writes lesion.raw
(bytes) and seconds.txt.
"""
import pathlib
import sys
import time

import numpy
from skimage.segmentation import random_walker

folder = pathlib.Path(sys.argv[1])
shape = [int(word) for word in sys.argv[2:5]]
spacing = numpy.array([float(word) for word in sys.argv[5:8]])
values = numpy.fromfile(folder / "values.raw", dtype=numpy.float32).reshape(shape).astype(float)
seeds = numpy.fromfile(folder / "inside.raw", dtype=numpy.uint8).reshape(shape).astype(int)
seeds[numpy.fromfile(folder / "outside.raw", dtype=numpy.uint8).reshape(shape) > 0] = 2
begin = time.perf_counter()
low, high = numpy.percentile(values, [1, 99])
scaled = numpy.clip((values - low) / max(high - low, 1e-9), 0, 1)
labels = random_walker(scaled, seeds, beta=1e4, mode="cg_j", tol=1e-3, spacing=spacing / spacing.min())
seconds = time.perf_counter() - begin
(labels == 1).astype(numpy.uint8).tofile(folder / "lesion.raw")
(folder / "seconds.txt").write_text("%.4f" % seconds)
