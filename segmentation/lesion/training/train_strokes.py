#!/usr/bin/env python3
"""Trains the model of corrections from the samples that `nadir-lesion-lab strokes` writes (format: train.py).

  train_strokes.py fit SAMPLES MODEL     writes the model file of all cases
  train_strokes.py folds SAMPLES STEM    writes STEM_<case>.trees, models that have not seen that case

The trees start from the log odds found so far (feature "found", signed towards the stroke) and learn what to add to them.
Needs python3-sklearn. Deterministic: one thread, no random numbers but the bags' seeds.
"""
import sys

import train  # sets OMP_NUM_THREADS
import numpy as np
from sklearn.ensemble._hist_gradient_boosting.binning import _BinMapper
from sklearn.ensemble._hist_gradient_boosting.grower import TreeGrower

NAMES = ("found found_there least_there beyond_depth depth_there distance in_slice rise planes outward sideways unlike way_unlike "
         "way_found geodesic radius radius_there size kind depth farther_out").split()
ROUNDS, BAGS = 40, 3
RATE, LEAVES, LEAST, RIDGE = 0.12, 8, 600, 5.0
SHARE = 0.6                                       # of the features a bag sees
ALWAYS = [NAMES.index(name) for name in ("found", "distance", "depth", "beyond_depth")]


def matrix(blocks, leave_out, bag):
    rows, truth, weights = [], [], []
    for number, (case, reader, _, block) in enumerate(blocks):
        if case in leave_out or len(block) == 0:
            continue
        part = block[(number + bag) % 2::2]
        rows.append(part[:, 2:])
        truth.append(part[:, 1])
        weights.append(np.full(len(part), 500.0 / max(1, len(part))))
    return np.concatenate(rows), np.concatenate(truth), np.concatenate(weights)


def boosted(rows, truth, weights, seen):
    mapper = _BinMapper(n_bins=256, random_state=0)
    binned = np.asfortranarray(mapper.fit_transform(rows[:, seen]))
    score = np.clip(rows[:, 0].astype(np.float64), -6.0, 6.0)
    trees = []
    for _ in range(ROUNDS):
        odds = 1.0 / (1.0 + np.exp(-score))
        slopes = ((odds - truth) * weights).astype(np.float32)
        bends = (np.maximum(odds * (1.0 - odds), 1e-3) * weights).astype(np.float32)
        grower = TreeGrower(binned, slopes, bends, max_leaf_nodes=LEAVES, min_samples_leaf=LEAST, l2_regularization=RIDGE,
                            shrinkage=RATE, n_bins=256, n_bins_non_missing=mapper.n_bins_non_missing_)
        grower.grow()
        for leaf in grower.finalized_leaves:
            score[leaf.sample_indices] += leaf.value
        trees.append(grower.make_predictor(binning_thresholds=mapper.bin_thresholds_).nodes)
    return trees


def fit(blocks, leave_out):
    bags = []
    for bag in range(BAGS):
        rows, truth, weights = matrix(blocks, leave_out, bag)
        chosen = np.random.RandomState(bag).permutation(len(NAMES))[:int(SHARE * len(NAMES))]
        seen = np.union1d(chosen, ALWAYS)
        bags.append((seen, boosted(rows, truth, weights, seen)))
    return bags


def write(bags, path):
    lines = ["nadir-trees 1", "features " + " ".join(NAMES), "base 0"]
    for seen, trees in bags:
        lines += [train.text_of_tree(nodes, seen, BAGS) for nodes in trees]
    with open(path, "w", encoding="ascii") as file:
        file.write("\n".join(lines) + "\n")


def main(words):
    command, samples, target = words
    blocks = train.read(samples)
    if command == "fit":
        write(fit(blocks, set()), target)
        return
    for fold in train.FOLDS:
        bags = fit(blocks, set(fold))
        for case in fold:
            write(bags, "%s_%d.trees" % (target, case))


if __name__ == "__main__":
    main(sys.argv[1:])
