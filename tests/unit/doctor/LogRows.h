#pragma once

#include <QTest>

#include "doctor/explain/ExplainLog.h"

/// Rows for the tests of explainLog: a text, and the one finding that it must give.
namespace nodescope::test {

struct LogRow
{
    const char *name; ///< begins with the releases that say it so; `*`: all from 23 to 29
    const char *text;
    const char *wording;
    const char *cause;
    const char *certainty;
    const char *node = "";
    const char *peer = "";
    const char *fact = ""; ///< `name=value`
};

inline void addLogColumns()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QStringList>("expected");
}

inline void addLogRow(const LogRow &row)
{
    const auto text = [](const char *latin1) { return QString::fromUtf8(latin1); };
    QTest::newRow(row.name) << QByteArray(row.text)
                            << QStringList{text(row.wording), text(row.cause), text(row.certainty),
                                           text(row.node),    text(row.peer),  text(row.fact)};
}

/// What there is of the finding that the row names, in the row's own form.
inline QStringList inRowForm(const doctor::LogFinding &finding, const QString &fact)
{
    const QString name = fact.section(u'=', 0, 0);
    return {doctor::identifierOf(finding.wording),
            cluster::identifierOf(finding.cause),
            cluster::identifierOf(finding.certainty),
            finding.node.text(),
            finding.peer.text(),
            name.isEmpty() ? QString() : name + u'=' + finding.fact(name)};
}

} // namespace nodescope::test
