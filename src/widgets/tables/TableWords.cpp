#include "widgets/tables/TableWords.h"

#include <QLocale>

#include "doctor/CauseText.h"
#include "models/EventModel.h"
#include "models/LinkTableModel.h"
#include "models/NodeTableModel.h"
#include "models/Roles.h"
#include "widgets/common/SafeText.h"
#include "widgets/common/Words.h"
#include "widgets/figures/FigureWords.h"

namespace nodescope::widgets {

using namespace cluster;
using models::EventModel;
using models::LinkTableModel;
using models::NodeTableModel;

namespace {
bool isHeading(Qt::Orientation orientation, int role)
{
    return orientation == Qt::Horizontal && role == Qt::DisplayRole;
}

std::optional<double> numberOf(const QVariant &value)
{
    return value.isValid() ? std::optional(value.toDouble()) : std::nullopt;
}

std::optional<quint64> countOf(const QVariant &value)
{
    return value.isValid() ? std::optional(value.toULongLong()) : std::nullopt;
}

/// Figures stand under each other, units at the right.
QVariant rightward()
{
    return int(Qt::AlignRight | Qt::AlignVCenter);
}

QString reasonOf(const Link &link)
{
    if (link.state == LinkState::Failed && link.diagnosis)
        return doctor::briefOf(link.diagnosis->cause, link.diagnosis->certainty);
    return visibleText(link.reason, 100);
}
} // namespace

void TableWords::retranslate()
{
    if (columnCount() == 0)
        return;
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

QVariant NodeTableWords::data(const QModelIndex &index, int role) const
{
    const int figure = index.column() - NodeTableModel::FirstFigure;
    if (role == Qt::TextAlignmentRole && figure >= 0)
        return rightward();
    if (role != Qt::DisplayRole)
        return QIdentityProxyModel::data(index, role);
    if (figure >= 0)
        return textOf(models::Figure(figure), numberOf(QIdentityProxyModel::data(index, role)));
    const auto node = index.data(models::ValueRole).value<Node>();
    switch (index.column()) {
    case NodeTableModel::Name:
        return nameFor(node.name);
    case NodeTableModel::Kind:
        return wordFor(node.kind);
    case NodeTableModel::State:
        return node.state == NodeState::Failed ? remarkFor(node) : wordFor(node.state);
    case NodeTableModel::Release:
        return node.elixir.isEmpty()
                   ? visibleText(node.release, 20)
                   : visibleText(QString(node.release + QStringLiteral(" · Elixir ") + node.elixir), 60);
    case NodeTableModel::Watched:
        return node.kind == NodeKind::Self ? QString() : wordFor(node.watched);
    case NodeTableModel::Links:
        return QLocale().toString(QIdentityProxyModel::data(index, role).toInt());
    case NodeTableModel::Since:
        return momentText(node.since);
    default:
        return {};
    }
}

QVariant NodeTableWords::headerData(int section, Qt::Orientation orientation, int role) const
{
    const int figure = section - NodeTableModel::FirstFigure;
    if (orientation == Qt::Horizontal && role == Qt::ToolTipRole && figure >= 0)
        return explanationOf(models::Figure(figure));
    if (!isHeading(orientation, role))
        return QIdentityProxyModel::headerData(section, orientation, role);
    if (figure >= 0)
        return wordFor(models::Figure(figure));
    switch (section) {
    case NodeTableModel::Name:
        return tr("Node");
    case NodeTableModel::Kind:
        return tr("Kind");
    case NodeTableModel::State:
        return tr("State");
    case NodeTableModel::Release:
        return tr("OTP");
    case NodeTableModel::Watched:
        return tr("Watched by");
    case NodeTableModel::Links:
        return tr("Links");
    case NodeTableModel::Since:
        return tr("Since");
    default:
        return {};
    }
}

void LinkTableWords::setPerspective(const base::NodeName &node)
{
    m_node = node;
    retranslate();
}

QVariant LinkTableWords::data(const QModelIndex &index, int role) const
{
    if (role == Qt::TextAlignmentRole && index.column() >= LinkTableModel::PacketRate)
        return rightward();
    if (role != Qt::DisplayRole)
        return QIdentityProxyModel::data(index, role);
    const auto link = index.data(models::ValueRole).value<Link>();
    const bool turned = !m_node.isNull() && link.key.a == m_node;
    switch (index.column()) {
    case LinkTableModel::A: {
        const base::NodeName &other = turned ? link.key.b : link.key.a;
        // Beside a node, its neighbours on the same host need no host: the column is narrow.
        return !m_node.isNull() && other.host() == m_node.host() ? shortNameFor(other) : nameFor(other);
    }
    case LinkTableModel::B:
        return nameFor(turned ? link.key.a : link.key.b);
    case LinkTableModel::State:
        return wordFor(link.state);
    case LinkTableModel::ASees:
        return wordFor(m_node.isNull() || turned ? link.aSees : link.bSees);
    case LinkTableModel::BSees:
        return wordFor(m_node.isNull() || turned ? link.bSees : link.aSees);
    case LinkTableModel::Hidden:
        return link.hidden ? tr("hidden") : tr("visible");
    case LinkTableModel::Cause:
        return reasonOf(link);
    case LinkTableModel::Since:
        return momentText(link.since);
    case LinkTableModel::PacketRate:
        return packetRateText(numberOf(QIdentityProxyModel::data(index, role)));
    case LinkTableModel::ByteRate:
        return byteRateText(numberOf(QIdentityProxyModel::data(index, role)));
    case LinkTableModel::Packets:
        return countText(countOf(QIdentityProxyModel::data(index, role)));
    case LinkTableModel::Bytes:
    case LinkTableModel::Held:
        return sizeText(countOf(QIdentityProxyModel::data(index, role)));
    default:
        return {};
    }
}

QVariant LinkTableWords::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (!isHeading(orientation, role))
        return QIdentityProxyModel::headerData(section, orientation, role);
    switch (section) {
    case LinkTableModel::A:
        return m_node.isNull() ? tr("One end") : tr("Node");
    case LinkTableModel::B:
        return m_node.isNull() ? tr("Other end") : tr("Node");
    case LinkTableModel::State:
        return tr("State");
    case LinkTableModel::ASees:
        return m_node.isNull() ? tr("One end says") : tr("It says");
    case LinkTableModel::BSees:
        return m_node.isNull() ? tr("Other end says") : tr("Other says");
    case LinkTableModel::Hidden:
        return tr("Kind");
    case LinkTableModel::Cause:
        return tr("Why");
    case LinkTableModel::Since:
        return tr("Since");
    case LinkTableModel::PacketRate:
        return tr("Packets a second");
    case LinkTableModel::ByteRate:
        return tr("Bytes a second");
    case LinkTableModel::Packets:
        return tr("Packets");
    case LinkTableModel::Bytes:
        return tr("Bytes");
    case LinkTableModel::Held:
        return tr("Waiting to be sent");
    default:
        return {};
    }
}

QVariant EventTableWords::data(const QModelIndex &index, int role) const
{
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return QIdentityProxyModel::data(index, role);
    const auto event = index.data(models::ValueRole).value<Event>();
    if (role == Qt::ToolTipRole)
        return sentenceFor(event).toHtmlEscaped();
    switch (index.column()) {
    case EventModel::Time:
        return timeText(event.time, true);
    case EventModel::Kind:
        return wordFor(event.kind);
    case EventModel::Source:
        return nameFor(event.source);
    case EventModel::Node:
        return event.node.isNull() ? QString() : nameFor(event.node);
    case EventModel::Reason:
        return event.kind == EventKind::ConnectFailed
                   ? doctor::briefOf(causeFromIdentifier(event.reason), event.certainty)
                   : visibleText(QIdentityProxyModel::data(index, Qt::DisplayRole).toString(), 300);
    default:
        return {};
    }
}

QVariant EventTableWords::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (!isHeading(orientation, role))
        return QIdentityProxyModel::headerData(section, orientation, role);
    switch (section) {
    case EventModel::Time:
        return tr("Time");
    case EventModel::Kind:
        return tr("Event");
    case EventModel::Source:
        return tr("Who says so");
    case EventModel::Node:
        return tr("Node");
    case EventModel::Reason:
        return tr("Reason");
    default:
        return {};
    }
}

} // namespace nodescope::widgets
