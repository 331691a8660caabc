#pragma once

#include <QObject>
#include <QPointer>
#include <QTimer>

#include "dist/LocalNode.h"
#include "doctor/PairVerdict.h"

namespace nodescope::session {

/// Has node A connect to node B, and, when A answers `false`, finds out why: asks A for its view
/// (resolution, EPMD, its cookie for B as a digest), asks B for its cookie for A where we are connected
/// to it, and probes B from here. No cookie moves; nothing is changed on either node.
///
/// Emits `succeeded` or `failed` once, then deletes itself later. Lives on the network thread.
class PairAttempt final : public QObject
{
    Q_OBJECT

public:
    /// `epmdPort`: of B, for our probe. `cookie`: the one that we use towards A, which A most likely
    /// uses towards B; null if unknown. `self` must outlive this object.
    PairAttempt(dist::LocalNode &self, const base::NodeName &a, const base::NodeName &b, quint16 epmdPort,
                base::Secret cookie, QObject *parent);

    /// How to reach B over TLS. Before start().
    void useTls(std::optional<dist::TlsRole> tls) { m_tls = std::move(tls); }
    void start();

Q_SIGNALS:
    void succeeded();
    void failed(const nodescope::cluster::Diagnosis &diagnosis);

private:
    using Answer = std::function<void(const dist::CallResult &)>;
    void call(const base::NodeName &node, const QString &module, const QString &function,
              std::vector<term::Term> arguments, base::Duration timeout, Answer answer);
    void onConnectAnswer(const dist::CallResult &result);
    void gather();
    void askCookieDigest(const base::NodeName &node, const base::NodeName &peer, QByteArray *into);
    void dial(bool probe);
    void onDialFinished(const dist::DialReport &report);
    void partDone();
    void finish();

    dist::LocalNode &m_self;
    doctor::PairEvidence m_evidence;
    const quint16 m_epmdPort;
    const base::Secret m_cookie;
    std::optional<dist::TlsRole> m_tls;
    const QByteArray m_nonce;
    QByteArray m_digestOfA; // not secret: the nonce is ours and used once
    QByteArray m_digestOfB;
    dist::AttemptId m_dial = 0;
    bool m_dialIsProbe = false;
    int m_openParts = 0;
    base::Instant m_began;
};

} // namespace nodescope::session
