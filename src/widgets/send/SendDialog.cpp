#include "widgets/send/SendDialog.h"

#include <algorithm>

#include <QAbstractItemView>
#include <QComboBox>
#include <QEvent>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRandomGenerator>
#include <QScreen>

#include "term/Decoder.h"
#include "widgets/common/Labels.h"
#include "widgets/common/SafeText.h"
#include "widgets/common/Words.h"
#include "widgets/send/ComposeField.h"
#include "widgets/send/ErrandWords.h"
#include "widgets/send/MemoryMenus.h"
#include "widgets/send/StepsView.h"
#include "widgets/style/Theme.h"

namespace nodescope::widgets {

using namespace cluster;
using namespace std::chrono_literals;
using base::NodeName;
using term::Syntax;

namespace {

constexpr auto MailboxTime = 60s; // for answers to a message
constexpr auto AnswerTime = 10s;  // for calls, monitors and exit signals
constexpr qsizetype MostNames = 2000;
constexpr qsizetype MostSeen = 200; // pids and references of answers

quint64 newId()
{
    return QRandomGenerator::global()->generate64() | 1;
}

/// Whether that came which one waits for. More may come, but nobody needs to stop it.
bool isAnswered(const ErrandReport &report)
{
    return std::any_of(report.steps.begin(), report.steps.end(), [](const ErrandStep &step) {
        return step.kind == ErrandStepKind::Answered || step.kind == ErrandStepKind::Raised ||
               step.kind == ErrandStepKind::Ended;
    });
}

/// Puts the nodes of a combo box anew, keeping what is chosen.
void refill(QComboBox *box, const QStringList &names, const QString &first)
{
    const QString before = box->currentData().toString();
    const QSignalBlocker quiet(box);
    box->clear();
    if (!first.isEmpty())
        box->addItem(first, QString());
    for (const QString &name : names)
        box->addItem(visibleText(name), name);
    box->setCurrentIndex(std::max(0, box->findData(before)));
}

} // namespace

SendDialog::SendDialog(const ClusterStore &store, SendMemory &memory, QWidget *parent)
    : QDialog(parent)
    , m_store(store)
    , m_nodes(
          store, *this, [this] { fillNodes(); },
          [this] { return m_node->view()->isVisible() || m_via->view()->isVisible(); })
    , m_memory(memory)
{
    setObjectName(QStringLiteral("SendDialog"));
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(8);
    layout->setContentsMargins(20, 16, 20, 16);
    buildFields(layout);
    m_field = new ComposeField(this);
    auto *menus = new MemoryMenus(memory, m_field);
    m_field->addTool(menus);
    layout->addWidget(m_field, 4);
    buildOutcome(layout);
    buildButtons(layout);
    retranslate();
    m_steps->setSyntax(m_field->syntax());
    m_nodes.refresh();
    connectAll();
    connect(menus, &MemoryMenus::chosen, this, &SendDialog::take);
    connect(menus, &MemoryMenus::keepRequested, this, &SendDialog::keep);
    review();
    // Whoever made this has not connected yet.
    QMetaObject::invokeMethod(this, &SendDialog::askNames, Qt::QueuedConnection);
    const QSize room = screen()->availableSize() - QSize(48, 64);
    resize(QSize(Theme::current(this).ipx(620), Theme::current(this).ipx(640)).boundedTo(room));
    m_field->focusText();
}

SendDialog::~SendDialog()
{
    // A mailbox that nobody looks at is closed.
    stop();
}

// ---- What it is made of ----

void SendDialog::buildFields(QVBoxLayout *layout)
{
    m_fields = new QFormLayout;
    m_fields->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    const auto box = [this](const char *name) {
        auto *made = new QComboBox(this);
        made->setObjectName(QLatin1String(name));
        made->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        made->setMinimumContentsLength(12);
        auto *label = new QLabel(this);
        label->setBuddy(made);
        m_fields->addRow(label, made);
        return made;
    };
    m_kind = box("kind");
    for (const ErrandKind kind : {ErrandKind::Send, ErrandKind::GenCall, ErrandKind::GenCast,
                                  ErrandKind::Call, ErrandKind::Exit, ErrandKind::Monitor})
        m_kind->addItem(QString(), static_cast<int>(kind));
    m_via = box("via");
    m_node = box("node");
    m_process = box("process");
    m_process->setEditable(true);
    m_process->setInsertPolicy(QComboBox::NoInsert);
    m_process->setFont(Theme::current(this).mono);
    layout->addLayout(m_fields);
}

void SendDialog::buildOutcome(QVBoxLayout *layout)
{
    m_summary = makeParagraph(TextRole::Secondary, this);
    m_summary->setObjectName(QStringLiteral("summary"));
    layout->addWidget(m_summary);
    m_steps = new StepsView(this);
    m_steps->setObjectName(QStringLiteral("steps"));
    m_steps->hide();
    layout->addWidget(m_steps, 2);
}

void SendDialog::buildButtons(QVBoxLayout *layout)
{
    auto *row = new QHBoxLayout;
    m_stop = new QPushButton(this);
    m_stop->setObjectName(QStringLiteral("stop"));
    m_stop->hide();
    m_close = new QPushButton(this);
    m_go = new QPushButton(this);
    m_go->setObjectName(QStringLiteral("go"));
    m_go->setDefault(true);
    row->addWidget(m_stop);
    row->addStretch();
    row->addWidget(m_close);
    row->addWidget(m_go);
    layout->addLayout(row);
}

void SendDialog::connectAll()
{
    // Whom one can write to depends on who writes.
    connect(m_via, &QComboBox::currentIndexChanged, this, [this] { m_nodes.refresh(); });
    for (QComboBox *box : {m_kind, m_via, m_node})
        connect(box, &QComboBox::currentIndexChanged, this, &SendDialog::review);
    connect(m_node, &QComboBox::currentIndexChanged, this, &SendDialog::askNames);
    connect(m_process, &QComboBox::editTextChanged, this, &SendDialog::review);
    connect(m_field, &ComposeField::changed, this, &SendDialog::review);
    connect(m_field, &ComposeField::syntaxChanged, this, &SendDialog::offerWords);
    connect(m_field, &ComposeField::syntaxChanged, this, &SendDialog::followSyntax);
    // Nothing is sent before it was read.
    connect(m_field, &ComposeField::waiting, m_go, [this] { m_go->setEnabled(false); });
    connect(m_go, &QPushButton::clicked, this, &SendDialog::send);
    connect(m_stop, &QPushButton::clicked, this, &SendDialog::stop);
    connect(m_close, &QPushButton::clicked, this, &QDialog::close);
    for (const auto signal :
         {&ClusterStore::nodeAdded, &ClusterStore::nodeChanged, &ClusterStore::nodeRemoved})
        connect(&m_store, signal, &m_nodes, &LateRefresh::mark);
    connect(&m_store, &ClusterStore::errandChanged, this, &SendDialog::onErrand);
}

void SendDialog::retranslate()
{
    setWindowTitle(tr("Compose"));
    const QStringList labels{tr("&Do"), tr("&From"), tr("&Node"), tr("&Process")};
    for (int row = 0; row < labels.size(); ++row)
        qobject_cast<QLabel *>(m_fields->itemAt(row, QFormLayout::LabelRole)->widget())
            ->setText(labels.at(row));
    for (int i = 0; i < m_kind->count(); ++i)
        m_kind->setItemText(i, wordFor(static_cast<ErrandKind>(m_kind->itemData(i).toInt())));
    m_process->lineEdit()->setPlaceholderText(tr("a registered name, or #Pid<…>"));
    m_stop->setText(tr("Stop &waiting"));
    m_close->setText(tr("Close"));
}

// ---- Choices ----

ErrandKind SendDialog::kind() const
{
    return static_cast<ErrandKind>(m_kind->currentData().toInt());
}

void SendDialog::setNode(const NodeName &node)
{
    const int index = m_node->findData(node.text());
    if (index >= 0)
        m_node->setCurrentIndex(index);
}

void SendDialog::setDestination(const NodeName &node, const QString &process)
{
    setNode(node);
    m_process->setEditText(process);
}

void SendDialog::setVia(const NodeName &node)
{
    m_via->setCurrentIndex(std::max(0, m_via->findData(node.text())));
}

bool SendDialog::resume()
{
    const SendMemory::Draft draft = m_memory.draft();
    if (draft.isEmpty())
        return false;
    setVia(draft.via); // first: whom one can write to depends on it
    setNode(draft.node);
    take(draft.entry);
    m_resumed = true;
    return true;
}

NodeName SendDialog::chosenIn(const QComboBox *box) const
{
    return NodeName::parse(box->currentData().toString()).value_or(NodeName());
}

void SendDialog::fillNodes()
{
    QStringList up;
    QStringList known;
    for (const Node &node : m_store.cluster().sortedNodes()) {
        if (node.kind == NodeKind::Self)
            continue;
        known.append(node.name.text());
        if (node.state == NodeState::Up)
            up.append(node.name.text());
    }
    // Nodes that we have no link to can be reached by way of another.
    const QStringList targets = m_via->currentData().toString().isEmpty() ? up : known;
    QStringList shown;
    for (int i = 0; i < m_node->count(); ++i)
        shown.append(m_node->itemData(i).toString());
    if (targets == shown && m_via->count() == up.size() + 1)
        return;
    refill(m_node, targets, {});
    refill(m_via, up, tr("This program"));
    review();
}

SendMemory::Entry SendDialog::entry() const
{
    return {{}, kind(), m_field->syntax(), m_process->currentText().trimmed(), m_field->text()};
}

void SendDialog::take(const SendMemory::Entry &entry)
{
    m_kind->setCurrentIndex(m_kind->findData(static_cast<int>(entry.kind)));
    m_process->setEditText(entry.process);
    m_field->setContent(entry.text, entry.syntax);
}

void SendDialog::keep(const QString &name)
{
    SendMemory::Entry kept = entry();
    kept.name = name;
    m_memory.keep(kept);
}

// ---- What would be done ----

void SendDialog::review()
{
    m_field->setCall(kind() == ErrandKind::Call);
    m_field->setTextShown(kind() != ErrandKind::Monitor);
    m_fields->setRowVisible(m_process, kind() != ErrandKind::Call);
    m_go->setText(wordFor(kind()));
    m_go->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return)); // a new text has taken it away
    m_go->setEnabled(isReady());
    showPlan();
}

bool SendDialog::isReady() const
{
    const Errand planned = errand();
    return !planned.node.isNull() && !planned.externalTerm.isEmpty() &&
           (planned.kind == ErrandKind::Call || doctor::targetOf(planned));
}

Errand SendDialog::errand() const
{
    Errand errand;
    errand.kind = kind();
    errand.via = chosenIn(m_via);
    errand.node = chosenIn(m_node);
    errand.process = m_process->currentText().trimmed();
    if (errand.process.startsWith(u'#')) // it says itself where it is
        errand.node = doctor::nodeOfIdentifier(errand.process);
    // A monitor carries nothing.
    const Composed composed = errand.kind == ErrandKind::Monitor
                                  ? compose(QStringLiteral("[]"), Syntax::Erlang, false)
                                  : m_field->composed();
    errand.module = composed.module;
    errand.function = composed.function;
    errand.externalTerm = composed.bytes;
    const bool message = errand.kind == ErrandKind::Send || errand.kind == ErrandKind::GenCast;
    errand.wait = message ? base::Duration(MailboxTime) : base::Duration(AnswerTime);
    return errand;
}

void SendDialog::showPlan()
{
    if (m_node->count() == 0)
        return m_summary->setText(tr("Connect to a node first: messages go to nodes that are up."));
    if (!isReady())
        return m_summary->setText(kind() == ErrandKind::Call
                                      ? tr("Type a call. Its arguments are data: nothing else is evaluated. "
                                           "self() stands for the process that calls.")
                                      : tr("Name a process, and type a term as data: nothing is evaluated. "
                                           "self() stands for the process that sends: answers come to it."));
    QStringList lines;
    for (const doctor::PlannedStep &step : doctor::planOf(errand(), m_field->syntax()))
        lines.append(QStringLiteral("• ") + lineFor(step));
    m_summary->setText(tr("What will run:") + u'\n' + lines.join(u'\n'));
}

void SendDialog::followSyntax()
{
    m_steps->setSyntax(m_field->syntax());
    showPlan();
}

void SendDialog::offerWords()
{
    QStringList words;
    const auto written = [this](const QString &atom) {
        const term::Term term = term::Term::atom(atom);
        return m_field->syntax() == Syntax::Elixir ? term::toElixir(term) : term::toErlang(term);
    };
    for (const QString &name : std::as_const(m_names))
        words.append(written(name));
    for (const Node &node : m_store.cluster().sortedNodes()) {
        if (node.kind != NodeKind::Self)
            words.append(written(node.name.text()));
    }
    // Atoms and identifiers that were typed before.
    for (const SendMemory::Entry &entry : m_memory.history()) {
        for (const term::Token &token : term::tokensOf(entry.text, entry.syntax)) {
            const bool atom = token.kind == term::TokenKind::Atom && entry.syntax == m_field->syntax();
            if (atom || token.kind == term::TokenKind::Identifier)
                words.append(entry.text.mid(token.start, token.length));
        }
    }
    words += m_seen;
    words.append(QStringLiteral("self()"));
    m_field->setWords(words);
}

void SendDialog::askNames()
{
    const NodeName node = chosenIn(m_node);
    if (node == m_namesOf)
        return;
    m_namesOf = node;
    m_names.clear();
    offerWords();
    const Node *known = m_store.cluster().node(node);
    if (!known || known->state != NodeState::Up)
        return;
    m_asking = newId();
    Q_EMIT intent(RunErrand{doctor::askForNames(node, m_asking)});
}

// ---- Doing ----

void SendDialog::send()
{
    if (!isReady())
        return;
    stop();
    Errand planned = errand();
    planned.id = newId();
    m_running = planned.id;
    m_sent = entry();
    if (planned.kind != ErrandKind::Monitor)
        m_memory.remember(*m_sent);
    m_steps->clear();
    Q_EMIT intent(RunErrand{planned});
}

void SendDialog::stop()
{
    if (m_running != 0)
        Q_EMIT intent(CancelErrand{m_running});
    m_stop->hide();
}

void SendDialog::onErrand(const ErrandReport &report)
{
    if (report.errand.id == m_running)
        return showSteps(report);
    if (report.errand.id != m_asking || report.running)
        return;
    const auto names = term::decode(report.answer);
    QStringList found;
    for (const term::Term &name : names.ok() ? names->term.elements() : term::Term().elements()) {
        if (found.size() < MostNames)
            found.append(name.atomText());
    }
    m_names = found;
    m_names.sort();
    const QString typed = m_process->currentText();
    const QSignalBlocker quiet(m_process);
    m_process->clear();
    m_process->addItems(m_names);
    m_process->setEditText(typed);
    offerWords();
}

void SendDialog::showSteps(const ErrandReport &report)
{
    m_steps->show();
    m_stop->setVisible(report.running && !isAnswered(report));
    m_steps->setSteps(report.steps);
    if (!report.running)
        learnIdentifiers(report);
}

void SendDialog::learnIdentifiers(const ErrandReport &report)
{
    for (const ErrandStep &step : report.steps) {
        for (const term::Token &token : term::tokensOf(step.detail, Syntax::Erlang)) {
            const QString word = step.detail.mid(token.start, token.length);
            if (token.kind == term::TokenKind::Identifier && word.endsWith(u'>') && !m_seen.contains(word))
                m_seen.prepend(word);
        }
    }
    m_seen = m_seen.mid(0, MostSeen);
    offerWords();
}

void SendDialog::done(int result)
{
    if (!m_field->text().trimmed().isEmpty())
        m_memory.remember(entry());
    const SendMemory::Draft draft{entry(), chosenIn(m_node), chosenIn(m_via)};
    const bool isDone = draft.isEmpty() || (m_sent && *m_sent == draft.entry);
    if (!isDone)
        m_memory.setDraft(draft);
    else if (m_resumed) // that of another dialog stays
        m_memory.setDraft({});
    QDialog::done(result);
}

void SendDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        review();
    }
    QDialog::changeEvent(event);
}

} // namespace nodescope::widgets
