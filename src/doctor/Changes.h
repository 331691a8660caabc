#pragma once

#include <optional>

#include <QList>
#include <QString>

#include "cluster/Examination.h"

namespace nodescope::doctor {

/// One thing that is otherwise than it was at the examination before.
struct ExaminationChange
{
    enum class Kind : quint8 {
        Verdict, ///< another cause, or none any more
        Rung,    ///< another state, or other evidence on the same rung
        Fact,    ///< of the peer: started again, another release
        Setting  ///< of one of a pair
    };
    Kind kind = Kind::Verdict;
    std::optional<cluster::Rung> rung; ///< with Rung
    bool better = false;               ///< nearer to a connection than before
    QString before;                    ///< words or evidence, in the language of the moment
    QString after;
    QString text; ///< the sentence: `name registered: failed, now passed`
};

/// What has changed from one examination of a node to a later one, the verdict first, then the rungs in
/// climbing order. Times alone are no change, unless one failed at once and the other after seconds. Empty:
/// all is as before. Pure but for the translators.
[[nodiscard]] QList<ExaminationChange> changesBetween(const cluster::Examination &before,
                                                      const cluster::Examination &after);

} // namespace nodescope::doctor
