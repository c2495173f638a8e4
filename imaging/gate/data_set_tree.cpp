#include "imaging/gate/data_set_tree.h"

namespace nadir::imaging::detail
{
void DataSetTree::finish()
{
  data_sets_.reserve(levels.size());
  for (auto& level : levels)
  {
    level.tree = this;
    data_sets_.push_back(DataSet(std::shared_ptr<const Level>(std::shared_ptr<const Level>(), &level)));
  }
}

DataSet DataSetTree::data_set(std::size_t level) const { return DataSet(std::shared_ptr<const Level>(shared_from_this(), &levels[level])); }
}  // namespace nadir::imaging::detail
