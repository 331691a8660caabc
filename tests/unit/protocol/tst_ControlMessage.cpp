#include <QtTest>

#include "protocol/Flags.h"
#include "protocol/link/ControlMessage.h"
#include "protocol/link/FrameReader.h"
#include "protocol/link/SignalReader.h"
#include "protocol/link/SignalWriter.h"

using namespace nodescope;
using namespace nodescope::protocol;
using namespace nodescope::protocol::control;
using term::Pid;
using term::Reference;
using term::Term;

namespace {

const Pid Ours{QStringLiteral("probe@h"), 5, 0, 7};
const Pid Theirs{QStringLiteral("alice@h"), 100, 1, 9};
const Reference Ref(QStringLiteral("probe@h"), 7, {1, 2, 3});

Term atomOf(const char *text)
{
    return Term::atom(QLatin1String(text));
}

// Writes under `flags`, reads under the same.
SignalReader::Outcome through(const ControlMessage &message, Flags flags, const Term &payload = {})
{
    const SignalWriter writer(flags);
    const auto written = payload.isValid() ? writer.frame(message, payload) : writer.frame(message);
    if (!written)
        qFatal("not written: %d", int(written.error().kind));
    std::vector<frame::Event> frames;
    FrameReader().receive(*written, frames);
    SignalReader reader(flags);
    return reader.read(std::move(std::get<frame::Body>(frames.at(0)).bytes), {});
}

Signal good(const ControlMessage &message, Flags flags, const Term &payload = {})
{
    const SignalReader::Outcome outcome = through(message, flags, payload);
    if (!std::holds_alternative<Signal>(outcome))
        qFatal("not read");
    return std::get<Signal>(outcome);
}

Operation operationOf(const ControlMessage &message, Flags flags, const Term &payload = {})
{
    return good(message, flags, payload).operation;
}

} // namespace

/// The values of control messages: written under one set of flags, read back, chosen form.
class tst_ControlMessage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void formsFollowTheFlags();
    void exitsCarryTheirReason_data();
    void exitsCarryTheirReason();
    void fieldsSurvive();
    void tokens();
    void altact();
    void notAgreed();
    void writersMistakes();
    void everyOperationIsNamed();
    void wrongTerms_data();
    void wrongTerms();
};

void tst_ControlMessage::formsFollowTheFlags()
{
    const Flags all = masks::Recommended;
    const Flags old = masks::Mandatory23;
    const Term hello = atomOf("hello");
    QCOMPARE(operationOf(Send{Ours, Theirs, {}}, all, hello), Operation::SendSender);
    QCOMPARE(operationOf(Send{Ours, Theirs, {}}, old, hello), Operation::Send);
    QCOMPARE(operationOf(Send{std::nullopt, Theirs, {}}, all, hello), Operation::Send);
    QCOMPARE(operationOf(Unlink{4, Ours, Theirs}, all), Operation::UnlinkId);
    QCOMPARE(operationOf(Unlink{4, Ours, Theirs}, old), Operation::Unlink);
    QCOMPARE(operationOf(AliasSend{Ours, Ref, {}}, all, hello), Operation::AltactSigSend);
    QCOMPARE(operationOf(AliasSend{Ours, Ref, {}}, all.without(Flag::AltactSig), hello),
             Operation::AliasSend);
    // The form of the frame.
    const auto start = [&](Flags flags) { return SignalWriter(flags).frame(NodeLink()).value().mid(4, 3); };
    QCOMPARE(start(all), QByteArray("\x83\x44\x00", 3));
    QCOMPARE(start(old), QByteArray("\x70\x83\x68", 3));
    QCOMPARE(start(old | Flag::DistHdrAtomCache), QByteArray("\x83\x44\x00", 3));
}

void tst_ControlMessage::exitsCarryTheirReason_data()
{
    QTest::addColumn<bool>("payload");
    QTest::addColumn<bool>("token");
    QTest::newRow("in the message") << false << false;
    QTest::newRow("in the message, traced") << false << true;
    QTest::newRow("in the payload") << true << false;
    QTest::newRow("in the payload, traced") << true << true;
}

void tst_ControlMessage::exitsCarryTheirReason()
{
    QFETCH(bool, payload);
    QFETCH(bool, token);
    const Flags flags = payload ? masks::Recommended : masks::Mandatory23;
    const Term trace = token ? Term::tuple({atomOf("token")}) : Term();
    const Term reason = Term::tuple({atomOf("shutdown"), Term::integer(3)});

    const Signal exit = good(Exit{Ours, Theirs, reason, trace}, flags);
    QCOMPARE(exit.reason(), reason);
    QCOMPARE(std::get<Exit>(exit.control).token, trace);
    QCOMPARE(std::get<Exit>(exit.control).to, Theirs);
    const Signal exit2 = good(Exit2{Ours, Theirs, reason, trace}, flags);
    QCOMPARE(exit2.reason(), reason);
    QCOMPARE(std::get<Exit2>(exit2.control).token, trace);
    QCOMPARE(exit.payload.isNull(), !payload);
    const Signal down = good(MonitorExit{QStringLiteral("echo"), Theirs, Ref, reason}, flags);
    QCOMPARE(down.reason(), reason);
    QCOMPARE(down.operation, payload ? Operation::PayloadMonitorPExit : Operation::MonitorPExit);
    QCOMPARE(std::get<QString>(std::get<MonitorExit>(down.control).from), QStringLiteral("echo"));
}

void tst_ControlMessage::fieldsSurvive()
{
    const Flags flags = masks::Recommended;
    const auto link = std::get<Link>(good(Link{Ours, Theirs}, flags).control);
    QVERIFY(link.from == Ours && link.to == Theirs);
    const auto ack = std::get<UnlinkAck>(good(UnlinkAck{~quint64(0), Ours, Theirs}, flags).control);
    QCOMPARE(ack.id, ~quint64(0));
    const auto leader = std::get<GroupLeader>(good(GroupLeader{Ours, Theirs}, flags).control);
    QVERIFY(leader.to == Theirs);
    const auto byName = std::get<Monitor>(good(Monitor{Ours, QStringLiteral("rex"), Ref}, flags).control);
    QCOMPARE(std::get<QString>(byName.to), QStringLiteral("rex"));
    QVERIFY(byName.reference == Ref);
    const auto byPid = std::get<Demonitor>(good(Demonitor{Ours, Theirs, Ref}, flags).control);
    QVERIFY(std::get<Pid>(byPid.to) == Theirs);

    const Signal named = good(RegSend{Ours, QStringLiteral("größe"), {}}, flags, Term::integer(1));
    QCOMPARE(std::get<RegSend>(named.control).to, QStringLiteral("größe"));
    QCOMPARE(*named.payload.decode(), Term::integer(1));

    const Term arguments = Term::list({atomOf("x"), Term::binary("payload")});
    const SpawnRequest request{Ref,
                               Ours,
                               Ours,
                               QStringLiteral("erpc"),
                               QStringLiteral("execute_call"),
                               4,
                               Term::list({atomOf("monitor")}),
                               {}};
    const Signal spawn = good(request, flags, arguments);
    const auto &read = std::get<SpawnRequest>(spawn.control);
    QVERIFY(read.request == Ref && read.groupLeader == Ours);
    QCOMPARE(read.module, QStringLiteral("erpc"));
    QCOMPARE(read.arity, 4u);
    QCOMPARE(read.options, request.options);
    QCOMPARE(*spawn.payload.decode(), arguments);
    const auto reply =
        std::get<SpawnReply>(good(SpawnReply{Ref, Ours, SpawnReply::Monitored, Theirs, {}}, flags).control);
    QCOMPARE(reply.flags, 2u);
    QVERIFY(std::get<Pid>(reply.result) == Theirs);
    const auto refused =
        std::get<SpawnReply>(good(SpawnReply{Ref, Ours, 0, QStringLiteral("badopt"), {}}, flags).control);
    QCOMPARE(std::get<QString>(refused.result), QStringLiteral("badopt"));
}

void tst_ControlMessage::tokens()
{
    const Flags flags = masks::Recommended;
    const Term token = Term::tuple({Term::integer(1), atomOf("label")});
    const Term hello = atomOf("hello");
    QCOMPARE(operationOf(Send{Ours, Theirs, token}, flags, hello), Operation::SendSenderTt);
    QCOMPARE(operationOf(Send{std::nullopt, Theirs, token}, flags, hello), Operation::SendTt);
    const Signal named = good(RegSend{Ours, QStringLiteral("x"), token}, flags, hello);
    QCOMPARE(named.operation, Operation::RegSendTt);
    QCOMPARE(std::get<RegSend>(named.control).token, token);
    QCOMPARE(operationOf(SpawnReply{Ref, Ours, 0, Theirs, token}, flags), Operation::SpawnReplyTt);
    const SpawnRequest request{Ref, Ours,        Ours, QStringLiteral("m"), QStringLiteral("f"),
                               0,   Term::nil(), token};
    QCOMPARE(std::get<SpawnRequest>(good(request, flags, Term::nil()).control).token, token);
    const Flags alias = flags.without(Flag::AltactSig);
    QCOMPARE(operationOf(AliasSend{Ours, Ref, token}, alias, hello), Operation::AliasSendTt);
}

void tst_ControlMessage::altact()
{
    const Flags flags = masks::Recommended;
    const Term message = atomOf("stop");
    const auto flagsOf = [&](const AltactSend &send) {
        return std::get<AltactSend>(good(send, flags, message).control).flags;
    };
    // As seen from OTP 29.
    QCOMPARE(flagsOf({0, Ours, Ref, {}}), 4u);
    QCOMPARE(flagsOf({AltactSend::Priority, Ours, Ref, {}}), 5u);
    QCOMPARE(flagsOf({AltactSend::Priority, Ours, QStringLiteral("name"), {}}), 9u);
    QCOMPARE(flagsOf({AltactSend::Priority | AltactSend::ExitSignal, Ours, Theirs, {}}), 17u);
    QCOMPARE(flagsOf({AltactSend::Priority | AltactSend::ExitSignal, Ours, Ref, {}}), 21u);
    QCOMPARE(flagsOf({0, Ours, Theirs, Term::integer(1)}), 2u);
    QCOMPARE(good(AltactSend{AltactSend::ExitSignal, Ours, Theirs, {}}, flags, message).reason(), message);
    QVERIFY(!good(AltactSend{0, Ours, Theirs, {}}, flags, message).reason().isValid());
}

void tst_ControlMessage::notAgreed()
{
    const SignalWriter old(masks::Mandatory23);
    const auto lacking = [&old](const ControlMessage &message) {
        const auto written = old.frame(message, Term::nil());
        return written ? Flags() : written.error().lacking;
    };
    QCOMPARE(lacking(SpawnRequest()), Flags(Flag::Spawn));
    QCOMPARE(lacking(AliasSend()), Flags(Flag::Alias));
    QCOMPARE(lacking(AltactSend()), Flags(Flag::AltactSig));
    QCOMPARE(old.frame(UnlinkAck()).error().lacking, Flags(Flag::UnlinkId));
    // A Java node knows no monitors; others may know none of a name.
    QCOMPARE(old.frame(Monitor()).error().lacking, Flags(Flag::DistMonitor));
    const SignalWriter byPid(masks::Mandatory23 | Flag::DistMonitor);
    QVERIFY(byPid.frame(Monitor{Ours, Theirs, Ref}));
    QCOMPARE(byPid.frame(Monitor{Ours, QStringLiteral("rex"), Ref}).error().lacking,
             Flags(Flag::DistMonitorName));
}

void tst_ControlMessage::writersMistakes()
{
    using Kind = WriteError::Kind;
    const SignalWriter writer(masks::Recommended);
    QCOMPARE(writer.frame(Send{Ours, Theirs, {}}).error().kind, Kind::MissingPayload);
    QCOMPARE(writer.frame(Link{Ours, Theirs}, Term::nil()).error().kind, Kind::SuperfluousPayload);
    QCOMPARE(writer.frame(Send{Ours, Theirs, {}}, Term()).error().kind, Kind::InvalidTerm);
    QCOMPARE(writer.frame(Exit{Ours, Theirs, {}, {}}).error().kind, Kind::InvalidTerm);
    QCOMPARE(writer.frame(RegSend{Ours, QString(256, u'x'), {}}, Term::nil()).error().kind,
             Kind::InvalidTerm);
    for (const Flags flags : {masks::Recommended, masks::Mandatory23}) {
        const SignalWriter either(flags);
        QCOMPARE(either.frameEncoded(Send{Ours, Theirs, {}}, "j").value(),
                 either.frame(Send{Ours, Theirs, {}}, Term::nil()).value());
    }
}

void tst_ControlMessage::everyOperationIsNamed()
{
    int named = 0;
    for (int operation = 0; operation < 256; ++operation)
        named += !operationName(operation).isEmpty();
    QCOMPARE(named, 31);
    QCOMPARE(operationName(29), QStringLiteral("SPAWN_REQUEST"));
    QVERIFY(operationName(38).isEmpty());
}

void tst_ControlMessage::wrongTerms_data()
{
    QTest::addColumn<Term>("term");
    QTest::addColumn<int>("fault");
    QTest::addColumn<int>("element");
    const Term pid = Term::pid(Ours);
    const Term n = Term::integer(1);
    QTest::newRow("atom") << atomOf("x") << int(ControlFault::NotATuple) << 0;
    QTest::newRow("empty tuple") << Term::tuple({}) << int(ControlFault::NotATuple) << 0;
    QTest::newRow("no number") << Term::tuple({atomOf("x"), pid, pid}) << int(ControlFault::NotATuple) << 0;
    QTest::newRow("unknown") << Term::tuple({Term::integer(38), pid, pid})
                             << int(ControlFault::UnknownOperation) << 0;
    QTest::newRow("negative") << Term::tuple({Term::integer(-1), pid}) << int(ControlFault::UnknownOperation)
                              << 0;
    QTest::newRow("too short") << Term::tuple({n, pid}) << int(ControlFault::WrongArity) << 0;
    QTest::newRow("too long") << Term::tuple({n, pid, pid, pid}) << int(ControlFault::WrongArity) << 0;
    QTest::newRow("link of a number") << Term::tuple({n, pid, n}) << int(ControlFault::WrongArgument) << 2;
    QTest::newRow("send to a name") << Term::tuple({Term::integer(2), atomOf(""), atomOf("x")})
                                    << int(ControlFault::WrongArgument) << 2;
    QTest::newRow("altact without its token")
        << Term::tuple({Term::integer(37), Term::integer(2), pid, pid}) << int(ControlFault::WrongArity) << 0;
    QTest::newRow("unlink id too big")
        << Term::tuple({Term::integer(35), Term::bigInteger(false, QByteArray(9, '\1')), pid, pid})
        << int(ControlFault::WrongArgument) << 1;
    QTest::newRow("spawn of no function")
        << Term::tuple({Term::integer(29), Term::reference(Ref), pid, pid, atomOf("f"), Term::nil()})
        << int(ControlFault::WrongArgument) << 4;
    QTest::newRow("spawn with an improper list")
        << Term::tuple({Term::integer(29), Term::reference(Ref), pid, pid,
                        Term::tuple({atomOf("m"), atomOf("f"), n}), Term::list({n}, n)})
        << int(ControlFault::WrongArgument) << 5;
}

void tst_ControlMessage::wrongTerms()
{
    QFETCH(Term, term);
    QFETCH(int, fault);
    QFETCH(int, element);
    const auto decoded = decodeControl(term);
    QVERIFY(!decoded);
    QCOMPARE(int(decoded.error().fault), fault);
    QCOMPARE(decoded.error().element, element);
}

QTEST_APPLESS_MAIN(tst_ControlMessage)
#include "tst_ControlMessage.moc"
