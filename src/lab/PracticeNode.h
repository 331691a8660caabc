#pragma once

#include <functional>
#include <memory>
#include <vector>

#include <QHash>
#include <QObject>
#include <QTimer>

#include "base/Clock.h"
#include "dist/LocalNode.h"
#include "lab/FunctionTable.h"

namespace nodescope::lab {

class GlobalNames;
class Introductions;

struct PracticeNodeSettings
{
    base::NodeName name;
    bool hidden = false;
    base::Secret cookie;
    quint16 epmdPort = protocol::epmd::DefaultPort;
    std::optional<dist::TlsSettings> tls; ///< encrypt all links
};

/// One practice node: a named, listening LocalNode with what a BEAM node offers to others: `net_kernel`,
/// `rex` and `erpc` with a table of functions, `global_name_server`, watchers, and the registered
/// processes `echo`, `counter` and `clock`.
///
/// Signals: `registered` or `registrationRefused` after listen(), then the others at any time. Owned by
/// its parent; lives on the network thread; `clock` must outlive it. Destruction ends it without signals.
class PracticeNode final : public QObject
{
    Q_OBJECT

public:
    /// How long a node waits for each message of who dials it: time enough to step through a handshake and to
    /// speak of it. As much as OTP allows for `net_setuptime`. Whom it dials itself has the usual 7 s.
    static constexpr base::Duration SetupTime = std::chrono::seconds(120);
    using ConnectHandler = std::function<void(bool connected)>;

    PracticeNode(const PracticeNodeSettings &settings, const base::Clock &clock, QObject *parent = nullptr);
    ~PracticeNode() override;

    /// Listens on loopback and registers with EPMD.
    [[nodiscard]] base::Result<quint16, dist::ListenError> listen();

    [[nodiscard]] const base::NodeName &name() const { return m_settings.name; }
    [[nodiscard]] bool isHidden() const { return m_settings.hidden; }
    [[nodiscard]] quint16 epmdPort() const { return m_settings.epmdPort; }
    [[nodiscard]] quint16 port() const { return m_local.listeningPort(); }
    [[nodiscard]] dist::LocalNode &local() { return m_local; }
    [[nodiscard]] const dist::LocalNode &local() const { return m_local; }
    /// When it was made, on the clock of local().
    [[nodiscard]] base::Instant born() const { return m_born; }
    [[nodiscard]] const FunctionTable &functions() const { return m_functions; }

    /// Peers by the kind of their link, in the order of their coming up.
    [[nodiscard]] QList<base::NodeName> visiblePeers() const;
    [[nodiscard]] QList<base::NodeName> hiddenPeers() const;
    /// Peers that we are dialling now.
    [[nodiscard]] QList<base::NodeName> pendingPeers() const { return m_waiting.keys(); }

    /// As `net_kernel:connect_node/1`: true at once for ourselves and for peers. `address` spares EPMD.
    void connectTo(const base::NodeName &peer, ConnectHandler handler = {},
                   std::optional<dist::DialTarget::Explicit> address = {});
    /// Whether a visible link leads us on to the peer's own visible peers. Off until the cluster stands, so
    /// that its nodes do not dial each other twice.
    void setIntroducing(bool introducing);

Q_SIGNALS:
    void registered();
    void registrationRefused(quint8 result);
    void registrationLost();
    void linkUp(const nodescope::dist::LinkInfo &link);
    void linkDown(const nodescope::dist::LinkInfo &link, const nodescope::dist::link_down::Reason &reason);
    /// An attempt of ours to connect failed, whoever asked for it.
    void attemptFailed(const nodescope::dist::DialReport &report);

private:
    void forwardSignals();
    void addServices();
    void addFunctions();
    void onDialFinished(const dist::DialReport &report);
    void answerWaiting(const base::NodeName &peer, bool connected);
    [[nodiscard]] QList<base::NodeName> peers(bool hidden) const;

    const PracticeNodeSettings m_settings;
    const base::Instant m_born;
    FunctionTable m_functions;
    dist::LocalNode m_local;
    Introductions *m_introductions = nullptr; // owned by m_local
    QHash<base::NodeName, std::vector<ConnectHandler>> m_waiting;
};

/// The reason that OTP gives in `nodedown` for such an end of a link, e.g. `net_tick_timeout`.
[[nodiscard]] QString nodedownReason(const dist::link_down::Reason &reason);

} // namespace nodescope::lab
