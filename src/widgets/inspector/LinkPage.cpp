#include "widgets/inspector/LinkPage.h"

#include <QEvent>
#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

#include "widgets/common/Labels.h"
#include "widgets/common/SafeText.h"
#include "widgets/common/Words.h"
#include "widgets/figures/SeriesOf.h"
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
    , m_ends(nullptr)
    , m_trafficTitle(nullptr)
    , m_rates(nullptr)
    , m_counted(nullptr)
{
    auto *body = new QWidget(this);
    m_ends = new FactList(body);
    m_trafficTitle = makeLabel(TextRole::Strong, body);
    m_rates = new SeriesList(body);
    m_counted = new FactList(body);
    auto *layout = new QVBoxLayout(body);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_ends);
    layout->addSpacing(8);
    layout->addWidget(m_trafficTitle);
    layout->addWidget(m_rates);
    layout->addWidget(m_counted);
    layout->addStretch();
    m_whyTab = addTab(m_failure);
    m_endsTab = addTab(body);
    retranslate();
    connect(&store, &ClusterStore::linkChanged, this, [this](const LinkKey &key) {
        if (key == m_key)
            refresh();
    });
    connect(&store, &ClusterStore::trafficChanged, this, [this](const LinkKey &key) {
        if (key == m_key)
            showTraffic();
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

void LinkPage::setTrends(const models::Trends &trends)
{
    // Its rates are new when the counters are: it hears of them before this page does.
    m_trends = &trends;
    showTraffic();
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
    const bool justFailed = explained && !isTabShown(m_whyTab);
    setTabShown(m_whyTab, explained);
    if (justFailed && !isTabChosen())
        showTab(m_whyTab);
    if (explained)
        m_failure->setDiagnosis(link->diagnosis);
    showHead(*link);
    showEnds(*link);
    showTraffic();
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
    setHead(briefNameFor(link), subtitle, nameFor(link), shortNameFor(link));
}

FactList::Fact LinkPage::kindOf(const Link &link)
{
    // What never came up, or is not yet up, is in nobody's nodes().
    if (link.state == LinkState::Failed || link.state == LinkState::Connecting)
        return {tr("Kind"), QString(), {}};
    return {tr("Kind"), link.hidden ? tr("hidden") : tr("visible"),
            link.hidden
                ? tr("In nodes(hidden) of the ends: no part of the mesh, and of no concern to global.")
                : tr("In nodes() of the ends: part of the mesh.")};
}

void LinkPage::showEnds(const Link &link)
{
    const QLocale locale;
    QList<FactList::Fact> facts{
        {nameFor(link.key.a), wordFor(link.aSees), {}},
        {nameFor(link.key.b), wordFor(link.bSees), {}},
        {tr("Together"), wordFor(link.state),
         link.state == LinkState::OneSided
             ? tr("The ends disagree. Either one has not noticed yet, or messages go one way only.")
             : QString()},
        {tr("Since"), momentText(link.since), {}},
        kindOf(link),
        {tr("Encryption"), link.tls ? tr("TLS") : tr("none known"), {}},
        {tr("Failed attempts"), link.failures > 0 ? locale.toString(link.failures) : QString(), {}},
    };
    m_ends->setFacts(facts);
}

void LinkPage::showTraffic()
{
    const Traffic *traffic = m_store.cluster().traffic(m_key);
    m_trafficTitle->setVisible(traffic != nullptr);
    m_trafficTitle->setText(tr("Traffic"));
    m_rates->setSeries(traffic && m_trends ? seriesOf(m_key, *m_trends) : QList<SeriesList::Series>());
    QList<FactList::Fact> facts;
    for (const base::NodeName &end : {m_key.a, m_key.b}) {
        const EndTraffic told = traffic ? traffic->at(end) : EndTraffic();
        if (!told.isKnown())
            continue;
        QStringList counted{
            tr("%1 packets in, %2 out").arg(countText(told.packetsIn), countText(told.packetsOut))};
        if (told.bytesIn && told.bytesOut)
            counted.append(tr("%1 in, %2 out").arg(sizeText(told.bytesIn), sizeText(told.bytesOut)));
        if (told.bytesHeld.value_or(0) > 0)
            counted.append(tr("%1 waiting to be sent").arg(sizeText(told.bytesHeld)));
        facts.append({tr("%1 counted").arg(shortNameFor(end)), counted.join(QStringLiteral(" · ")),
                      tr("As of %1, since the connection is up.").arg(timeText(told.time))});
    }
    m_counted->setFacts(facts);
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
