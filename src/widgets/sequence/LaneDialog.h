#pragma once

#include <QDialog>

#include "graph/sequence/Sequence.h"

class QTreeWidget;
class QTreeWidgetItem;

namespace nodescope::widgets {

/// Chooses which nodes and processes a sequence chart shows.
class LaneDialog : public QDialog
{
    Q_OBJECT

public:
    LaneDialog(const std::vector<graph::Lane> &lanes, const graph::SequenceOptions &options,
               QWidget *parent = nullptr);
    [[nodiscard]] QSet<graph::Lane> hidden() const;

private:
    void add(const graph::Lane &lane, bool checked, bool perNode);
    void checkAll(Qt::CheckState state);

    QTreeWidget *m_tree;
    std::vector<std::pair<QTreeWidgetItem *, graph::Lane>> m_items;
};

} // namespace nodescope::widgets
