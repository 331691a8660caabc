#include <QtTest>

#include "Fixture.h"
#include "protocol/dissect/EpmdDissector.h"

using namespace nodescope::protocol;
using namespace nodescope::protocol::dissector_event;

namespace {

constexpr Role Client = Role::Initiator;
constexpr Role Server = Role::Acceptor;

struct Observer
{
    EpmdDissector dissector;
    EpmdEvents events;

    void keep(EpmdEvents more) { events.insert(events.end(), more.begin(), more.end()); }
    void receive(Role sender, const QByteArray &bytes) { keep(dissector.receive(sender, bytes, {})); }
    template<class T>
    [[nodiscard]] const T *first() const
    {
        for (const EpmdEvent &event : events) {
            if (const T *one = event.as<T>())
                return one;
        }
        return nullptr;
    }
};

} // namespace

class tst_EpmdDissector : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Every captured conversation, in both orders and in any slices.
    void captured()
    {
        const Fixture fixture = Fixture::load(QStringLiteral("epmd.hex"));
        int conversations = 0;
        for (std::size_t i = 0; i + 1 < fixture.lines.size(); ++i) {
            if (!fixture.lines[i].sent || fixture.lines[i + 1].sent)
                continue;
            ++conversations;
            const QByteArray &request = fixture.lines[i].bytes;
            const QByteArray &reply = fixture.lines[i + 1].bytes;
            for (const bool replyFirst : {false, true}) {
                for (qsizetype slice = 1; slice <= reply.size(); ++slice) {
                    Observer o;
                    if (!replyFirst)
                        o.receive(Client, request);
                    for (qsizetype at = 0; at < reply.size(); at += slice)
                        o.receive(Server, reply.mid(at, slice));
                    o.keep(o.dissector.closed(Server, false, {}));
                    if (replyFirst)
                        o.receive(Client, request);
                    const auto *asked = o.first<epmd::Request>();
                    const auto *answered = o.first<epmd::Reply>();
                    QVERIFY(asked && answered);
                    QCOMPARE(epmd::encode(*asked), request);
                    QCOMPARE(asked->index(), answered->index());
                }
            }
        }
        QVERIFY(conversations >= 6);
    }
    void wrongRequests()
    {
        Observer o;
        o.receive(Client, QByteArray::fromHex("0001ff"));
        QVERIFY(o.first<epmd::EpmdError>());
        o.receive(Server, "whatever");
        o.keep(o.dissector.finish({}));
        QCOMPARE(o.first<Undecodable>()->since, Undecodable::Since::LinkError);
        QCOMPARE(o.first<Undecodable>()->bytes, 8);
        Observer empty;
        empty.receive(Client, QByteArray::fromHex("00017a6e"));
        empty.receive(Client, QByteArray::fromHex("00016e"));
        empty.keep(empty.dissector.closed(Server, false, {}));
        QVERIFY(empty.first<Closed>());
    }
    void losses()
    {
        Observer request;
        request.keep(request.dissector.lost(Client, 10, Gap::Cause::NotCaptured, {}));
        QVERIFY(request.first<Gap>());
        request.receive(Server, QByteArray::fromHex("7701"));
        request.keep(request.dissector.finish({}));
        QVERIFY(!request.first<epmd::Reply>());
        QVERIFY(request.first<Undecodable>());
        Observer reply;
        reply.receive(Client, QByteArray::fromHex("00077a6e6f626f6479"));
        reply.receive(Server, QByteArray::fromHex("77"));
        reply.keep(reply.dissector.lost(Server, 1, Gap::Cause::CutShort, {}));
        reply.receive(Server, QByteArray::fromHex("00000000"));
        reply.keep(reply.dissector.closed(Server, false, {}));
        QVERIFY(!reply.first<epmd::Reply>() && !reply.first<epmd::EpmdError>());
        QCOMPARE(reply.first<Gap>()->cause, Gap::Cause::CutShort);
        // Behind the reply nothing is awaited.
        Observer after;
        after.receive(Client, QByteArray::fromHex("00077a6e6f626f6479"));
        after.receive(Server, QByteArray::fromHex("7701"));
        after.keep(after.dissector.lost(Server, 100, Gap::Cause::NotCaptured, {}));
        QVERIFY(!after.first<Gap>());
    }
    void noReply()
    {
        Observer o;
        o.receive(Client, QByteArray::fromHex("00077a6e6f626f6479"));
        o.keep(o.dissector.closed(Server, true, {}));
        QCOMPARE(o.first<epmd::EpmdError>()->kind, epmd::EpmdError::Kind::ClosedWithoutReply);
        QVERIFY(o.first<Closed>()->reset);
    }
    void bounded()
    {
        Limits limits;
        limits.epmdReply = 100;
        Observer o{EpmdDissector(limits), {}};
        for (int i = 0; i < 100; ++i)
            o.receive(Server, QByteArray(10, 'x'));
        o.keep(o.dissector.finish({}));
        QCOMPARE(o.first<Undecodable>()->bytes, 1000);
    }
};

QTEST_APPLESS_MAIN(tst_EpmdDissector)
#include "tst_EpmdDissector.moc"
