#include "widgets/doctor/LadderModel.h"

#include <algorithm>

#include "doctor/CauseText.h"
#include "doctor/EvidenceText.h"
#include "widgets/common/SafeText.h"
#include "widgets/inspector/RungSign.h"

namespace nodescope::widgets {

using cluster::Examination;
using cluster::Rung;
using cluster::RungResult;
using cluster::RungState;

namespace {
QList<LadderModel::Row> rowsOf(const Examination &examination)
{
    QList<LadderModel::Row> rows;
    for (const RungResult &result : examination.diagnosis.rungs)
        rows.append({result, false});
    if (!examination.running)
        return rows;
    for (int i = 0; i <= static_cast<int>(Rung::CallsAnswered); ++i) {
        const auto rung = static_cast<Rung>(i);
        const bool known = std::any_of(rows.begin(), rows.end(),
                                       [&](const LadderModel::Row &row) { return row.result.rung == rung; });
        // A rung that was passed over by what came after it will not come any more.
        const bool passedOver = std::any_of(rows.begin(), rows.end(), [&](const LadderModel::Row &row) {
            return row.result.rung > rung && row.result.state != RungState::NotReached;
        });
        if (!known && !passedOver)
            rows.append({RungResult{rung, RungState::NotReached, {}, {}}, false});
    }
    std::stable_sort(rows.begin(), rows.end(),
                     [](const auto &a, const auto &b) { return a.result.rung < b.result.rung; });
    const auto next = std::find_if(rows.begin(), rows.end(), [](const LadderModel::Row &row) {
        return row.result.state == RungState::NotReached;
    });
    if (next != rows.end())
        next->running = true;
    return rows;
}
} // namespace

void LadderModel::setExamination(const Examination &examination)
{
    m_from = examination.from;
    m_to = examination.to;
    takeOver(rowsOf(examination));
}

QString LadderModel::titleOf(const RungResult &result) const
{
    return doctor::titleOf(result.rung, m_from, m_to);
}

void LadderModel::clear()
{
    takeOver({});
}

void LadderModel::takeOver(const QList<Row> &rows)
{
    const auto standsFrom = [this](int from, Rung rung) {
        return std::any_of(m_rows.begin() + from, m_rows.end(),
                           [&](const Row &row) { return row.result.rung == rung; });
    };
    for (int i = 0; i < rows.size(); ++i) {
        const Row &row = rows.at(i);
        while (i < m_rows.size() && m_rows.at(i).result.rung != row.result.rung &&
               standsFrom(i, row.result.rung)) {
            beginRemoveRows({}, i, i);
            m_rows.removeAt(i);
            endRemoveRows();
        }
        if (i >= m_rows.size() || m_rows.at(i).result.rung != row.result.rung) {
            beginInsertRows({}, i, i);
            m_rows.insert(i, row);
            endInsertRows();
        } else if (!(m_rows.at(i) == row)) {
            m_rows[i] = row;
            Q_EMIT dataChanged(index(i), index(i));
        }
    }
    if (m_rows.size() > rows.size()) {
        beginRemoveRows({}, static_cast<int>(rows.size()), static_cast<int>(m_rows.size()) - 1);
        m_rows.resize(rows.size());
        endRemoveRows();
    }
}

int LadderModel::runningRow() const
{
    const auto it = std::find_if(m_rows.begin(), m_rows.end(), [](const Row &row) { return row.running; });
    return it == m_rows.end() ? -1 : static_cast<int>(it - m_rows.begin());
}

int LadderModel::decisiveRow() const
{
    for (const RungState wanted : {RungState::Failed, RungState::Uncertain}) {
        for (int i = 0; i < m_rows.size(); ++i) {
            if (m_rows.at(i).result.state == wanted)
                return i;
        }
    }
    if (const int running = runningRow(); running >= 0)
        return running;
    // Nothing is wrong: what the node told of itself is worth the most.
    if (const int told = rowOf(Rung::NameAndFlags); told >= 0)
        return told;
    return static_cast<int>(m_rows.size()) - 1;
}

int LadderModel::rowOf(Rung rung) const
{
    const auto it =
        std::find_if(m_rows.begin(), m_rows.end(), [&](const Row &row) { return row.result.rung == rung; });
    return it == m_rows.end() ? -1 : static_cast<int>(it - m_rows.begin());
}

int LadderModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant LadderModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows.at(index.row());
    if (role == Qt::DisplayRole)
        return titleOf(row.result);
    if (role != Qt::AccessibleTextRole && role != Qt::ToolTipRole)
        return {};
    const QString state = row.running ? tr("under way") : doctor::titleOf(row.result.state);
    QStringList parts{QStringLiteral("%1: %2").arg(titleOf(row.result), state)};
    if (!row.result.evidence.isEmpty())
        parts.append(visibleText(doctor::evidenceText(row.result.evidence), 300));
    if (const QString time = timeTextOf(row.result); !time.isEmpty())
        parts.append(time);
    const QString text = parts.join(QStringLiteral(", "));
    return role == Qt::ToolTipRole ? text.toHtmlEscaped() : text;
}

void LadderModel::retranslate()
{
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0), index(static_cast<int>(m_rows.size()) - 1));
}

} // namespace nodescope::widgets
