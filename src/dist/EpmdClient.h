#pragma once

#include <functional>
#include <variant>

#include <QObject>
#include <QPointer>

#include "base/Clock.h"
#include "base/NodeName.h"
#include "base/Result.h"
#include "dist/Connection.h"
#include "protocol/Limits.h"
#include "protocol/epmd/EpmdMessages.h"

namespace nodescope::dist {

/// Why a question to EPMD got no usable answer.
namespace epmd_failure {
/// Nobody accepts connections at EPMD's port.
struct Unreachable
{
    ConnectFailure connect;
};
/// The connection stood, and no complete answer came in time.
struct Silent
{
    qint64 received = 0;
};
/// What answered is no EPMD; the error holds the first bytes.
struct Broken
{
    protocol::epmd::EpmdError error;
};
/// The network failed in the middle of the answer.
struct Lost
{
    QString detail;
};
using Reason = std::variant<ResolveFailure, Unreachable, Silent, Broken, Lost>;
} // namespace epmd_failure

/// What asking has shown, whether it succeeded or not. Durations of phases that were not reached are 0.
struct EpmdEvidence
{
    QString host;
    quint16 port = 0;
    QList<QHostAddress> addresses; ///< what the host resolved to
    QHostAddress address;          ///< the one that answered
    bool resolved = false;
    bool connected = false;
    base::Duration resolve{};
    base::Duration connect{};
    base::Duration reply{};
    QByteArray question; ///< as it was sent; empty: it came not so far
    QByteArray head;     ///< the first bytes of the reply, at most protocol::EvidenceBytes
    qint64 received = 0; ///< bytes of the reply
};

/// The end of one question: a reply or a reason, and the evidence of either.
struct EpmdAnswer
{
    EpmdEvidence evidence;
    base::Result<protocol::epmd::Reply, epmd_failure::Reason> outcome =
        base::Failure{epmd_failure::Reason(epmd_failure::Silent{})};

    /// The reply as NAMES or PORT2_RESP, or null if there is none of that kind.
    [[nodiscard]] const protocol::epmd::NamesReply *names() const;
    [[nodiscard]] const protocol::epmd::PortReply *port() const;
};

/// A question that is under way. Deletes itself after finished() or cancel().
class EpmdQuery : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;
    /// No signal comes any more.
    virtual void cancel() = 0;

Q_SIGNALS:
    /// In this order, each at most once; the first two only if it comes that far.
    void resolved(const QList<QHostAddress> &addresses);
    void connected(const QHostAddress &address);
    /// Always, unless cancelled.
    void finished(const nodescope::dist::EpmdAnswer &answer);
};

/// What may be asked of a port mapper that is not ours: nothing that changes it. KILL and STOP are no
/// questions, and no call can send them.
using EpmdQuestion =
    std::variant<protocol::epmd::NamesRequest, protocol::epmd::PortRequest, protocol::epmd::DumpRequest>;

/// Asks port mappers (erl_dist_protocol, "Protocol between EPMD and a node"). Only questions that
/// change nothing: NAMES, PORT_PLEASE2 and DUMP. Nothing blocks, name resolution neither.
///
/// Lives on the network thread. Queries are owned by the client and end with it.
class EpmdClient final : public QObject
{
    Q_OBJECT

public:
    /// `clock` must outlive the client.
    explicit EpmdClient(const base::Clock &clock, ConnectTimeouts timeouts = {}, protocol::Limits limits = {},
                        QObject *parent = nullptr);

    /// Who is registered at `host`? The reply is a NamesReply.
    EpmdQuery *names(const QString &host, quint16 epmdPort);
    /// Where is this node? The reply is a PortReply, which may say "not registered".
    EpmdQuery *lookUp(const base::NodeName &node, quint16 epmdPort);
    EpmdQuery *ask(const EpmdQuestion &question, const QString &host, quint16 epmdPort);

private:
    const base::Clock &m_clock;
    ConnectTimeouts m_timeouts;
    protocol::Limits m_limits;
};

} // namespace nodescope::dist

Q_DECLARE_METATYPE(nodescope::dist::EpmdAnswer)
