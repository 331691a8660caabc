#pragma once

#include <QList>
#include <QStringList>

#include "cluster/Examination.h"

namespace nodescope::doctor {

/// One part of a report. Text in it is safe to be shown, not yet escaped for any format.
struct ReportSection
{
    QString title;
    QStringList paragraphs;
    QStringList head;         ///< of the table
    QList<QStringList> table; ///< rows; empty: none
    QStringList items;        ///< of a list
    struct Code
    {
        QString caption;
        QString code;
    };
    QList<Code> codes; ///< to be pasted
};

/// A report before it gets a format.
struct ReportDocument
{
    QString title;
    QList<ReportSection> sections;
};

[[nodiscard]] ReportDocument documentOf(const cluster::Examination &examination);

/// Bytes in hex, with blanks where a proof stood.
[[nodiscard]] QString hexOf(const cluster::WireExcerpt &excerpt);

} // namespace nodescope::doctor
