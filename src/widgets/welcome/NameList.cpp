#include "widgets/welcome/NameList.h"

#include <QHBoxLayout>
#include <QPushButton>

#include "widgets/common/Labels.h"
#include "widgets/common/Words.h"

namespace nodescope::widgets {

NameList::NameList(QWidget *parent)
    : QWidget(parent)
    , m_heading(makeLabel(TextRole::Strong, this))
    , m_button(makeQuietButton(this))
    , m_state(makeParagraph(TextRole::Secondary, this))
    , m_body(new QWidget(this))
    , m_rows(new QVBoxLayout(m_body))
{
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(0);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(0, 0, 0, 0);
    head->addWidget(m_heading, 1);
    head->addWidget(m_button);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(head);
    layout->addWidget(makeHairline(this));
    layout->addWidget(m_state);
    layout->addWidget(m_body);
}

void NameList::setTexts(const QString &heading, const QString &state, const QString &connectText)
{
    m_heading->setText(heading);
    m_state->setText(state);
    m_state->setVisible(!state.isEmpty());
    m_connectText = connectText;
}

void NameList::setRows(const QList<Row> &rows)
{
    qDeleteAll(m_body->findChildren<QWidget *>(Qt::FindDirectChildrenOnly));
    for (const Row &row : rows) {
        auto *line = new QWidget(m_body);
        auto *name = new ElidedLabel(TextRole::Plain, line);
        name->setFullText(row.text, Qt::ElideMiddle);
        line->setToolTip(row.tip);
        QLabel *remark = makeLabel(TextRole::Small, line);
        remark->setText(row.remark);
        QPushButton *go = makeQuietButton(line);
        go->setText(m_connectText);
        go->setAccessibleName(m_connectText + u' ' + row.text);
        connect(go, &QPushButton::clicked, this, [this, row] {
            if (row.node.isNull())
                Q_EMIT titleChosen(row.title);
            else
                Q_EMIT chosen(row.node, row.epmdPort);
        });
        go->setEnabled(row.enabled);
        auto *layout = new QHBoxLayout(line);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->addWidget(name, 1);
        layout->addWidget(remark);
        layout->addWidget(go);
        m_rows->addWidget(line);
    }
    m_body->setVisible(!rows.isEmpty());
}

} // namespace nodescope::widgets
