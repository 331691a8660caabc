#include <QSignalSpy>
#include <QTest>

#include "dist/EpmdServer.h"
#include "session/Inbox.h"
#include "term/Encoder.h"
#include "term/Parser.h"

using namespace nodescope;
using namespace nodescope::cluster;
using namespace nodescope::session;
using base::NodeName;
using term::Term;

namespace {

const NodeName Alice = NodeName::literal(u"alice@127.0.0.1");

/// A node that others dial, and one of ours with an inbox that has dialled it.
struct Room
{
    base::SystemClock clock;
    dist::EpmdServer epmd;
    quint16 port = *epmd.listen(0);
    std::unique_ptr<dist::LocalNode> alice;
    std::unique_ptr<dist::LocalNode> us;
    std::unique_ptr<Inbox> inbox;
    QList<Mail> mails;

    Room()
    {
        dist::CookieStore cookies;
        cookies.setDefault(base::Secret("inbox-cookie"));
        alice = std::make_unique<dist::LocalNode>(dist::NodeIdentity::fixed(Alice, false), cookies, clock);
        us = std::make_unique<dist::LocalNode>(dist::NodeIdentity::dynamic(QStringLiteral("127.0.0.1")),
                                               cookies, clock);
        inbox = std::make_unique<Inbox>(*us);
        QObject::connect(inbox.get(), &Inbox::arrived, us.get(),
                         [this](const Mail &mail) { mails.append(mail); });
    }
    [[nodiscard]] bool connected() const
    {
        dist::ListenOptions listen;
        listen.epmdPort = port;
        QSignalSpy registered(alice.get(), &dist::LocalNode::registered);
        if (!alice->listen(listen).ok() || !registered.wait(10'000))
            return false;
        dist::DialOptions options;
        options.epmdPort = port;
        us->dial(Alice, options);
        return QTest::qWaitFor([&] { return us->isConnected(Alice) && !alice->links().empty(); }, 10'000);
    }
    [[nodiscard]] NodeName ourName() const { return us->nameOn(Alice); }
};

} // namespace

/// Messages that reach us are kept as they came.
class tst_Inbox : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aMessageToTheName()
    {
        Room room;
        QVERIFY(room.connected());
        dist::LocalProcess *sender = room.alice->createProcess();
        const Term message = *term::parse(QStringLiteral("{hello, <<\"world\">>, [1,2,3]}"));
        QCOMPARE(sender->send(dist::ProcessName{room.ourName(), Inbox::defaultName()}, message),
                 dist::SendResult::Sent);
        QTRY_COMPARE(room.mails.size(), 1);
        const Mail &mail = room.mails.constFirst();
        QCOMPARE(mail.id, 1);
        QCOMPARE(mail.node, Alice);
        const auto from = term::parse(mail.sender);
        QVERIFY(from.ok());
        QCOMPARE(from->toPid(), std::optional(sender->pid()));
        QCOMPARE(mail.receiver, QStringLiteral("inbox"));
        QCOMPARE(mail.externalTerm, term::encode(message));
        QCOMPARE(mail.excerpt, QStringLiteral("{hello,<<\"world\">>,[1,2,3]}"));
        QVERIFY(mail.wireBytes > 0);
        QVERIFY(mail.time.isValid());
    }
    void theAddressIsTold()
    {
        Room room;
        QSignalSpy told(room.inbox.get(), &Inbox::mailboxChanged);
        QVERIFY(room.connected());
        QTRY_VERIFY(!told.isEmpty());
        const auto mailbox = told.last().first().value<Mailbox>();
        QCOMPARE(mailbox.name, QStringLiteral("inbox"));
        QCOMPARE(mailbox.addresses.size(), 1);
        QCOMPARE(mailbox.addresses.constFirst().from, Alice);
        QCOMPARE(mailbox.addresses.constFirst().us, room.ourName());
        // The pid works as well as the name does.
        const auto pid = term::parse(mailbox.addresses.constFirst().pid);
        QVERIFY(pid.ok() && pid->isPid());
        QCOMPARE(room.alice->createProcess()->send(*pid->toPid(), Term::integer(7)), dist::SendResult::Sent);
        QTRY_COMPARE(room.mails.size(), 1);
        QCOMPARE(room.mails.constFirst().excerpt, QStringLiteral("7"));
        room.us->disconnectFrom(Alice);
        QTRY_VERIFY(told.last().first().value<Mailbox>().addresses.isEmpty());
    }
    void controlsAreVisible()
    {
        Room room;
        QVERIFY(room.connected());
        room.alice->createProcess()->send(dist::ProcessName{room.ourName(), Inbox::defaultName()},
                                          Term::utf8(u"a\u202ebc\n\x1b[31m"));
        QTRY_COMPARE(room.mails.size(), 1);
        for (const QChar c : room.mails.constFirst().excerpt)
            QVERIFY(c.isPrint());
    }
    void othersOfOursAreKeptToo()
    {
        Room room;
        QVERIFY(room.connected());
        dist::LocalProcess *other = room.us->createProcess();
        room.inbox->collect(*other);
        QCOMPARE(room.alice->createProcess()->send(other->pidOn(Alice), Term::integer(1)),
                 dist::SendResult::Sent);
        QTRY_COMPARE(room.mails.size(), 1);
        QVERIFY(room.mails.constFirst().receiver.isEmpty());
    }
    void whoKillsItGetsAnother()
    {
        Room room;
        QVERIFY(room.connected());
        room.alice->createProcess()->sendExit(room.inbox->process()->pidOn(Alice), Term::atom(u"kill"));
        const quint32 before = room.inbox->process()->id();
        QTRY_VERIFY(room.inbox->process() && room.inbox->process()->id() != before);
        room.alice->createProcess()->send(dist::ProcessName{room.ourName(), Inbox::defaultName()},
                                          Term::atom(u"still_here"));
        QTRY_COMPARE(room.mails.size(), 1);
    }
    void messagesComeInOrderAndAreNumbered()
    {
        Room room;
        QVERIFY(room.connected());
        dist::LocalProcess *sender = room.alice->createProcess();
        constexpr int Many = 5000;
        for (int i = 0; i < Many; ++i)
            QCOMPARE(sender->send(dist::ProcessName{room.ourName(), Inbox::defaultName()}, Term::integer(i)),
                     dist::SendResult::Sent);
        QTRY_COMPARE_WITH_TIMEOUT(room.mails.size(), Many, 30'000);
        for (int i = 0; i < Many; ++i) {
            QCOMPARE(room.mails.at(i).id, quint64(i + 1));
            QCOMPARE(room.mails.at(i).externalTerm, term::encode(Term::integer(i)));
        }
    }
};

QTEST_GUILESS_MAIN(tst_Inbox)
#include "tst_Inbox.moc"
