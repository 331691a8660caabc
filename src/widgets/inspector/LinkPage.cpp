#include "widgets/inspector/LinkPage.h"

#include <QEvent>
#include <QLocale>

#include "widgets/common/FactList.h"
#include "widgets/common/SafeText.h"
#include "widgets/common/Words.h"
#include "widgets/inspector/FailureView.h"

namespace nodescope::widgets {

using namespace cluster;

TryAgain tryAgainOf(const LinkKey &key, const Diagnosis *diagnosis)
{
    const bool known = diagnosis && key.contains(diagnosis->to);
    const base::NodeName to = known ? diagnosis->to : (key.a == selfName() ? key.b : key.a);
    return {key.other(to), to};
}

LinkPage::LinkPage(const ClusterStore &store, QWidget *parent)
    : TabbedPage(parent)
    , m_store(store)
    , m_failure(new FailureView(this))
    , m_ends(new FactList(this))
{
    m_whyTab = addTab(m_failure);
    m_endsTab = addTab(m_ends);
    retranslate();
    connect(&store, &ClusterStore::linkChanged, this, [this](const LinkKey &key) {
        if (key == m_key)
            refresh();
    });
    connect(m_failure, &FailureView::tryAgainClicked, this,
            [this] { Q_EMIT intent(tryAgainOf(m_key, m_failure->diagnosis().get())); });
    connect(m_failure, &FailureView::dismissClicked, this, [this] {
        const TryAgain ends = tryAgainOf(m_key, m_failure->diagnosis().get());
        Q_EMIT intent(Dismiss{ends.from, ends.to});
    });
    connect(m_failure, &FailureView::connectOtherwiseClicked, this, &LinkPage::connectOtherwiseRequested);
    connect(m_failure, &FailureView::examineClicked, this, [this] {
        const TryAgain ends = tryAgainOf(m_key, m_failure->diagnosis().get());
        Q_EMIT examineRequested(ends.from, ends.to);
    });
}

void LinkPage::retranslate()
{
    setTabText(m_whyTab, tr("Why"));
    setTabText(m_endsTab, tr("Both ends"));
}

void LinkPage::setLink(const LinkKey &key)
{
    m_key = key;
    refresh();
    const Link *link = m_store.cluster().link(key);
    showTab(link && link->diagnosis ? m_whyTab : m_endsTab);
}

QString LinkPage::diagnosisText() const
{
    return m_failure->asText();
}

void LinkPage::refresh()
{
    const Link *link = m_store.cluster().link(m_key);
    if (!link)
        return;
    const bool explained = link->diagnosis && link->state != LinkState::Up;
    setTabShown(m_whyTab, explained);
    if (explained)
        m_failure->setDiagnosis(link->diagnosis);
    showHead(*link);
    showEnds(*link);
}

void LinkPage::showHead(const Link &link)
{
    QString subtitle;
    const QString since = momentText(link.since);
    switch (link.state) {
    case LinkState::Failed:
        subtitle = tr("failed %n time(s), last at %1", nullptr, std::max(1, link.failures))
                       .arg(timeText(link.diagnosis ? link.diagnosis->time : link.since, true));
        break;
    case LinkState::Down:
        subtitle = link.reason.isEmpty() ? tr("down since %1").arg(since)
                                         : tr("down since %1: %2").arg(since, visibleText(link.reason, 80));
        break;
    case LinkState::Up:
        subtitle = tr("up since %1").arg(since);
        break;
    case LinkState::OneSided:
        subtitle = tr("only one end says that it is up");
        break;
    case LinkState::Connecting:
        subtitle = tr("being set up");
        break;
    }
    setHead(briefNameFor(link), subtitle, nameFor(link));
}

void LinkPage::showEnds(const Link &link)
{
    const QLocale locale;
    const Traffic traffic =
        m_store.cluster().traffic(link.key) ? *m_store.cluster().traffic(link.key) : Traffic();
    const auto packets = [&](const EndTraffic &end) {
        return end.isKnown() ? locale.toString(end.packetsOut) : QString();
    };
    QList<FactList::Fact> facts{
        {nameFor(link.key.a), wordFor(link.aSees), {}},
        {nameFor(link.key.b), wordFor(link.bSees), {}},
        {tr("Together"), wordFor(link.state),
         link.state == LinkState::OneSided
             ? tr("The ends disagree. Either one has not noticed yet, or messages go one way only.")
             : QString()},
        {tr("Since"), momentText(link.since), {}},
        {tr("Kind"), link.hidden ? tr("hidden") : tr("visible"),
         link.hidden ? tr("In nodes(hidden) of the ends: no part of the mesh, and of no concern to global.")
                     : tr("In nodes() of the ends: part of the mesh.")},
        {tr("Encryption"), link.tls ? tr("TLS") : tr("none known"), {}},
        {tr("Packets from %1").arg(shortNameFor(link.key.a)), packets(traffic.a), {}},
        {tr("Packets from %1").arg(shortNameFor(link.key.b)), packets(traffic.b), {}},
        {tr("Failed attempts"), link.failures > 0 ? locale.toString(link.failures) : QString(), {}},
    };
    m_ends->setFacts(facts);
}

void LinkPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        refresh();
    }
    TabbedPage::changeEvent(event);
}

} // namespace nodescope::widgets
