#include "widgets/discovery/AddSourceDialog.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QEvent>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include "widgets/common/FittingWindow.h"
#include "widgets/common/Labels.h"
#include "widgets/style/Theme.h"

namespace nodescope::widgets {

using namespace cluster;

AddSourceDialog::AddSourceDialog(quint16 epmdPort, QWidget *parent)
    : QDialog(parent)
    , m_epmdPort(epmdPort)
    , m_kind(new QComboBox(this))
    , m_form(new QFormLayout)
    , m_host(addLine("where"))
    , m_basename(addLine("basename"))
    , m_server(addLine("nameserver"))
    , m_port(new QSpinBox(this))
    , m_interface(addLine("interface"))
    , m_secret(addLine("secretFile"))
    , m_hint(makeParagraph(TextRole::Secondary, this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this))
{
    build();
    retranslate();
    showKind();
}

QLineEdit *AddSourceDialog::addLine(const char *name)
{
    auto *line = new QLineEdit(this);
    line->setObjectName(QLatin1String(name));
    connect(line, &QLineEdit::textChanged, this, &AddSourceDialog::check);
    return line;
}

void AddSourceDialog::build()
{
    m_kind->setObjectName(QStringLiteral("kind"));
    for (int i = Epmd; i <= Gossip; ++i)
        m_kind->addItem(QString());
    m_port->setRange(1, 65535);
    m_port->setButtonSymbols(QAbstractSpinBox::NoButtons);
    for (QAbstractButton *button : m_buttons->buttons())
        button->setIcon(QIcon());
    m_hint->setMinimumWidth(Theme::current(this).ipx(380));
    m_form->addRow(new QLabel(this), m_kind);
    for (QWidget *field : {static_cast<QWidget *>(m_host), static_cast<QWidget *>(m_basename),
                           static_cast<QWidget *>(m_server), static_cast<QWidget *>(m_port),
                           static_cast<QWidget *>(m_interface), static_cast<QWidget *>(m_secret)})
        m_form->addRow(new QLabel(this), field);
    auto *layout = new QVBoxLayout(this);
    new FittingWindow(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(12);
    layout->addLayout(m_form);
    layout->addWidget(m_hint);
    layout->addStretch();
    layout->addWidget(m_buttons);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &AddSourceDialog::showKind);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

AddSourceDialog::Kind AddSourceDialog::kind() const
{
    return static_cast<Kind>(m_kind->currentIndex());
}

void AddSourceDialog::retranslate()
{
    setWindowTitle(tr("Add a source"));
    const QStringList kinds{tr("EPMD of a host"),   tr("EPMD of the hosts in a file"),
                            tr("DNS: A records"),   tr("DNS: AAAA records"),
                            tr("DNS: SRV records"), tr("libcluster's gossip")};
    for (int i = 0; i < kinds.size(); ++i)
        m_kind->setItemText(i, kinds.at(i));
    m_buttons->button(QDialogButtonBox::Ok)->setText(tr("Add"));
    m_buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    showKind();
}

void AddSourceDialog::showKind()
{
    const bool dns = kind() == DnsA || kind() == DnsAaaa || kind() == DnsSrv;
    const bool gossip = kind() == Gossip;
    const auto show = [this](QWidget *field, const QString &text, bool shown) {
        auto *label = qobject_cast<QLabel *>(m_form->labelForField(field));
        label->setText(text);
        m_form->setRowVisible(field, shown);
        field->setAccessibleName(text);
    };
    show(m_kind, tr("Kind"), true);
    show(m_host,
         kind() == Epmd        ? tr("Host")
         : kind() == HostsFile ? tr("File")
         : dns                 ? tr("Name to look up")
                               : tr("Group"),
         true);
    show(m_basename, tr("Nodes' name before @"), dns);
    show(m_server, tr("Name server"), dns);
    show(m_port, tr("Port"), !dns);
    show(m_interface, tr("Interface"), gossip);
    show(m_secret, tr("File with the secret"), gossip);
    m_server->setPlaceholderText(tr("the system's"));
    m_interface->setPlaceholderText(tr("the system's choice"));
    m_secret->setPlaceholderText(tr("none: not encrypted"));
    m_port->setValue(gossip ? GossipGroup().port : m_epmdPort);
    if (gossip && m_host->text().isEmpty())
        m_host->setText(GossipGroup().address);
    m_hint->setText(
        dns      ? tr("Each record is a node, as libcluster's DNS strategies have it: the name before @, and "
                           "the address or target.")
        : gossip ? tr("Only listens. Whoever can send to the group can name any node: what is heard is "
                      "shown, and nobody is connected to.")
                 : tr("Asks which names are registered, every five seconds."));
    check();
}

SourceSpec AddSourceDialog::wanted() const
{
    const auto port = static_cast<quint16>(m_port->value());
    const QString where = m_host->text().trimmed();
    const auto dns = [&](DnsRecord record) {
        return DnsQuery{record, where, m_basename->text().trimmed(), m_server->text().trimmed()};
    };
    switch (kind()) {
    case Epmd:
        break;
    case HostsFile:
        return cluster::HostsFile{where, port};
    case DnsA:
        return dns(DnsRecord::A);
    case DnsAaaa:
        return dns(DnsRecord::Aaaa);
    case DnsSrv:
        return dns(DnsRecord::Srv);
    case Gossip:
        return GossipGroup{where, port, m_interface->text().trimmed(), m_secret->text().trimmed()};
    }
    return EpmdOfHost{where, port};
}

void AddSourceDialog::check()
{
    // Fields are made one after the other, and each reports its first text.
    if (QPushButton *ok = m_buttons ? m_buttons->button(QDialogButtonBox::Ok) : nullptr)
        ok->setEnabled(isUsable(wanted()));
}

void AddSourceDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

} // namespace nodescope::widgets
