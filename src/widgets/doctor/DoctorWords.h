#pragma once

#include <QList>
#include <QString>

#include "cluster/Examination.h"
#include "widgets/style/Icons.h"

/// Words of the window around what the doctor says, in the language of the moment.
namespace nodescope::widgets {

/// One thing that is not as it was in an earlier examination of the same two ends.
struct ExaminationChange
{
    QString subject; ///< a rung's or a setting's name
    QString before;
    QString after;

    friend bool operator==(const ExaminationChange &, const ExaminationChange &) = default;
};

/// Rung by rung, then settings: what differs; empty: nothing.
[[nodiscard]] QList<ExaminationChange> changesSince(const cluster::Examination &before,
                                                    const cluster::Examination &now);
/// How an examination came out, in what a person must do about it.
enum class Outcome { Running, Connects, Fails, Uncertain, GivenUp };
[[nodiscard]] Outcome outcomeOf(const cluster::Examination &examination);
/// The verdict as a sentence, also while it runs.
[[nodiscard]] QString verdictOf(const cluster::Examination &examination);
/// `billing@db1 → cache@web2`, or the one name when this program dials.
[[nodiscard]] QString endsOf(const base::NodeName &from, const base::NodeName &to);
/// What a setting of a pair is called: `cookie`, `tick time` …
[[nodiscard]] QString titleOfSetting(const QString &setting);

} // namespace nodescope::widgets
