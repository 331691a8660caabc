#include "widgets/sequence/LaneDialog.h"

#include <QDialogButtonBox>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include "widgets/common/Words.h"
#include "widgets/sequence/MessageWords.h"
#include "widgets/style/Theme.h"

namespace nodescope::widgets {

LaneDialog::LaneDialog(const std::vector<graph::Lane> &lanes, const graph::SequenceOptions &options,
                       QWidget *parent)
    : QDialog(parent)
    , m_tree(new QTreeWidget(this))
{
    setWindowTitle(tr("Nodes and Processes of the Chart"));
    m_tree->setHeaderHidden(true);
    m_tree->setUniformRowHeights(true);
    m_tree->setAccessibleName(tr("Nodes and processes"));
    for (const graph::Lane &lane : lanes)
        add(lane, !options.hidden.contains(lane), options.perNode);
    m_tree->expandAll();
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    QPushButton *all = buttons->addButton(tr("&All"), QDialogButtonBox::ActionRole);
    QPushButton *none = buttons->addButton(tr("&None"), QDialogButtonBox::ActionRole);
    connect(all, &QPushButton::clicked, this, [this] { checkAll(Qt::Checked); });
    connect(none, &QPushButton::clicked, this, [this] { checkAll(Qt::Unchecked); });
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_tree);
    layout->addWidget(buttons);
    const Theme theme = Theme::current(this);
    resize(theme.ipx(420), theme.ipx(420));
}

void LaneDialog::add(const graph::Lane &lane, bool checked, bool perNode)
{
    const QString node = nameFor(lane.end.node);
    QTreeWidgetItem *parent = nullptr;
    if (m_tree->topLevelItemCount() > 0)
        parent = m_tree->topLevelItem(m_tree->topLevelItemCount() - 1);
    if (!parent || parent->text(0) != node) {
        parent = new QTreeWidgetItem(m_tree, {node});
        parent->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable |
                         Qt::ItemIsAutoTristate);
    }
    auto *item = new QTreeWidgetItem(parent, {nameFor(lane, perNode)});
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
    item->setCheckState(0, checked ? Qt::Checked : Qt::Unchecked);
    m_items.emplace_back(item, lane);
}

void LaneDialog::checkAll(Qt::CheckState state)
{
    for (const auto &[item, lane] : m_items)
        item->setCheckState(0, state);
}

QSet<graph::Lane> LaneDialog::hidden() const
{
    QSet<graph::Lane> hidden;
    for (const auto &[item, lane] : m_items) {
        if (item->checkState(0) != Qt::Checked)
            hidden.insert(lane);
    }
    return hidden;
}

} // namespace nodescope::widgets
