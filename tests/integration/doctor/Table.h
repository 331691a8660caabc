#pragma once

#include <QList>
#include <QString>

#include "Findings.h"

namespace nodescope::test {

/// Cause x release -> verdict, certainty, seconds: printed at the end of a program, and added to the file
/// that NODESCOPE_DOCTOR_TABLE names, a line for each case, its fields parted by tabs.
class Table
{
public:
    explicit Table(QString group)
        : m_group(std::move(group))
    {
    }

    /// `differs`: what Expected::differs() or Bystanders::harm() said.
    void add(const QString &name, const Expected &expected, const Findings &findings, const QString &differs);
    /// Once, at the end.
    void print() const;

private:
    struct Row
    {
        QString name;
        QString fault;
        QString verdict;
        QString certainty;
        QString seconds;
        QString differs;
    };

    const QString m_group;
    QList<Row> m_rows;
};

} // namespace nodescope::test
