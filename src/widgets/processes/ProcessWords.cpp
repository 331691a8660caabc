#include "widgets/processes/ProcessWords.h"

#include <algorithm>

#include <QLocale>

#include "models/ProcessTableModel.h"
#include "models/Roles.h"
#include "models/SupervisionModel.h"
#include "widgets/common/SafeText.h"
#include "widgets/common/Words.h"
#include "widgets/inbox/InboxWords.h"

namespace nodescope::widgets {

using cluster::ProcessFacts;
using cluster::Supervised;
using cluster::TieKind;
using models::ProcessTableModel;
using models::SupervisionModel;

namespace {

bool isNumber(int column)
{
    return column >= ProcessTableModel::Memory;
}

QString numberText(qint64 value)
{
    return value < 0 ? QStringLiteral("–") : QLocale().toString(value);
}

QString cellText(const ProcessFacts &facts, int column)
{
    switch (column) {
    case ProcessTableModel::Name:
        return visibleText(facts.name, 120);
    case ProcessTableModel::Pid:
        return shortPid(facts.pid);
    case ProcessTableModel::InitialCall:
        return visibleText(facts.initialCall, 200);
    case ProcessTableModel::CurrentFunction:
        return visibleText(facts.currentFunction, 200);
    case ProcessTableModel::Memory:
        return facts.memory < 0 ? QStringLiteral("–") : QLocale().formattedDataSize(facts.memory);
    case ProcessTableModel::Queue:
        return numberText(facts.queue);
    case ProcessTableModel::Links:
        return numberText(facts.links);
    case ProcessTableModel::Monitors:
        return numberText(facts.monitors);
    default:
        return {};
    }
}

QString idText(const Supervised &value)
{
    const QString id =
        value.id == QLatin1String("undefined") && !value.pid.isEmpty() ? shortPid(value.pid) : value.id;
    QString text = visibleText(id, 120);
    if (!value.name.isEmpty() && value.name != value.id)
        text += QStringLiteral("  ") + visibleText(value.name, 80);
    if (value.childrenLeftOut > 0)
        text +=
            QStringLiteral("  ") +
            SupervisionWords::tr("and %n more", nullptr,
                                 static_cast<int>(std::min<qint64>(value.childrenLeftOut, 1'000'000'000)));
    return text;
}

QString pidText(const Supervised &value)
{
    switch (value.state) {
    case Supervised::State::Restarting:
        return SupervisionWords::tr("restarting");
    case Supervised::State::Undefined:
        return SupervisionWords::tr("not running");
    case Supervised::State::Running:
        break;
    }
    return shortPid(value.pid);
}

} // namespace

QVariant ProcessWords::data(const QModelIndex &index, int role) const
{
    if (role == Qt::TextAlignmentRole && isNumber(index.column()))
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return TableWords::data(index, role);
    const auto facts = TableWords::data(index, models::ValueRole).value<ProcessFacts>();
    if (role == Qt::ToolTipRole)
        return index.column() == ProcessTableModel::Pid ? QVariant(visibleRichText(facts.pid)) : QVariant();
    return cellText(facts, index.column());
}

QVariant ProcessWords::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return TableWords::headerData(section, orientation, role);
    switch (section) {
    case ProcessTableModel::Name:
        return tr("Name");
    case ProcessTableModel::Pid:
        return tr("Pid");
    case ProcessTableModel::InitialCall:
        return tr("Initial call");
    case ProcessTableModel::CurrentFunction:
        return tr("Current function");
    case ProcessTableModel::Memory:
        return tr("Memory");
    case ProcessTableModel::Queue:
        return tr("Queue", "messages");
    case ProcessTableModel::Links:
        return tr("Links");
    case ProcessTableModel::Monitors:
        return tr("Monitors");
    default:
        return {};
    }
}

ProcessFilter::ProcessFilter(QObject *parent)
    : QSortFilterProxyModel(parent)
{
    setDynamicSortFilter(true);
}

void ProcessFilter::setWords(const QString &text)
{
    m_words = text.split(u' ', Qt::SkipEmptyParts);
    invalidateFilter();
}

bool ProcessFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    if (m_words.isEmpty())
        return true;
    const auto facts = sourceModel()->index(row, 0, parent).data(models::ValueRole).value<ProcessFacts>();
    return std::all_of(m_words.begin(), m_words.end(), [&](const QString &word) {
        return facts.name.contains(word, Qt::CaseInsensitive) || shortPid(facts.pid).contains(word) ||
               facts.initialCall.contains(word, Qt::CaseInsensitive) ||
               facts.currentFunction.contains(word, Qt::CaseInsensitive);
    });
}

bool ProcessFilter::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const QVariant a = left.data(models::SortRole);
    const QVariant b = right.data(models::SortRole);
    if (left.column() == ProcessTableModel::Pid || isNumber(left.column()))
        return a.toLongLong() < b.toLongLong();
    // Those without a name come last.
    const QString x = a.toString();
    const QString y = b.toString();
    if (x.isEmpty() != y.isEmpty())
        return y.isEmpty();
    return x.localeAwareCompare(y) < 0;
}

QVariant SupervisionWords::data(const QModelIndex &index, int role) const
{
    if (role == Qt::TextAlignmentRole && index.column() == SupervisionModel::Restarts)
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return TableWords::data(index, role);
    const auto value = TableWords::data(index, models::ValueRole).value<Supervised>();
    if (role == Qt::ToolTipRole)
        return value.lastRestart.isValid()
                   ? QVariant(visibleRichText(tr("restarted at %1").arg(timeText(value.lastRestart))))
                   : QVariant();
    switch (index.column()) {
    case SupervisionModel::Id:
        return idText(value);
    case SupervisionModel::Pid:
        return pidText(value);
    case SupervisionModel::Restarts:
        return value.restarts > 0 ? QLocale().toString(value.restarts) : QString();
    case SupervisionModel::LastEnd:
        return visibleText(value.lastEnd, 200);
    case SupervisionModel::Modules:
        return visibleText(value.modules, 120);
    default:
        return {};
    }
}

QVariant SupervisionWords::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return TableWords::headerData(section, orientation, role);
    switch (section) {
    case SupervisionModel::Id:
        return tr("Application, supervisor, child");
    case SupervisionModel::Pid:
        return tr("Pid");
    case SupervisionModel::Restarts:
        return tr("Restarts seen");
    case SupervisionModel::LastEnd:
        return tr("Ended with");
    case SupervisionModel::Modules:
        return tr("Modules or version");
    default:
        return {};
    }
}

QString refusalText(const QString &refusal, const base::NodeName &node)
{
    const QString name = visibleText(node.text(), 100);
    if (refusal == QLatin1String("no_connection"))
        return ProcessWords::tr("We are not connected to %1.").arg(name);
    if (refusal == QLatin1String("timed_out"))
        return ProcessWords::tr("%1 did not answer in time.").arg(name);
    if (refusal == QLatin1String("not_supported"))
        return ProcessWords::tr(
                   "%1 has no processes to tell of: it runs no Erlang code, as C and Java nodes do.")
            .arg(name);
    return ProcessWords::tr("%1 does not tell of its processes (%2).").arg(name, visibleText(refusal, 60));
}

QString wordFor(TieKind kind)
{
    switch (kind) {
    case TieKind::Link:
        return ProcessWords::tr("linked");
    case TieKind::Monitors:
        return ProcessWords::tr("monitored by it");
    case TieKind::MonitoredBy:
        return ProcessWords::tr("monitors it");
    }
    return {};
}

QString processText(const QString &name, const QString &pid)
{
    return name.isEmpty() ? shortPid(pid) : visibleText(name, 60);
}

} // namespace nodescope::widgets
