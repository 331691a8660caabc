#include "doctor/explain/Redaction.h"

#include <array>

namespace nodescope::doctor {

namespace {
constexpr std::array Words{u"cookie", u"cookie hash", u"digest", u"challenge"};
constexpr qsizetype MaxBetween = 8;

// Where the value of the word begins that stands at `word`; -1 if nothing assigns one. `the cookie file` does
// not, `.erlang.cookie: eacces` does not either.
qsizetype valueOf(QStringView text, qsizetype word, qsizetype end)
{
    const QStringView before = text.first(word);
    if (before.endsWith(u".erlang."))
        return -1;
    bool assigns = before.endsWith(u"-set") || before.endsWith(u"--");
    qsizetype at = end;
    for (; at < text.size() && at - end < MaxBetween; ++at) {
        const QChar c = text.at(at);
        if (QStringView(u"=:,({").contains(c))
            assigns = true;
        else if (!c.isSpace() && !QStringView(u"\"'\\").contains(c))
            break;
    }
    return assigns && at > end && at < text.size() ? at : -1;
}
} // namespace

QString redacted(const QString &text)
{
    qsizetype keep = text.size();
    for (const char16_t *literal : Words) {
        const QStringView word(literal);
        qsizetype at = 0;
        while ((at = text.indexOf(word, at, Qt::CaseInsensitive)) >= 0) {
            const qsizetype end = at + word.size();
            const qsizetype value = valueOf(text, at, end);
            if (value >= 0)
                keep = qMin(keep, value);
            at = end;
        }
    }
    return keep < text.size() ? text.left(keep) + u'…' : text;
}

} // namespace nodescope::doctor
