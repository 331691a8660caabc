#include "widgets/common/SafeText.h"

#include <QList>

namespace nodescope::widgets {

namespace {
bool isInvisible(char32_t character)
{
    switch (QChar::category(character)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_Surrogate:
    case QChar::Other_PrivateUse:
    case QChar::Other_NotAssigned:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    default:
        return false;
    }
}
} // namespace

QString visibleText(QStringView text, qsizetype maxCharacters)
{
    QString out;
    const bool cut = text.size() > maxCharacters;
    const QList<uint> characters = text.left(maxCharacters).toUcs4();
    out.reserve(characters.size() + 1);
    for (const char32_t character : characters) {
        if (isInvisible(character))
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

} // namespace nodescope::widgets
