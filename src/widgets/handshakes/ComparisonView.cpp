#include "widgets/handshakes/ComparisonView.h"

#include <algorithm>

#include <QEvent>
#include <QHeaderView>

#include "doctor/handshakes/HandshakeFacts.h"
#include "doctor/handshakes/HandshakeText.h"
#include "doctor/handshakes/WireFields.h"
#include "widgets/common/SafeText.h"
#include "widgets/common/Words.h"
#include "widgets/style/Theme.h"

namespace nodescope::widgets {

using cluster::HandshakeRecord;
using doctor::WireField;

namespace {

enum Column { Name, Left, Right, ColumnCount };

QString titleOf(const HandshakeRecord &record)
{
    return QStringLiteral("%1  %2").arg(visibleText(doctor::otherSideOf(record), 60),
                                        timeText(record.time, true));
}

QList<WireField> fieldsIn(const HandshakeRecord &record, qsizetype line)
{
    return line < 0 ? QList<WireField>() : doctor::fieldsOf(record.lines.at(line).wire, record.lengthBytes);
}

QString valueIn(const QList<WireField> &fields, const QString &name)
{
    const auto it = std::find_if(fields.begin(), fields.end(),
                                 [&name](const WireField &field) { return field.name == name; });
    if (it == fields.end())
        return QStringLiteral("–");
    return it->blanked ? QStringLiteral("••••") : visibleText(it->value, 120);
}

} // namespace

ComparisonView::ComparisonView(QWidget *parent)
    : QTreeWidget(parent)
{
    setObjectName(QStringLiteral("comparison"));
    setColumnCount(ColumnCount);
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    header()->setSectionResizeMode(QHeaderView::Stretch);
    header()->setSectionResizeMode(Name, QHeaderView::ResizeToContents);
    setMinimumHeight(Theme::current(this).ipx(260));
}

void ComparisonView::setRecords(const HandshakeRecord &a, const HandshakeRecord &b)
{
    m_a = a;
    m_b = b;
    fill();
}

void ComparisonView::fill()
{
    clear();
    setAccessibleName(tr("Two handshakes compared"));
    setHeaderLabels({tr("Message and field"), titleOf(m_a), titleOf(m_b)});
    const Theme theme = Theme::current(this);
    const QList<doctor::LinePair> pairs = doctor::comparisonOf(m_a, m_b);
    for (const doctor::LinePair &pair : pairs) {
        auto *item = new QTreeWidgetItem(this);
        const HandshakeRecord &one = pair.a >= 0 ? m_a : m_b;
        item->setText(Name, one.lines.at(pair.a >= 0 ? pair.a : pair.b).wire.label);
        item->setFont(Name, theme.strong);
        const bool lacking = pair.a < 0 || pair.b < 0;
        if (lacking) {
            item->setText(pair.a < 0 ? Left : Right, tr("never came"));
            item->setForeground(pair.a < 0 ? Left : Right, theme.failed);
        } else {
            item->setText(Right, pair.differ.isEmpty()
                                     ? tr("alike")
                                     : tr("%n field(s) differ", nullptr, int(pair.differ.size())));
        }
        const QList<WireField> left = fieldsIn(m_a, pair.a);
        const QList<WireField> right = fieldsIn(m_b, pair.b);
        const QList<WireField> &names = left.size() >= right.size() ? left : right;
        for (const WireField &field : names) {
            auto *row = new QTreeWidgetItem(
                item, {field.name, valueIn(left, field.name), valueIn(right, field.name)});
            const bool differs = !lacking && pair.differ.contains(field.name);
            const bool always = pair.always.contains(field.name);
            if (differs)
                row->setText(Name, QStringLiteral("≠ ") + field.name);
            for (int column = 0; column < ColumnCount; ++column) {
                if (differs)
                    row->setForeground(column, theme.attentionText);
                else if (always)
                    row->setForeground(column, theme.secondary);
                if (column != Name)
                    row->setFont(column, theme.mono);
            }
            if (always)
                row->setToolTip(Name, tr("Another one each time"));
        }
        item->setExpanded(!pair.differ.isEmpty());
    }
    auto *end =
        new QTreeWidgetItem(this, {tr("How it ended"), doctor::outcomeText(m_a), doctor::outcomeText(m_b)});
    end->setFont(Name, theme.strong);
    if (m_a.outcome != m_b.outcome) {
        end->setForeground(Left, theme.attentionText);
        end->setForeground(Right, theme.attentionText);
    }
}

void ComparisonView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        fill();
    QTreeWidget::changeEvent(event);
}

} // namespace nodescope::widgets
