#include "widgets/doctor/LogEdit.h"

#include <QFile>
#include <QMimeData>
#include <QTextBlock>
#include <QUrl>

#include "widgets/common/SafeText.h"
#include "widgets/style/Theme.h"

namespace nodescope::widgets {

namespace {
constexpr qsizetype Piece = 32 * 1024;
/// Longer text goes in piece by piece.
constexpr qsizetype Long = 4 * Piece;
constexpr int SettleMilliseconds = 150;
} // namespace

LogEdit::LogEdit(QWidget *parent)
    : QPlainTextEdit(parent)
{
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setUndoRedoEnabled(true);
    setTabChangesFocus(true);
    setFont(Theme::current(this).mono);
    setLayoutDirection(Qt::LeftToRight);
    m_filling.setInterval(0);
    m_settling.setInterval(SettleMilliseconds);
    m_settling.setSingleShot(true);
    connect(&m_filling, &QTimer::timeout, this, &LogEdit::insertPiece);
    connect(&m_settling, &QTimer::timeout, this, &LogEdit::settled);
    connect(this, &QPlainTextEdit::textChanged, this, [this] {
        if (!isLoading())
            m_settling.start();
    });
}

void LogEdit::load(const QString &text)
{
    m_filling.stop();
    m_cut = text.size() > MaxCharacters;
    m_rest = m_cut ? text.left(MaxCharacters) : text;
    m_rest.replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
    m_at = 0;
    // What a person did not type needs no way back, and a copy of megabytes for it.
    setUndoRedoEnabled(false);
    m_filling.start();
    clear();
    insertPiece();
}

void LogEdit::insertPiece()
{
    qsizetype end = std::min(m_at + Piece, m_rest.size());
    // Lines stay whole where they can.
    if (const qsizetype line = end < m_rest.size() ? m_rest.lastIndexOf(u'\n', end) : -1; line > m_at)
        end = line + 1;
    QTextCursor cursor(document());
    cursor.movePosition(QTextCursor::End);
    cursor.insertText(m_rest.mid(m_at, end - m_at));
    m_at = end;
    if (m_at < m_rest.size())
        return;
    m_filling.stop();
    m_rest.clear();
    setUndoRedoEnabled(true);
    m_settling.stop();
    Q_EMIT settled();
}

QString LogEdit::openFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return tr("%1 cannot be read: %2").arg(visibleText(path, 200), visibleText(file.errorString(), 200));
    // A character takes at most three bytes more than one; what is beyond the limit is not even read.
    const QByteArray bytes = file.read(MaxCharacters + 1);
    load(QString::fromUtf8(bytes));
    return {};
}

void LogEdit::showLine(qsizetype line)
{
    const QTextBlock block = document()->findBlockByNumber(static_cast<int>(line) - 1);
    if (!block.isValid())
        return;
    QTextCursor cursor(block);
    setTextCursor(cursor);
    centerCursor();
}

bool LogEdit::canInsertFromMimeData(const QMimeData *source) const
{
    return source->hasUrls() || source->hasText();
}

void LogEdit::insertFromMimeData(const QMimeData *source)
{
    const QList<QUrl> urls = source->urls();
    if (!urls.isEmpty() && urls.first().isLocalFile()) {
        if (const QString error = openFile(urls.first().toLocalFile()); !error.isEmpty())
            Q_EMIT failed(error);
        return;
    }
    const QString text = source->text();
    if (text.size() < Long) {
        textCursor().insertText(text);
        ensureCursorVisible();
        return;
    }
    // Long text is a log of its own; it replaces what stands there.
    load(text);
}

} // namespace nodescope::widgets
