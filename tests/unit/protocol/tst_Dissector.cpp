#include <QtTest>

#include <QRandomGenerator>

#include "Observed.h"

using namespace observed;

namespace {

constexpr Role A = Role::Initiator;
constexpr Role B = Role::Acceptor;

HandshakeSettings version5(HandshakeSettings settings)
{
    settings.openWith = HandshakeVersion::V5;
    return settings;
}

HandshakeSettings onTls(HandshakeSettings settings)
{
    settings.prefix = LengthPrefix::FourBytes;
    return settings;
}

void compare(const Observer &observer, const Observer &reference)
{
    QCOMPARE(textsOf(observer.events, A), textsOf(reference.events, A));
    QCOMPARE(textsOf(observer.events, B), textsOf(reference.events, B));
}

} // namespace

/// One link seen from outside: whatever way it arrives.
class tst_Dissector : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void handshakes_data();
    void handshakes();
    void capturedLinks_data();
    void capturedLinks();
    void busy();
    void everySplitPoint();
    void oneByteAtATime();
    void oneDirectionFirst_data();
    void oneDirectionFirst();
    void randomInterleavings();
    void wrongCookie();
    void refusals();
    void steps();
    void outOfOrder();
    void foreign();
    void tls();
    void middle();
    void oneDirectionOnly();
    void heldTooMuch();
    void linkErrors();
    void unfinished();
    void digestsDoNotPrint();
    void flippedBits();
};

void tst_Dissector::handshakes_data()
{
    QTest::addColumn<Link>("link");
    QTest::addColumn<int>("messages");
    const HandshakeSettings a = handshake_test::initiatorSettings();
    const HandshakeSettings b = handshake_test::acceptorSettings();
    const auto decided = [](HandshakeStatus status) { return handshake_test::decision(status); };
    QTest::newRow("version 6") << handshake(a, b) << 5;
    QTest::newRow("complement") << handshake(version5(a), b) << 6;
    HandshakeSettings old = b;
    old.flags = masks::Mandatory23;
    HandshakeSettings oldest = version5(a);
    oldest.flags = masks::Mandatory23;
    QTest::newRow("version 5") << handshake(oldest, old) << 5;
    QTest::newRow("four bytes") << handshake(onTls(a), onTls(b)) << 5;
    QTest::newRow("simultaneous") << handshake(a, b, decided(HandshakeStatus::OkSimultaneous)) << 5;
    HandshakeSettings replaces = a;
    replaces.replaceOldLink = true;
    QTest::newRow("alive") << handshake(replaces, b, decided(HandshakeStatus::Alive)) << 6;
    HandshakeSettings nameless = a;
    nameless.flags = masks::RecommendedNameMe;
    nameless.ownName = {};
    QTest::newRow("dynamic name") << handshake(nameless, b, decided(HandshakeStatus::Named)) << 5;
}

void tst_Dissector::handshakes()
{
    QFETCH(Link, link);
    QFETCH(int, messages);
    Observer observer;
    observer.feed(link);
    QCOMPARE(observer.all<handshake_event::Message>().size(), std::size_t(messages));
    const auto *completed = observer.first<handshake_event::Completed>();
    QVERIFY(completed);
    const bool nameless = QTest::currentDataTag() == QByteArray("dynamic name");
    QCOMPARE(completed->result.ownName.text(),
             nameless ? QStringLiteral("1A2B3C@127.0.0.1") : QStringLiteral("probe@127.0.0.1"));
    QCOMPARE(completed->result.peer.text(), QStringLiteral("alice@127.0.0.1"));
    QCOMPARE(completed->result.agreedFlags, agreed(completed->result.ownFlags, completed->result.peerFlags));
    const bool version5 = QTest::currentDataTag() == QByteArray("version 5");
    QCOMPARE(completed->result.ownCreation, nameless ? 77u : version5 ? 0u : 7u);
    if (!version5)
        QVERIFY(completed->result.agreedFlags.contains(Flag::V4Nc)); // one of the upper half
    QCOMPARE(completed->result.simultaneous, QTest::currentDataTag() == QByteArray("simultaneous"));
    QCOMPARE(observer.dissector().step(), HandshakeStep::Up);
    QCOMPARE(observer.dissector().held(), 0);
}

void tst_Dissector::capturedLinks_data()
{
    QTest::addColumn<int>("atLeast");
    QTest::newRow("link_header.hex") << 7;
    QTest::newRow("link_passthrough.hex") << 6;
    QTest::newRow("link_atom_cache.hex") << 7;
    QTest::newRow("link_fragments.hex") << 1;
    QTest::newRow("link_operations.hex") << 10;
    QTest::newRow("link_operations_old.hex") << 3;
    QTest::newRow("link_old_forms.hex") << 1;
}

void tst_Dissector::capturedLinks()
{
    QFETCH(int, atLeast);
    const Link link = captured(QString::fromLatin1(QTest::currentDataTag()));
    Observer observer;
    observer.feed(link);
    observer.finish();
    const auto *completed = observer.first<handshake_event::Completed>();
    QVERIFY(completed);
    // The same signals as a live link at the initiator reads.
    constexpr std::size_t HandshakeLines = 5;
    Channel live(completed->result.agreedFlags, {});
    const QString file = QString::fromLatin1(QTest::currentDataTag());
    QStringList expected;
    for (ChannelEvent &event : live.receive(Fixture::load(file).all(false, HandshakeLines), {}).events) {
        if (auto *received = std::get_if<channel_event::Received>(&event))
            expected.append(textOf({B, {}, 0, std::move(*received)}));
    }
    QStringList seen;
    for (const DissectorEvent &event : observer.events) {
        QVERIFY(!event.as<Gap>() && !event.as<channel_event::Misunderstood>() &&
                !event.as<channel_event::Down>());
        const auto *received = event.as<channel_event::Received>();
        if (!received)
            continue;
        QCOMPARE(received->signal.unknownAtoms, 0);
        QVERIFY(received->signal.payload.isNull() || received->signal.payload.decode());
        if (event.sender == B)
            seen.append(textOf(event));
    }
    QCOMPARE(seen, expected);
    QVERIFY2(seen.size() >= atLeast, qPrintable(QString::number(seen.size())));
}

void tst_Dissector::busy()
{
    Observer observer;
    observer.feed(busyLink());
    for (const Role role : {A, B}) {
        QStringList operations;
        for (const DissectorEvent &event : observer.events) {
            const auto *received = event.as<channel_event::Received>();
            if (received && event.sender == role)
                operations.append(textOf(event));
        }
        QCOMPARE(operations.size(), 6);
        QCOMPARE(operations.at(2), QStringLiteral("REG_SEND {6,#Pid<'capa@127.0.0.1'.7.0.7>,'',server} "
                                                  "{'tag-server',<<\"a long one\">>} 3"));
    }
    QCOMPARE(observer.all<channel_event::TickReceived>().size(), std::size_t(4));
    QCOMPARE(observer.all<channel_event::Misunderstood>().size(), std::size_t(2));
}

void tst_Dissector::everySplitPoint()
{
    const Link link = busyLink();
    Observer reference;
    reference.feed(link);
    for (const Role role : {A, B}) {
        const QByteArray all = link.all(role);
        for (qsizetype split = 1; split < all.size(); ++split) {
            Observer observer;
            observer.receive(role, all.left(split));
            observer.receive(otherEnd(role), link.all(otherEnd(role)));
            observer.receive(role, all.mid(split));
            compare(observer, reference);
        }
    }
}

void tst_Dissector::oneByteAtATime()
{
    const Link link = busyLink();
    Observer reference;
    reference.feed(link);
    Observer observer;
    for (const Link::Part &part : link.parts) {
        for (const char byte : part.bytes)
            observer.receive(part.sender, QByteArray(1, byte));
    }
    compare(observer, reference);
}

void tst_Dissector::oneDirectionFirst_data()
{
    QTest::addColumn<Link>("link");
    QTest::newRow("busy") << busyLink();
    const HandshakeSettings a = handshake_test::initiatorSettings();
    const HandshakeSettings b = handshake_test::acceptorSettings();
    QTest::newRow("complement") << handshake(version5(a), b);
    QTest::newRow("four bytes") << handshake(onTls(a), onTls(b));
    QTest::newRow("fragments") << captured(QStringLiteral("link_fragments.hex"));
    QTest::newRow("not allowed") << captured(QStringLiteral("handshake_flags_missing.hex"));
}

void tst_Dissector::oneDirectionFirst()
{
    QFETCH(Link, link);
    Observer reference;
    reference.feed(link);
    for (const Role role : {A, B}) {
        Observer observer;
        observer.receive(role, link.all(role));
        observer.receive(otherEnd(role), link.all(otherEnd(role)));
        compare(observer, reference);
        // The steps of the handshake come in their order.
        for (std::size_t i = 0; i < observer.events.size(); ++i) {
            if (reference.events[i].as<handshake_event::Message>())
                QCOMPARE(textOf(observer.events[i]), textOf(reference.events[i]));
        }
    }
}

void tst_Dissector::randomInterleavings()
{
    const Link link = busyLink();
    Observer reference;
    reference.feed(link);
    QRandomGenerator random(5);
    for (int round = 0; round < 300; ++round) {
        QByteArray rest[2] = {link.all(A), link.all(B)};
        Observer observer;
        while (!rest[0].isEmpty() || !rest[1].isEmpty()) {
            const int which = rest[0].isEmpty() ? 1 : rest[1].isEmpty() ? 0 : random.bounded(2);
            const qsizetype size = qMin(rest[which].size(), qsizetype(random.bounded(1, 40)));
            observer.receive(Role(which), rest[which].left(size));
            rest[which].remove(0, size);
        }
        compare(observer, reference);
    }
}

void tst_Dissector::wrongCookie()
{
    using std::chrono::milliseconds;
    const Link link = captured(QStringLiteral("handshake_wrong_cookie.hex"));
    for (const bool atOnce : {true, false}) {
        Observer observer;
        observer.feed(link);
        observer.closed(B, milliseconds(atOnce ? 3 : 7000));
        const auto *failed = observer.first<HandshakeFailed>();
        QVERIFY(failed);
        QVERIFY(failed->error.as<handshake_failure::Closed>());
        QCOMPARE(failed->error.step, HandshakeStep::AwaitAck);
        QCOMPARE(failed->error.role, A);
        QCOMPARE(*failed->closedBy, B);
        QCOMPARE(base::toMilliseconds(failed->error.sinceLastSend), atOnce ? 3 : 7000);
        QCOMPARE(suggestsWrongCookie(*failed), atOnce);
        QCOMPARE(observer.all<handshake_event::Message>().size(), std::size_t(4));
        QVERIFY(!observer.first<handshake_event::Completed>());
    }
    // The initiator that gives up there is something else.
    Observer observer;
    observer.feed(link);
    observer.closed(A);
    observer.closed(B);
    const auto *failed = observer.first<HandshakeFailed>();
    QVERIFY(failed);
    QCOMPARE(*failed->closedBy, A);
    QVERIFY(!suggestsWrongCookie(*failed));
    QCOMPARE(observer.all<Closed>().size(), std::size_t(2));
}

void tst_Dissector::refusals()
{
    using namespace handshake_failure;
    const auto failureOf = [](const char *file) {
        Observer observer;
        observer.feed(captured(QString::fromLatin1(file)));
        const auto *failed = observer.first<HandshakeFailed>();
        return failed ? failed->error : HandshakeError();
    };
    const HandshakeError nok = failureOf("handshake_nok.hex");
    QVERIFY(nok.as<Refused>());
    QCOMPARE(nok.as<Refused>()->status, HandshakeStatus::Nok);
    QCOMPARE(nok.step, HandshakeStep::AwaitStatus);
    QCOMPARE(failureOf("handshake_flags_missing.hex").as<Refused>()->status, HandshakeStatus::NotAllowed);
    const HandshakeError alive = failureOf("handshake_alive.hex");
    QVERIFY(alive.as<GaveWay>());
    QCOMPARE(alive.role, B);
    // not_allowed in place of the ack
    Observer late;
    late.feed(captured(QStringLiteral("handshake_wrong_cookie.hex")));
    late.receive(B, withLength(LengthPrefix::TwoBytes, "snot_allowed"));
    QVERIFY(late.first<HandshakeFailed>()->error.as<Refused>()->insteadOfAck);
    Observer unknown;
    unknown.receive(A, captured(QStringLiteral("handshake_nok.hex")).all(A));
    unknown.receive(B, withLength(LengthPrefix::TwoBytes, "sperhaps"));
    QCOMPARE(unknown.first<HandshakeFailed>()->error.as<UnknownStatus>()->word, QByteArray("perhaps"));
}

// Whoever closes, at whichever step: the step, who waited and who closed are told.
void tst_Dissector::steps()
{
    const Link link =
        handshake(version5(handshake_test::initiatorSettings()), handshake_test::acceptorSettings());
    const std::vector<HandshakeStep> expected{HandshakeStep::AwaitName, HandshakeStep::AwaitStatus,
                                              HandshakeStep::AwaitReply, HandshakeStep::AwaitAck};
    // The parts: name | status, challenge | complement, reply | ack
    for (std::size_t parts = 0; parts < 4; ++parts) {
        for (const Role first : {A, B}) {
            Observer observer;
            for (std::size_t i = 0; i < parts; ++i)
                observer.receive(link.parts[i].sender, link.parts[i].bytes);
            observer.closed(first);
            observer.closed(otherEnd(first));
            const auto *failed = observer.first<HandshakeFailed>();
            QVERIFY(failed);
            QCOMPARE(observer.all<HandshakeFailed>().size(), std::size_t(1));
            const HandshakeStep step = expected[parts] == HandshakeStep::AwaitReply
                                           ? HandshakeStep::AwaitComplement
                                           : expected[parts];
            QCOMPARE(failed->error.step, step);
            QCOMPARE(*failed->closedBy, first);
            QCOMPARE(failed->error.role, parts % 2 == 0 ? B : A);
        }
    }
}

void tst_Dissector::outOfOrder()
{
    const HandshakeSettings a = handshake_test::initiatorSettings();
    const Link link = handshake(a, handshake_test::acceptorSettings());
    Observer twice;
    twice.receive(A, link.parts[0].bytes + link.parts[0].bytes);
    twice.receive(B, link.parts[1].bytes);
    const auto *failed = twice.first<HandshakeFailed>();
    QVERIFY(failed);
    QCOMPARE(failed->error.as<handshake_failure::OutOfOrder>()->got, HandshakeInput::Name);
    QCOMPARE(failed->error.step, HandshakeStep::AwaitReply);
    // What comes behind a failure is counted only.
    twice.receive(A, link.parts[2].bytes);
    twice.closed(A);
    QCOMPARE(twice.first<Undecodable>()->since, Undecodable::Since::HandshakeFailure);
    QCOMPARE(twice.first<Undecodable>()->bytes, link.parts[2].bytes.size());
}

void tst_Dissector::foreign()
{
    using handshake_failure::NotErlang;
    const auto failureOf = [](const QByteArray &fromA, const QByteArray &fromB) {
        Observer observer;
        observer.receive(A, fromA);
        if (!fromB.isEmpty())
            observer.receive(B, fromB);
        const auto *failed = observer.first<HandshakeFailed>();
        return failed ? *failed : HandshakeFailed();
    };
    const QByteArray name = captured(QStringLiteral("handshake_nok.hex")).all(A);
    const HandshakeFailed http = failureOf("GET / HTTP/1.1\r\n\r\n", {});
    QCOMPARE(http.error.as<NotErlang>()->looksLike, ForeignProtocol::Http);
    const HandshakeFailed alert = failureOf(name, QByteArray::fromHex("15030300020 20a"));
    QCOMPARE(alert.error.as<NotErlang>()->looksLike, ForeignProtocol::TlsAlert);
    QCOMPARE(alert.error.as<NotErlang>()->tlsAlert, 10);
    QCOMPARE(alert.error.step, HandshakeStep::AwaitStatus);
    const HandshakeFailed malformed =
        failureOf(name, QByteArray::fromHex("0003 734e") + "x" + QByteArray::fromHex("00014e"));
    QVERIFY(malformed.error.as<handshake_failure::UnknownStatus>());
    const HandshakeFailed shortChallenge =
        failureOf(name, QByteArray::fromHex("0003736f6b") + QByteArray::fromHex("00024e00"));
    QVERIFY(shortChallenge.error.as<handshake_failure::Malformed>());
    QCOMPARE(shortChallenge.error.evidence, QByteArray::fromHex("00024e00"));
}

void tst_Dissector::tls()
{
    const QByteArray hello = QByteArray::fromHex("160301010001000100") + QByteArray(200, 'x');
    Observer observer;
    observer.receive(A, hello);
    QVERIFY(observer.first<Opaque>());
    observer.receive(B, QByteArray::fromHex("160303") + QByteArray(500, 'y'));
    observer.receive(A, QByteArray::fromHex("170303") + QByteArray(97, 'z'));
    observer.closed(B);
    observer.closed(A);
    QVERIFY(!observer.first<HandshakeFailed>());
    const auto dropped = observer.all<Undecodable>();
    QCOMPARE(dropped.size(), std::size_t(2));
    QCOMPARE(dropped[0]->since, Undecodable::Since::Encryption);
    QCOMPARE(dropped[0]->bytes, 503);
    QCOMPARE(dropped[1]->bytes, hello.size() + 100);
    // A plain node is mute, and goes.
    Observer plain;
    plain.receive(A, hello);
    plain.closed(B, std::chrono::seconds(7));
    const auto *failed = plain.first<HandshakeFailed>();
    QVERIFY(failed);
    QCOMPARE(failed->error.as<handshake_failure::NotErlang>()->looksLike, ForeignProtocol::TlsHandshake);
    QCOMPARE(*failed->closedBy, B);
}

void tst_Dissector::middle()
{
    Observer observer;
    observer.middle();
    observer.receive(A, frameOf(QByteArray::fromHex("83440068016105")));
    observer.receive(B, "abc");
    observer.closed(A);
    observer.finish();
    QCOMPARE(observer.all<BeganInTheMiddle>().size(), std::size_t(1));
    QVERIFY(!observer.first<channel_event::Received>());
    QCOMPARE(observer.all<Undecodable>().size(), std::size_t(2));
    QCOMPARE(observer.first<Undecodable>()->since, Undecodable::Since::Middle);
    QCOMPARE(observer.first<Undecodable>()->bytes, 11);
}

// A capture of one direction: nobody checks the order of steps, but all that is there can be read.
void tst_Dissector::oneDirectionOnly()
{
    const Link link = busyLink();
    Observer reference;
    reference.feed(link);
    for (const Role role : {A, B}) {
        Observer observer;
        observer.receive(role, link.all(role));
        observer.finish();
        QVERIFY(!observer.first<handshake_event::Completed>());
        const Gap *gap = observer.first<Gap>();
        QVERIFY(gap && gap->handshakeStepLost && gap->length == -1);
        QStringList expected = textsOf(reference.events, role);
        expected.removeIf([](const QString &text) { return text.contains(u" up "); });
        QCOMPARE(textsOf(observer.events, role), expected);
    }
}

void tst_Dissector::heldTooMuch()
{
    const Link link = busyLink();
    Observer reference;
    reference.feed(link);
    DissectorSettings settings;
    settings.held = 2000;
    Observer observer(settings);
    for (const char byte : link.all(A))
        observer.receive(A, QByteArray(1, byte));
    QVERIFY(observer.dissector().held() <= settings.held);
    observer.receive(B, link.all(B));
    QStringList expected = textsOf(reference.events, B);
    expected.removeIf([](const QString &text) { return text.contains(u" up "); });
    QCOMPARE(textsOf(observer.events, A), textsOf(reference.events, A));
    QCOMPARE(textsOf(observer.events, B), expected);
}

void tst_Dissector::linkErrors()
{
    Link link = busyLink();
    link.add(A, frameOf("?") + tickFrame());
    link.add(B, tickFrame());
    link.add(A, "more");
    Observer observer;
    observer.feed(link);
    observer.closed(A);
    const auto *down = observer.first<channel_event::Down>();
    QVERIFY(down);
    QCOMPARE(std::get<SignalError>(down->reason).kind, SignalError::Kind::WrongForm);
    QCOMPARE(observer.first<Undecodable>()->since, Undecodable::Since::LinkError);
    QCOMPARE(observer.first<Undecodable>()->bytes, 8);
    QVERIFY(observer.events.size() > 3);
    QVERIFY(observer.all<channel_event::TickReceived>().size() == 5); // B is read on
    // A frame that is too long is no error.
    DissectorSettings settings;
    settings.limits.frame = 60;
    Observer limited(settings);
    limited.feed(busyLink());
    QVERIFY(limited.first<channel_event::Skipped>());
    QVERIFY(!limited.first<channel_event::Down>());
}

void tst_Dissector::unfinished()
{
    Observer none;
    none.finish();
    QVERIFY(none.events.empty());
    Observer name;
    name.receive(A, captured(QStringLiteral("handshake_nok.hex")).all(A));
    name.finish();
    QCOMPARE(name.first<HandshakeUnfinished>()->step, HandshakeStep::AwaitStatus);
    Observer cut;
    const Link link = busyLink();
    cut.feed(link);
    cut.receive(A, QByteArray::fromHex("000000ff 834400"));
    cut.closed(A, {}, true);
    QCOMPARE(cut.first<Closed>()->unfinished, 7);
    QVERIFY(cut.first<Closed>()->reset);
    cut.receive(A, "nothing more");
    cut.closed(A);
    QCOMPARE(cut.all<Closed>().size(), std::size_t(1));
}

void tst_Dissector::digestsDoNotPrint()
{
    const Link link = captured(QStringLiteral("link_header.hex"));
    Observer observer;
    observer.feed(link);
    QString all;
    for (const DissectorEvent &event : observer.events)
        all += textOf(event);
    const QByteArray digest = observer.all<handshake_event::Message>().at(3)->message.packet.right(16);
    QVERIFY(!all.contains(QString::fromLatin1(digest.toHex())));
    // A reply that is too short is evidence that holds most of a digest.
    Observer cut;
    cut.feed(captured(QStringLiteral("handshake_wrong_cookie.hex")));
    cut.receive(B, QByteArray::fromHex("000561") + "abcd");
    QVERIFY(cut.first<HandshakeFailed>());
    QVERIFY(cut.first<HandshakeFailed>()->error.evidence.isEmpty());
}

void tst_Dissector::flippedBits()
{
    const Link link = busyLink();
    for (const Role role : {A, B}) {
        const QByteArray all = link.all(role);
        for (qsizetype bit = 0; bit < all.size() * 8; ++bit) {
            QByteArray changed = all;
            changed[bit / 8] = char(changed[bit / 8] ^ (1 << (bit % 8)));
            Observer observer;
            observer.receive(role, changed);
            observer.receive(otherEnd(role), link.all(otherEnd(role)));
            observer.closed(A);
            observer.closed(B);
            observer.finish();
            QVERIFY(observer.first<Closed>());
        }
    }
}

QTEST_APPLESS_MAIN(tst_Dissector)
#include "tst_Dissector.moc"
