#include "widgets/inspector/InspectorPane.h"

#include <QEvent>
#include <QVBoxLayout>

#include "widgets/common/Labels.h"
#include "widgets/inspector/EventPage.h"
#include "widgets/inspector/LinkPage.h"
#include "widgets/inspector/MessagePage.h"
#include "widgets/inspector/NodePage.h"
#include "widgets/inspector/PageHead.h"
#include "widgets/style/Theme.h"

namespace nodescope::widgets {

using namespace cluster;

InspectorPane::InspectorPane(const ClusterStore &store, SelectionModel &selection, QWidget *parent)
    : PageStack(parent)
    , m_store(store)
    , m_selection(selection)
    , m_head(new PageHead(this))
    , m_nothing(nullptr)
    , m_node(new NodePage(store, selection, this))
    , m_link(new LinkPage(store, this))
    , m_event(new EventPage(store, selection, this))
    , m_message(new MessagePage(store, selection, this))
    , m_emptyPage(new QWidget(this))
{
    m_nothing = makeParagraph(TextRole::Secondary, m_emptyPage);
    auto *layout = new QVBoxLayout(m_emptyPage);
    layout->setContentsMargins(16, 12, 16, 16);
    layout->addWidget(m_nothing);
    layout->addStretch();
    for (QWidget *page : {m_emptyPage, static_cast<QWidget *>(m_node), static_cast<QWidget *>(m_link),
                          static_cast<QWidget *>(m_event), static_cast<QWidget *>(m_message)})
        addWidget(page);
    setCurrentWidget(m_emptyPage);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    retranslate();

    for (const InspectorPage *page :
         {static_cast<InspectorPage *>(m_node), static_cast<InspectorPage *>(m_link),
          static_cast<InspectorPage *>(m_event), static_cast<InspectorPage *>(m_message)})
        connect(page, &InspectorPage::headChanged, this, &InspectorPane::showHead);
    connect(&selection, &SelectionModel::changed, this, &InspectorPane::show);
    connect(m_node, &NodePage::intent, this, &InspectorPane::intent);
    connect(m_link, &LinkPage::intent, this, &InspectorPane::intent);
    connect(m_node, &NodePage::connectOtherwiseRequested, this, &InspectorPane::connectOtherwiseRequested);
    connect(m_link, &LinkPage::connectOtherwiseRequested, this, &InspectorPane::connectOtherwiseRequested);
    connect(m_node, &NodePage::examineRequested, this, &InspectorPane::examineRequested);
    connect(m_link, &LinkPage::examineRequested, this, &InspectorPane::examineRequested);
    // What is shown may go while it is shown.
    connect(&store, &ClusterStore::nodeRemoved, this, [this](const base::NodeName &name) {
        if (m_selection.node() && *m_selection.node() == name)
            m_selection.clear();
    });
    connect(&store, &ClusterStore::linkRemoved, this, [this](const LinkKey &key) {
        if (m_selection.link() && *m_selection.link() == key)
            m_selection.clear();
    });
    connect(&store, &ClusterStore::reset, &selection, &SelectionModel::clear);
    // A node may be selected before it is there: one has just asked to connect to it.
    connect(&store, &ClusterStore::nodeAdded, this, [this](const base::NodeName &name) {
        if (m_selection.node() && *m_selection.node() == name)
            show(m_selection.current());
    });
    show(selection.current());
}

void InspectorPane::setTrends(const models::Trends &trends)
{
    m_node->setTrends(trends);
    m_link->setTrends(trends);
}

QSize InspectorPane::sizeHint() const
{
    return {Theme::current(this).ipx(332), Theme::current(this).ipx(400)};
}

void InspectorPane::show(const Selection &selection)
{
    if (const auto *node = std::get_if<base::NodeName>(&selection); node && m_store.cluster().node(*node)) {
        m_node->setNode(*node);
        showPage(m_node);
    } else if (const auto *link = std::get_if<LinkKey>(&selection); link && m_store.cluster().link(*link)) {
        m_link->setLink(*link);
        showPage(m_link);
    } else if (const auto *event = std::get_if<EventId>(&selection)) {
        m_event->setEvent(event->id);
        // Of a message there is more to say than that something happened.
        if (const quint64 exchange = m_event->exchange(); exchange != 0)
            showMessage(exchange);
        else
            showPage(m_event);
    } else if (const auto *message = std::get_if<ExchangeId>(&selection)) {
        showMessage(message->exchange);
    } else {
        showPage(m_emptyPage);
    }
}

void InspectorPane::showMessage(quint64 exchange)
{
    m_message->setExchange(exchange);
    showPage(m_message);
}

void InspectorPane::showPage(QWidget *page)
{
    setCurrentWidget(page);
    showHead();
}

void InspectorPane::showHead()
{
    const auto *page = qobject_cast<const InspectorPage *>(currentWidget());
    if (page)
        m_head->setTexts(page->title(), page->subtitle(), page->fullTitle(), page->shortTitle());
    else
        m_head->setTexts(tr("Inspector"), QString(), QString(), QString());
}

QWidget *InspectorPane::head() const
{
    return m_head;
}

void InspectorPane::retranslate()
{
    m_nothing->setText(
        tr("Select a node or a link to see all that is known of it. A link that failed says why."));
    showHead();
}

void InspectorPane::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    PageStack::changeEvent(event);
}

} // namespace nodescope::widgets
