#!/usr/bin/env bash
# Trains all models of the lesion segmentation again and compares them with those shipped (../model/SHA256SUMS).
#
#   retrain.sh DATA BUILD OUT      DATA: the shared data; BUILD: a build with nadir-lesion-lab and nadir-loader; OUT: a new folder
#
# Writes OUT/model/*.trees and OUT/folds/*.trees (models that have not seen a case, for `nadir-lesion-lab eval`), about 1.7 GB in all.
# Needs python3-sklearn 1.2.1. A quarter of an hour on two idle processors; one thread trains. Exit code 1 when a file differs.
set -euo pipefail
[ $# = 3 ] || { sed -n '2,7s/^# \{0,1\}//p' "$0"; exit 64; }
data=$(realpath "$1") build=$(realpath "$2")
here=$(dirname "$(realpath "$0")")
lab=$build/bin/nadir-lesion-lab
mkdir -p "$3/model" "$3/folds"
cd "$3"
for kind in 0:point 1:line 2:line_extent 3:axes 4:axes_extent 5:found; do
  number=${kind%%:*} name=${kind##*:}
  [ -e "$name.samples" ] || { "$lab" dump "$data" "$number" 1 17 part.samples; mv part.samples "$name.samples"; }
  /usr/bin/python3 "$here/train.py" fit "$name.samples" "$here/features.txt" "model/$name.trees"
  [ "$name" = found ] || /usr/bin/python3 "$here/train.py" folds "$name.samples" "$here/features.txt" "folds/$name"
done
[ -e first_stroke.samples ] || { "$lab" strokes "$data" folds 4 part.samples; mv part.samples first_stroke.samples; }
[ -e folds/stroke_11.trees ] || /usr/bin/python3 "$here/train_strokes.py" folds first_stroke.samples folds/stroke
[ -e stroke.samples ] || { "$lab" strokes "$data" folds 4 part.samples; mv part.samples stroke.samples; }
/usr/bin/python3 "$here/train_strokes.py" fit stroke.samples model/stroke.trees
/usr/bin/python3 "$here/train_strokes.py" folds stroke.samples folds/stroke
cd model
sha256sum --check "$here/../model/SHA256SUMS"
