#pragma once

#include <QObject>
#include <QPointer>

#include "cluster/Examination.h"
#include "dist/LocalNode.h"
#include "doctor/pairs/PairEvidence.h"

namespace nodescope::doctor {

struct PairOptions
{
    /// Of both nodes, for our own attempts on those that we are not connected to.
    quint16 epmdPort = protocol::epmd::DefaultPort;
    /// Of a cluster without EPMD: where each of its nodes listens on its own host; 0: EPMD is asked.
    quint16 distPort = 0;
    /// The one that we use towards A, which A most likely uses towards B; null: the store's.
    base::Secret cookie = {};
    std::optional<dist::TlsRole> tls = {}; ///< how to reach them, if encrypted
    /// Have A try to connect to B (`net_kernel:connect_node/1`). Acting: only with a person's consent.
    /// Without it their settings are compared, and nothing is tried.
    bool attempt = false;
};

/// Finds out why node A does not connect to node B: reaches both where we are not connected yet (hidden,
/// under a dynamic name; such links stay with `self`), has A try it if that is wanted, and when that fails,
/// asks both how they are set and what they see of each other. No cookie moves; nothing is changed on
/// either node.
///
/// Takes no longer than A's own set-up timer and the time to ask: 7 s and a few milliseconds, where all
/// that is asked answers.
///
/// Emits `finished` once, then deletes itself later. Deleting it earlier cancels it. Lives on the network
/// thread. `self` must outlive it, unless both go at once with their owner.
class PairExamination final : public QObject
{
    Q_OBJECT

public:
    PairExamination(dist::LocalNode &self, const base::NodeName &a, const base::NodeName &b,
                    PairOptions options, QObject *parent = nullptr);
    ~PairExamination() override;

    void start();
    /// What is known by now; after `finished` all of it.
    [[nodiscard]] const PairEvidence &evidence() const { return m_evidence; }

Q_SIGNALS:
    void finished(const nodescope::cluster::Diagnosis &diagnosis,
                  const QList<nodescope::cluster::SettingPair> &settings);

private:
    /// Dials unless we are connected.
    void reachA();
    void onAReached();
    void tryToConnect();
    void onConnectAnswer(const dist::CallResult &result);
    void askSettingsOfA();
    void concludeAttempt();
    void compare();
    void lookAtBoth();
    void reachB();
    void askB();
    /// With which B is dialled; null: then it is only probed.
    [[nodiscard]] base::Secret cookie() const;
    dist::AttemptId dial(const base::NodeName &node, bool probe);
    void onDialFinished(const dist::DialReport &report);
    void onOursOnB(const dist::DialReport &report);
    void partDone();
    void finish();

    dist::LocalNode &m_self;
    const QPointer<dist::LocalNode> m_nodeLives;
    const PairOptions m_options;
    const QByteArray m_nonce;
    PairEvidence m_evidence;
    dist::AttemptId m_dialA = 0;
    dist::AttemptId m_dialB = 0;
    dist::CallId m_connect = 0;
    base::Instant m_began{};
    bool m_isProbe = false;
    bool m_hasSettingsOfA = false;
    bool m_isLooking = false;
    bool m_isComparing = false;
    bool m_isFinished = false;
    int m_openParts = 0;
};

} // namespace nodescope::doctor
