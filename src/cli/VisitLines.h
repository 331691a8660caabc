#pragma once

#include <QHash>
#include <QJsonObject>
#include <QStringList>

#include "cluster/Visit.h"

namespace nodescope::cli {

/// Calls at a listening post as lines: one when it begins, one for each message, and one when it is over.
/// Knows how much of each call was told.
class VisitLines
{
public:
    /// For people.
    [[nodiscard]] QStringList textOf(const cluster::Visit &visit);
    /// `{"event":"began"|"message"|"visit",…}`; see the manual page.
    [[nodiscard]] QList<QJsonObject> jsonOf(const cluster::Visit &visit);

private:
    /// The messages that are new since the last time; whether the call itself is, too.
    struct News
    {
        bool began = false;
        QList<cluster::WireExcerpt> messages;
    };
    [[nodiscard]] News newsOf(const cluster::Visit &visit);

    QHash<quint64, qsizetype> m_told; // calls under way, and how many messages of each
};

} // namespace nodescope::cli
