#include "widgets/inspector/LinkActions.h"

#include <QClipboard>
#include <QGuiApplication>

#include "widgets/acting/ActGuard.h"
#include "widgets/inspector/FailureView.h"
#include "widgets/inspector/LinkPage.h"
#include "widgets/style/Icons.h"

namespace nodescope::widgets {

using namespace cluster;

LinkActions::LinkActions(const ClusterStore &store, const SelectionModel &selection, QObject *parent)
    : ActionSet(parent)
    , m_store(store)
    , m_selection(selection)
    , m_tryAgain(add(QStringLiteral("link.tryAgain"), QKeySequence(Qt::CTRL | Qt::Key_R)))
    , m_dismiss(add(QStringLiteral("link.dismiss")))
    , m_copy(add(QStringLiteral("link.copyDiagnosis")))
    , m_disconnect(add(QStringLiteral("link.disconnect")))
{
    m_tryAgain->setIcon(icon(Glyph::Refresh));
    m_copy->setIcon(icon(Glyph::Copy));
    m_disconnect->setIcon(icon(Glyph::Disconnect));
    connect(m_tryAgain, &QAction::triggered, this, &LinkActions::tryIt);
    connect(m_dismiss, &QAction::triggered, this, &LinkActions::dismissIt);
    connect(m_copy, &QAction::triggered, this, &LinkActions::copyIt);
    connect(m_disconnect, &QAction::triggered, this, &LinkActions::disconnectIt);
    connect(&selection, &SelectionModel::changed, this, &LinkActions::update);
    connect(&store, &ClusterStore::batchEnded, this, &LinkActions::update);
    connect(&store, &ClusterStore::reset, this, &LinkActions::update);
    update();
}

void LinkActions::retranslate()
{
    describe(m_tryAgain, tr("&Try Again"), tr("Repeats the attempt from the same end"));
    describe(m_dismiss, tr("&Dismiss"), tr("Takes the failed link off the picture"));
    describe(m_copy, tr("&Copy the Diagnosis"), tr("Copies verdict, ladder, bytes and repair as text"));
    update();
}

const Link *LinkActions::selected() const
{
    if (const LinkKey *key = m_selection.link())
        return m_store.cluster().link(*key);
    const base::NodeName *node = m_selection.node();
    if (!node || *node == selfName())
        return nullptr;
    const Link *link = m_store.cluster().link(LinkKey(selfName(), *node));
    return link && link->state == LinkState::Failed ? link : nullptr;
}

void LinkActions::update()
{
    const Link *link = selected();
    const QString none = link ? QString() : tr("No link is selected");
    const bool over = link && (link->state == LinkState::Failed || link->state == LinkState::Down);
    setAvailable(m_tryAgain, over ? QString() : (link ? tr("The link has not failed") : none));
    setAvailable(m_dismiss, over ? QString() : (link ? tr("The link has not failed") : none));
    setAvailable(m_copy, link && link->diagnosis ? QString()
                                                 : (link ? tr("There is no diagnosis for the link") : none));
    const bool ours = link && link->key.contains(selfName());
    const bool up = link && (link->state == LinkState::Up || link->state == LinkState::OneSided);
    describe(m_disconnect, tr("Disc&onnect the Two…"),
             link && ActGuard(m_store).mayPartition(link->key)
                 ? tr("Asks one end to drop the link to the other. global may then take other links of the "
                      "mesh down, too: see what is asked before")
                 : tr("Asks one end to drop the link to the other"));
    setAvailable(m_disconnect, !link  ? none
                               : ours ? tr("This is our own connection: leave the node instead")
                               : up   ? QString()
                                      : tr("The link is not up"));
}

void LinkActions::tryIt()
{
    if (const Link *link = selected())
        Q_EMIT intent(tryAgainOf(link->key, link->diagnosis.get()));
}

void LinkActions::dismissIt()
{
    if (const Link *link = selected()) {
        const TryAgain ends = tryAgainOf(link->key, link->diagnosis.get());
        Q_EMIT intent(Dismiss{ends.from, ends.to});
    }
}

void LinkActions::copyIt()
{
    const Link *link = selected();
    if (!link || !link->diagnosis)
        return;
    FailureView page;
    page.setDiagnosis(link->diagnosis);
    QGuiApplication::clipboard()->setText(page.asText());
}

void LinkActions::disconnectIt()
{
    const Link *link = selected();
    if (!link)
        return;
    // The end that says that the link is up is the one to ask.
    const bool askA = link->aSees == EndView::Up || link->bSees != EndView::Up;
    Q_EMIT intent(askA ? DisconnectPair{link->key.a, link->key.b} : DisconnectPair{link->key.b, link->key.a});
}

} // namespace nodescope::widgets
