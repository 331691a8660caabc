#include "widgets/doctor/SettingsTable.h"

#include <QEvent>
#include <QHeaderView>
#include <QVBoxLayout>

#include "doctor/SettingWords.h"
#include "widgets/common/Labels.h"
#include "widgets/common/SafeText.h"
#include "widgets/common/Words.h"
#include "widgets/style/Icons.h"
#include "widgets/tables/DataTable.h"

namespace nodescope::widgets {

using cluster::Examination;
using cluster::SettingPair;

SettingsTable::SettingsTable(QWidget *parent)
    : QWidget(parent)
    , m_title(makeLabel(TextRole::Strong, this))
    , m_table(new DataTable(this))
{
    m_table->setSortingEnabled(false);
    m_table->setModel(&m_model);
    m_table->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    m_table->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(m_title);
    layout->addWidget(m_table);
    hide();
}

void SettingsTable::setExamination(const Examination &examination)
{
    if (m_model.rowCount() > 0 && examination.settings == m_examination.settings &&
        examination.from == m_examination.from && examination.to == m_examination.to)
        return;
    m_examination = examination;
    fill();
}

void SettingsTable::fill()
{
    m_title->setText(tr("Settings of the two"));
    m_table->setAccessibleName(m_title->text());
    m_model.clear();
    m_model.setHorizontalHeaderLabels(
        {tr("Setting"), nameFor(m_examination.from), nameFor(m_examination.to), tr("Comparison")});
    for (const SettingPair &pair : std::as_const(m_examination.settings))
        addRow(pair);
    QHeaderView *header = m_table->horizontalHeader();
    header->setStretchLastSection(false);
    header->setSectionResizeMode(QHeaderView::Stretch);
    header->setSectionResizeMode(Setting, QHeaderView::ResizeToContents);
    header->setSectionResizeMode(Comparison, QHeaderView::ResizeToContents);
    m_table->setFixedHeight(header->sizeHint().height() +
                            m_model.rowCount() * m_table->verticalHeader()->defaultSectionSize() + 4);
    setVisible(m_model.rowCount() > 0);
}

void SettingsTable::addRow(const SettingPair &pair)
{
    const Theme theme = Theme::current(this);
    const auto value = [&](const QString &text) {
        auto *item = new QStandardItem(text.isEmpty() ? tr("not known") : visibleText(text, 200));
        item->setToolTip(visibleRichText(text, 600));
        if (text.isEmpty())
            item->setForeground(theme.secondary);
        return item;
    };
    const doctor::SettingValues values = doctor::valuesOf(pair);
    auto *name = new QStandardItem(doctor::titleOfSetting(pair.setting));
    auto *comparison = new QStandardItem;
    if (pair.explains) {
        comparison->setText(tr("explains it"));
        comparison->setIcon(icon(Glyph::Error, theme.failed));
        comparison->setForeground(theme.failed);
        name->setFont(theme.strong);
        comparison->setFont(theme.strong);
    } else if (pair.differs) {
        comparison->setText(tr("differs"));
        comparison->setIcon(icon(Glyph::Warning, theme.attentionText));
    } else if (pair.a.isEmpty() || pair.b.isEmpty()) {
        comparison->setText(tr("cannot be compared"));
        comparison->setForeground(theme.secondary);
    } else if (pair.a != pair.b) {
        // What each says of the other is no setting that could be the same.
        comparison->setText(tr("each its own"));
        comparison->setForeground(theme.secondary);
    } else {
        comparison->setText(tr("same"));
        comparison->setIcon(icon(Glyph::Check, theme.up));
    }
    const QList<QStandardItem *> row{name, value(values.a), value(values.b), comparison};
    for (QStandardItem *item : row)
        item->setEditable(false);
    m_model.appendRow(row);
}

void SettingsTable::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        fill();
    QWidget::changeEvent(event);
}

} // namespace nodescope::widgets
