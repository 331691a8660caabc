#include "widgets/doctor/EvidenceView.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLocale>
#include <QTreeWidget>

#include "doctor/CauseText.h"
#include "doctor/EvidenceText.h"
#include "widgets/common/Labels.h"
#include "widgets/common/SafeText.h"
#include "widgets/common/TabBar.h"
#include "widgets/doctor/HexView.h"
#include "widgets/inspector/RungSign.h"
#include "widgets/style/Theme.h"

namespace nodescope::widgets {

using cluster::Diagnosis;
using cluster::RungResult;
using cluster::WireExcerpt;
using doctor::WireField;

namespace {
constexpr int FieldRole = Qt::UserRole;       ///< index of the field; absent: the message itself
constexpr int ExcerptRole = Qt::UserRole + 1; ///< index of the excerpt
constexpr int MaxShownRows = 11;
} // namespace

EvidenceView::EvidenceView(QWidget *parent)
    : QWidget(parent)
    , m_title(makeLabel(TextRole::Strong, this))
    , m_scope(new TabBar(this))
    , m_seen(makeParagraph(TextRole::Mono, this))
    , m_none(makeParagraph(TextRole::Secondary, this))
    , m_tree(new QTreeWidget(this))
    , m_bytes(new HexView(this))
    , m_blanked(makeParagraph(TextRole::Small, this))
{
    build();
    retranslate();
    connect(m_scope, &QTabBar::currentChanged, this, &EvidenceView::refresh);
    connect(m_tree, &QTreeWidget::currentItemChanged, this, &EvidenceView::showChosen);
    connect(m_tree, &QTreeWidget::itemExpanded, this, &EvidenceView::fitTree);
    connect(m_tree, &QTreeWidget::itemCollapsed, this, &EvidenceView::fitTree);
    connect(m_bytes, &HexView::byteChosen, this, &EvidenceView::chooseByte);
    refresh();
}

void EvidenceView::build()
{
    m_scope->addTab({});
    m_scope->addTab({});
    m_tree->setObjectName(QStringLiteral("fields"));
    m_tree->setAllColumnsShowFocus(true);
    m_tree->setColumnCount(2);
    m_tree->setUniformRowHeights(true);
    m_tree->setHeaderHidden(true);
    m_tree->header()->setStretchLastSection(true);
    m_tree->header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    m_tree->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_tree->setIndentation(Theme::current(this).ipx(14));
    m_seen->setLayoutDirection(Qt::LeftToRight);
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(m_title);
    head->addStretch();
    head->addWidget(m_scope);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addLayout(head);
    layout->addWidget(m_seen);
    layout->addWidget(m_none);
    layout->addWidget(m_tree);
    layout->addWidget(m_bytes);
    layout->addWidget(m_blanked);
}

void EvidenceView::retranslate()
{
    // As high as the tabs beside it, and as the title of the ladder at its left.
    m_title->setMinimumHeight(m_scope->sizeHint().height());
    m_title->setText(tr("Evidence"));
    m_scope->setTabText(OfRung, tr("this rung"));
    m_scope->setTabText(Everything, tr("everything"));
    m_scope->setAccessibleName(tr("Which messages are shown"));
    m_tree->setAccessibleName(tr("Messages and their fields"));
    m_blanked->setText(
        tr("The dots stand for a digest or the challenge that it answers: whoever has both can try "
           "to guess the cookie. They stay out of evidence and reports; of our own handshakes the page "
           "Handshakes shows them, for as long as the program runs."));
}

int EvidenceView::headHeight() const
{
    return m_scope->sizeHint().height();
}

void EvidenceView::setDiagnosis(const Diagnosis &diagnosis)
{
    m_diagnosis = diagnosis;
    refresh();
}

void EvidenceView::setRung(const std::optional<RungResult> &rung)
{
    m_rung = rung;
    refresh();
}

void EvidenceView::refresh()
{
    QList<qsizetype> wanted;
    if (m_scope->currentIndex() == Everything) {
        for (qsizetype i = 0; i < m_diagnosis.excerpts.size(); ++i)
            wanted.append(i);
    } else if (m_rung) {
        wanted = doctor::excerptsOn(m_diagnosis, m_rung->rung);
    }
    describeRung();
    fillTree(wanted);
    m_tree->setVisible(!wanted.isEmpty());
    m_none->setVisible(wanted.isEmpty());
    m_none->setText(m_rung || m_scope->currentIndex() == Everything
                        ? tr("No message of the handshake was exchanged here.")
                        : tr("Select a rung to see what was sent and received on it."));
    showChosen();
}

void EvidenceView::describeRung()
{
    m_seen->setVisible(m_rung && m_scope->currentIndex() == OfRung && !m_rung->evidence.isEmpty());
    if (!m_rung)
        return;
    const QString seen = visibleText(doctor::evidenceText(m_rung->evidence), 600);
    m_seen->setText(seen);
    m_seen->setAccessibleName(tr("What was seen: %1").arg(seen));
}

void EvidenceView::fillTree(const QList<qsizetype> &excerpts)
{
    // Deltas of a running examination come often: what is the same stays, and with it what is chosen.
    const bool same = excerpts == m_shown && m_tree->topLevelItemCount() == excerpts.size();
    if (same && std::all_of(excerpts.begin(), excerpts.end(), [&](qsizetype i) {
            const QTreeWidgetItem *item = m_tree->topLevelItem(static_cast<int>(excerpts.indexOf(i)));
            return item->data(0, Qt::UserRole + 2).toByteArray() == m_diagnosis.excerpts.at(i).bytes;
        }))
        return;
    m_shown = excerpts;
    const QSignalBlocker quiet(m_tree);
    m_tree->clear();
    for (const qsizetype index : excerpts)
        addMessage(index);
    if (QTreeWidgetItem *first = m_tree->topLevelItem(0))
        m_tree->setCurrentItem(first);
    fitTree();
}

void EvidenceView::addMessage(qsizetype index)
{
    const WireExcerpt &excerpt = m_diagnosis.excerpts.at(index);
    auto *item = new QTreeWidgetItem(m_tree);
    const QString label = visibleText(excerpt.label, 60);
    item->setText(0, (excerpt.sent ? QStringLiteral("→ ") : QStringLiteral("← ")) + label);
    item->setFont(0, Theme::current(this).strong);
    item->setText(1, excerpt.bytes.isEmpty()
                         ? tr("after %1").arg(doctor::durationText(excerpt.at))
                         : tr("%n byte(s) after %1", nullptr, static_cast<int>(excerpt.bytes.size()))
                               .arg(doctor::durationText(excerpt.at)));
    item->setData(0, Qt::AccessibleTextRole, (excerpt.sent ? tr("sent: %1") : tr("received: %1")).arg(label));
    item->setData(0, ExcerptRole, index);
    item->setData(0, Qt::UserRole + 2, excerpt.bytes);
    if (excerpt.bytes.isEmpty() && !excerpt.sent)
        item->setForeground(0, Theme::current(this).failed);
    int number = 0;
    for (const WireField &field : doctor::fieldsOf(excerpt)) {
        auto *row = new QTreeWidgetItem(item);
        row->setText(0, field.name);
        row->setText(1, field.blanked ? tr("•••• held back") : visibleText(field.value, 300));
        row->setFont(1, Theme::current(this).mono);
        row->setData(0, FieldRole, number++);
        row->setData(0, ExcerptRole, index);
        for (const QString &part : field.parts) {
            auto *flag = new QTreeWidgetItem(row, {part});
            flag->setData(0, FieldRole, number - 1);
            flag->setData(0, ExcerptRole, index);
        }
    }
    item->setExpanded(true);
}

void EvidenceView::fitTree()
{
    int rows = 0;
    for (QTreeWidgetItemIterator it(m_tree, QTreeWidgetItemIterator::NotHidden); *it && rows < 200; ++it) {
        const QTreeWidgetItem *parent = (*it)->parent();
        if (!parent || (parent->isExpanded() && (!parent->parent() || parent->parent()->isExpanded())))
            ++rows;
    }
    const int rowHeight = std::max(m_tree->sizeHintForRow(0), Theme::current(this).ipx(22));
    m_tree->setFixedHeight(std::clamp(rows, 1, MaxShownRows) * rowHeight + 4);
}

void EvidenceView::showChosen()
{
    const QTreeWidgetItem *item = m_tree->isHidden() ? nullptr : m_tree->currentItem();
    const qsizetype index = item ? item->data(0, ExcerptRole).toLongLong() : -1;
    const bool known = index >= 0 && index < m_diagnosis.excerpts.size();
    const WireExcerpt excerpt = known ? m_diagnosis.excerpts.at(index) : WireExcerpt{};
    m_bytes->setVisible(!excerpt.bytes.isEmpty());
    m_blanked->setVisible(excerpt.blankedFrom >= 0);
    m_bytes->setExcerpt(excerpt);
    const QVariant field = item ? item->data(0, FieldRole) : QVariant();
    const QList<WireField> fields = doctor::fieldsOf(excerpt);
    if (field.isValid() && field.toInt() < fields.size())
        m_bytes->highlight(fields.at(field.toInt()).offset, fields.at(field.toInt()).length);
    else
        m_bytes->highlight(0, 0);
}

void EvidenceView::chooseByte(qsizetype byte)
{
    QTreeWidgetItem *item = m_tree->currentItem();
    while (item && item->parent())
        item = item->parent();
    if (!item)
        return;
    const qsizetype index = item->data(0, ExcerptRole).toLongLong();
    const int field = doctor::fieldAt(doctor::fieldsOf(m_diagnosis.excerpts.at(index)), byte);
    if (field < 0 || field >= item->childCount())
        return;
    item->setExpanded(true);
    m_tree->setCurrentItem(item->child(field));
}

void EvidenceView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        m_shown.clear();
        m_tree->clear();
        refresh();
    }
    QWidget::changeEvent(event);
}

} // namespace nodescope::widgets
