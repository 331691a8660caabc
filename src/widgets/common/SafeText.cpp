#include "widgets/common/SafeText.h"

#include <QList>

#include "base/SafeText.h"
#include "widgets/common/HostMask.h"

namespace nodescope::widgets {

namespace {
QString madeVisible(QStringView text, qsizetype maxCharacters)
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
} // namespace

QString visibleText(QStringView text, qsizetype maxCharacters)
{
    if (HostMask &mask = HostMask::instance(); mask.isActive()) {
        const QString masked = mask.masked(text.toString());
        return madeVisible(masked, maxCharacters);
    }
    return madeVisible(text, maxCharacters);
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
