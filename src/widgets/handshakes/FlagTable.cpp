#include "widgets/handshakes/FlagTable.h"

#include <QEvent>
#include <QHeaderView>

#include "doctor/handshakes/HandshakeFacts.h"
#include "widgets/style/Theme.h"

namespace nodescope::widgets {

namespace {
enum Column { Name, Ours, Theirs, Means, ColumnCount };
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
    header()->setStretchLastSection(true);
    setMinimumHeight(Theme::current(this).ipx(200));
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
    setHeaderLabels({tr("Flag"), tr("Ours"), tr("Theirs"), tr("What follows")});
    const Theme theme = Theme::current(this);
    const bool bothSaid = m_record.ownFlags && m_record.peerFlags;
    const QList<doctor::FlagRow> rows = doctor::flagRowsOf(m_record);
    for (const doctor::FlagRow &row : rows) {
        auto *item = new QTreeWidgetItem(this);
        item->setText(Name, row.name);
        item->setText(Ours, row.ours ? tr("yes") : QStringLiteral("–"));
        item->setText(Theirs,
                      row.theirs ? tr("yes") : (m_record.peerFlags ? QStringLiteral("–") : tr("not said")));
        QStringList means;
        if (bothSaid && row.agreed())
            means.append(tr("used"));
        if (row.mandatorySince > 21)
            means.append(tr("demanded from OTP %1 on").arg(row.mandatorySince));
        else if (row.mandatorySince > 0)
            means.append(tr("demanded by every node"));
        const bool missing = row.mandatorySince > 0 &&
                             ((m_record.ownFlags && !row.ours) || (m_record.peerFlags && !row.theirs));
        if (missing) {
            means.prepend(tr("missing"));
            for (int column = 0; column < ColumnCount; ++column)
                item->setForeground(column, theme.failed);
        }
        item->setText(Means, means.join(QStringLiteral(", ")));
        item->setToolTip(Means, item->text(Means));
    }
}

void FlagTable::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        fill();
    QTreeWidget::changeEvent(event);
}

} // namespace nodescope::widgets
