#include "widgets/welcome/WelcomePage.h"

#include <QAction>
#include <QEvent>
#include <QFileInfo>
#include <QGridLayout>
#include <QPushButton>

#include "doctor/CauseText.h"
#include "widgets/common/Labels.h"
#include "widgets/common/SafeText.h"
#include "widgets/common/Words.h"
#include "widgets/style/Theme.h"
#include "widgets/welcome/NameList.h"
#include "widgets/welcome/WelcomeCard.h"

namespace nodescope::widgets {

using namespace cluster;

namespace {
QString localHost()
{
    return QStringLiteral("localhost");
}
/// Below this the two columns become one.
constexpr int TwoColumnWidth = 720;
constexpr int ContentWidth = 860;
} // namespace

WelcomePage::WelcomePage(const ClusterStore &store, RecentNodes &recent, RecentRecordings &recordings,
                         ProfileStore &profiles, QAction &practice, QAction &connectTo, QAction &explain,
                         QAction &listLocal, QWidget *parent)
    : QScrollArea(parent)
    , m_store(store)
    , m_recent(recent)
    , m_recordings(recordings)
    , m_profiles(profiles)
    , m_title(makeParagraph(TextRole::Title, this))
    , m_subtitle(makeParagraph(TextRole::Secondary, this))
    , m_practice(new WelcomeCard(Glyph::Practice, this))
    , m_connect(new WelcomeCard(Glyph::Connect, this))
    , m_explain(new WelcomeCard(Glyph::Doctor, this))
    , m_lists(new QWidget(this))
    , m_local(new NameList(m_lists))
    , m_recentList(new NameList(m_lists))
    , m_recordingList(new NameList(m_lists))
    , m_profileList(new NameList(m_lists))
{
    setObjectName(QStringLiteral("welcome"));
    m_practice->setPrimary(true);
    m_title->setProperty("display", true);
    build();
    join(m_practice, practice);
    join(m_connect, connectTo);
    join(m_explain, explain);
    connect(m_local->button(), &QPushButton::clicked, &listLocal, &QAction::trigger);
    connect(m_recentList->button(), &QPushButton::clicked, &recent, &RecentNodes::clear);
    for (const NameList *list : {m_local, m_recentList}) {
        connect(list, &NameList::chosen, this,
                [this](const base::NodeName &node, std::optional<quint16> port) {
                    Q_EMIT intent(ConnectToNode{node, {}, port, true});
                });
    }
    connect(m_profileList, &NameList::titleChosen, this, &WelcomePage::profileChosen);
    m_profileList->button()->hide();
    m_recordingList->setObjectName(QStringLiteral("recentRecordings"));
    connect(m_recordingList, &NameList::titleChosen, this, &WelcomePage::recordingChosen);
    connect(m_recordingList->button(), &QPushButton::clicked, &recordings, &RecentRecordings::clear);
    connect(&recordings, &RecentRecordings::changed, this, &WelcomePage::showRecordings);
    connect(&profiles, &ProfileStore::changed, this, &WelcomePage::showProfiles);
    connect(&store, &ClusterStore::hostChanged, this, &WelcomePage::showLocal);
    connect(&store, &ClusterStore::reset, this, &WelcomePage::showLocal);
    connect(&recent, &RecentNodes::changed, this, &WelcomePage::showRecent);
    retranslate();
}

void WelcomePage::build()
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    auto *page = new QWidget(this);
    auto *content = new QWidget(page);
    content->setMaximumWidth(Theme::current(this).ipx(ContentWidth));
    m_grid = new QGridLayout(content);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(28);
    m_grid->setVerticalSpacing(12);
    auto *lists = new QVBoxLayout(m_lists);
    lists->setContentsMargins(0, 0, 0, 0);
    lists->setSpacing(20);
    lists->addWidget(m_local);
    lists->addWidget(m_recentList);
    lists->addWidget(m_recordingList);
    lists->addWidget(m_profileList);
    lists->addStretch();
    arrange();
    auto *across = new QHBoxLayout;
    across->addStretch(1);
    across->addWidget(content, 1000);
    across->addStretch(1);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(28, 28, 28, 28);
    layout->setSpacing(4);
    layout->addStretch(1);
    layout->addLayout(across);
    layout->addStretch(2);
    setWidget(page);
}

void WelcomePage::arrange()
{
    const int columns = width() >= Theme::current(this).ipx(TwoColumnWidth) ? 2 : 1;
    if (columns == m_columns)
        return;
    m_columns = columns;
    const QList<QWidget *> left{m_practice, m_connect, m_explain};
    m_grid->addWidget(m_title, 0, 0, 1, columns);
    m_grid->addWidget(m_subtitle, 1, 0, 1, columns);
    m_grid->setRowMinimumHeight(2, 8);
    int row = 3;
    for (QWidget *card : left)
        m_grid->addWidget(card, row++, 0);
    if (columns == 2)
        m_grid->addWidget(m_lists, 3, 1, 3, 1);
    else
        m_grid->addWidget(m_lists, row, 0);
    m_grid->setColumnStretch(0, 1);
    m_grid->setColumnStretch(1, columns == 2 ? 1 : 0);
}

void WelcomePage::join(WelcomeCard *card, QAction &action)
{
    connect(card, &QAbstractButton::clicked, &action, &QAction::trigger);
    const auto follow = [card, &action] {
        card->setEnabled(action.isEnabled());
        card->setToolTip(action.toolTip());
    };
    connect(&action, &QAction::changed, card, follow);
    follow();
}

void WelcomePage::retranslate()
{
    m_title->setText(tr("See an Erlang or Elixir cluster live"));
    m_subtitle->setText(
        tr("Which nodes there are, who is connected to whom, and why a connection fails. Nothing is "
           "installed on your nodes, and nothing is left behind."));
    m_practice->setTexts(
        tr("Start the practice cluster"),
        tr("Six nodes inside this program, speaking the real protocol. One has another cookie, so you "
           "see at once what a failure looks like. No Erlang needed."));
    m_connect->setTexts(tr("Connect to a node…"),
                        tr("Choose a host and a node, and say where its cookie is. The other "
                           "nodes of its cluster appear by themselves."));
    m_explain->setTexts(
        tr("My nodes do not connect…"),
        tr("Tries it step by step, shows where it stops, why, and what to paste to repair it."));
    showLocal();
    showRecent();
    showRecordings();
    showProfiles();
}

void WelcomePage::showLocal()
{
    const auto &hosts = m_store.cluster().hosts();
    const auto host = hosts.constFind(localHost());
    QString state;
    QList<NameList::Row> rows;
    if (host == hosts.constEnd()) {
        state = tr("Asking the port mapper (EPMD)…");
    } else if (host->cause != Cause::None) {
        state = host->cause == Cause::EpmdUnreachable
                    ? tr("No port mapper (EPMD) answers here, so no Erlang node with a name is running.")
                    : doctor::titleOf(host->cause);
    } else {
        for (const Host::Entry &entry : host->entries) {
            if (const auto node = base::NodeName::parse(QString(entry.name + u'@' + localHost())))
                rows.append(
                    {*node, visibleText(entry.name, 255), tr("port %1").arg(entry.port), host->epmdPort});
        }
        state = rows.isEmpty() ? tr("EPMD answers, and no node is registered.") : QString();
    }
    m_local->setTexts(tr("What runs on this machine"), state, tr("connect"));
    m_local->button()->setText(tr("Look again"));
    m_local->setRows(rows);
}

void WelcomePage::showRecent()
{
    QList<NameList::Row> rows;
    for (const RecentNodes::Entry &entry : m_recent.entries()) {
        const auto port = entry.epmdPort == 0 ? std::nullopt : std::optional<quint16>(entry.epmdPort);
        rows.append({entry.node, nameFor(entry.node), QString(), port});
    }
    m_recentList->setTexts(tr("Recent nodes"),
                           rows.isEmpty()
                               ? tr("Nodes that you connect to will be listed here. Cookies are not kept.")
                               : QString(),
                           tr("connect"));
    m_recentList->button()->setText(tr("Clear"));
    m_recentList->button()->setVisible(!rows.isEmpty());
    m_recentList->setRows(rows);
}

void WelcomePage::showRecordings()
{
    constexpr qsizetype MaxShown = 5;
    QList<NameList::Row> rows;
    const QStringList files = m_recordings.files();
    for (const QString &file : files.mid(0, MaxShown)) {
        const QFileInfo info(file);
        NameList::Row row;
        row.title = file;
        row.text = visibleText(info.fileName(), 80);
        row.tip = visibleRichText(file);
        row.enabled = info.exists();
        if (!row.enabled)
            row.remark = tr("not there any more");
        rows.append(row);
    }
    // Whoever has none needs no heading for them.
    m_recordingList->setVisible(!rows.isEmpty());
    m_recordingList->setTexts(tr("Recent recordings"), QString(), tr("show"));
    m_recordingList->button()->setText(tr("Clear"));
    m_recordingList->setRows(rows);
}

void WelcomePage::showProfiles()
{
    constexpr qsizetype MaxShown = 8;
    QList<NameList::Row> rows;
    const QStringList names = m_profiles.names();
    for (const QString &name : names.mid(0, MaxShown)) {
        const auto profile = m_profiles.profile(name);
        NameList::Row row;
        row.title = name;
        row.text = visibleText(name, 80);
        row.remark = profile ? tr("%n expected node(s)", nullptr, static_cast<int>(profile->expected.size()))
                             : tr("cannot be read any more");
        row.enabled = profile.has_value();
        rows.append(row);
    }
    // Whoever has none needs no heading for them.
    m_profileList->setVisible(!rows.isEmpty());
    m_profileList->setTexts(tr("Cluster profiles"), QString(), tr("open"));
    m_profileList->setRows(rows);
}

void WelcomePage::showEvent(QShowEvent *event)
{
    QScrollArea::showEvent(event);
    showRecordings(); // files come and go
}

void WelcomePage::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    arrange();
}

void WelcomePage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QScrollArea::changeEvent(event);
}

} // namespace nodescope::widgets
