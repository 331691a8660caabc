#pragma once

#include <QHash>

#include "cluster/Delta.h"
#include "cluster/history/Mark.h"

namespace nodescope::cluster {

/// Makes deltas fit to be shown to strangers. Names and hosts are replaced, the same one always by the same:
/// `billing@db1.example` becomes `n1@h1`, and `billing@web2` then `n1@h2`. Dropped are the texts of messages
/// and all that was quoted from somewhere: details, evidence, bytes, ports, profiles, the names that nodes
/// gave us. Kept is what happened: states, reasons in the protocol's words, causes, times.
///
/// One object for one recording. Not thread-safe.
class Redaction
{
public:
    [[nodiscard]] Deltas redacted(const Deltas &deltas);
    /// What a person wrote may hold anything: only that there is a mark stays.
    [[nodiscard]] Mark redacted(const Mark &mark);
    [[nodiscard]] base::NodeName redacted(const base::NodeName &name);

private:
    void redact(NodeChanged &delta);
    void redact(NodeRemoved &delta);
    void redact(LinkChanged &delta);
    void redact(LinkRemoved &delta);
    void redact(HostChanged &delta);
    void redact(EventHappened &delta);
    void redact(SessionChanged &delta);
    void redact(MessageHappened &delta);
    void redact(FiguresChanged &delta);
    void redact(TrafficChanged &delta);
    template<class Other>
    void redact(Other &)
    {
        // Kinds that recordings do not keep.
    }
    [[nodiscard]] LinkKey redacted(const LinkKey &key, bool &swapped);
    [[nodiscard]] QString host(const QString &host);
    [[nodiscard]] QString process(const QString &process);
    [[nodiscard]] QString local(const QString &name);
    [[nodiscard]] static QString reason(const QString &reason);

    QHash<QString, QString> m_hosts;
    QHash<QString, QString> m_locals;
    QHash<QString, QString> m_processes;
    QHash<base::NodeName, base::NodeName> m_names;
};

} // namespace nodescope::cluster
