#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include "cluster/Handshake.h"

/// A handshake as text, as JSON and as a capture file. Digests are left out (zeroed in bytes) unless asked
/// for: whoever has one, and its challenge, can try cookies against it.
namespace nodescope::doctor {

enum class Digests { Zeroed, Shown };

/// Line by line, for people: messages with fields, what was changed, what came of it.
[[nodiscard]] QString handshakeAsText(const cluster::HandshakeRecord &record,
                                      Digests digests = Digests::Zeroed);

/// Names of fields are a promise: `peer`, `outcome`, `messages` with `label`, `fields`, `bytes` …
[[nodiscard]] QJsonObject handshakeAsJson(const cluster::HandshakeRecord &record,
                                          Digests digests = Digests::Zeroed);

/// A pcapng file of the conversation as TCP packets, which Wireshark and `nodescope-cli dissect` read. The
/// bytes of messages and their times are real; the packets' headers are made up, since no more than bytes was
/// seen, and so is the question to EPMD before them, by which Wireshark knows what is spoken at the port.
/// A handshake over TLS is written decrypted.
[[nodiscard]] QByteArray handshakeAsPcapng(const cluster::HandshakeRecord &record,
                                           Digests digests = Digests::Zeroed);

} // namespace nodescope::doctor
