#include "widgets/discovery/DiscoveryActions.h"

#include <QMessageBox>

#include "widgets/common/SafeText.h"
#include "widgets/common/SelectionModel.h"
#include "widgets/discovery/DiscoveryWords.h"
#include "widgets/discovery/ProfileFiles.h"
#include "widgets/discovery/ProfilesDialog.h"

namespace nodescope::widgets {

using namespace cluster;

DiscoveryActions::DiscoveryActions(const ClusterStore &store, SelectionModel &selection,
                                   ProfileStore &profiles, quint16 epmdPort, QWidget &window)
    : ActionSet(&window)
    , m_store(store)
    , m_selection(selection)
    , m_profiles(profiles)
    , m_epmdPort(epmdPort)
    , m_window(window)
    , m_sources(add(QStringLiteral("discovery.sources"), QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_S)))
    , m_manage(add(QStringLiteral("discovery.profiles"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O)))
    , m_close(add(QStringLiteral("discovery.closeProfile")))
{
    connect(m_sources, &QAction::triggered, this, &DiscoveryActions::showSources);
    connect(m_manage, &QAction::triggered, this, &DiscoveryActions::manage);
    connect(m_close, &QAction::triggered, this, [this] { Q_EMIT intent(CloseProfile{}); });
    connect(&store, &ClusterStore::sessionChanged, this, &DiscoveryActions::update);
    connect(&store, &ClusterStore::reset, this, &DiscoveryActions::update);
    connect(new ProfileDrop(window), &ProfileDrop::dropped, this, &DiscoveryActions::openFile);
    update();
}

void DiscoveryActions::retranslate()
{
    describe(m_sources, tr("&Discovery…"), tr("Where nodes are looked for, and what each source says"));
    describe(m_manage, tr("Cluster Pro&files…"), tr("Saved clusters: where to enter, and who is expected"));
    describe(m_close, tr("C&lose the Profile"),
             tr("Its sources end, and nobody is expected any more; links stay"));
    update();
}

void DiscoveryActions::update()
{
    const bool some = !m_store.cluster().session().profile.isEmpty();
    setAvailable(m_close, some ? QString() : tr("No profile is open"));
}

void DiscoveryActions::showSources()
{
    if (!m_dialog) {
        m_dialog = new DiscoveryDialog(m_store, m_selection, m_epmdPort, &m_window);
        m_dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_dialog, &DiscoveryDialog::intent, this, &DiscoveryActions::intent);
    }
    m_dialog->show();
    m_dialog->raise();
    m_dialog->activateWindow();
}

void DiscoveryActions::manage()
{
    QList<SourceSpec> sources;
    for (const DiscoverySource &source : m_store.cluster().sources()) {
        const SourceKind kind = kindOf(source.spec);
        if (source.on && kind != SourceKind::Neighbours && kind != SourceKind::Profile)
            sources.append(source.spec);
    }
    QList<base::NodeName> nodes;
    const QList<Node> known = m_store.cluster().sortedNodes();
    for (const Node &node : known) {
        const bool there = node.state == NodeState::Up || node.state == NodeState::Reported;
        if (there && node.kind != NodeKind::Self && !node.hidden)
            nodes.append(node.name);
    }
    auto *dialog = new ProfilesDialog(m_profiles, sources, nodes, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ProfilesDialog::openRequested, this, &DiscoveryActions::open);
    dialog->open();
}

void DiscoveryActions::open(const Profile &profile)
{
    if (m_profiles.profile(profile.name))
        m_profiles.touch(profile.name);
    OpenProfile wanted;
    wanted.profile = profile;
    Q_EMIT intent(wanted);
}

void DiscoveryActions::openNamed(const QString &nameOrPath)
{
    if (const auto saved = m_profiles.profile(nameOrPath))
        open(*saved);
    else
        openFile(nameOrPath);
}

void DiscoveryActions::openFile(const QString &path)
{
    const auto profile = readProfileFile(path);
    if (profile.ok()) {
        open(*profile);
        return;
    }
    auto *box = new QMessageBox(&m_window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setIcon(QMessageBox::NoIcon);
    box->setWindowTitle(tr("Not opened"));
    box->setText(tr("The profile %1 could not be opened.").arg(visibleText(path, 200)));
    box->setInformativeText(sentenceFor(profile.error()));
    box->open();
}

} // namespace nodescope::widgets
