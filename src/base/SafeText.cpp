#include "base/SafeText.h"

#include <QList>

namespace nodescope::base {

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

QString safeText(QStringView text, qsizetype maxCharacters)
{
    QString out;
    const bool cut = text.size() > maxCharacters;
    const QList<uint> characters = text.left(maxCharacters).toUcs4();
    for (const char32_t character : characters) {
        if (isInvisible(character))
            out += QStringLiteral("\\x{%1}").arg(uint(character), 0, 16);
        else
            out += QString::fromUcs4(&character, 1);
    }
    if (cut)
        out += QChar(u'…');
    return out;
}

QStringList columns(const QList<QStringList> &rows)
{
    QList<qsizetype> widths;
    for (const QStringList &row : rows) {
        widths.resize(qMax(widths.size(), row.size()));
        for (qsizetype i = 0; i < row.size(); ++i)
            widths[i] = qMax(widths.at(i), row.at(i).size());
    }
    QStringList lines;
    for (const QStringList &row : rows) {
        QString line;
        for (qsizetype i = 0; i < row.size(); ++i)
            line += row.at(i).leftJustified(widths.at(i) + 2);
        while (line.endsWith(u' '))
            line.chop(1);
        lines.append(line);
    }
    return lines;
}

} // namespace nodescope::base
