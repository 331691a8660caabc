#include "doctor/Quoting.h"

#include <algorithm>

#include <QList>

namespace nodescope::doctor {

namespace {
// Control and format characters (the bidirectional ones are among these) are written as escapes, so
// that what is read is what runs.
bool needsEscape(char32_t character)
{
    const QChar::Category category = QChar::category(character);
    return category == QChar::Other_Control || category == QChar::Other_Format ||
           category == QChar::Separator_Line || category == QChar::Separator_Paragraph ||
           category == QChar::Other_Surrogate;
}

QString escaped(QStringView text, QChar quote, const QString &escapePrefix)
{
    QString out;
    for (const char32_t character : text.toUcs4()) {
        if (needsEscape(character)) {
            out += escapePrefix + QString::number(character, 16) + u'}';
            continue;
        }
        if (character == quote.unicode() || character == U'\\' || (quote == u'"' && character == U'#'))
            out += u'\\';
        out += QString::fromUcs4(&character, 1);
    }
    return out;
}
} // namespace

QString erlangAtom(QStringView text)
{
    return u'\'' + escaped(text, u'\'', QStringLiteral("\\x{")) + u'\'';
}

QString elixirAtom(QStringView text)
{
    return QStringLiteral(":\"") + escaped(text, u'"', QStringLiteral("\\u{")) + u'"';
}

QString quotedString(QStringView text)
{
    // `\x{41}` is read by both languages; a `#` keeps its backslash, which both ignore.
    return u'"' + escaped(text, u'"', QStringLiteral("\\x{")) + u'"';
}

QString shellWord(QStringView text)
{
    const auto plain = [](QChar character) {
        return (character.unicode() < 128 && character.isLetterOrNumber()) ||
               QStringView(u"@%_+=:,./-").contains(character);
    };
    if (!text.isEmpty() && text.front() != u'-' && std::all_of(text.begin(), text.end(), plain))
        return text.toString();
    QString quoted = text.toString();
    quoted.replace(u'\'', QStringLiteral("'\\''"));
    return u'\'' + quoted + u'\'';
}

} // namespace nodescope::doctor
