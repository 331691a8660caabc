#include "widgets/tables/FilterField.h"

#include <QAbstractItemView>
#include <QAction>
#include <QCompleter>
#include <QKeyEvent>
#include <QStringListModel>
#include <QStyle>
#include <QToolTip>

#include "models/FilterCompletion.h"
#include "widgets/common/SafeText.h"
#include "widgets/style/Icons.h"

namespace nodescope::widgets {

using models::NodeFilter;

namespace {
constexpr int TypingPause = 700; // ms
constexpr qsizetype MaxShownWord = 40;
constexpr qsizetype MostShownValues = 12;

/// Only rich text is broken into lines in a tool tip.
QString wrappedTip(const QString &text)
{
    return text.isEmpty() ? QString() : QStringLiteral("<p>%1</p>").arg(text.toHtmlEscaped());
}

QString listOf(const QStringList &words)
{
    const QString list = words.mid(0, MostShownValues).join(QStringLiteral(", "));
    return words.size() > MostShownValues ? list + QStringLiteral("…") : list;
}
} // namespace

FilterField::FilterField(const cluster::ClusterStore &store, QWidget *parent)
    : QLineEdit(parent)
    , m_store(store)
    , m_warning(addAction(icon(Glyph::Warning), QLineEdit::TrailingPosition))
    , m_words(new QStringListModel(this))
    , m_completer(new QCompleter(m_words, this))
{
    setClearButtonEnabled(true);
    addAction(icon(Glyph::Find), QLineEdit::LeadingPosition);
    m_warning->setVisible(false);
    m_completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_completer->setWidget(this);
    m_pause.setSingleShot(true);
    m_pause.setInterval(TypingPause);
    connect(m_completer, qOverload<const QString &>(&QCompleter::activated), this, &FilterField::complete);
    connect(this, &QLineEdit::textChanged, this, &FilterField::parse);
    connect(this, &QLineEdit::textEdited, this, &FilterField::offerCompletions);
    connect(m_warning, &QAction::triggered, this, &FilterField::showMistake);
    connect(&m_pause, &QTimer::timeout, this, [this] {
        if (hasFocus() && !m_completer->popup()->isVisible())
            showMistake();
    });
    FilterField::retranslate();
}

void FilterField::retranslate()
{
    parse();
}

void FilterField::parse()
{
    m_filter = NodeFilter::parse(text());
    const QString wrong = mistake();
    setToolTip(
        wrong.isEmpty()
            ? tr("Words must all be found. host:db* matches one fact, release:<26 and memory:>1G compare, "
                 "link.hidden and link.state:failed ask for links, a minus turns a word round. Help, "
                 "Filters tells of all.")
            : wrappedTip(wrong));
    setAccessibleDescription(wrong);
    m_warning->setVisible(!wrong.isEmpty());
    m_warning->setText(wrong);
    m_warning->setToolTip(wrappedTip(wrong));
    if (property("error").toBool() == wrong.isEmpty()) {
        setProperty("error", !wrong.isEmpty());
        style()->unpolish(this);
        style()->polish(this);
    }
    if (wrong.isEmpty())
        m_pause.stop();
    else
        m_pause.start();
    Q_EMIT filterChanged(m_filter);
}

void FilterField::showMistake()
{
    const QString wrong = mistake();
    if (!wrong.isEmpty())
        QToolTip::showText(mapToGlobal(QPoint(0, height())), wrappedTip(wrong), this);
}

QString FilterField::mistake() const
{
    using Kind = NodeFilter::Error::Kind;
    if (!m_filter.error())
        return {};
    const NodeFilter::Error &error = *m_filter.error();
    const QString word = visibleText(error.word, MaxShownWord);
    switch (error.kind) {
    case Kind::EmptyPattern:
        return tr("Something must follow %1:").arg(word);
    case Kind::NotANumber:
        return tr("A number must follow %1, such as 500, 2k, 1G or 5m.").arg(word);
    case Kind::NotCompared:
        return tr("%1 is a text: it can be matched, as in %1:a*, not compared.").arg(word);
    case Kind::FlagOnly:
        return tr("%1 stands alone. -%1 asks for the opposite.").arg(word);
    case Kind::UnknownValue:
        return tr("%1 is never %2. It can be: %3.")
            .arg(word, visibleText(error.value, MaxShownWord), listOf(error.others));
    case Kind::UnknownKey:
        break;
    }
    return error.others.isEmpty() ? tr("There is no key %1. Help, Filters lists all.").arg(word)
                                  : tr("There is no key %1. Is %2 meant? Help, Filters lists all.")
                                        .arg(word, listOf(error.others));
}

void FilterField::offerCompletions()
{
    const models::FilterCompletion offered =
        models::completionOf(text(), cursorPosition(), m_store.cluster());
    m_words->setStringList(offered.words);
    m_completer->setCompletionPrefix(offered.typed);
    const bool useful = offered.typed.size() > 1 && m_completer->completionCount() > 0;
    if (useful)
        m_completer->complete();
    else
        m_completer->popup()->hide();
}

void FilterField::complete(const QString &word)
{
    const models::FilterCompletion offered =
        models::completionOf(text(), cursorPosition(), m_store.cluster());
    const QString before = text().left(offered.begin) + word;
    setText(before + text().mid(cursorPosition()));
    setCursorPosition(int(before.size()));
    // A key is followed by its values.
    if (word.endsWith(u':'))
        offerCompletions();
}

void FilterField::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        Q_EMIT nextRequested(event->modifiers() & Qt::ShiftModifier ? -1 : 1);
        return;
    }
    if (event->key() == Qt::Key_Escape && !text().isEmpty()) {
        clear();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

void FilterField::focusOutEvent(QFocusEvent *event)
{
    m_pause.stop();
    QLineEdit::focusOutEvent(event);
}

void FilterField::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QLineEdit::changeEvent(event);
}

} // namespace nodescope::widgets
