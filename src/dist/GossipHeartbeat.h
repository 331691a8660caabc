#pragma once

#include <QByteArray>

#include "base/NodeName.h"
#include "base/Result.h"
#include "base/Secret.h"

/// The heartbeats of libcluster's gossip strategy (lib/strategy/gossip.ex, unchanged in form from 2.0
/// to 3.5): `heartbeat::` and `term_to_binary(#{node => node()})` in one datagram. With a secret the whole is
/// encrypted: 16 bytes of initialisation vector, then AES-256-CBC under SHA-256 of the secret, padded by PKCS
/// #7. Nothing in it is authenticated: whoever can send to the group can name any node.
namespace nodescope::dist {

/// Why a datagram is no heartbeat that we can read.
enum class HeartbeatFault : quint8 {
    TooLong,   ///< over MaxHeartbeatBytes
    NoPrelude, ///< without a secret: something else, or an encrypted heartbeat
    NotOpened, ///< with a secret: a plain heartbeat, another secret, or something else
    NotATerm,  ///< behind the prelude stands no term, or one that is too large
    NotANode,  ///< a term of another form, or an atom that is no node's name
    NotNamed,  ///< `nonode@nohost`: the sender is not distributed
};

/// A heartbeat needs at most 16 + 11 + 1,032 bytes and padding.
constexpr qsizetype MaxHeartbeatBytes = 2048;

/// The node that a datagram names. `secret` null: the group is not encrypted. Pure and thread-safe; of the
/// atom in it nothing is kept but the name.
[[nodiscard]] base::Result<base::NodeName, HeartbeatFault> readHeartbeat(const QByteArray &datagram,
                                                                         const base::Secret &secret);

} // namespace nodescope::dist
