#pragma once

#include <optional>
#include <vector>

#include "base/Secret.h"
#include "protocol/handshake/HandshakeMessage.h"

/// What may be said in a message of the handshake instead of what a node would say. For teaching and for
/// trying a peer; the normal machine (Handshake) knows nothing of it.
namespace nodescope::protocol {

/// A part of a message that can be changed. The cookie is no part: it changes the digest that is made of it.
enum class HandshakeField : quint8 { Cookie, Digest, Flags, Name, Creation, Challenge, Status, Length };

/// What is to differ. An empty field stays as a node would have it; a field that the message does not have
/// is ignored.
struct HandshakeChange
{
    base::Secret cookie;          ///< the digest is made of this one
    std::optional<Digest> digest; ///< wins over `cookie`
    std::optional<Flags> flags;   ///< in version 5 the lower half
    std::optional<QString> name;  ///< as Latin-1 on the wire; need not be one that a node can have
    std::optional<quint32> creation;
    std::optional<quint32> challenge;
    std::optional<QByteArray> status; ///< the word; `true` or `false` in the answer to `alive`
    std::optional<quint32> length;    ///< the stated one; the bytes that follow stay

    [[nodiscard]] bool isEmpty() const;
};

/// What of a message can be changed, in the order of the wire.
[[nodiscard]] std::vector<HandshakeField> changeableFields(const HandshakeBody &body);
/// The message with the change in it. `signedChallenge` is the peer's, of which a digest is made.
[[nodiscard]] HandshakeBody changedBody(const HandshakeBody &body, const HandshakeChange &change,
                                        quint32 signedChallenge);
/// The bytes to send: `body` behind its length, or behind the one that the change states.
[[nodiscard]] QByteArray changedPacket(LengthPrefix prefix, const HandshakeBody &body,
                                       const HandshakeChange &change);
/// Which fields of `sent` are not as in `proposed`; `change` tells of length and cookie.
[[nodiscard]] std::vector<HandshakeField> changedFields(const HandshakeBody &proposed,
                                                        const HandshakeBody &sent,
                                                        const HandshakeChange &change, LengthPrefix prefix);
/// A stable name, e.g. `challenge`, and the field of that name.
[[nodiscard]] const char *fieldName(HandshakeField field);
[[nodiscard]] std::optional<HandshakeField> fieldOfName(QByteArrayView name);

} // namespace nodescope::protocol
