#include "dist/tls/TlsOptionLines.h"

namespace nodescope::dist {

namespace {

QString keyOf(const QString &role, const QString &option)
{
    return role + u'/' + option;
}

// Behind a quoted atom, a string or a comment that begins at `at`; counts the lines that it spans.
qsizetype skip(QStringView text, qsizetype at, int &line)
{
    const QChar end = text[at] == u'%' ? QChar(u'\n') : text[at];
    for (++at; at < text.size() && text[at] != end; ++at) {
        if (text[at] == u'\n')
            ++line;
        else if (text[at] == u'\\' && end != u'\n')
            ++at;
    }
    return end == u'\n' ? at : at + 1; // the line's end is still to be counted
}

} // namespace

TlsOptionLines::TlsOptionLines(QStringView text)
{
    int line = 1;
    int depth = 0;
    for (qsizetype at = 0; at < text.size();) {
        const QChar c = text[at];
        if (c == u'%' || c == u'"' || c == u'\'') {
            at = skip(text, at, line);
            continue;
        }
        ++at;
        if (c == u'\n') {
            ++line;
        } else if (c == u'}') {
            --depth;
        } else if (c == u'{') {
            while (at < text.size() && text[at].isSpace()) {
                if (text[at++] == u'\n')
                    ++line;
            }
            const qsizetype begin = at;
            while (at < text.size() && (text[at].isLetterOrNumber() || text[at] == u'_'))
                ++at;
            enter(text.sliced(begin, at - begin).toString(), depth++, line);
        }
    }
}

void TlsOptionLines::enter(const QString &atom, int depth, int line)
{
    if (depth == 0)
        m_role = atom;
    if (depth > 1)
        return;
    const QString key = keyOf(m_role, depth == 0 ? QString() : atom);
    if (!m_lines.contains(key))
        m_lines.insert(key, line);
}

int TlsOptionLines::lineOf(const QString &role, const QString &option) const
{
    const int line = m_lines.value(keyOf(role, option));
    return line > 0 ? line : m_lines.value(keyOf(role, {}));
}

} // namespace nodescope::dist
