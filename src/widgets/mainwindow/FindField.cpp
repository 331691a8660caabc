#include "widgets/mainwindow/FindField.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QStringListModel>
#include <QStyle>

#include "widgets/common/SafeText.h"
#include "widgets/style/Icons.h"
#include "widgets/style/Theme.h"

namespace nodescope::widgets {

using models::NodeFilter;

namespace {
/// What can follow a key, by the stable identifiers of cluster/Node.h.
QStringList continuations()
{
    QStringList all;
    for (const QString &key : NodeFilter::keys())
        all.append(key + u':');
    for (const char16_t *word :
         {u"state:up", u"state:failed", u"state:down", u"state:connecting", u"state:reported", u"kind:beam",
          u"kind:c_node", u"kind:practice", u"watched:push", u"watched:poll", u"watched:hearsay",
          u"is:hidden", u"is:visible", u"cause:cookie_mismatch"})
        all.append(QString::fromUtf16(word));
    return all;
}
} // namespace

FindField::FindField(QWidget *parent)
    : QLineEdit(parent)
{
    setObjectName(QStringLiteral("find"));
    setClearButtonEnabled(true);
    addAction(icon(Glyph::Find), QLineEdit::LeadingPosition);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setMinimumWidth(Theme::current(this).ipx(120));
    setMaximumWidth(Theme::current(this).ipx(420));
    auto *completer = new QCompleter(continuations(), this);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setWidget(this);
    connect(completer, qOverload<const QString &>(&QCompleter::activated), this, [this](const QString &word) {
        const qsizetype begin = text().left(cursorPosition()).lastIndexOf(u' ') + 1;
        setText(text().left(begin) + word + text().mid(cursorPosition()));
    });
    connect(this, &QLineEdit::textChanged, this, &FindField::parse);
    connect(this, &QLineEdit::textEdited, this, [this, completer] {
        const QString word = text().left(cursorPosition()).section(u' ', -1);
        completer->setCompletionPrefix(word);
        const bool offers =
            word.size() > 1 && completer->completionCount() > 0 && completer->currentCompletion() != word;
        if (offers)
            completer->complete();
        else
            completer->popup()->hide();
    });
    retranslate();
}

QSize FindField::sizeHint() const
{
    return {Theme::current(this).ipx(360), QLineEdit::sizeHint().height()};
}

void FindField::retranslate()
{
    setPlaceholderText(tr("Find nodes: shop, host:db*, state:failed"));
    setAccessibleName(tr("Find nodes"));
    parse();
}

void FindField::parse()
{
    const NodeFilter filter = NodeFilter::parse(text());
    const bool wrong = filter.error().has_value();
    setToolTip(
        wrong ? sentenceFor(*filter.error()).toHtmlEscaped()
              : tr("Words must all be in the name. host:, state:, kind:, release:, watched:, cause: and is: "
                   "match one fact; * and ? stand for anything; a minus turns a word round."));
    setAccessibleDescription(wrong ? sentenceFor(*filter.error()) : QString());
    if (property("error").toBool() != wrong) {
        setProperty("error", wrong);
        style()->unpolish(this);
        style()->polish(this);
    }
    Q_EMIT filterChanged(filter);
}

QString FindField::sentenceFor(const NodeFilter::Error &error)
{
    if (error.kind == NodeFilter::Error::Kind::EmptyPattern)
        return tr("Something must follow %1:").arg(visibleText(error.word, 40));
    return tr("There is no key %1. There are: %2.")
        .arg(visibleText(error.word, 40), NodeFilter::keys().join(QStringLiteral(", ")));
}

void FindField::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        Q_EMIT nextRequested(event->modifiers() & Qt::ShiftModifier ? -1 : 1);
        return;
    }
    if (event->key() == Qt::Key_Escape) {
        clear();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

void FindField::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QLineEdit::changeEvent(event);
}

} // namespace nodescope::widgets
