// What the peer can take: frames prepared beforehand, written and read by a program that blocks and looks at
// nothing. Who beats it has asked the peer for something else.
//
//   wire_limit NODE COOKIE       with ERL_EPMD_PORT
#include <cstdlib>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <QtEndian>

#include "../Sample.h"
#include "protocol/handshake/Handshake.h"
#include "protocol/link/SignalSender.h"

using namespace nodescope;
using namespace nodescope::bench;

namespace {

constexpr const char *Who = "limit";
constexpr qsizetype Batch = 64 * 1024;

[[noreturn]] void fail(const char *why)
{
    std::fprintf(stderr, "wire_limit: %s\n", why);
    std::exit(1);
}

int connectTo(int port)
{
    const int descriptor = socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<quint16>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (connect(descriptor, reinterpret_cast<sockaddr *>(&address), sizeof address) != 0)
        fail("no connection");
    const int on = 1;
    setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    return descriptor;
}
void writeAll(int descriptor, QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const ssize_t count = write(descriptor, bytes.data(), static_cast<std::size_t>(bytes.size()));
        if (count <= 0)
            fail("writing failed");
        bytes = bytes.sliced(count);
    }
}
QByteArray readSome(int descriptor)
{
    static char bytes[256 * 1024];
    const ssize_t count = read(descriptor, bytes, sizeof bytes);
    if (count <= 0)
        fail("the peer hung up");
    return {bytes, count};
}
int portOf(const base::NodeName &node)
{
    const int epmd = connectTo(std::atoi(qgetenv("ERL_EPMD_PORT").constData()));
    QByteArray request = "z" + node.name().toUtf8();
    const auto length = qToBigEndian(static_cast<quint16>(request.size()));
    request.prepend(reinterpret_cast<const char *>(&length), sizeof length);
    writeAll(epmd, request);
    const QByteArray reply = readSome(epmd);
    close(epmd);
    return reply.size() < 4 || reply[1] != 0 ? 0 : qFromBigEndian<quint16>(reply.constData() + 2);
}

class Wire final
{
public:
    Wire(const base::NodeName &node, const QByteArray &cookie, protocol::Flags flags)
        : m_descriptor(connectTo(portOf(node)))
    {
        shakeHands(node, cookie, flags);
        m_sender.emplace(m_result.agreedFlags);
        m_self = {m_result.ownName.text(), 1, 0, m_result.ownCreation};
    }
    /// A way to call: what its rows begin with, and how many frames answer. A spawn request is answered by
    /// its reply and by the end of the process, `rex` by a message.
    struct Way
    {
        std::string call;
        std::string pipelined;
        int frames;
        QByteArray (Wire::*next)();
    };
    static Way bySpawnRequest() { return {"call", "pipelined", 2, &Wire::nextSpawnRequest}; }
    static Way byRex() { return {"call.rex", "pipelined.rex", 1, &Wire::nextRexCall}; }

    void measureCalls(const Way &way)
    {
        std::vector<double> times;
        for (int i = 0; i < Amount::CallsBefore + Amount::Calls; ++i) {
            const QByteArray call = (this->*way.next)();
            const double begin = wallTime();
            writeAll(m_descriptor, call);
            awaitFrames(way.frames);
            times.push_back(wallTime() - begin);
        }
        times.erase(times.begin(), times.begin() + Amount::CallsBefore);
        sample(Who, way.call + ".median", quantile(times, 0.5));
    }
    void measurePipeline(const Way &way)
    {
        std::vector<QByteArray> calls;
        for (int i = 0; i < Amount::PipelinedCalls; ++i)
            calls.push_back((this->*way.next)());
        const double start = wallTime();
        std::size_t begun = 0;
        int frames = 0;
        while (frames < way.frames * Amount::PipelinedCalls) {
            QByteArray batch;
            while (begun < calls.size() && int(begun) - frames / way.frames < Amount::PipelineDepth)
                batch += calls[begun++];
            writeAll(m_descriptor, batch);
            frames += takeFrames();
        }
        sample(Who, way.pipelined + ".rate", Amount::PipelinedCalls * 1e6 / (wallTime() - start));
    }
    void measureSending()
    {
        const QByteArray bytes(Amount::SmallSize, '\7');
        QByteArray batch;
        int messages = 0; // the first of them spells what the others refer to
        for (; batch.size() < Batch; ++messages)
            batch += message(term::Term::binary(bytes));
        const double start = wallTime();
        int sent = 0;
        for (; sent < Amount::SmallMessages; sent += messages)
            writeAll(m_descriptor, batch);
        writeAll(m_descriptor,
                 message(term::Term::tuple({term::Term::atom(u"done"), term::Term::pid(m_self)})));
        awaitFrames(1);
        sample(Who, "send64.rate", sent * 1e3 / (wallTime() - start));
    }

    /// Reads until all must have come, and counts nothing but bytes.
    void measureReceiving(const char *name)
    {
        using term::Term;
        const Term request = Term::tuple(
            {Term::pid(m_self), Term::integer(Amount::LargeMessages), Term::integer(Amount::LargeSize)});
        const double start = wallTime();
        writeAll(m_descriptor,
                 frame(protocol::control::RegSend{m_self, QStringLiteral("bench_source"), {}}, request));
        constexpr double Bytes = double(Amount::LargeMessages) * Amount::LargeSize;
        static char room[Batch];
        for (double got = 0; got < Bytes;) {
            const ssize_t count = read(m_descriptor, room, sizeof room);
            if (count <= 0)
                fail("the peer hung up");
            got += double(count);
        }
        sample(Who, name, Bytes / (wallTime() - start));
    }

private:
    void shakeHands(const base::NodeName &node, const QByteArray &cookie, protocol::Flags flags)
    {
        protocol::HandshakeSettings settings;
        settings.flags = flags;
        settings.ownHost = QStringLiteral("127.0.0.1");
        settings.expectedPeer = node;
        settings.cookie = base::Secret(cookie);
        protocol::ChallengeBook book;
        protocol::Handshake handshake(protocol::Role::Initiator, settings, book);
        protocol::HandshakeOutput out = handshake.start({});
        while (true) {
            writeAll(m_descriptor, out.toSend);
            for (const protocol::HandshakeEvent &event : out.events) {
                if (std::holds_alternative<protocol::handshake_event::Failed>(event))
                    fail("the handshake failed");
                if (const auto *done = std::get_if<protocol::handshake_event::Completed>(&event)) {
                    m_result = done->result;
                    m_pending = out.leftover;
                    return;
                }
            }
            out = handshake.receive(readSome(m_descriptor), {});
        }
    }
    QByteArray frame(const protocol::ControlMessage &control, const term::Term &payload)
    {
        QByteArray out;
        if (m_sender->send(control, payload, out))
            fail("unsupported");
        return out;
    }
    QByteArray message(const term::Term &term)
    {
        return frame(protocol::control::RegSend{m_self, QStringLiteral("bench_count"), {}}, term);
    }
    term::Reference reference()
    {
        return term::Reference(m_self.node, m_self.creation, {++m_lastReference, 0U, 0U});
    }
    QByteArray nextRexCall()
    {
        using term::Term;
        const Term from = Term::tuple({Term::pid(m_self), Term::reference(reference())});
        const Term what = Term::tuple({Term::atom(u"call"), Term::atom(u"erlang"), Term::atom(u"node"),
                                       Term::nil(), Term::atom(u"user")});
        return frame(protocol::control::RegSend{m_self, QStringLiteral("rex"), {}},
                     Term::tuple({Term::atom(u"$gen_call"), from, what}));
    }
    QByteArray nextSpawnRequest()
    {
        using term::Term;
        const Term arguments = Term::list(
            {Term::reference(reference()), Term::atom(u"erlang"), Term::atom(u"node"), Term::nil()});
        return frame(protocol::control::SpawnRequest{reference(),
                                                     m_self,
                                                     m_self,
                                                     QStringLiteral("erpc"),
                                                     QStringLiteral("execute_call"),
                                                     4,
                                                     Term::list({Term::atom(u"monitor")}),
                                                     {}},
                     arguments);
    }
    void awaitFrames(int count)
    {
        while (count > 0)
            count -= takeFrames();
    }
    /// How many are there now, at least one.
    int takeFrames()
    {
        int frames = 0;
        while (frames == 0) {
            m_pending += readSome(m_descriptor);
            qsizetype at = 0;
            while (m_pending.size() - at >= 4) {
                const auto length = qFromBigEndian<quint32>(m_pending.constData() + at);
                if (m_pending.size() - at - 4 < qsizetype(length))
                    break;
                at += 4 + qsizetype(length);
                frames += length > 0 ? 1 : 0; // no ticks
            }
            m_pending.remove(0, at);
        }
        return frames;
    }

    const int m_descriptor;
    protocol::HandshakeResult m_result;
    std::optional<protocol::SignalSender> m_sender;
    term::Pid m_self;
    quint32 m_lastReference = 0;
    QByteArray m_pending;
};

} // namespace

int main(int argc, char **argv)
{
    if (argc != 3)
        return 2;
    using protocol::Flag;
    const auto node = base::NodeName::literal(QString::fromLocal8Bit(argv[1]));
    // As we ask for it ourselves.
    const protocol::Flags flags = protocol::masks::RecommendedCached | Flag::NameMe;
    Wire wire(node, argv[2], flags);
    for (const Wire::Way &way : {Wire::bySpawnRequest(), Wire::byRex()}) {
        wire.measureCalls(way);
        wire.measurePipeline(way);
    }
    wire.measureSending();
    wire.measureReceiving("receive64k.mbs");
    // What the peer can give to those who take no fragments: it cuts a message of 64 KiB in two.
    Wire(node, argv[2], flags.without(Flag::Fragments)).measureReceiving("receive64k.whole.mbs");
    return 0;
}
