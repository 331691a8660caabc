#pragma once

#include <QStringList>

#include "cli/Console.h"
#include "cluster/Examination.h"

namespace nodescope::cli {

/// Prints a ladder rung by rung as it is climbed, and its verdict at the end.
class LadderText
{
public:
    /// `marks`: for terminals; else words alone.
    LadderText(Console &console, bool marks);

    /// Prints the rungs that are new, or came out otherwise than they had seemed.
    void show(const cluster::Examination &examination);
    /// The rest of the rungs, and the verdict with all that belongs to it.
    void conclude(const cluster::Examination &examination);

private:
    void print(const cluster::RungResult &rung, const QString &title);
    void printFacts(const cluster::PeerFacts &facts);
    void printSettings(const QList<cluster::SettingPair> &settings);

    Console &m_console;
    const bool m_marks;
    QList<cluster::RungResult> m_shown;
};

} // namespace nodescope::cli
