#!/usr/bin/env python3
"""Trains the lesion models from the samples that nadir-lesion-lab writes.

  train.py fit SAMPLES NAMES MODEL    writes the model file of all cases
  train.py folds SAMPLES NAMES STEM   writes STEM_<case>.trees, models that have not seen that case, for nadir-lesion-lab eval

A sample file is a row of blocks: seven int32 (case, seed, rows, planes, drawn plane, features, volume of the truth in cells), then
rows of float32 (cell, truth, features). Needs python3-sklearn. Deterministic: fixed seeds, one thread.
"""
import os
import sys

os.environ["OMP_NUM_THREADS"] = "1"
import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier

SETTINGS = dict(max_iter=80, learning_rate=0.08, max_leaf_nodes=8, min_samples_leaf=800, l2_regularization=30.0,
                early_stopping=False, random_state=0)
BAGS = 5       # models that share the work: each sees part of the features and part of the rows, and all vote
SHARE = 0.5    # of the features a bag sees
THIN = 4       # every fourth row of a disturbed prompt: neighbours tell the same
PLACES = [0, 1, 2, 3, 4]   # features that every bag needs: where in the prompt's frame
FOLDS = [[0, 4, 6], [1, 7, 11], [2, 5, 8], [3, 9, 10]]


def read(path):
    data, place, blocks = np.memmap(path, dtype=np.uint8, mode="r"), 0, []
    while place < len(data):
        case, seed, rows, planes, drawn, features, truth = np.frombuffer(data[place:place + 28], dtype=np.int32)
        place += 28
        size = int(rows) * (int(features) + 2) * 4
        blocks.append((case, seed, truth, np.frombuffer(data[place:place + size], dtype=np.float32).reshape(rows, features + 2)))
        place += size
    return blocks


def matrix(blocks, leave_out, bag):
    rows, truth, weights = [], [], []
    for case, seed, _, block in blocks:
        if case in leave_out:
            continue
        part = block[(seed + bag) % THIN::THIN]
        rows.append(part[:, 2:])
        truth.append(part[:, 1])
        weights.append(np.full(len(part), 1000.0 / len(part)))   # every prompt weighs the same
    return np.concatenate(rows), np.concatenate(truth), np.concatenate(weights)


def fit(blocks, leave_out):
    bags = []
    for bag in range(BAGS):
        rows, truth, weights = matrix(blocks, leave_out, bag)
        count = rows.shape[1]
        seen = np.sort(np.random.RandomState(bag).permutation(count)[:int(SHARE * count)])
        seen = np.union1d(seen, PLACES)
        model = HistGradientBoostingClassifier(**SETTINGS)
        bags.append((seen, model.fit(rows[:, seen], truth, sample_weight=weights)))
    return bags


def text_of_tree(nodes, seen, bags):
    words, waiting = [], [0]
    while waiting:
        node = nodes[waiting.pop()]
        if node["is_leaf"]:
            words.append("=%.5g" % (node["value"] / bags))
        else:
            words.append("%d:%.6g" % (seen[node["feature_idx"]], node["num_threshold"]))
            waiting += [node["right"], node["left"]]
    return " ".join(words)


def write(bags, names, path):
    base = sum(model._baseline_prediction.item() for _, model in bags) / BAGS
    lines = ["nadir-trees 1", "features " + " ".join(names), "base %.6g" % base]
    for seen, model in bags:
        lines += [text_of_tree(tree[0].nodes, seen, BAGS) for tree in model._predictors]
    with open(path, "w", encoding="ascii") as file:
        file.write("\n".join(lines) + "\n")


def leave_out(samples, names, stem):
    """Models for every case that have not seen it: four folds of three cases."""
    for fold in FOLDS:
        model = fit(samples, set(fold))
        for case in fold:
            write(model, names, "%s_%d.trees" % (stem, case))


def main(words):
    command, samples, names, target = words
    names = open(names, encoding="ascii").read().split()
    if command == "fit":
        write(fit(read(samples), set()), names, target)
    else:
        leave_out(read(samples), names, target)


if __name__ == "__main__":
    main(sys.argv[1:])
