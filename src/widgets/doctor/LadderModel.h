#pragma once

#include <QAbstractListModel>

#include "cluster/Examination.h"

namespace nodescope::widgets {

/// The rungs of one examination as rows. While it runs, rungs that have not been reached stand there
/// already, and the one that is being climbed is marked; when it has ended, those that it told of stay.
/// Changes row by row, so that a selection stays.
class LadderModel : public QAbstractListModel
{
    Q_OBJECT

public:
    struct Row
    {
        cluster::RungResult result;
        bool running = false; ///< it is being climbed just now

        friend bool operator==(const Row &a, const Row &b)
        {
            return a.running == b.running && a.result.rung == b.result.rung &&
                   a.result.state == b.result.state && a.result.elapsed == b.result.elapsed &&
                   a.result.evidence == b.result.evidence;
        }
    };

    using QAbstractListModel::QAbstractListModel;

    void setExamination(const cluster::Examination &examination);
    void clear();
    /// The rung's name: whose digest it is depends on who dials.
    [[nodiscard]] QString titleOf(const cluster::RungResult &result) const;
    [[nodiscard]] const Row &rowAt(int row) const { return m_rows.at(row); }
    /// -1: none is.
    [[nodiscard]] int runningRow() const;
    /// The row that is worth a look first: the one that runs, broke or is uncertain, else the last.
    [[nodiscard]] int decisiveRow() const;
    [[nodiscard]] int rowOf(cluster::Rung rung) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    /// Qt::DisplayRole: the rung's name; AccessibleTextRole and ToolTipRole: all of it.
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    /// After a change of language.
    void retranslate();

private:
    void takeOver(const QList<Row> &rows);

    QList<Row> m_rows;
    base::NodeName m_from; // null, or who dials in our place
    base::NodeName m_to;
};

} // namespace nodescope::widgets
