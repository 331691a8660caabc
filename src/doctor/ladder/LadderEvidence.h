#pragma once

#include <optional>

#include <QList>

#include "dist/DialReport.h"
#include "dist/RemoteCall.h"

namespace nodescope::doctor {

/// A test that is made only where it can tell causes apart. Each asks once, proves nothing with a cookie
/// (but CutCookie), and changes nothing at the target.
enum class LadderTest : quint8 {
    EpmdNames,   ///< the list of EPMD: what is registered there?
    EpmdAgain,   ///< the same question to EPMD once more: is the name still there, at that port?
    Elsewhere,   ///< the node's port at loopback addresses of this machine that were not tried
    TlsHello,    ///< a TLS handshake, without certificate
    ShorterHost, ///< does the host resolve by its first label?
    ParentHost,  ///< does the host resolve without its first label, as the service of a pod does?
    UnusedPorts, ///< are connections taken at ports of the host where nobody listens?
    AliveByLink, ///< a call over the link that is up already
    CutCookie    ///< the part of our cookie before its `#`
};

/// What the tests have shown; empty: not made, or no answer.
struct LadderTestResults
{
    enum class Entry : quint8 { Unknown, Same, Moved, Gone };
    std::optional<QList<protocol::epmd::NamePort>> names;
    Entry entry = Entry::Unknown;
    std::optional<dist::DialReport> elsewhere; ///< the probe that reached the target there
    std::optional<dist::DialReport> tlsHello;  ///< a probe over TLS; that it spoke TLS is what counts
    QStringList shorterHost;                   ///< the addresses
    QStringList parentHost;                    ///< the addresses
    bool unusedPortsOpen = false;              ///< each of them was: somebody takes every connection
    bool answersPlainly = false;               ///< silent to a TLS hello, and answered a plain name beside it
    std::optional<bool> aliveByLink;
    std::optional<bool> cutCookieFits;
};

/// All that one climb has shown, as values. The rules (LadderVerdict) read nothing else.
struct LadderEvidence
{
    base::NodeName target;
    QDateTime time; ///< of the last change, UTC
    base::Duration elapsed{};
    bool cancelled = false;
    bool haveCookie = false;
    bool cookieHasHash = false; ///< ours has a `#` in it, and something before it

    // What this machine knows by itself.
    QString ownHost;             ///< its name
    bool targetIsLocal = false;  ///< the host's addresses are this machine's own
    std::optional<bool> noRoute; ///< to any address of the host, by our own table

    std::optional<dist::DialReport> probe;
    std::optional<dist::DialReport> dial; ///< with the cookie
    bool linkWasThere = false;            ///< up before we began; then there is no dial
    QString ownNameThere;
    std::optional<dist::CallResult> call;      ///< at the top
    std::optional<base::Duration> firstByte;   ///< of the peer, since the link stood
    std::optional<base::Duration> linkWatched; ///< how long we listened for it
    QString linkLost;                          ///< why the link that we made went down again
    LadderTestResults tests;
};

} // namespace nodescope::doctor
