#include "widgets/nodelist/NodeTreeWords.h"

#include "models/NodeTreeModel.h"
#include "models/Roles.h"
#include "widgets/common/SafeText.h"
#include "widgets/common/Words.h"
#include "widgets/discovery/DiscoveryWords.h"

namespace nodescope::widgets {

using models::NodeTreeModel;

NodeTreeWords::NodeTreeWords(QObject *parent)
    : QIdentityProxyModel(parent)
{
}

QVariant NodeTreeWords::data(const QModelIndex &index, int role) const
{
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole && role != Qt::AccessibleTextRole)
        return QIdentityProxyModel::data(index, role);
    switch (static_cast<NodeTreeModel::RowKind>(index.data(models::RowKindRole).toInt())) {
    case NodeTreeModel::RowKind::Node:
        return nodeWords(index, role);
    case NodeTreeModel::RowKind::EpmdEntry:
        return entryWords(index, role);
    case NodeTreeModel::RowKind::Host:
    case NodeTreeModel::RowKind::EpmdSection:
        break;
    }
    return sectionWords(index, role);
}

QVariant NodeTreeWords::nodeWords(const QModelIndex &index, int role) const
{
    const auto node = index.data(models::ValueRole).value<cluster::Node>();
    if (role == Qt::DisplayRole)
        return index.column() == NodeTreeModel::Name ? shortNameFor(node.name)
               : cluster::disagreementOf(node)       ? QStringLiteral("≠ ") + remarkFor(node)
                                                     : remarkFor(node);
    QStringList words{nameFor(node.name), wordFor(node.state)};
    if (remarkFor(node) != wordFor(node.state))
        words.append(remarkFor(node));
    if (node.hidden)
        words.append(tr("hidden"));
    if (const auto doubt = cluster::disagreementOf(node))
        words.append(sentenceFor(*doubt));
    if (role == Qt::AccessibleTextRole)
        return words.join(QStringLiteral(", "));
    return linesAsRichText(words.join(u'\n'));
}

QVariant NodeTreeWords::sectionWords(const QModelIndex &index, int role) const
{
    const bool epmd = static_cast<NodeTreeModel::RowKind>(index.data(models::RowKindRole).toInt()) ==
                      NodeTreeModel::RowKind::EpmdSection;
    if (role == Qt::ToolTipRole) {
        return epmd ? tr("Names that the port mapper of a host has registered. EPMD knows the part before "
                         "the @, and "
                         "the port.")
                    : QVariant();
    }
    if (index.column() != NodeTreeModel::Name)
        return {};
    return epmd ? tr("EPMD knows, not yet connected")
                : visibleText(index.data(models::HostRole).toString(), 255);
}

QVariant NodeTreeWords::entryWords(const QModelIndex &index, int role) const
{
    const auto name = index.data(models::NodeNameRole).value<base::NodeName>();
    if (role == Qt::ToolTipRole) {
        return tr("Registered on %1, port %2. Click to connect.")
            .arg(visibleRichText(name.host()))
            .arg(index.data(models::PortRole).toInt());
    }
    if (role == Qt::AccessibleTextRole)
        return tr("%1, known to EPMD, not connected").arg(nameFor(name));
    if (index.column() == NodeTreeModel::Name)
        return visibleText(name.name(), 255);
    return tr("%1 · connect", "host of an EPMD entry").arg(visibleText(name.host().section(u'.', 0, 0), 40));
}

void NodeTreeWords::retranslate()
{
    if (rowCount() == 0)
        return;
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    for (int row = 0; row < rowCount(); ++row) {
        const QModelIndex section = index(row, 0);
        if (rowCount(section) > 0)
            Q_EMIT dataChanged(index(0, 0, section),
                               index(rowCount(section) - 1, columnCount() - 1, section));
    }
}

} // namespace nodescope::widgets
