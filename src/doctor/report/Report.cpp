#include "doctor/report/Report.h"

#include "base/SafeText.h"
#include "doctor/report/Document.h"

namespace nodescope::doctor {

namespace {

QString textTable(const QList<QStringList> &rows)
{
    QString out;
    for (const QString &line : base::columns(rows))
        out += QStringLiteral("  ") + line + u'\n';
    return out;
}

QString textOf(const ReportSection &section)
{
    QString out = section.title + u'\n' + QString(section.title.size(), u'-') + u'\n';
    for (const QString &paragraph : section.paragraphs)
        out += paragraph + u'\n';
    if (!section.table.isEmpty())
        out += textTable(section.head.isEmpty() ? section.table
                                                : QList<QStringList>{section.head} + section.table);
    for (const QString &item : section.items)
        out += QStringLiteral("  * ") + item + u'\n';
    for (const ReportSection::Code &code : section.codes) {
        out += QStringLiteral("  %1:\n").arg(code.caption);
        const QStringList lines = code.code.split(u'\n');
        for (const QString &line : lines)
            out += QStringLiteral("      ") + line + u'\n';
    }
    return out;
}

QString element(QLatin1String name, const QString &text)
{
    return u'<' + name + u'>' + text.toHtmlEscaped() + QStringLiteral("</") + name + QStringLiteral(">\n");
}

QString htmlRow(QLatin1String cell, const QStringList &row)
{
    QString out = QStringLiteral("<tr>");
    for (const QString &text : row)
        out += element(cell, text);
    return out + QStringLiteral("</tr>\n");
}

QString htmlOf(const ReportSection &section)
{
    QString out = element(QLatin1String("h2"), section.title);
    for (const QString &paragraph : section.paragraphs)
        out += element(QLatin1String("p"), paragraph);
    if (!section.table.isEmpty()) {
        out += QStringLiteral("<table>\n");
        if (!section.head.isEmpty())
            out += htmlRow(QLatin1String("th"), section.head);
        for (const QStringList &row : section.table)
            out += htmlRow(QLatin1String("td"), row);
        out += QStringLiteral("</table>\n");
    }
    if (!section.items.isEmpty()) {
        out += QStringLiteral("<ul>\n");
        for (const QString &item : section.items)
            out += element(QLatin1String("li"), item);
        out += QStringLiteral("</ul>\n");
    }
    for (const ReportSection::Code &code : section.codes)
        out += element(QLatin1String("p"), code.caption) + element(QLatin1String("pre"), code.code);
    return out;
}

} // namespace

QString reportText(const cluster::Examination &examination)
{
    const ReportDocument document = documentOf(examination);
    QString out = document.title + u'\n' + QString(document.title.size(), u'=') + u'\n';
    for (const ReportSection &section : document.sections)
        out += u'\n' + textOf(section);
    return out;
}

QString reportHtml(const cluster::Examination &examination)
{
    const ReportDocument document = documentOf(examination);
    QString out = QStringLiteral("<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\">\n"
                                 "<meta http-equiv=\"Content-Security-Policy\" "
                                 "content=\"default-src 'none'; style-src 'unsafe-inline'\">\n");
    out += element(QLatin1String("title"), document.title);
    out += QStringLiteral("<style>body{font-family:sans-serif;max-width:60em;margin:2em auto;padding:0 1em}"
                          "table{border-collapse:collapse}td,th{border:1px solid #d9dde3;padding:4px 8px;"
                          "text-align:left;vertical-align:top}pre{background:#f6f7f9;padding:8px;"
                          "overflow-x:auto}</style></head>\n<body>\n");
    out += element(QLatin1String("h1"), document.title);
    for (const ReportSection &section : document.sections)
        out += htmlOf(section);
    return out + QStringLiteral("</body></html>\n");
}

} // namespace nodescope::doctor
