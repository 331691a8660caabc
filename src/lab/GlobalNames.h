#pragma once

#include <optional>

#include <QHash>
#include <QObject>
#include <QSet>

#include "dist/GenCall.h"
#include "dist/LocalNode.h"
#include "lab/GlobalLocks.h"

namespace nodescope::lab {

class PracticeNode;

/// `global_name_server`: the least of OTP's `global` (versions 5 to 8 of its protocol, OTP 23 to 29) that
/// a real visible node needs of us, so that its `global:sync/0` and `global:register_name/2` do not wait
/// for us in vain, and so that it learns of our visible peers.
///
/// We are always the passive side. A real node that sees us come up sends `init_connect`; we answer with
/// ours. Its locker then locks both sides and says `lock_set`; both exchange names (`exchange`) and what
/// became of them, with the nodes that each knows (`resolved`). The real node then connects to those
/// and tells them `in_sync`, which they answer. Between practice nodes none of this happens.
///
/// Left out, on purpose: we take no locks ourselves, we never report lost connections (so practice
/// nodes do not set off the prevention of overlapping partitions), and in a clash of names the first
/// one stays. We do leave a node that asks for it (`remove_connection`).
///
/// Owned by its LocalNode.
class GlobalNames final : public QObject
{
    Q_OBJECT

public:
    explicit GlobalNames(PracticeNode &node);

private:
    /// A real node that is being synchronised with.
    struct Peer
    {
        int version = 0;
        qint64 ownTag = 0;
        term::Term tag;
        term::Pid locker;
    };
    struct Name
    {
        term::Term name;
        term::Pid pid;
        term::Term method;
        term::Reference monitor;
    };

    void take(const term::Term &message, const term::Pid &from, const base::NodeName &peer);
    void onCall(const dist::GenCall &call);
    [[nodiscard]] std::optional<term::Term> answer(const term::Term &request, const term::Pid &from);
    void onCast(const term::Term &cast, const base::NodeName &peer);
    void onInitConnect(const term::Term &cast, const base::NodeName &peer);
    void onLockSet(const term::Term &message, const base::NodeName &peer);
    void onExchange(const term::Term &cast, const base::NodeName &peer);
    void onResolved(const term::Term &cast, const base::NodeName &peer);
    void onInSync(const base::NodeName &peer);
    void onDown(const term::Reference &monitor, const dist::Destination &target);
    void forget(const base::NodeName &peer);

    void apply(const term::Term &operations);
    void insertName(const term::Term &name, const term::Term &pid, const term::Term &method);
    void removeName(const term::Term &name);
    [[nodiscard]] term::Term namesTerm() const;
    [[nodiscard]] term::Term knownTerm(const base::NodeName &without, int version) const;
    void cast(const base::NodeName &peer, const term::Term &message);

    PracticeNode &m_node;
    dist::LocalProcess *m_process = nullptr; // owned by the LocalNode
    QHash<base::NodeName, Peer> m_peers;
    QSet<base::NodeName> m_inSync; ///< peers that we told so
    QHash<term::Term, Name> m_names;
    GlobalLocks m_locks;
    QHash<term::Pid, term::Reference> m_holders; ///< of locks, with our monitors of them
    qint64 m_lastTag = 0;
};

} // namespace nodescope::lab
