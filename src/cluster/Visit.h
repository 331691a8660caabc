#pragma once

#include <QMetaType>
#include <QString>
#include <QStringList>

#include "cluster/Diagnosis.h"

namespace nodescope::cluster {

/// What called, by the first that it said.
enum class VisitorKind {
    Unknown,    ///< nothing has come yet
    Node,       ///< it speaks the handshake of the distribution
    TlsHello,   ///< it speaks TLS to a plain port
    PlainHello, ///< it speaks the handshake without TLS to an encrypted port
    TlsCaller,  ///< it speaks TLS, as it should, and no encrypted connection came of it
    Http,       ///< it speaks HTTP
    Ssh,        ///< it speaks SSH
    Garbage,    ///< bytes that are no protocol known here
    Knock,      ///< it connected and closed without a byte, as port scans and load balancers do
    Mute,       ///< it connected and said nothing
};

/// What is known of the cookie that the caller used.
enum class VisitCookie {
    NotReached, ///< it did not come to the digest
    Known,      ///< its digest is that of a saved cookie; the label says of which
    NoneOfOurs, ///< its digest is that of none of the saved cookies
};

/// One call at our listening post, while it lasts and when it is over. It grows step by step: each message
/// is an excerpt of the diagnosis. Carries no cookie, no digest and no challenge.
struct Visit
{
    quint64 id = 0;      ///< counted from 1 for each post
    bool running = true; ///< else it is over, and the diagnosis holds
    VisitorKind kind = VisitorKind::Unknown;
    QString address;       ///< address and port of the caller
    base::NodeName caller; ///< null: not said, or it asks for a dynamic name
    QString callerHost;    ///< with a dynamic name: the host that it gave instead
    int version = 0;       ///< of its handshake, 5 or 6; 0: not known
    QString release;       ///< likely releases by its flags, e.g. `25 to 26`; empty: not told by them
    quint64 flags = 0;
    QStringList missingFlags; ///< that nodes of OTP 26 and later demand and it lacks
    bool hidden = false;

    VisitCookie cookie = VisitCookie::NotReached;
    QString cookieLabel;     ///< with Known: as the person calls it
    int cookiesCompared = 0; ///< with Known and NoneOfOurs

    /// `from` is the caller, or null; `to` is the post; `time` is when it called, UTC. Its cause is None
    /// while it runs (and means nothing), and when a node got as far as a proof that it has a saved cookie.
    Diagnosis diagnosis;
};

/// The state of our listening post.
struct Post
{
    bool open = false;
    bool registered = false; ///< EPMD lists it
    base::NodeName name;
    quint16 port = 0;
    bool tls = false; ///< callers must speak TLS
    /// Why it could not be opened or is not registered: `cannot_listen`, `name_in_use`, `name_not_startable`,
    /// `epmd_gone`; empty: nothing is wrong.
    QString problem;
    QString detail; ///< the system's own words behind it

    friend bool operator==(const Post &, const Post &) = default;
};

/// The stable names, e.g. `tls_hello` and `none_of_ours`.
[[nodiscard]] QString identifierOf(VisitorKind kind);
[[nodiscard]] QString identifierOf(VisitCookie cookie);

} // namespace nodescope::cluster

Q_DECLARE_METATYPE(nodescope::cluster::Visit)
Q_DECLARE_METATYPE(nodescope::cluster::Post)
