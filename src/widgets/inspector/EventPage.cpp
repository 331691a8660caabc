#include "widgets/inspector/EventPage.h"

#include <QEvent>
#include <QPushButton>
#include <QVBoxLayout>

#include "doctor/CauseText.h"
#include "doctor/EvidenceText.h"
#include "widgets/common/FactList.h"
#include "widgets/common/Labels.h"
#include "widgets/common/SafeText.h"
#include "widgets/common/Words.h"
#include "widgets/doctor/EvictionLookup.h"

namespace nodescope::widgets {

using cluster::Event;

EventPage::EventPage(const cluster::ClusterStore &store, SelectionModel &selection, QWidget *parent)
    : InspectorPage(parent)
    , m_store(store)
    , m_sentence(makeParagraph(TextRole::Plain, this))
    , m_facts(new FactList(this))
    , m_story(new QWidget(this))
    , m_showNode(makeQuietButton(this))
{
    auto *story = new QVBoxLayout(m_story);
    story->setContentsMargins(0, 0, 0, 0);
    story->setSpacing(6);
    m_story->setObjectName(QStringLiteral("story"));
    auto *body = new QVBoxLayout;
    body->setContentsMargins(16, 8, 16, 16);
    body->setSpacing(12);
    body->addWidget(m_sentence);
    body->addWidget(m_facts);
    body->addWidget(m_story);
    body->addWidget(m_showNode, 0, Qt::AlignLeft);
    body->addStretch();
    setBody(body);
    connect(m_showNode, &QPushButton::clicked, this, [this, &selection] {
        if (const Event *event = find())
            selection.select(event->node);
    });
}

void EventPage::setEvent(quint64 id)
{
    m_id = id;
    refresh();
}

quint64 EventPage::exchange() const
{
    const Event *event = find();
    if (!event || event->exchange == 0)
        return 0;
    const auto &messages = m_store.cluster().messages();
    const bool kept =
        std::any_of(messages.begin(), messages.end(),
                    [event](const cluster::MessageStep &step) { return step.exchange == event->exchange; });
    return kept ? event->exchange : 0;
}

const Event *EventPage::find() const
{
    const auto &events = m_store.cluster().events();
    const auto found = std::lower_bound(events.begin(), events.end(), m_id,
                                        [](const Event &event, quint64 id) { return event.id < id; });
    return found != events.end() && found->id == m_id ? &*found : nullptr;
}

void EventPage::refresh()
{
    const Event *event = find();
    if (!event) {
        setHead(tr("Event"), tr("It is no longer kept."));
        m_sentence->clear();
        m_facts->setFacts({});
        m_story->hide();
        m_showNode->hide();
        return;
    }
    setHead(wordFor(event->kind), timeText(event->time, true));
    m_sentence->setText(sentenceFor(*event));
    // Of a failed attempt both are the doctor's; else they are the words of nodes.
    const bool failed = event->kind == cluster::EventKind::ConnectFailed;
    const QString reason =
        failed ? doctor::briefOf(cluster::causeFromIdentifier(event->reason), event->certainty)
               : event->reason;
    const QString detail = failed ? doctor::evidenceText(event->detail) : event->detail;
    m_facts->setFacts({{tr("Who says so"), nameFor(event->source), {}},
                       {tr("Node"), event->node.isNull() ? QString() : nameFor(event->node), {}},
                       {tr("Reason"), visibleText(reason, 300), {}},
                       {tr("Detail"), visibleText(detail, 2000), {}}});
    showStory(*event);
    m_showNode->setVisible(m_store.cluster().node(event->node) != nullptr);
    m_showNode->setText(tr("Show the node"));
}

void EventPage::showStory(const Event &lost)
{
    qDeleteAll(m_story->findChildren<QWidget *>(Qt::FindDirectChildrenOnly));
    const auto story = storyOf(m_store.cluster(), lost);
    m_story->setVisible(story.has_value());
    if (!story)
        return;
    const auto add = [this](TextRole role, const QString &text) {
        QLabel *label = makeParagraph(role, m_story);
        label->setText(visibleText(text, 2000));
        m_story->layout()->addWidget(label);
        label->show();
    };
    add(TextRole::Strong, doctor::titleOf(*story));
    for (const QString &step : doctor::stepsOf(*story))
        add(TextRole::Plain, step);
    for (const QString &doubt : doctor::doubtsOf(*story))
        add(TextRole::Small, doubt);
}

void EventPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh();
    InspectorPage::changeEvent(event);
}

} // namespace nodescope::widgets
