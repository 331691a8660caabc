#include "widgets/handshakes/FlagTable.h"

#include <QEvent>
#include <QHeaderView>

#include "doctor/handshakes/HandshakeFacts.h"
#include "widgets/style/Theme.h"

namespace nodescope::widgets {

namespace {
enum Column { Name, Ours, Theirs, Used, Demanded, ColumnCount };

/// A tick is as wide as a column of them should be; screen readers and tool tips have the word.
void tick(QTreeWidgetItem &item, Column column, bool has, const QString &yes, const QString &no)
{
    item.setText(column, has ? QStringLiteral("✓") : QStringLiteral("–"));
    item.setToolTip(column, has ? yes : no);
    item.setData(column, Qt::AccessibleTextRole, has ? yes : no);
    item.setTextAlignment(column, Qt::AlignHCenter | Qt::AlignVCenter);
}
} // namespace

FlagTable::FlagTable(QWidget *parent)
    : QTreeWidget(parent)
{
    setObjectName(QStringLiteral("flags"));
    setColumnCount(ColumnCount);
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    // Where there is no room for all, a long name is cut, and its tip has it: nothing of what is said of it
    // is.
    header()->setSectionResizeMode(Name, QHeaderView::Stretch);
    header()->setStretchLastSection(false);
    // The page scrolls, and the table shows all that it has.
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizeAdjustPolicy(QAbstractScrollArea::AdjustToContents);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    fill();
}

void FlagTable::setRecord(const cluster::HandshakeRecord &record)
{
    const bool same = record.id == m_record.id && record.ownFlags == m_record.ownFlags &&
                      record.peerFlags == m_record.peerFlags;
    m_record = record;
    if (!same)
        fill();
}

void FlagTable::fill()
{
    clear();
    setAccessibleName(tr("Flags of both ends"));
    setHeaderLabels({tr("Flag"), tr("Ours"), tr("Theirs"), tr("Used"), tr("Demanded")});
    const Theme theme = Theme::current(this);
    const bool bothSaid = m_record.ownFlags && m_record.peerFlags;
    const QList<doctor::FlagRow> rows = doctor::flagRowsOf(m_record);
    for (const doctor::FlagRow &row : rows) {
        auto *item = new QTreeWidgetItem(this);
        item->setText(Name, row.name);
        item->setToolTip(Name, row.name);
        tick(*item, Ours, row.ours, tr("yes"), tr("no"));
        tick(*item, Theirs, row.theirs, tr("yes"), m_record.peerFlags ? tr("no") : tr("not said"));
        if (!m_record.peerFlags)
            item->setText(Theirs, QStringLiteral("?"));
        tick(*item, Used, bothSaid && row.agreed(), tr("Both have it: it is used"), tr("It is not used"));
        if (row.mandatorySince > 21) {
            item->setText(Demanded, tr("OTP %1 on").arg(row.mandatorySince));
            item->setToolTip(Demanded,
                             tr("Nodes of OTP %1 and later refuse who lacks it").arg(row.mandatorySince));
        } else if (row.mandatorySince > 0) {
            item->setText(Demanded, tr("by all"));
            item->setToolTip(Demanded, tr("Every node refuses who lacks it"));
        }
        const bool missing = row.mandatorySince > 0 &&
                             ((m_record.ownFlags && !row.ours) || (m_record.peerFlags && !row.theirs));
        if (missing) {
            item->setText(Demanded, tr("missing: %1").arg(item->text(Demanded)));
            for (int column = 0; column < ColumnCount; ++column)
                item->setForeground(column, theme.failed);
        }
    }
    const int row = sizeHintForRow(0);
    setFixedHeight(header()->sizeHint().height() + int(rows.size()) * qMax(row, 1) + 2 * frameWidth());
}

void FlagTable::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        fill();
    QTreeWidget::changeEvent(event);
}

} // namespace nodescope::widgets
