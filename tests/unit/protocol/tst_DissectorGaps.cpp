#include <QtTest>

#include "Observed.h"

using namespace observed;

namespace {

constexpr Role A = Role::Initiator;
constexpr Role B = Role::Acceptor;

// What was said of the signals of one direction, by their place.
std::map<qint64, QString> signalsOf(const Observer &observer, Role sender)
{
    std::map<qint64, QString> found;
    for (const DissectorEvent &event : observer.events) {
        if (event.sender == sender && event.as<channel_event::Received>())
            found.emplace(event.offset, textOf(event));
    }
    return found;
}

// A text in which every placeholder may stand for anything but nothing.
bool fits(const QString &text, const QString &truth)
{
    static const QRegularExpression placeholder(
        QStringLiteral(R"(\\'\\\?unknown\\-atom\\-in\\-slot\\-[0-9]+\\')"));
    QString pattern = QRegularExpression::escape(text);
    pattern.replace(placeholder, QStringLiteral(".+"));
    return QRegularExpression(QRegularExpression::anchoredPattern(pattern)).match(truth).hasMatch();
}

struct Lossy
{
    Observer observer;
    int exact = 0;
    int withPlaceholders = 0;
};

// One direction with a hole of `length` bytes at `at`, the other whole.
Lossy withHole(const Link &link, Role role, qsizetype at, qsizetype length, bool lengthKnown)
{
    Lossy lossy;
    const QByteArray all = link.all(role);
    const qsizetype lost = qMin(length, all.size() - at);
    lossy.observer.receive(role, all.left(at));
    lossy.observer.receive(otherEnd(role), link.all(otherEnd(role)));
    lossy.observer.lost(role, lengthKnown ? std::optional<qint64>(lost) : std::nullopt);
    lossy.observer.receive(role, all.mid(at + lost));
    lossy.observer.closed(role);
    lossy.observer.finish();
    return lossy;
}

} // namespace

/// What an observer says after bytes were lost: never anything that was not sent.
class tst_DissectorGaps : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyPlace_data();
    void everyPlace();
    void withinAPayload();
    void withinAHeader();
    void wholeFrame();
    void withinAFragment();
    void withinTheHandshake();
    void severalInOneFrame();
    void passThrough();
    void beforeTheFormIsKnown();

private:
    void check(Lossy &lossy, const Observer &reference, Role role);
};

void tst_DissectorGaps::everyPlace_data()
{
    QTest::addColumn<int>("length");
    for (const int length : {1, 2, 4, 5, 18, 30, 77, 200, 5000})
        QTest::addRow("%d", length) << length;
    QTest::addRow("unknown") << -1;
}

void tst_DissectorGaps::check(Lossy &lossy, const Observer &reference, Role role)
{
    const std::map<qint64, QString> truth = signalsOf(reference, role);
    bool forgotten = false;
    for (const DissectorEvent &event : lossy.observer.events) {
        if (event.sender != role)
            continue;
        QVERIFY(!event.as<channel_event::Down>()); // the link was sound, whatever we missed
        if (const Gap *gap = event.as<Gap>())
            forgotten = forgotten || gap->atomsUnknown;
        const auto *received = event.as<channel_event::Received>();
        if (!received)
            continue;
        const auto sent = truth.find(event.offset);
        QVERIFY(sent != truth.end());
        const QString text = textOf(event);
        QVERIFY(received->signal.unknownAtoms == 0 || forgotten);
        if (received->signal.unknownAtoms == 0)
            QCOMPARE(text, sent->second);
        else
            QVERIFY2(fits(text, sent->second), qPrintable(text + u'\n' + sent->second));
        (received->signal.unknownAtoms == 0 ? lossy.exact : lossy.withPlaceholders) += 1;
    }
}

void tst_DissectorGaps::everyPlace()
{
    QFETCH(int, length);
    const Link link = busyLink();
    Observer reference;
    reference.feed(link);
    int exact = 0;
    int withPlaceholders = 0;
    for (const Role role : {A, B}) {
        const qsizetype size = link.all(role).size();
        for (qsizetype at = 0; at < size; ++at) {
            Lossy lossy = withHole(link, role, at, length < 0 ? 17 : length, length >= 0);
            check(lossy, reference, role);
            if (QTest::currentTestFailed())
                QFAIL(qPrintable(QStringLiteral("hole at %1").arg(at)));
            QCOMPARE(lossy.observer.all<Gap>().size(), std::size_t(1));
            QCOMPARE(signalsOf(lossy.observer, otherEnd(role)), signalsOf(reference, otherEnd(role)));
            exact += lossy.exact;
            withPlaceholders += lossy.withPlaceholders;
        }
    }
    QVERIFY(exact > 0);
    QCOMPARE(withPlaceholders > 0, length > 0 && length <= 77);
}

namespace {
// A link whose acceptor sends these frames.
Link linkWith(const std::vector<QByteArray> &frames,
              Flags flags = masks::Recommended | Flag::DistHdrAtomCache)
{
    HandshakeSettings a = handshake_test::initiatorSettings();
    HandshakeSettings b = handshake_test::acceptorSettings();
    a.flags = b.flags = flags;
    Link link = handshake(a, b);
    for (const QByteArray &frame : frames)
        link.add(B, frame);
    return link;
}

qsizetype handshakeBytes()
{
    return linkWith({}).all(B).size();
}
} // namespace

void tst_DissectorGaps::withinAPayload()
{
    CachingSender sender;
    const QByteArray first = sender.regSend("server", QByteArray(1000, 'x'));
    const Link link = linkWith({first, sender.regSend("server", "second")});
    // The header came before the hole, so that the cache is known.
    const Lossy lossy = withHole(link, B, handshakeBytes() + first.size() - 500, 500, true);
    const Gap *gap = lossy.observer.first<Gap>();
    QVERIFY(gap->framingKept && !gap->atomsUnknown && !gap->handshakeStepLost);
    QCOMPARE(gap->length, 500);
    const auto received = lossy.observer.all<channel_event::Received>();
    QCOMPARE(received.size(), std::size_t(1));
    QCOMPARE(received[0]->signal.unknownAtoms, 0);
    QCOMPARE(std::get<control::RegSend>(received[0]->signal.control).to, QStringLiteral("server"));
}

void tst_DissectorGaps::withinAHeader()
{
    CachingSender sender;
    const QByteArray first = sender.regSend("server", "first");
    const QByteArray second = sender.regSend("logger", "second");
    const Link link =
        linkWith({first, second, sender.regSend("logger", "third"), sender.regSend("fresh", "fourth")});
    const Lossy lossy = withHole(link, B, handshakeBytes() + first.size() + 8, 3, true);
    const Gap *gap = lossy.observer.first<Gap>();
    QVERIFY(gap->framingKept && gap->atomsUnknown);
    const auto received = lossy.observer.all<channel_event::Received>();
    QCOMPARE(received.size(), std::size_t(3));
    QCOMPARE(received[1]->signal.unknownAtoms, 3);
    QCOMPARE(std::get<control::RegSend>(received[1]->signal.control).to,
             QStringLiteral("?unknown-atom-in-slot-3"));
    // What is set anew is known again, but for the node's name.
    QCOMPARE(received[2]->signal.unknownAtoms, 1);
    QCOMPARE(std::get<control::RegSend>(received[2]->signal.control).to, QStringLiteral("fresh"));
}

void tst_DissectorGaps::wholeFrame()
{
    CachingSender sender;
    const QByteArray first = sender.regSend("server", "first");
    const QByteArray second = sender.regSend("logger", "second");
    const Link link = linkWith({first, second, sender.regSend("server", "third")});
    const Lossy lossy = withHole(link, B, handshakeBytes() + first.size(), second.size(), true);
    QVERIFY(!lossy.observer.first<Gap>()->framingKept);
    QCOMPARE(lossy.observer.all<channel_event::Received>().size(), std::size_t(1));
    QCOMPARE(lossy.observer.first<Undecodable>()->since, Undecodable::Since::Gap);
    QVERIFY(lossy.observer.first<Undecodable>()->bytes > 0);
}

void tst_DissectorGaps::withinAFragment()
{
    CachingSender sender;
    const auto one = sender.fragments("server", QByteArray(300, 'x'), 3, 7);
    const auto two = sender.fragments("server", QByteArray(300, 'y'), 2, 8);
    const Link link = linkWith({one[0], two[0], one[1], one[2], two[1], sender.regSend("server", "last")});
    const qsizetype inOne1 = handshakeBytes() + one[0].size() + two[0].size() + 4;
    // Behind the numbers of a fragment: its own message is lost, and no other.
    const Lossy known = withHole(link, B, inOne1 + 30, 10, true);
    QVERIFY(!known.observer.first<Gap>()->atomsUnknown);
    QCOMPARE(known.observer.first<Gap>()->messagesLost, 0);
    QCOMPARE(known.observer.all<channel_event::Received>().size(), std::size_t(2));
    QCOMPARE(known.observer.first<channel_event::Skipped>()->skipped.size > 300, true);
    // Before them: whichever was begun.
    const Lossy unknown = withHole(link, B, inOne1 + 5, 10, true);
    QVERIFY(!unknown.observer.first<Gap>()->atomsUnknown); // it is no first fragment
    QCOMPARE(unknown.observer.first<Gap>()->messagesLost, 2);
    QCOMPARE(unknown.observer.all<channel_event::Received>().size(), std::size_t(1));
    QCOMPARE(unknown.observer.all<channel_event::Skipped>().size(), std::size_t(2));
}

void tst_DissectorGaps::withinTheHandshake()
{
    CachingSender sender;
    const Link link = linkWith({sender.regSend("server", "first")});
    // The name is cut short, as in a capture with a small snap length.
    Lossy cut = withHole(link, A, 10, link.parts[0].bytes.size() - 10, true);
    QVERIFY(cut.observer.first<Gap>()->framingKept && cut.observer.first<Gap>()->handshakeStepLost);
    QVERIFY(!cut.observer.first<handshake_event::Completed>());
    QCOMPARE(cut.observer.all<handshake_event::Message>().size(), std::size_t(4));
    QCOMPARE(cut.observer.all<channel_event::Received>().size(), std::size_t(1));
    QCOMPARE(cut.observer.dissector().step(), HandshakeStep::Idle);
    // Two packets are lost: this direction is over, the other one is not.
    Lossy lost = withHole(link, A, 0, 1000, true);
    QVERIFY(!lost.observer.first<Gap>()->framingKept);
    QCOMPARE(lost.observer.all<channel_event::Received>().size(), std::size_t(1));
}

void tst_DissectorGaps::severalInOneFrame()
{
    CachingSender sender;
    const QByteArray first = sender.regSend("server", QByteArray(1000, 'x'));
    const Link link = linkWith({first, sender.regSend("server", "second")});
    const QByteArray all = link.all(B);
    Observer observer;
    observer.receive(A, link.all(A));
    observer.receive(B, all.left(handshakeBytes() + 200));
    qsizetype at = handshakeBytes() + 200;
    for (int i = 0; i < 3; ++i) {
        observer.lost(B, 100);
        observer.receive(B, all.mid(at + 100, 100));
        at += 200;
    }
    observer.receive(B, all.mid(at));
    QCOMPARE(observer.all<Gap>().size(), std::size_t(3));
    const auto received = observer.all<channel_event::Received>();
    QCOMPARE(received.size(), std::size_t(1));
    QCOMPARE(received[0]->signal.payload.decode()->at(1).toByteArray(), QByteArray("second"));
}

void tst_DissectorGaps::passThrough()
{
    const SignalWriter writer(masks::Mandatory23);
    const term::Pid pid{QStringLiteral("a@b"), 1, 2, 3};
    const QByteArray frame =
        *writer.frame(control::RegSend{pid, QStringLiteral("server"), {}}, term::Term::atom(u"hello"));
    const Link link = linkWith({frame, frame, frame}, masks::Mandatory23);
    Observer reference;
    reference.feed(link);
    QCOMPARE(reference.all<channel_event::Received>().size(), std::size_t(3));
    for (qsizetype at = 0; at < link.all(B).size(); ++at) {
        Lossy lossy = withHole(link, B, at, 3, true);
        check(lossy, reference, B);
        QCOMPARE(lossy.withPlaceholders, 0);
    }
}

// Flags unknown, and the first frame lost but for its length.
void tst_DissectorGaps::beforeTheFormIsKnown()
{
    CachingSender sender;
    const QByteArray first = sender.regSend("server", "first");
    const Link link = linkWith({first, sender.regSend("server", "second")});
    const QByteArray all = link.all(B);
    const qsizetype body = handshakeBytes() + 4;
    Observer observer; // of one direction
    observer.receive(B, all.left(body));
    observer.lost(B, first.size() - 4);
    observer.receive(B, all.mid(handshakeBytes() + first.size()));
    observer.finish();
    const auto gaps = observer.all<Gap>();
    QCOMPARE(gaps.size(), std::size_t(2));
    QVERIFY(gaps[1]->framingKept && gaps[1]->atomsUnknown);
    const auto received = observer.all<channel_event::Received>();
    QCOMPARE(received.size(), std::size_t(1));
    QCOMPARE(received[0]->signal.unknownAtoms, 3);
}

QTEST_APPLESS_MAIN(tst_DissectorGaps)
#include "tst_DissectorGaps.moc"
