#pragma once

#include <array>
#include <map>

#include <QRegularExpression>

#include "Fixture.h"
#include "HandshakePair.h"
#include "protocol/Bytes.h"
#include "protocol/dissect/Dissector.h"
#include "protocol/link/SignalWriter.h"
#include "term/Printer.h"

/// Links that are observed: what each end sent, and what an observer says of it, as text.
namespace observed {

using namespace nodescope;
using namespace nodescope::protocol;
using namespace nodescope::protocol::dissector_event;

/// Everything that both ends of a link sent, in the order of time.
struct Link
{
    struct Part
    {
        Role sender;
        QByteArray bytes;
    };
    std::vector<Part> parts;

    void add(Role sender, const QByteArray &bytes) { parts.push_back({sender, bytes}); }
    [[nodiscard]] QByteArray all(Role sender) const
    {
        QByteArray bytes;
        for (const Part &part : parts)
            bytes += part.sender == sender ? part.bytes : QByteArray();
        return bytes;
    }
};

/// A captured conversation. Of `accept_*` files our side was the acceptor.
inline Link captured(const QString &file)
{
    const Role ours = file.startsWith(u"accept") ? Role::Acceptor : Role::Initiator;
    Link link;
    for (const Fixture::Line &line : Fixture::load(file).lines)
        link.add(line.sent ? ours : otherEnd(ours), line.bytes);
    return link;
}

/// A handshake between two machines of our own.
inline Link handshake(const HandshakeSettings &a, const HandshakeSettings &b,
                      const AcceptDecision &decided = handshake_test::decision())
{
    using namespace handshake_test;
    Link link;
    Pair pair(a, b, decided);
    pair.b.take(pair.b.machine.start({}));
    pair.a.take(pair.a.machine.start({}));
    while (true) {
        if (!pair.a.outbox.isEmpty()) {
            link.add(Role::Initiator, pair.a.outbox);
            pair.b.take(pair.b.machine.receive(std::exchange(pair.a.outbox, {}), {}));
        } else if (!pair.b.outbox.isEmpty()) {
            link.add(Role::Acceptor, pair.b.outbox);
            pair.a.take(pair.a.machine.receive(std::exchange(pair.b.outbox, {}), {}));
        } else if (pair.b.machine.step() == HandshakeStep::AwaitDecision) {
            pair.b.take(pair.b.machine.decide(decided, {}));
        } else {
            return link;
        }
    }
}

/// Frames as the BEAM writes them: with cached atoms, and cut into fragments. They must be sent in the order
/// in which they were made, but for further fragments.
class CachingSender
{
public:
    /// REG_SEND of `payload` (an atom and a binary) to a name, from a pid.
    [[nodiscard]] QByteArray regSend(const QByteArray &to, const QByteArray &payload, quint32 process = 1)
    {
        const Encoded message = encode(to, payload, process);
        return frameOf(QByteArray(QByteArray("\x83\x44", 2) + message.header + message.body));
    }
    /// The same in `count` fragments, which the caller may put between other frames.
    [[nodiscard]] std::vector<QByteArray> fragments(const QByteArray &to, const QByteArray &payload,
                                                    quint64 count, quint64 sequence)
    {
        const Encoded message = encode(to, payload, quint32(sequence));
        const qsizetype size = qsizetype(message.body.size() / qsizetype(count)) + 1;
        std::vector<QByteArray> frames;
        for (quint64 i = 0; i < count; ++i) {
            QByteArray body(i == 0 ? "\x83\x45" : "\x83\x46", 2);
            appendBigEndian(body, sequence);
            appendBigEndian(body, count - i);
            body += i == 0 ? message.header : QByteArray();
            frames.push_back(frameOf(body.append(message.body.mid(qsizetype(i) * size, size))));
        }
        return frames;
    }

private:
    struct Encoded
    {
        QByteArray header;
        QByteArray body;
    };
    Encoded encode(const QByteArray &to, const QByteArray &payload, quint32 process)
    {
        const std::array<QByteArray, 3> atoms{QByteArray("capa@127.0.0.1"), to, "tag-" + to};
        QByteArray flags(2, '\0');
        QByteArray refs;
        for (std::size_t i = 0; i < atoms.size(); ++i) {
            const bool isNew = !m_slots.contains(atoms[i]);
            if (isNew)
                m_slots.emplace(atoms[i], quint8(m_slots.size()));
            char &byte = flags[qsizetype(i / 2)];
            byte = char(quint8(byte) | (isNew ? 8u : 0u) << (i % 2 ? 4 : 0));
            refs += char(m_slots[atoms[i]]);
            if (isNew)
                refs += char(atoms[i].size()) + atoms[i];
        }
        QByteArray body = QByteArray::fromHex("680461065852 00");
        appendBigEndian(body, process);
        body += QByteArray::fromHex("000000000000000777005201 68025202 6d");
        appendBigEndian(body, quint32(payload.size()));
        return {char(atoms.size()) + flags + refs, body + payload};
    }

    std::map<QByteArray, quint8> m_slots;
};

/// Both ends send in every form that there is: cached atoms, fragments in between, ticks, nonsense.
inline Link busyLink()
{
    HandshakeSettings a = handshake_test::initiatorSettings();
    HandshakeSettings b = handshake_test::acceptorSettings();
    a.flags = b.flags = masks::Recommended | Flag::DistHdrAtomCache;
    Link link = handshake(a, b);
    CachingSender sender;
    for (const Role role : {Role::Acceptor, Role::Initiator}) {
        sender = CachingSender();
        link.add(role, sender.regSend("server", "first") + tickFrame());
        const auto one = sender.fragments("server", "a long one", 3, 7);
        link.add(role, one[0] + sender.regSend("logger", "between"));
        const auto two = sender.fragments("other", "another long one", 2, 8);
        link.add(role, one[1] + two[0] + one[2]);
        link.add(role,
                 sender.regSend("other", "x") + two[1] + frameOf(QByteArray::fromHex("834400680161ff")));
        link.add(role, tickFrame() + sender.regSend("server", "last"));
    }
    return link;
}

/// Feeds one observer, and keeps what it says.
class Observer
{
public:
    explicit Observer(DissectorSettings settings = {})
        : m_dissector(settings)
    {
    }

    DissectorEvents events;

    void receive(Role sender, const QByteArray &bytes) { keep(m_dissector.receive(sender, bytes, tick())); }
    void lost(Role sender, std::optional<qint64> bytes)
    {
        keep(m_dissector.lost(sender, bytes, Gap::Cause::NotCaptured, tick()));
    }
    void closed(Role sender, base::Duration after = {}, bool reset = false)
    {
        m_now += after;
        keep(m_dissector.closed(sender, reset, tick()));
    }
    void finish() { keep(m_dissector.finish(tick())); }
    void middle() { keep(m_dissector.beganInTheMiddle(tick())); }
    void feed(const Link &link)
    {
        for (const Link::Part &part : link.parts)
            receive(part.sender, part.bytes);
    }
    [[nodiscard]] const Dissector &dissector() const { return m_dissector; }

    template<class T>
    [[nodiscard]] std::vector<const T *> all() const
    {
        std::vector<const T *> found;
        for (const DissectorEvent &event : events) {
            if (const T *one = event.as<T>())
                found.push_back(one);
        }
        return found;
    }
    template<class T>
    [[nodiscard]] const T *first() const
    {
        const std::vector<const T *> found = all<T>();
        return found.empty() ? nullptr : found.front();
    }

private:
    void keep(DissectorEvents more)
    {
        for (DissectorEvent &event : more)
            events.push_back(std::move(event));
    }
    base::Instant tick() { return m_now += std::chrono::microseconds(1); }

    base::Instant m_now;
    Dissector m_dissector;
};

inline QString textOf(const DissectorEvent &event)
{
    QString text;
    QDebug debug(&text);
    debug.nospace().noquote();
    if (const auto *message = event.as<handshake_event::Message>()) {
        debug << message->message << " bytes " << message->message.packet.size();
    } else if (const auto *completed = event.as<handshake_event::Completed>()) {
        const HandshakeResult &result = completed->result;
        debug << "up " << result.ownName.text() << " " << result.peer.text() << " " << result.agreedFlags;
    } else if (const auto *received = event.as<channel_event::Received>()) {
        const auto payload = received->signal.payload.decode();
        debug << operationName(int(received->signal.operation)) << " "
              << term::toErlang(received->signal.controlTerm()) << " "
              << (payload ? term::toErlang(*payload) : QString()) << " " << received->signal.fragments;
    } else {
        debug << "event " << event.what.index();
    }
    return text;
}

/// What an observer says of one direction, in order; with the places.
inline QStringList textsOf(const DissectorEvents &events, Role sender)
{
    QStringList texts;
    for (const DissectorEvent &event : events) {
        if (event.sender == sender)
            texts.append(QStringLiteral("%1 %2").arg(event.offset).arg(textOf(event)));
    }
    return texts;
}

} // namespace observed
