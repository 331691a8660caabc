#include "widgets/connect/ConnectDialog.h"

#include <QEvent>
#include <QHideEvent>
#include <QPushButton>
#include <QVBoxLayout>

#include "cluster/Registrations.h"
#include "doctor/CauseText.h"
#include "doctor/CookieText.h"
#include "ui_ConnectDialog.h"
#include "widgets/common/FittingWindow.h"
#include "widgets/common/Labels.h"
#include "widgets/common/SafeText.h"
#include "widgets/common/Words.h"

namespace nodescope::widgets {

using namespace cluster;
using base::NodeName;

namespace {
/// Whether the session has a cookie for the node, as far as its state tells: nothing is dialled, and nobody
/// else's word leads to a dial, without one.
bool isCookieStored(const Cluster &cluster, const NodeName &name)
{
    const Node *node = cluster.node(name);
    if (!node)
        return false;
    if (node->state == NodeState::Failed)
        return node->cause != Cause::NoCookie && node->cause != Cause::CookieMismatch;
    return node->kind == NodeKind::Practice ||
           (node->state != NodeState::Known && node->state != NodeState::Expected);
}
} // namespace

ConnectDialog::ConnectDialog(const ClusterStore &store, KnownHosts &hosts, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::ConnectDialog>())
    , m_store(store)
    , m_hosts(hosts)
{
    m_ui->setupUi(this);
    new FittingWindow(this);
    m_go = m_ui->buttons->addButton(QString(), QDialogButtonBox::AcceptRole);
    m_go->setObjectName(QStringLiteral("go"));
    m_go->setDefault(true);
    m_ui->host->setText(QStringLiteral("localhost"));
    keepRoom();
    connectSignals();
    retranslate();
    validate();
    showNames();
    m_ui->node->setFocus();
}

ConnectDialog::~ConnectDialog() = default;

/// What comes and goes among the fields has its room from the beginning: nothing slides away under the
/// pointer, and the warning may flicker: `1` is another machine, `127.0.0.1` is not.
void ConnectDialog::keepRoom()
{
    for (QWidget *part : QList<QWidget *>{m_ui->nodeError, m_ui->wholeCluster, m_ui->warningCard}) {
        QSizePolicy policy = part->sizePolicy();
        policy.setRetainSizeWhenHidden(true);
        part->setSizePolicy(policy);
    }
    // What is too high for the fields is below them.
    m_ui->mainLayout->insertStretch(1, 1);
    m_ui->names->hide(); // until names are asked for
}

void ConnectDialog::connectSignals()
{
    connect(m_ui->list, &QPushButton::clicked, this, &ConnectDialog::listNames);
    connect(m_ui->host, &QLineEdit::returnPressed, this, &ConnectDialog::listNames);
    connect(m_ui->host, &QLineEdit::textEdited, this, &ConnectDialog::forgetAsking);
    connect(m_ui->port, &QSpinBox::valueChanged, this, &ConnectDialog::forgetAsking);
    connect(m_ui->names, &QListWidget::currentRowChanged, this, &ConnectDialog::chooseName);
    connect(m_ui->names, &QListWidget::itemDoubleClicked, this, &ConnectDialog::dial);
    connect(m_ui->node, &QLineEdit::textChanged, this, &ConnectDialog::validate);
    connect(m_ui->cookie, &CookieField::changed, this, &ConnectDialog::validate);
    connect(m_ui->buttons, &QDialogButtonBox::accepted, this, &ConnectDialog::dial);
    connect(m_ui->buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(&m_store, &ClusterStore::hostChanged, this, &ConnectDialog::showNames);
}

void ConnectDialog::retranslate()
{
    setWindowTitle(tr("Connect to a node"));
    m_go->setText(tr("Connect"));
    m_ui->warning->setText(firstDialWarning());
    // On a Cancel button the desktop's word is enough; here it only closes.
    m_ui->namesState->setText(namesStateText());
}

void ConnectDialog::setHost(const QString &host, quint16 epmdPort)
{
    m_ui->host->setText(host);
    m_ui->port->setValue(epmdPort);
    listNames();
}

void ConnectDialog::setNode(const NodeName &node, std::optional<quint16> epmdPort, const QString &epmdHost)
{
    m_ui->host->setText(epmdHost.isEmpty() ? node.host() : epmdHost);
    if (epmdPort && *epmdPort != 0)
        m_ui->port->setValue(*epmdPort);
    m_ui->node->setText(node.text());
    showNames();
}

void ConnectDialog::askForCookie()
{
    m_ui->cookie->setSource(CookieField::Source::Typed);
    m_ui->cookie->focusText();
}

void ConnectDialog::listNames()
{
    const QString host = m_ui->host->text().trimmed();
    if (host.isEmpty())
        return;
    m_asked = true;
    Q_EMIT intent(ListHost{host, static_cast<quint16>(m_ui->port->value())});
    showNames();
}

void ConnectDialog::forgetAsking()
{
    m_asked = false;
    showNames();
}

/// What the EPMD that is named above answered; null: nothing yet.
const Host *ConnectDialog::listed() const
{
    const auto &hosts = m_store.cluster().hosts();
    const auto known = hosts.constFind(m_ui->host->text().trimmed());
    return known != hosts.constEnd() && known->epmdPort == m_ui->port->value() ? &*known : nullptr;
}

void ConnectDialog::showNames()
{
    const QSignalBlocker quiet(m_ui->names);
    m_ui->names->clear();
    if (const Host *known = listed()) {
        for (const Host::Entry &entry : known->entries) {
            auto *item = new QListWidgetItem(visibleText(entry.name, 255), m_ui->names);
            // EPMD may hold names that no node can have: they are shown, and found to be wrong when chosen.
            const NodeName node = nodeOf(m_store.cluster(), *known, entry);
            item->setData(Qt::UserRole,
                          node.isNull() ? QString(entry.name + u'@' + known->host) : node.text());
            item->setToolTip(tr("listens at port %1").arg(entry.port));
        }
    }
    m_ui->names->setCurrentRow(-1);
    // Once it is there it stays, whatever is asked next.
    m_ui->names->setVisible(m_asked || m_ui->names->count() > 0 || !m_ui->names->isHidden());
    m_ui->namesState->setText(namesStateText());
}

QString ConnectDialog::namesStateText() const
{
    const Host *known = listed();
    if (!known)
        return m_asked ? tr("Asking…")
                       : tr("List the nodes of the host, or type the node’s full name below.");
    if (known->cause != Cause::None)
        return doctor::titleOf(known->cause);
    if (known->entries.isEmpty())
        return tr("EPMD answers, and no node is registered there.");
    return tr("%n node(s) registered, as of %1. EPMD knows only the part before the @.", nullptr,
              static_cast<int>(known->entries.size()))
        .arg(timeText(known->time));
}

void ConnectDialog::chooseName(int row)
{
    const QListWidgetItem *item = m_ui->names->item(row);
    if (item)
        m_ui->node->setText(item->data(Qt::UserRole).toString());
}

QString ConnectDialog::nameErrorFor(const QString &text)
{
    if (text.isEmpty() || NodeName::parse(text))
        return {};
    const qsizetype signs = text.count(u'@');
    if (signs == 0)
        return tr("A node’s name has two parts: name@host.");
    if (signs > 1)
        return tr("A node’s name has one @ only.");
    if (text.startsWith(u'@') || text.endsWith(u'@'))
        return tr("Both parts are needed: name@host.");
    return tr("No node can have this name.");
}

void ConnectDialog::validate()
{
    const QString error = nameErrorFor(m_ui->node->text().trimmed());
    m_ui->nodeError->setText(error);
    m_ui->nodeError->setVisible(!error.isEmpty());
    const auto node = NodeName::parse(m_ui->node->text().trimmed());
    proposeCookie(node);
    m_go->setEnabled(node.has_value());
    m_go->setToolTip(node ? QString() : tr("Choose a node, or type its name"));
    m_ui->wholeCluster->setVisible(m_ui->cookie->source() != CookieField::Source::Stored);
    m_ui->warningCard->setVisible(node && !m_hosts.isKnown(node->host()));
}

/// What there is: a stored one, else the person's own where the node is on this machine, else what they type.
void ConnectDialog::proposeCookie(const std::optional<NodeName> &node)
{
    using Source = CookieField::Source;
    if (node && isCookieStored(m_store.cluster(), *node)) {
        m_ui->cookie->propose(Source::Stored);
        return;
    }
    const QString host = node ? node->host() : m_ui->host->text().trimmed();
    const QString own = KnownHosts::isLocal(host) ? doctor::usableOwnCookieFile() : QString();
    m_ui->cookie->propose(own.isEmpty() ? Source::Typed : Source::File, own);
}

void ConnectDialog::dial()
{
    const auto node = NodeName::parse(m_ui->node->text().trimmed());
    if (!node)
        return;
    const auto cookie = m_ui->cookie->cookie();
    if (!cookie) {
        m_ui->cookie->setError(cookie.error());
        m_ui->cookie->focusText();
        return;
    }
    const auto port = static_cast<quint16>(m_ui->port->value());
    // What there was to be said about a first dial stood in this very window.
    m_hosts.remember(node->host());
    Q_EMIT intent(
        ConnectToNode{*node, cookie.value(), port, m_ui->wholeCluster->isChecked(), m_ui->tls->file()});
    Q_EMIT dialled(*node);
    accept();
}

void ConnectDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        retranslate();
        validate();
        showNames();
    }
    QDialog::changeEvent(event);
}

void ConnectDialog::hideEvent(QHideEvent *event)
{
    m_ui->cookie->clear();
    QDialog::hideEvent(event);
}

} // namespace nodescope::widgets
