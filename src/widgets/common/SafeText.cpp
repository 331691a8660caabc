#include "widgets/common/SafeText.h"

#include <QList>

#include "base/SafeText.h"

namespace nodescope::widgets {

QString visibleText(QStringView text, qsizetype maxCharacters)
{
    QString out;
    const bool cut = text.size() > maxCharacters;
    const QList<uint> characters = text.left(maxCharacters).toUcs4();
    out.reserve(characters.size() + 1);
    for (const char32_t character : characters) {
        if (base::isInvisible(character))
            out += QStringLiteral("⟨U+%1⟩").arg(uint(character), 4, 16, QLatin1Char('0')).toUpper();
        else
            out += QString::fromUcs4(&character, 1);
    }
    if (cut)
        out += QStringLiteral("…");
    return out;
}

QString visibleRichText(QStringView text, qsizetype maxCharacters)
{
    return visibleText(text, maxCharacters).toHtmlEscaped();
}

QString linesAsRichText(const QString &text)
{
    return text.toHtmlEscaped().replace(u'\n', QStringLiteral("<br>"));
}

} // namespace nodescope::widgets
