#include "widgets/send/SendDialog.h"

#include <QEvent>
#include <QLocale>
#include <QPushButton>

#include "term/Encoder.h"
#include "ui_SendDialog.h"
#include "widgets/common/SafeText.h"
#include "widgets/common/Words.h"
#include "widgets/style/Theme.h"

namespace nodescope::widgets {

using namespace cluster;
using base::NodeName;

SendDialog::SendDialog(const ClusterStore &store, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::SendDialog>())
    , m_store(store)
{
    m_ui->setupUi(this);
    m_go = m_ui->buttons->addButton(QString(), QDialogButtonBox::ActionRole);
    m_go->setObjectName(QStringLiteral("go"));
    m_go->setDefault(true);
    m_ui->term->setFont(Theme::current(this).mono);
    m_ui->process->setFont(Theme::current(this).mono);
    fillNodes();
    connect(m_ui->node, &QComboBox::currentIndexChanged, this, &SendDialog::validate);
    connect(m_ui->process, &QLineEdit::textChanged, this, &SendDialog::validate);
    connect(m_ui->term, &QPlainTextEdit::textChanged, this, &SendDialog::validate);
    connect(m_ui->syntax, &QComboBox::currentIndexChanged, this, &SendDialog::validate);
    connect(m_go, &QPushButton::clicked, this, &SendDialog::send);
    connect(m_ui->buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    for (const auto signal :
         {&ClusterStore::nodeAdded, &ClusterStore::nodeChanged, &ClusterStore::nodeRemoved})
        connect(&store, signal, this, &SendDialog::fillNodes);
    retranslate();
    validate();
}

SendDialog::~SendDialog() = default;

void SendDialog::setNode(const NodeName &node)
{
    const int index = m_ui->node->findData(node.text());
    if (index >= 0)
        m_ui->node->setCurrentIndex(index);
}

void SendDialog::fillNodes()
{
    const QString before = m_ui->node->currentData().toString();
    QStringList names;
    for (const Node &node : m_store.cluster().sortedNodes()) {
        if (node.state == NodeState::Up && node.kind != NodeKind::Self)
            names.append(node.name.text());
    }
    QStringList shown;
    for (int i = 0; i < m_ui->node->count(); ++i)
        shown.append(m_ui->node->itemData(i).toString());
    if (names == shown)
        return;
    const QSignalBlocker quiet(m_ui->node);
    m_ui->node->clear();
    for (const QString &name : std::as_const(names))
        m_ui->node->addItem(visibleText(name), name);
    m_ui->node->setCurrentIndex(std::max(0, m_ui->node->findData(before)));
    validate();
}

std::optional<NodeName> SendDialog::node() const
{
    return NodeName::parse(m_ui->node->currentData().toString());
}

void SendDialog::retranslate()
{
    m_go->setText(tr("Send"));
    m_ui->term->setPlaceholderText(m_ui->syntax->currentIndex() == 0
                                       ? QStringLiteral("{:hello, \"world\", 42}")
                                       : QStringLiteral("{hello, <<\"world\">>, 42}"));
}

void SendDialog::validate()
{
    retranslate();
    const QString text = m_ui->term->toPlainText();
    const auto syntax = m_ui->syntax->currentIndex() == 0 ? term::Syntax::Elixir : term::Syntax::Erlang;
    const auto parsed = term::parse(text, {syntax, {}});
    m_encoded = parsed.ok() ? term::encode(parsed.value()) : QByteArray();
    markError(parsed.ok() || text.trimmed().isEmpty() ? std::nullopt : std::optional(parsed.error()));

    const auto to = node();
    const QString process = m_ui->process->text().trimmed();
    const bool ready = to && !process.isEmpty() && !m_encoded.isEmpty();
    m_go->setEnabled(ready);
    if (!to)
        m_ui->summary->setText(tr("Connect to a node first: messages go to nodes that are up."));
    else if (ready)
        m_ui->summary->setText(
            tr("Sends %n byte(s) from this program to the process %1 on %2. Nothing else runs there; "
               "a process of that name need not exist.",
               nullptr, static_cast<int>(m_encoded.size()))
                .arg(visibleText(process, 60), visibleText(to->text(), 100)));
    else
        m_ui->summary->setText(tr("Name a process, and type a term as data: nothing is evaluated."));
}

void SendDialog::markError(const std::optional<term::ParseError> &error)
{
    m_ui->error->setVisible(error.has_value());
    QList<QTextEdit::ExtraSelection> marks;
    if (error) {
        m_ui->error->setText(tr("Line %1, column %2: %3")
                                 .arg(QLocale().toString(error->line), QLocale().toString(error->column),
                                      sentenceFor(error->code)));
        QTextEdit::ExtraSelection mark;
        mark.cursor = m_ui->term->textCursor();
        const int length = m_ui->term->document()->characterCount() - 1;
        const int at = std::clamp(static_cast<int>(error->offset), 0, std::max(0, length - 1));
        mark.cursor.setPosition(at);
        mark.cursor.setPosition(std::min(at + 1, length), QTextCursor::KeepAnchor);
        mark.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        mark.format.setUnderlineColor(Theme::current(this).failed);
        marks.append(mark);
    }
    m_ui->term->setExtraSelections(marks);
}

void SendDialog::send()
{
    const auto to = node();
    if (to && !m_encoded.isEmpty())
        Q_EMIT intent(SendTerm{*to, m_ui->process->text().trimmed(), m_encoded});
}

void SendDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        validate();
    }
    QDialog::changeEvent(event);
}

QString sentenceFor(term::ParseError::Code code)
{
    using Code = term::ParseError::Code;
    switch (code) {
    case Code::Empty:
        return SendDialog::tr("there is no term");
    case Code::UnexpectedEnd:
        return SendDialog::tr("what is opened here is not closed");
    case Code::UnexpectedCharacter:
        return SendDialog::tr("no term goes on like this");
    case Code::TrailingText:
        return SendDialog::tr("the term ends before this");
    case Code::UnterminatedText:
        return SendDialog::tr("the closing quote is missing");
    case Code::BadEscape:
        return SendDialog::tr("there is no such escape");
    case Code::BadNumber:
        return SendDialog::tr("this is no number");
    case Code::BadCharacter:
        return SendDialog::tr("a character is missing here");
    case Code::AtomTooLong:
        return SendDialog::tr("an atom has at most 255 characters");
    case Code::BadSegment:
        return SendDialog::tr("this cannot stand in a binary");
    case Code::BadIdentifier:
        return SendDialog::tr("this is no pid, port or reference");
    case Code::LocalPid:
        return SendDialog::tr("a pid must name its node here");
    case Code::FunNotReadable:
        return SendDialog::tr("a local function cannot be written");
    case Code::NotData:
        return SendDialog::tr("only data can be sent: no variables, calls or operators");
    case Code::BadFunction:
        return SendDialog::tr("a function is written with module, name and arity");
    case Code::BadRecord:
        return SendDialog::tr("this is no record");
    case Code::DuplicateKey:
        return SendDialog::tr("the map has this key already");
    case Code::TooManyValues:
        break;
    }
    return SendDialog::tr("the term has too many values");
}

} // namespace nodescope::widgets
