#include "widgets/send/ComposeField.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>

#include "widgets/common/Labels.h"
#include "widgets/common/Words.h"
#include "widgets/send/ErrandWords.h"
#include "widgets/send/TermEditor.h"
#include "widgets/style/Theme.h"
#include "widgets/terms/BytesView.h"

namespace nodescope::widgets {

using namespace std::chrono_literals;
using term::Syntax;

namespace {
constexpr int LongText = 50'000; // characters
constexpr auto LongTextPause = 300ms;
} // namespace

ComposeField::ComposeField(QWidget *parent)
    : QWidget(parent)
{
    build();
    m_term->setSyntax(m_shownSyntax);
    m_later.setSingleShot(true);
    m_later.setInterval(LongTextPause);
    connect(&m_later, &QTimer::timeout, this, &ComposeField::read);
    connect(m_term, &QPlainTextEdit::textChanged, this, &ComposeField::readSoon);
    connect(m_term, &QPlainTextEdit::cursorPositionChanged, this, &ComposeField::markBytes);
    connect(m_bytes, &BytesView::byteChosen, this, &ComposeField::selectPartOf);
    connect(m_syntax, &QComboBox::currentIndexChanged, this, &ComposeField::changeSyntax);
    retranslate();
    read();
}

void ComposeField::build()
{
    const Theme theme = Theme::current(this);
    m_syntax = new QComboBox(this);
    m_syntax->setObjectName(QStringLiteral("syntax"));
    m_syntax->addItem(QStringLiteral("Elixir"));
    m_syntax->addItem(QStringLiteral("Erlang"));
    m_term = new TermEditor(this);
    m_term->setObjectName(QStringLiteral("term"));
    m_term->setMinimumHeight(theme.ipx(60));
    m_error = makeParagraph(TextRole::Error, this);
    m_error->setObjectName(QStringLiteral("error"));
    m_bytes = new BytesView(this);
    m_bytes->setObjectName(QStringLiteral("bytes"));
    m_bytes->setFrameShape(QFrame::StyledPanel);
    m_bytes->setProperty("boxed", true);
    m_bytes->setMinimumHeight(theme.ipx(48));
    m_bytes->setMaximumHeight(theme.ipx(110));
    m_place = makeParagraph(TextRole::Secondary, this);
    m_place->setObjectName(QStringLiteral("place"));
    m_place->hide();
    m_tools = new QHBoxLayout;
    m_tools->addWidget(m_syntax);
    m_tools->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addLayout(m_tools);
    layout->addWidget(m_term, 2);
    layout->addWidget(m_error);
    layout->addWidget(m_bytes, 1);
    layout->addWidget(m_place);
}

void ComposeField::retranslate()
{
    m_syntax->setAccessibleName(tr("Syntax"));
    m_term->setAccessibleName(tr("Term"));
    m_place->setText(tr("self() becomes the process that sends: the bytes that are struck through stand in "
                        "its place, and are not known before."));
    m_bytes->setToolTip(tr("Click a byte to select its value in the text"));
    showError();
}

void ComposeField::addTool(QWidget *tool)
{
    m_tools->addWidget(tool);
    // By keys one gets there on the way from the syntax to the text, as by the eye.
    QWidget *last = m_syntax;
    for (QPushButton *button : tool->findChildren<QPushButton *>()) {
        setTabOrder(last, button);
        last = button;
    }
    setTabOrder(last, m_term);
}

void ComposeField::setCall(bool call)
{
    if (m_call == call)
        return;
    m_call = call;
    read();
}

void ComposeField::setTextShown(bool shown)
{
    m_term->setVisible(shown);
    m_bytes->setVisible(shown);
    m_syntax->setVisible(shown);
    m_place->setVisible(shown && !m_composed.places.isEmpty());
    showError();
}

void ComposeField::setContent(const QString &text, Syntax syntax)
{
    m_shownSyntax = syntax;
    m_term->setSyntax(syntax);
    {
        const QSignalBlocker quiet(m_syntax);
        m_syntax->setCurrentIndex(syntax == Syntax::Elixir ? 0 : 1);
    }
    m_term->setPlainText(text);
    read();
    Q_EMIT syntaxChanged();
}

void ComposeField::setWords(const QStringList &words)
{
    m_term->setWords(words);
}

void ComposeField::focusText()
{
    m_term->setFocus();
}

QString ComposeField::text() const
{
    return m_term->toPlainText();
}

void ComposeField::changeSyntax()
{
    const Syntax to = m_syntax->currentIndex() == 0 ? Syntax::Elixir : Syntax::Erlang;
    const auto text = converted(m_term->toPlainText(), m_shownSyntax, to);
    m_shownSyntax = to;
    m_term->setSyntax(to);
    if (text) {
        // As an edit, so that it can be undone.
        QTextCursor cursor(m_term->document());
        cursor.select(QTextCursor::Document);
        cursor.insertText(*text);
    }
    read();
    Q_EMIT syntaxChanged();
}

// ---- Reading ----

void ComposeField::readSoon()
{
    // A long text is read when no key has been struck for a moment.
    if (m_term->document()->characterCount() < LongText)
        return read();
    Q_EMIT waiting();
    m_later.start();
}

void ComposeField::read()
{
    m_later.stop();
    const QByteArray before = m_composed.bytes;
    m_composed = compose(text(), m_shownSyntax, m_call);
    const bool elixir = m_shownSyntax == Syntax::Elixir;
    m_term->setPlaceholderText(m_call ? QLatin1String(elixir ? "Enum.sum([1, 2])" : "lists:sum([1, 2])")
                                      : QLatin1String(elixir ? "{self(), :hello}" : "{self(), hello}"));
    if (m_composed.bytes != before)
        m_bytes->setBytes(m_composed.bytes, m_composed.places);
    m_place->setVisible(!m_term->isHidden() && !m_composed.places.isEmpty());
    showError();
    markBytes();
    Q_EMIT changed();
}

void ComposeField::showError()
{
    const bool blank = text().trimmed().isEmpty();
    m_term->setError(blank ? std::nullopt : m_composed.error);
    m_error->setVisible(!blank && !m_term->isHidden() && (m_composed.error || m_composed.notACall));
    if (m_composed.notACall)
        m_error->setText(tr("This is data; a call names module and function, as in the example."));
    else if (m_composed.error)
        m_error->setText(tr("Line %1, column %2: %3")
                             .arg(QLocale().toString(m_composed.error->line),
                                  QLocale().toString(m_composed.error->column),
                                  sentenceFor(m_composed.error->code)));
}

void ComposeField::markBytes()
{
    const auto part = m_composed.bytes.isEmpty() ? std::nullopt : m_term->valueAtCursor();
    const auto range = part ? byteRangeOf(text(), m_shownSyntax, m_call, *part) : std::nullopt;
    m_bytes->mark(range.value_or(term::ByteRange()));
}

void ComposeField::selectPartOf(qsizetype byte)
{
    const auto part = partOfByte(text(), m_shownSyntax, m_call, byte);
    if (!part)
        return;
    QTextCursor cursor = m_term->textCursor();
    cursor.setPosition(static_cast<int>(part->start));
    cursor.setPosition(static_cast<int>(part->end), QTextCursor::KeepAnchor);
    m_term->setTextCursor(cursor);
    markBytes(); // the cursor may stand where it stood
}

void ComposeField::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace nodescope::widgets
