#include "widgets/connect/ConnectActions.h"

#include "widgets/common/SelectionModel.h"
#include "widgets/style/Icons.h"

namespace nodescope::widgets {

using namespace cluster;

ConnectActions::ConnectActions(const ClusterStore &store, SelectionModel &selection, KnownHosts &hosts,
                               const RecentNodes &recent, quint16 epmdPort, QWidget &window)
    : ActionSet(&window)
    , m_store(store)
    , m_selection(selection)
    , m_hosts(hosts)
    , m_epmdPort(epmdPort)
    , m_ports(store, recent, epmdPort)
    , m_window(window)
    , m_connect(add(QStringLiteral("connect.open"), QKeySequence::New))
    , m_listLocal(add(QStringLiteral("connect.listLocal"), QKeySequence::Refresh))
{
    m_connect->setIcon(icon(Glyph::Connect));
    m_listLocal->setIcon(icon(Glyph::Refresh));
    connect(m_connect, &QAction::triggered, this,
            [this] { open()->setHost(QStringLiteral("localhost"), m_epmdPort); });
    connect(m_listLocal, &QAction::triggered, this, [this] {
        Q_EMIT intent(ListHost{QStringLiteral("localhost"), m_epmdPort});
    });
}

void ConnectActions::retranslate()
{
    describe(m_connect, tr("&Connect…"), tr("Connect to a node of an Erlang or Elixir cluster"));
    describe(m_listLocal, tr("What Runs on &This Machine"),
             tr("Ask EPMD of this machine for its nodes again"));
}

void ConnectActions::openFor(const base::NodeName &node)
{
    ConnectDialog *dialog = open();
    const EpmdPorts::Place place = m_ports.placeOf(node);
    dialog->setNode(node, place.port, place.host);
    dialog->askForCookie();
}

ConnectDialog *ConnectActions::open()
{
    auto *dialog = new ConnectDialog(m_store, m_hosts, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ConnectDialog::intent, this, &ConnectActions::intent);
    connect(dialog, &ConnectDialog::dialled, this,
            [this](const base::NodeName &node) { m_selection.select(node); });
    dialog->open();
    return dialog;
}

} // namespace nodescope::widgets
