#pragma once

#include <QListView>
#include <QStyledItemDelegate>
#include <QTimer>

#include "widgets/doctor/LadderModel.h"
#include "widgets/style/Theme.h"

namespace nodescope::widgets {

/// Draws a rung as a row: sign, name, what was seen, and the time it took.
class RungDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    /// The model must outlive the delegate.
    explicit RungDelegate(const LadderModel &model, QObject *parent = nullptr);
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    /// How far the sign of the running rung has turned, 0 to 1.
    void setTurn(qreal turn) { m_turn = turn; }
    /// Of the rows.
    void setWidth(int width) { m_width = width; }

private:
    struct Columns
    {
        QRect sign;
        QRect title;
        QRect evidence;
        QRect time;
        int height = 0; ///< of the row
    };
    [[nodiscard]] Columns columnsOf(const QRect &row, const LadderModel::Row &rung, const Theme &theme) const;
    [[nodiscard]] QString evidenceOf(const LadderModel::Row &row) const;

    const LadderModel &m_model;
    qreal m_turn = 0;
    int m_width = 0;
};

/// The ladder as a list whose rungs can be selected, as high as its rows. While a rung is being climbed
/// its sign turns, unless motion is reduced.
class RungList : public QListView
{
    Q_OBJECT

public:
    explicit RungList(QWidget *parent = nullptr);
    /// Shows another state of the same examination, or another one. The selection follows what is decisive
    /// until the person selects a rung.
    void setExamination(const cluster::Examination &examination);
    void clear();
    void setReducedMotion(bool reduced);
    [[nodiscard]] const LadderModel &ladder() const { return m_ladder; }
    /// Empty: none is selected.
    [[nodiscard]] std::optional<cluster::RungResult> selectedRung() const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// Another rung is selected, or the selected one changed.
    void rungSelected();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void followDecisive();
    void startOrStop();

    LadderModel m_ladder;
    RungDelegate m_delegate;
    QTimer m_turning;
    int m_step = 0;
    bool m_reducedMotion = false;
    bool m_chosen = false;    ///< the person selected a rung of this examination
    bool m_following = false; ///< the selection is being set by us
    quint64 m_id = 0;
};

} // namespace nodescope::widgets
