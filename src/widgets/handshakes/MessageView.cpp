#include "widgets/handshakes/MessageView.h"

#include <QEvent>
#include <QHeaderView>
#include <QTreeWidget>
#include <QVBoxLayout>

#include "doctor/handshakes/HandshakeText.h"
#include "doctor/handshakes/WireFields.h"
#include "widgets/common/Labels.h"
#include "widgets/common/SafeText.h"
#include "widgets/doctor/HexView.h"
#include "widgets/style/Theme.h"

namespace nodescope::widgets {

using doctor::WireField;

namespace {
constexpr int FieldRole = Qt::UserRole;
} // namespace

MessageView::MessageView(QWidget *parent)
    : QWidget(parent)
    , m_title(makeLabel(TextRole::Strong, this))
    , m_purpose(makeParagraph(TextRole::Secondary, this))
    , m_fields(new QTreeWidget(this))
    , m_bytes(new HexView(this))
{
    m_fields->setObjectName(QStringLiteral("handshakeFields"));
    m_fields->setColumnCount(2);
    m_fields->setHeaderHidden(true);
    m_fields->setUniformRowHeights(true);
    m_fields->setAllColumnsShowFocus(true);
    m_fields->header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    m_fields->setMinimumHeight(Theme::current(this).ipx(180));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    for (QWidget *part : QList<QWidget *>{m_title, m_purpose, m_fields, m_bytes})
        layout->addWidget(part);
    connect(m_fields, &QTreeWidget::currentItemChanged, this, &MessageView::highlight);
    connect(m_bytes, &HexView::byteChosen, this, &MessageView::chooseByte);
}

void MessageView::setMessage(const cluster::HandshakeRecord &record, qsizetype line)
{
    const bool there = line >= 0 && line < record.lines.size();
    setVisible(there);
    if (!there)
        return;
    m_there = true;
    m_lengthBytes = record.lengthBytes;
    display(record.lines.at(line));
}

void MessageView::display(const cluster::HandshakeLine &line)
{
    m_line = line;
    m_title->setText(visibleText(line.wire.label, 60));
    m_purpose->setText(doctor::purposeOf(line.wire.label));
    m_fields->setAccessibleName(tr("Fields of the message"));
    const int before = m_fields->currentItem() ? m_fields->indexOfTopLevelItem(m_fields->currentItem()) : -1;
    const Theme theme = Theme::current(this);
    const QSignalBlocker quiet(m_fields);
    m_fields->clear();
    int number = 0;
    const QList<WireField> fields = doctor::fieldsOf(line.wire, m_lengthBytes);
    for (const WireField &field : fields) {
        auto *item = new QTreeWidgetItem(m_fields);
        const bool digest = field.blanked;
        const bool changed =
            line.changed.contains(field.name) || (digest && line.changed.contains(QStringLiteral("cookie")));
        item->setText(0, field.name);
        item->setText(1, (digest ? tr("•••• see the digest below") : visibleText(field.value, 300)) +
                             (changed ? QStringLiteral("  ") + tr("(changed)") : QString()));
        item->setFont(1, theme.mono);
        if (changed)
            item->setForeground(1, theme.attentionText);
        item->setData(0, FieldRole, number);
        for (const QString &part : field.parts) {
            auto *flag = new QTreeWidgetItem(item, {part});
            flag->setData(0, FieldRole, number);
        }
        ++number;
    }
    m_bytes->setExcerpt(line.wire);
    if (QTreeWidgetItem *item = m_fields->topLevelItem(qMax(0, before)))
        m_fields->setCurrentItem(item);
    highlight();
}

void MessageView::highlight()
{
    const QTreeWidgetItem *item = m_fields->currentItem();
    const QList<WireField> fields = doctor::fieldsOf(m_line.wire, m_lengthBytes);
    const int field = item ? item->data(0, FieldRole).toInt() : -1;
    if (field >= 0 && field < fields.size())
        m_bytes->highlight(fields.at(field).offset, fields.at(field).length);
    else
        m_bytes->highlight(0, 0);
}

void MessageView::chooseByte(qsizetype byte)
{
    const int field = doctor::fieldAt(doctor::fieldsOf(m_line.wire, m_lengthBytes), byte);
    if (field >= 0 && field < m_fields->topLevelItemCount())
        m_fields->setCurrentItem(m_fields->topLevelItem(field));
}

void MessageView::changeEvent(QEvent *event)
{
    if ((event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange) && m_there)
        display(m_line);
    QWidget::changeEvent(event);
}

} // namespace nodescope::widgets
