#include "widgets/inspector/MessagePage.h"

#include <algorithm>

#include <QEvent>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "widgets/common/FactList.h"
#include "widgets/common/Labels.h"
#include "widgets/common/SafeText.h"
#include "widgets/common/Words.h"
#include "widgets/sequence/MessageWords.h"
#include "widgets/style/Theme.h"

namespace nodescope::widgets {

using cluster::MessageStep;
using cluster::StepKind;

MessagePage::MessagePage(const cluster::ClusterStore &store, SelectionModel &selection, QWidget *parent)
    : InspectorPage(parent)
    , m_store(store)
    , m_sentence(makeParagraph(TextRole::Plain, this))
    , m_facts(new FactList(this))
    , m_stepsHead(makeLabel(TextRole::Strong, this))
    , m_steps(new FactList(this))
    , m_termHead(makeLabel(TextRole::Strong, this))
    , m_term(new QPlainTextEdit(this))
    , m_showNode(makeQuietButton(this))
{
    m_term->setReadOnly(true);
    m_term->setFont(Theme::current(this).mono);
    m_term->setTabChangesFocus(true);
    m_term->setObjectName(QStringLiteral("messageTerm"));
    auto *body = new QVBoxLayout;
    body->setContentsMargins(16, 8, 16, 16);
    body->setSpacing(10);
    for (QWidget *part : {static_cast<QWidget *>(m_sentence), static_cast<QWidget *>(m_facts),
                          static_cast<QWidget *>(m_stepsHead), static_cast<QWidget *>(m_steps),
                          static_cast<QWidget *>(m_termHead)})
        body->addWidget(part);
    body->addWidget(m_term, 1);
    body->addWidget(m_showNode, 0, Qt::AlignLeft);
    setBody(body);
    connect(m_showNode, &QPushButton::clicked, this, [this, &selection] {
        if (const auto all = steps(); !all.isEmpty())
            selection.select(all.front().to.node);
    });
    connect(&store, &cluster::ClusterStore::messageHappened, this, [this](const MessageStep &step) {
        if (isVisible() && step.exchange == m_exchange)
            refresh();
    });
}

void MessagePage::setExchange(quint64 exchange)
{
    m_exchange = exchange;
    refresh();
}

QList<MessageStep> MessagePage::steps() const
{
    const auto &all = m_store.cluster().messages();
    QList<MessageStep> steps;
    std::copy_if(all.begin(), all.end(), std::back_inserter(steps),
                 [this](const MessageStep &step) { return step.exchange == m_exchange; });
    return steps;
}

void MessagePage::refresh()
{
    const QList<MessageStep> all = steps();
    for (QWidget *part : {static_cast<QWidget *>(m_facts), static_cast<QWidget *>(m_stepsHead),
                          static_cast<QWidget *>(m_steps), static_cast<QWidget *>(m_termHead),
                          static_cast<QWidget *>(m_term), static_cast<QWidget *>(m_showNode)})
        part->setVisible(!all.isEmpty());
    if (all.isEmpty()) {
        setHead(tr("Message"), tr("It is no longer kept."));
        m_sentence->clear();
        return;
    }
    const MessageStep &first = all.front();
    graph::Sequence sequence;
    for (const MessageStep &step : all)
        sequence.append(step);
    QString title = wordFor(first.form);
    title[0] = title.at(0).toUpper();
    setHead(title, timeText(first.time, true));
    m_sentence->setText(sentenceFor(first) + QStringLiteral("; ") + fateFor(sequence.arrows().front()));
    m_facts->setFacts(
        {{tr("From"), nameFor(first.from), {}},
         {tr("To"), nameFor(first.to), {}},
         {tr("Size"), first.size < 0 ? QString() : QLocale().formattedDataSize(first.size), {}}});
    showSteps(all);
    m_showNode->setText(tr("Show the node"));
    m_showNode->setVisible(m_store.cluster().node(first.to.node) != nullptr);
}

void MessagePage::showSteps(const QList<MessageStep> &steps)
{
    m_stepsHead->setText(tr("Step by step"));
    QList<FactList::Fact> facts;
    QString terms;
    for (const MessageStep &step : steps) {
        const auto since = std::chrono::duration<double, std::milli>(step.at - steps.front().at).count();
        QString what = wordFor(step.kind);
        if (!step.reason.isEmpty())
            what += QStringLiteral(": ") + reasonText(step.reason);
        const QString after =
            &step == &steps.front() ? timeText(step.time, true) : tr("after %L1 ms").arg(since, 0, 'f', 1);
        facts.append({after, what, {}});
        if (!step.text.isEmpty() && (terms.isEmpty() || step.kind == StepKind::Answered))
            terms += (terms.isEmpty() ? QString() : QStringLiteral("\n\n")) +
                     visibleText(step.text, MessageStep::MaxText + 1);
    }
    m_steps->setFacts(facts);
    m_termHead->setText(tr("Term"));
    m_termHead->setVisible(!terms.isEmpty());
    m_term->setVisible(!terms.isEmpty());
    m_term->setPlainText(terms);
    m_term->setAccessibleName(tr("Term"));
}

void MessagePage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh();
    InspectorPage::changeEvent(event);
}

} // namespace nodescope::widgets
