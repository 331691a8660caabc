#pragma once

#include <memory>

#include <QHash>
#include <QObject>

#include "dist/Dialler.h"

namespace nodescope::dist {

/// The attempts of one LocalNode that are under way.
///
/// Part of LocalNode, which owns it.
class DialDesk final : public QObject
{
    Q_OBJECT

public:
    explicit DialDesk(const base::Clock &clock, QObject *parent = nullptr);
    ~DialDesk() override;

    void start(std::unique_ptr<Dialler> dialler);
    /// An attempt that ends before it begins; finished() comes later.
    void refuse(AttemptId id, const base::NodeName &node, bool probe, const dial_end::Reason &why);
    /// finished() comes later.
    void cancel(AttemptId id);
    /// The attempt to connect to this node, or null. Probes do not count: they want no link.
    [[nodiscard]] Dialler *diallerTo(const base::NodeName &node) const;
    /// Of an attempt under way, else null.
    [[nodiscard]] const DialReport *reportOf(AttemptId id) const;

Q_SIGNALS:
    void stepped(nodescope::dist::AttemptId id, const nodescope::dist::DialStep &step);
    void handshakeMessage(nodescope::dist::AttemptId id,
                          const nodescope::protocol::HandshakeMessage &message);
    /// The link is to be taken from within.
    void connected(nodescope::dist::Dialler *dialler);
    void finished(const nodescope::dist::DialReport &report);

private:
    const base::Clock &m_clock;
    QHash<AttemptId, Dialler *> m_diallers; // children of this
};

} // namespace nodescope::dist
