#include "widgets/doctor/ExamineForm.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QEvent>

#include "ui_ExamineForm.h"
#include "widgets/common/SafeText.h"
#include "widgets/common/Words.h"
#include "widgets/connect/ConnectDialog.h"
#include "widgets/style/Icons.h"

namespace nodescope::widgets {

using namespace cluster;
using base::NodeName;

ExamineForm::ExamineForm(const ClusterStore &store, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::ExamineForm>())
    , m_store(store)
    , m_refresh(
          store, *this, [this] { fillFrom(); }, [this] { return m_ui->from->view()->isVisible(); })
{
    m_ui->setupUi(this);
    auto *completer = new QCompleter(&m_names, this);
    completer->setFilterMode(Qt::MatchContains);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setMaxVisibleItems(12);
    m_ui->node->setCompleter(completer);
    setFocusProxy(m_ui->node);
    setOptionsShown(false);
    m_ui->nodeError->hide();
    join();
    m_refresh.refresh();
    retranslate();
    validate();
}

ExamineForm::~ExamineForm() = default;

void ExamineForm::join()
{
    connect(m_ui->node, &QLineEdit::returnPressed, this, [this] {
        if (!m_running)
            start();
    });
    connect(m_ui->node, &QLineEdit::textChanged, this, &ExamineForm::validate);
    connect(m_ui->from, &QComboBox::currentIndexChanged, this, &ExamineForm::validate);
    connect(m_ui->cookie, &CookieField::changed, this, [this] { m_ui->cookie->setError({}); });
    connect(m_ui->options, &QToolButton::toggled, this, &ExamineForm::setOptionsShown);
    connect(m_ui->go, &QPushButton::clicked, this, [this] {
        if (m_running)
            Q_EMIT cancelRequested();
        else
            start();
    });
    for (const auto signal :
         {&ClusterStore::nodeAdded, &ClusterStore::nodeChanged, &ClusterStore::nodeRemoved})
        connect(&m_store, signal, &m_refresh, &LateRefresh::mark);
    connect(&m_store, &ClusterStore::hostChanged, &m_refresh, &LateRefresh::mark);
    connect(&m_store, &ClusterStore::reset, &m_refresh, &LateRefresh::refresh);
}

void ExamineForm::retranslate()
{
    m_ui->go->setText(m_running ? tr("Cancel") : tr("Examine"));
    m_ui->options->setIcon(icon(m_ui->options->isChecked() ? Glyph::ChevronUp : Glyph::ChevronDown));
    if (m_ui->from->count() > 0)
        m_ui->from->setItemText(0, tr("this program"));
}

void ExamineForm::collectNames()
{
    QStringList names;
    for (const Node &node : m_store.cluster().sortedNodes()) {
        if (node.kind != NodeKind::Self)
            names.append(node.name.text());
    }
    for (const Host &host : m_store.cluster().hosts()) {
        for (const Host::Entry &entry : host.entries) {
            const QString name = entry.name + u'@' + host.host;
            if (NodeName::parse(name) && !names.contains(name))
                names.append(name);
        }
    }
    if (names != m_names.stringList())
        m_names.setStringList(names);
}

void ExamineForm::addFrom(const NodeName &node, bool reachable)
{
    const QString name = nameFor(node);
    m_ui->from->addItem(reachable ? name : tr("%1 (not connected to us)").arg(name),
                        QVariant::fromValue(node));
    m_ui->from->setItemData(m_ui->from->count() - 1, visibleRichText(name), Qt::ToolTipRole);
}

void ExamineForm::fillFrom()
{
    collectNames();
    const NodeName chosen = from();
    const QSignalBlocker quiet(m_ui->from);
    m_ui->from->clear();
    m_ui->from->addItem(tr("this program"));
    for (const Node &node : m_store.cluster().sortedNodes()) {
        const bool asks = node.watched == Watched::Push || node.watched == Watched::Poll;
        if (node.kind != NodeKind::Self && node.state == NodeState::Up && asks)
            addFrom(node.name, true);
    }
    if (chosen != selfName()) {
        int index = m_ui->from->findData(QVariant::fromValue(chosen));
        if (index < 0) {
            addFrom(chosen, false);
            index = m_ui->from->count() - 1;
        }
        m_ui->from->setCurrentIndex(index);
    }
    validate();
}

NodeName ExamineForm::from() const
{
    const QVariant chosen = m_ui->from->currentData();
    return chosen.isValid() ? chosen.value<NodeName>() : selfName();
}

void ExamineForm::setEnds(const NodeName &from, const NodeName &to)
{
    if (m_refresh.isStale())
        m_refresh.refresh();
    m_ui->node->setText(to.isNull() ? QString() : to.text());
    const bool self = from.isNull() || from == selfName();
    int index = self ? 0 : m_ui->from->findData(QVariant::fromValue(from));
    if (index < 0) {
        addFrom(from, false);
        index = m_ui->from->count() - 1;
    }
    m_ui->from->setCurrentIndex(index);
    m_ui->attempt->setChecked(false);
}

void ExamineForm::setRunning(bool running)
{
    m_running = running;
    retranslate();
    validate();
}

void ExamineForm::validate()
{
    const QString text = m_ui->node->text().trimmed();
    const auto node = NodeName::parse(text);
    QString error = ConnectDialog::nameErrorFor(text);
    if (node && *node == from())
        error = tr("A node does not connect to itself: choose another one.");
    m_ui->nodeError->setText(error);
    m_ui->nodeError->setVisible(!error.isEmpty());
    m_ui->node->setToolTip(text.size() > 24 ? visibleRichText(text) : QString());
    const bool other = from() != selfName();
    m_ui->attempt->setVisible(other);
    m_ui->go->setEnabled(m_running || (node && error.isEmpty()));
    m_ui->go->setToolTip(m_ui->go->isEnabled() ? QString() : tr("Type the name of a node, or choose one"));
}

std::optional<Examine> ExamineForm::request() const
{
    const auto node = NodeName::parse(m_ui->node->text().trimmed());
    if (!node || *node == from())
        return std::nullopt;
    const auto cookie = m_ui->cookie->cookie();
    if (!cookie) {
        m_ui->options->setChecked(true);
        m_ui->cookie->setError(cookie.error());
        m_ui->cookie->setFocus();
        return std::nullopt;
    }
    Examine request;
    request.from = from();
    request.to = *node;
    request.cookie = cookie.value();
    if (m_ui->port->value() > 0)
        request.epmdPort = static_cast<quint16>(m_ui->port->value());
    request.tlsOptionFile = m_ui->tls->file();
    request.attempt = from() != selfName() && m_ui->attempt->isChecked();
    return request;
}

void ExamineForm::start()
{
    if (const auto wanted = request())
        Q_EMIT examineRequested(*wanted);
    else
        focusNode();
}

void ExamineForm::focusNode()
{
    m_ui->node->setFocus(Qt::OtherFocusReason);
    m_ui->node->selectAll();
}

void ExamineForm::setOptionsShown(bool shown)
{
    m_ui->optionsCard->setVisible(shown);
    m_ui->options->setIcon(icon(shown ? Glyph::ChevronUp : Glyph::ChevronDown));
}

void ExamineForm::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        retranslate();
        m_refresh.refresh();
    }
    QWidget::changeEvent(event);
}

} // namespace nodescope::widgets
