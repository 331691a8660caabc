#pragma once

#include <functional>

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace nodescope::cli {

/// Editing one line in a terminal: bytes of the keyboard in, bytes for the screen out. Knows the usual keys
/// (arrows, Home, End, Delete, and those of Emacs: C-a C-e C-b C-f C-d C-h C-k C-u C-w C-l C-p C-n), history
/// by Up and Down, completion by Tab. Of a line longer than the screen is wide the part around the cursor is
/// shown. Touches no terminal itself.
class LineEditor
{
public:
    enum class Event : quint8 {
        None,
        Line,       ///< Return: text() is whole
        Interrupt,  ///< C-c
        EndOfInput, ///< C-d in an empty line
        Complete    ///< Tab: the caller may call complete()
    };

    void setPrompt(const QString &prompt) { m_prompt = prompt; }
    void setColumns(int columns) { m_columns = columns; }
    /// The oldest first; the editor keeps what it adds at its end.
    void setHistory(const QStringList &history) { m_history = history; }

    /// One step; what remains of `bytes` is to be fed next. Incomplete sequences are kept.
    [[nodiscard]] Event feed(QByteArray &bytes);
    [[nodiscard]] const QString &text() const { return m_text; }
    /// Text up to the cursor: what is to be completed.
    [[nodiscard]] QString beforeCursor() const { return m_text.left(m_at); }
    /// Begins a new line; a text that is not empty goes into the history.
    void accept();
    void clear();
    /// Replaces the last `length` characters before the cursor.
    void complete(qsizetype length, const QString &by);

    /// Clears the screen's line and writes prompt and text anew, with the cursor in its place.
    [[nodiscard]] QByteArray drawn() const;
    /// Clears the line, so that something else can be printed.
    [[nodiscard]] static QByteArray erased() { return "\r\x1b[K"; }

private:
    [[nodiscard]] Event control(char key);
    void escape(const QByteArray &sequence);
    void insert(const QString &text);
    void erase(qsizetype from, qsizetype to);
    void move(qsizetype by);
    void recall(qsizetype by);
    /// The place of the character before, or behind, so that no pair of surrogates is cut.
    [[nodiscard]] qsizetype before(qsizetype at) const;
    [[nodiscard]] qsizetype behind(qsizetype at) const;

    QString m_prompt;
    QString m_text;
    QString m_draft; // the line that was being typed when the history was entered
    QStringList m_history;
    qsizetype m_at = 0;
    qsizetype m_recalled = 0; // lines back; 0: the draft
    int m_columns = 80;
};

} // namespace nodescope::cli
