#include "widgets/mainwindow/StatusSummary.h"

#include <algorithm>

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QLocale>
#include <QToolButton>

#include "widgets/common/Labels.h"
#include "widgets/common/SafeText.h"
#include "widgets/mainwindow/SessionState.h"
#include "widgets/style/Icons.h"
#include "widgets/style/Theme.h"

namespace nodescope::widgets {

using namespace cluster;

namespace {
/// Of so many nodes all are counted only a few times a second.
constexpr qsizetype ManyNodes = 1000;
constexpr int LaterMilliseconds = 150;

/// Whether anything is known but this program itself.
bool hasNodes(const Cluster &cluster)
{
    const auto &nodes = cluster.nodes();
    return std::any_of(nodes.begin(), nodes.end(),
                       [](const Node &node) { return node.kind != NodeKind::Self; });
}
} // namespace

StatusSummary::StatusSummary(const ClusterStore &store, QAction &arm, QWidget *parent)
    : QWidget(parent)
    , m_store(store)
    , m_left(new ElidedLabel(TextRole::Small, this))
    , m_dropped(makeLabel(TextRole::Small, this))
    , m_arm(new QToolButton(this))
{
    m_dropped->setProperty("alarm", true);
    m_arm->setObjectName(QStringLiteral("armed"));
    m_arm->setProperty("quiet", true);
    m_arm->setAutoRaise(true);
    m_arm->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_arm->setFocusPolicy(Qt::TabFocus);
    connect(m_arm, &QToolButton::clicked, &arm, &QAction::trigger);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 0, 4, 0);
    layout->setSpacing(12);
    layout->addWidget(m_left, 1);
    layout->addWidget(m_dropped);
    layout->addWidget(m_arm);
    m_later.setSingleShot(true);
    m_later.setInterval(LaterMilliseconds);
    connect(&m_later, &QTimer::timeout, this, &StatusSummary::refresh);
    connect(&store, &ClusterStore::batchEnded, this, &StatusSummary::refreshSoon);
    connect(&store, &ClusterStore::reset, this, &StatusSummary::refresh);
    refresh();
}

QString StatusSummary::text() const
{
    return m_left->fullText();
}

QString StatusSummary::sessionText() const
{
    const SessionInfo &session = m_store.cluster().session();
    const SessionState state = sessionStateOf(m_store.cluster(), m_isNow);
    QStringList parts;
    if (session.source == SessionInfo::Source::Live && !session.profile.isEmpty())
        parts.append(tr("profile %1").arg(visibleText(session.profile, 60)));
    else if (session.source == SessionInfo::Source::Live && session.practiceRunning)
        parts.append(tr("practice cluster"));
    // A cluster by its name is live, unless something else is said.
    if (parts.isEmpty() || state != SessionState::Live)
        parts.append(wordFor(state));
    return parts.join(QStringLiteral(" · "));
}

void StatusSummary::setLive(bool live)
{
    m_isNow = live;
    refresh();
}

QString StatusSummary::countsText() const
{
    if (!hasNodes(m_store.cluster()))
        return {};
    int nodes = 0;
    for (const Node &node : m_store.cluster().nodes())
        nodes += node.kind != NodeKind::Self;
    int links = 0;
    int failed = 0;
    for (const Link &link : m_store.cluster().links()) {
        failed += link.state == LinkState::Failed;
        // Our own are no part of the cluster: how we watch it is said apart.
        const bool isUp = link.state == LinkState::Up || link.state == LinkState::OneSided;
        links += isUp && !link.key.contains(selfName());
    }
    QStringList counts{tr("%n node(s)", nullptr, nodes), tr("%n link(s)", nullptr, links)};
    if (failed > 0)
        counts.append(tr("%n failed", nullptr, failed));
    return counts.join(QStringLiteral(", "));
}

QString StatusSummary::watchedText() const
{
    int push = 0;
    int poll = 0;
    int hearsay = 0;
    for (const Node &node : m_store.cluster().nodes()) {
        push += node.watched == Watched::Push;
        poll += node.watched == Watched::Poll;
        hearsay += node.watched == Watched::Hearsay;
    }
    QStringList ways;
    if (push > 0)
        ways.append(tr("%n by push", nullptr, push));
    if (poll > 0)
        ways.append(tr("%n by poll", nullptr, poll));
    if (hearsay > 0)
        ways.append(tr("%n by hearsay", nullptr, hearsay));
    return ways.isEmpty() ? QString() : tr("watched: %1").arg(ways.join(QStringLiteral(", ")));
}

QString StatusSummary::armText() const
{
    if (m_store.cluster().session().actingArmed)
        return tr("acting is allowed");
    const auto &nodes = m_store.cluster().nodes();
    // Practice nodes need no arming, and people who try them out must not think so.
    const bool practice = std::any_of(nodes.begin(), nodes.end(),
                                      [](const Node &node) { return node.kind == NodeKind::Practice; });
    return practice ? tr("acting on practice nodes only") : tr("acting is off for this cluster");
}

void StatusSummary::refreshSoon()
{
    if (m_store.cluster().nodes().size() < ManyNodes)
        refresh();
    else if (!m_later.isActive())
        m_later.start();
}

void StatusSummary::refresh()
{
    const SessionInfo &session = m_store.cluster().session();
    QStringList parts{sessionText(), countsText(), watchedText()};
    parts.removeAll(QString());
    m_left->setFullText(parts.join(QStringLiteral(" · ")));

    const quint64 dropped = session.droppedEvents + m_store.cluster().droppedEvents();
    m_dropped->setVisible(dropped > 0);
    m_dropped->setText(tr("%1 events dropped").arg(QLocale().toString(dropped)));
    m_dropped->setToolTip(
        tr("More happened than could be kept; the picture is right, its history has gaps."));

    const Theme theme = Theme::current(this);
    m_arm->setVisible(session.source == SessionInfo::Source::Live && hasNodes(m_store.cluster()));
    m_arm->setText(armText());
    m_arm->setIcon(session.actingArmed ? icon(Glyph::Armed, theme.attentionText) : icon(Glyph::Disarmed));
    m_arm->setToolTip(
        session.actingArmed
            ? tr("Acts on nodes that are not practice nodes are allowed, and asked about. Click to forbid.")
            : tr("Nodes that are not practice nodes are only watched. Click to allow acting."));
}

void StatusSummary::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        refresh();
    QWidget::changeEvent(event);
}

} // namespace nodescope::widgets
