#include "Table.h"

#include <cstdio>

#include <QFile>

#include "support/Peer.h"

namespace nodescope::test {

void Table::add(const QString &name, const Expected &expected, const Findings &findings,
                const QString &differs)
{
    Row row;
    row.name = name;
    row.fault = expected.causes.isEmpty() ? QStringLiteral("healthy") : expected.causes.first();
    row.verdict = findings.verdict == QLatin1String("ok") ? findings.verdict : findings.cause;
    if (findings.certainty == QLatin1String("cannot_distinguish"))
        row.verdict = findings.candidates.join(u'/');
    row.certainty = findings.certainty;
    row.seconds = QString::number(findings.wallMs / 1'000, 'f', 2);
    row.differs = differs.section(u'\n', 0, 0);
    m_rows.append(row);
}

void Table::print() const
{
    const QString release = QStringLiteral("OTP %1").arg(Peer::otpRelease());
    QString lines;
    std::printf("\n%-26s %-34s %-7s %-44s %-19s %5s  %s\n", "fault", "case", "", "verdict", "certainty", "s",
                "");
    for (const Row &row : m_rows) {
        std::printf("%-26s %-34s %-7s %-44s %-19s %5s  %s\n", qPrintable(row.fault), qPrintable(row.name),
                    qPrintable(release), qPrintable(row.verdict), qPrintable(row.certainty),
                    qPrintable(row.seconds), qPrintable(row.differs));
        lines += QStringList{m_group,     row.fault,     row.name,    release,
                             row.verdict, row.certainty, row.seconds, row.differs}
                     .join(u'\t') +
                 u'\n';
    }
    std::fflush(stdout);
    const QString path = qEnvironmentVariable("NODESCOPE_DOCTOR_TABLE");
    QFile file(path);
    if (!path.isEmpty() && file.open(QIODevice::Append))
        file.write(lines.toUtf8()); // at once: programs run side by side
}

} // namespace nodescope::test
