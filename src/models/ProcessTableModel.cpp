#include "models/ProcessTableModel.h"

#include <algorithm>

#include "models/Roles.h"

namespace nodescope::models {

using namespace cluster;

namespace {

QVariant number(qint64 value)
{
    return value < 0 ? QVariant() : QVariant(value);
}

QVariant display(const ProcessFacts &facts, int column)
{
    switch (column) {
    case ProcessTableModel::Name:
        return facts.name;
    case ProcessTableModel::Pid:
        return facts.pid;
    case ProcessTableModel::InitialCall:
        return facts.initialCall;
    case ProcessTableModel::CurrentFunction:
        return facts.currentFunction;
    case ProcessTableModel::Memory:
        return number(facts.memory);
    case ProcessTableModel::Queue:
        return number(facts.queue);
    case ProcessTableModel::Links:
        return number(facts.links);
    case ProcessTableModel::Monitors:
        return number(facts.monitors);
    default:
        return {};
    }
}

} // namespace

ProcessTableModel::ProcessTableModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void ProcessTableModel::show(const base::NodeName &node, ProcessScope scope)
{
    beginResetModel();
    m_node = node;
    m_scope = scope;
    m_rows.clear();
    m_known.clear();
    m_next.clear();
    m_refusal.clear();
    m_total = -1;
    m_open = false;
    m_refreshing = false;
    m_all = false;
    endResetModel();
    if (!node.isNull())
        ask({});
    Q_EMIT stateChanged();
}

void ProcessTableModel::ask(const QString &after)
{
    AskProcesses question;
    question.question = ++m_question;
    question.node = m_node;
    question.scope = m_scope;
    question.after = after;
    question.count = PageSize;
    m_open = true;
    Q_EMIT wanted(question);
}

void ProcessTableModel::refresh()
{
    if (m_open || m_node.isNull())
        return;
    m_refreshing = true;
    m_reach = m_rows.isEmpty() ? QString() : m_rows.constLast().pid;
    ask({});
    Q_EMIT stateChanged();
}

void ProcessTableModel::loadAll()
{
    m_all = true;
    if (canFetchMore({}))
        fetchMore({});
}

bool ProcessTableModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && !m_open && !m_next.isEmpty() && m_rows.size() < MaxRows;
}

void ProcessTableModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    ask(m_next);
    Q_EMIT stateChanged();
}

void ProcessTableModel::take(const Reports &reports)
{
    for (const Report &report : reports) {
        const auto *told = std::get_if<ProcessesTold>(&report);
        if (told && m_open && told->page.question == m_question && told->page.node == m_node &&
            told->page.scope == m_scope)
            take(told->page);
    }
}

void ProcessTableModel::take(const ProcessPage &page)
{
    m_open = false;
    m_refusal = page.refusal;
    if (!page.refusal.isEmpty()) {
        m_refreshing = false;
        Q_EMIT stateChanged();
        return;
    }
    m_total = page.total;
    merge(page);
    if (m_refreshing) {
        const bool reached = page.next.isEmpty() || rowOf(page.next) >= rowOf(m_reach);
        m_refreshing = !reached;
        if (reached)
            m_next = page.next;
    } else {
        m_next = page.next;
    }
    if (m_refreshing)
        ask(page.next);
    else if (m_all && canFetchMore({}))
        ask(m_next);
    Q_EMIT stateChanged();
}

int ProcessTableModel::rowOf(const QString &pid) const
{
    // From the end: what is asked for is mostly the last.
    for (auto row = static_cast<int>(m_rows.size()) - 1; row >= 0 && !pid.isEmpty(); --row) {
        if (m_rows.at(row).pid == pid)
            return row;
    }
    return -1;
}

// Both are in the order of the pids: rows between two that follow one another in the page are of processes
// that are gone.
void ProcessTableModel::merge(const ProcessPage &page)
{
    int at = rowOf(page.after) + 1;
    QList<ProcessFacts> run;
    for (const ProcessFacts &facts : page.processes) {
        if (!m_known.contains(facts.pid)) {
            run.append(facts);
            continue;
        }
        insertRun(at, run);
        at += static_cast<int>(run.size());
        run.clear();
        int row = at;
        while (row < rowCount() && m_rows.at(row).pid != facts.pid)
            ++row;
        if (row == rowCount())
            continue; // the node's order has changed: it stands further up
        removeRun(at, row);
        if (m_rows.at(at) != facts) {
            m_rows[at] = facts;
            Q_EMIT dataChanged(index(at, 0), index(at, ColumnCount - 1));
        }
        ++at;
    }
    insertRun(at, run);
    if (page.next.isEmpty())
        removeRun(at + static_cast<int>(run.size()), rowCount());
}

void ProcessTableModel::removeRun(int from, int to)
{
    if (from >= to)
        return;
    beginRemoveRows({}, from, to - 1);
    for (int row = from; row < to; ++row)
        m_known.remove(m_rows.at(row).pid);
    m_rows.remove(from, to - from);
    endRemoveRows();
}

void ProcessTableModel::insertRun(int at, const QList<ProcessFacts> &run)
{
    if (run.isEmpty())
        return;
    beginInsertRows({}, at, at + static_cast<int>(run.size()) - 1);
    m_rows.insert(at, run.size(), {});
    std::copy(run.begin(), run.end(), m_rows.begin() + at);
    for (const ProcessFacts &facts : run)
        m_known.insert(facts.pid);
    endInsertRows();
}

QModelIndex ProcessTableModel::indexOf(const QString &pid) const
{
    const int row = rowOf(pid);
    return row < 0 ? QModelIndex() : index(row, 0);
}

int ProcessTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ProcessTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ProcessTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ProcessFacts &facts = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case SortRole:
        return index.column() == Pid && role == SortRole ? QVariant(index.row())
                                                         : display(facts, index.column());
    case ValueRole:
        return QVariant::fromValue(facts);
    case NodeNameRole:
        return QVariant::fromValue(m_node);
    default:
        return {};
    }
}

} // namespace nodescope::models
