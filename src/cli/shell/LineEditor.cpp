#include "cli/shell/LineEditor.h"

#include <algorithm>

#include "cli/SafeText.h"

namespace nodescope::cli {

namespace {

constexpr char Escape = 0x1b;

/// Bytes of the UTF-8 character that begins here; 0: it is not whole yet.
qsizetype characterLength(const QByteArray &bytes)
{
    const auto lead = static_cast<uchar>(bytes.at(0));
    const qsizetype length = lead < 0xc0 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
    return bytes.size() < length ? 0 : length;
}

/// Bytes of the escape sequence that begins here; 0: it is not whole yet.
qsizetype sequenceLength(const QByteArray &bytes)
{
    if (bytes.size() < 2)
        return 0;
    if (bytes.at(1) != '[' && bytes.at(1) != 'O')
        return 2;
    for (qsizetype i = 2; i < bytes.size(); ++i) {
        if (bytes.at(i) >= 0x40)
            return i + 1;
    }
    return bytes.size() > 16 ? bytes.size() : 0; // none is so long
}

} // namespace

LineEditor::Event LineEditor::feed(QByteArray &bytes)
{
    if (bytes.isEmpty())
        return Event::None;
    const char first = bytes.at(0);
    if (first == Escape) {
        const qsizetype length = sequenceLength(bytes);
        escape(bytes.first(length));
        bytes.remove(0, length);
        return Event::None;
    }
    if ((first >= 0 && first < 0x20) || first == 0x7f) {
        bytes.remove(0, 1);
        return control(first);
    }
    const qsizetype length = characterLength(bytes);
    insert(QString::fromUtf8(bytes.first(length)));
    bytes.remove(0, length);
    return Event::None;
}

LineEditor::Event LineEditor::control(char key)
{
    switch (key) {
    case '\r':
    case '\n':
        return Event::Line;
    case '\t':
        return Event::Complete;
    case 3: // C-c
        return Event::Interrupt;
    case 4: // C-d
        if (m_text.isEmpty())
            return Event::EndOfInput;
        erase(m_at, behind(m_at));
        break;
    case 8:
    case 0x7f:
        erase(before(m_at), m_at);
        break;
    case 1: // C-a
        m_at = 0;
        break;
    case 5: // C-e
        m_at = m_text.size();
        break;
    case 2: // C-b
        move(-1);
        break;
    case 6: // C-f
        move(1);
        break;
    case 11: // C-k
        erase(m_at, m_text.size());
        break;
    case 21: // C-u
        erase(0, m_at);
        break;
    case 23: { // C-w
        qsizetype from = m_at;
        while (from > 0 && m_text.at(from - 1).isSpace())
            --from;
        while (from > 0 && !m_text.at(from - 1).isSpace())
            --from;
        erase(from, m_at);
        break;
    }
    case 16: // C-p
        recall(1);
        break;
    case 14: // C-n
        recall(-1);
        break;
    default:
        break;
    }
    return Event::None;
}

void LineEditor::escape(const QByteArray &sequence)
{
    if (sequence == "\x1b[A" || sequence == "\x1bOA")
        recall(1);
    else if (sequence == "\x1b[B" || sequence == "\x1bOB")
        recall(-1);
    else if (sequence == "\x1b[C" || sequence == "\x1bOC")
        move(1);
    else if (sequence == "\x1b[D" || sequence == "\x1bOD")
        move(-1);
    else if (sequence == "\x1b[H" || sequence == "\x1bOH" || sequence == "\x1b[1~")
        m_at = 0;
    else if (sequence == "\x1b[F" || sequence == "\x1bOF" || sequence == "\x1b[4~")
        m_at = m_text.size();
    else if (sequence == "\x1b[3~")
        erase(m_at, behind(m_at));
}

qsizetype LineEditor::before(qsizetype at) const
{
    if (at == 0)
        return 0;
    const bool pair = at > 1 && m_text.at(at - 1).isLowSurrogate() && m_text.at(at - 2).isHighSurrogate();
    return at - (pair ? 2 : 1);
}

qsizetype LineEditor::behind(qsizetype at) const
{
    if (at >= m_text.size())
        return m_text.size();
    const bool pair =
        m_text.at(at).isHighSurrogate() && at + 1 < m_text.size() && m_text.at(at + 1).isLowSurrogate();
    return at + (pair ? 2 : 1);
}

void LineEditor::move(qsizetype by)
{
    m_at = by < 0 ? before(m_at) : behind(m_at);
}

void LineEditor::insert(const QString &text)
{
    m_text.insert(m_at, text);
    m_at += text.size();
}

void LineEditor::erase(qsizetype from, qsizetype to)
{
    m_text.remove(from, to - from);
    m_at = from;
}

void LineEditor::recall(qsizetype by)
{
    const qsizetype to = std::clamp<qsizetype>(m_recalled + by, 0, m_history.size());
    if (to == m_recalled)
        return;
    if (m_recalled == 0)
        m_draft = m_text;
    m_recalled = to;
    m_text = to == 0 ? m_draft : m_history.at(m_history.size() - to);
    m_at = m_text.size();
}

void LineEditor::accept()
{
    if (!m_text.trimmed().isEmpty() && (m_history.isEmpty() || m_history.last() != m_text))
        m_history.append(m_text);
    clear();
}

void LineEditor::clear()
{
    m_text.clear();
    m_draft.clear();
    m_at = 0;
    m_recalled = 0;
}

void LineEditor::complete(qsizetype length, const QString &by)
{
    erase(m_at - std::min(length, m_at), m_at);
    insert(by);
}

QByteArray LineEditor::drawn() const
{
    // As shown, so that no control character of a pasted text reaches the terminal.
    const QString left = safeText(QStringView(m_text).left(m_at));
    const QString right = safeText(QStringView(m_text).mid(m_at));
    const qsizetype room = std::max<qsizetype>(8, m_columns - m_prompt.size() - 1);
    const QString shownLeft = left.right(std::min(left.size(), std::max(room - right.size(), room * 3 / 4)));
    const QString shownRight = right.left(room - shownLeft.size());
    QByteArray out = erased() + m_prompt.toUtf8() + shownLeft.toUtf8() + shownRight.toUtf8();
    if (!shownRight.isEmpty())
        out += "\x1b[" + QByteArray::number(shownRight.size()) + 'D';
    return out;
}

} // namespace nodescope::cli
