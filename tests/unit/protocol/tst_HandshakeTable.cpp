#include <QtTest>

#include <algorithm>
#include <map>

#include "HandshakePair.h"

using namespace handshake_test;
using namespace nodescope::protocol::handshake_failure;
using Step = HandshakeStep;
using In = HandshakeInput;

namespace {

QByteArray packet(const HandshakeBody &body)
{
    return withLength(LengthPrefix::TwoBytes, encodeHandshake(body));
}

StatusMessage status(HandshakeStatus kind)
{
    StatusMessage message;
    message.status = kind;
    message.unknown = "perhaps";
    message.dynamicName = QStringLiteral("1A@127.0.0.1");
    return message;
}

// A machine that stands at `step`, under settings that make the guarded rows reachable.
struct Situation
{
    bool wantsName = false;
    bool probe = false;
    bool replaceOldLink = false;
    bool version5 = false;

    [[nodiscard]] std::unique_ptr<End> at(Step step) const
    {
        return step <= Step::AwaitAck ? initiatorAt(step) : acceptorAt(step);
    }
    [[nodiscard]] bool holds(HandshakeGuard guard) const
    {
        switch (guard) {
        case HandshakeGuard::ProbeOnly:
            return probe;
        case HandshakeGuard::ProveCookie:
            return !probe;
        case HandshakeGuard::AnswerAliveTrue:
            return replaceOldLink;
        case HandshakeGuard::AnswerAliveFalse:
            return !replaceOldLink;
        case HandshakeGuard::WithComplement:
            return version5;
        case HandshakeGuard::WithoutComplement:
            return !version5;
        case HandshakeGuard::Always:
        case HandshakeGuard::AsInitiator:
        case HandshakeGuard::AsAcceptor:
            break;
        }
        return true;
    }

private:
    [[nodiscard]] std::unique_ptr<End> initiatorAt(Step step) const
    {
        HandshakeSettings settings = initiatorSettings();
        settings.probe = probe;
        settings.replaceOldLink = replaceOldLink;
        if (wantsName)
            settings.flags = masks::RecommendedNameMe;
        auto end = std::make_unique<End>(Role::Initiator, settings);
        if (step >= Step::AwaitStatus)
            end->take(end->machine.start({}));
        if (step >= Step::AwaitChallenge)
            end->take(end->machine.receive(
                packet(status(wantsName ? HandshakeStatus::Named : HandshakeStatus::Ok)), {}));
        if (step >= Step::AwaitAck)
            end->take(end->machine.receive(packet(challenge()), {}));
        return end;
    }
    [[nodiscard]] std::unique_ptr<End> acceptorAt(Step step) const
    {
        auto end = std::make_unique<End>(Role::Acceptor, acceptorSettings());
        end->take(end->machine.start({}));
        if (step == Step::AwaitName)
            return end;
        end->take(end->machine.receive(packet(name()), {}));
        if (step == Step::AwaitDecision)
            return end;
        const HandshakeStatus said =
            step == Step::AwaitStatusReply ? HandshakeStatus::Alive : HandshakeStatus::Ok;
        end->take(end->machine.decide(decision(said), {}));
        if (step == Step::AwaitReply && version5)
            end->take(end->machine.receive(packet(ComplementMessage{masks::Recommended.high(), 3}), {}));
        return end;
    }

public:
    static ChallengeMessage challenge()
    {
        return {HandshakeVersion::V6, masks::Recommended, 99, 4, QStringLiteral("alice@127.0.0.1")};
    }
    [[nodiscard]] NameMessage name() const
    {
        return {version5 ? HandshakeVersion::V5 : HandshakeVersion::V6,
                version5 ? Flags(quint64(masks::Recommended.low())) : masks::Recommended, 3,
                QStringLiteral("probe@127.0.0.1")};
    }
    // The correct digest for what the machine has asked, where it has asked.
    static Digest digestFor(const End &end)
    {
        quint32 asked = 0;
        for (const HandshakeEvent &event : end.events) {
            const auto *message = std::get_if<handshake_event::Message>(&event);
            if (!message || message->message.direction != HandshakeMessage::Direction::Sent)
                continue;
            if (const auto *sent = std::get_if<ChallengeMessage>(&message->message.body))
                asked = sent->challenge;
            if (const auto *sent = std::get_if<ReplyMessage>(&message->message.body))
                asked = sent->challenge;
        }
        return Digest::of(base::Secret(QByteArrayView("secret")), asked);
    }
};

// Feeds one input, as the peer or the owner would cause it.
void feed(End &end, In input, const Situation &situation)
{
    using S = HandshakeStatus;
    static const std::map<In, S> statuses{{In::StatusOk, S::Ok},
                                          {In::StatusOkSimultaneous, S::OkSimultaneous},
                                          {In::StatusNamed, S::Named},
                                          {In::StatusNok, S::Nok},
                                          {In::StatusNotAllowed, S::NotAllowed},
                                          {In::StatusAlive, S::Alive},
                                          {In::StatusUnknown, S::Unknown}};
    static const std::map<In, S> decisions{
        {In::DecideGo, S::Ok}, {In::DecideAlive, S::Alive}, {In::DecideRefuse, S::Nok}};
    const auto receive = [&end](const HandshakeBody &body) {
        end.take(end.machine.receive(packet(body), {}));
    };
    if (const auto found = statuses.find(input); found != statuses.end())
        return receive(status(found->second));
    if (const auto found = decisions.find(input); found != decisions.end())
        return end.take(end.machine.decide(decision(found->second), {}));
    switch (input) {
    case In::Start:
        return end.take(end.machine.start({}));
    case In::Name:
        return receive(situation.name());
    case In::Challenge:
        return receive(Situation::challenge());
    case In::Ack:
        return receive(AckMessage{Situation::digestFor(end)});
    case In::Reply:
        return receive(ReplyMessage{99, Situation::digestFor(end)});
    case In::Complement:
        return receive(ComplementMessage{masks::Recommended.high(), 3});
    case In::StatusReplyTrue:
        return receive(StatusReplyMessage{true});
    case In::StatusReplyFalse:
        return receive(StatusReplyMessage{false});
    case In::Malformed:
        return end.take(end.machine.receive(withLength(LengthPrefix::TwoBytes, "?"), {}));
    case In::PeerClosed:
        return end.take(end.machine.peerClosed({}));
    case In::TimedOut:
        return end.take(end.machine.timeout(base::Instant() + std::chrono::hours(1)));
    default:
        QFAIL("no such input");
    }
}

bool isFromInitiator(In input)
{
    return input == In::Name || input == In::Complement || input == In::Reply ||
           input == In::StatusReplyTrue || input == In::StatusReplyFalse;
}
bool isFromAcceptor(In input)
{
    return (input >= In::StatusOk && input <= In::StatusUnknown) || input == In::Challenge ||
           input == In::Ack;
}
bool isDecision(In input)
{
    return input == In::DecideGo || input == In::DecideAlive || input == In::DecideRefuse;
}

} // namespace

/// Every step × every input, under every setting that a guard asks about, against the table.
class tst_HandshakeTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyStepMeetsEveryInput();
    void everyRowWasTaken();
    void rowsAreDistinct();
    void endsStayEnds();
    void readmeShowsTheTable();

private:
    void check(Step step, In input, const Situation &situation);

    std::vector<bool> m_taken = std::vector<bool>(Handshake::transitions().size());
};

void tst_HandshakeTable::check(Step step, In input, const Situation &situation)
{
    const std::unique_ptr<End> end = situation.at(step);
    if (end->machine.step() != step)
        return; // this situation does not lead there
    const bool initiator = end->machine.role() == Role::Initiator;
    const auto table = Handshake::transitions();
    const auto row = std::find_if(table.begin(), table.end(), [&](const HandshakeTransition &t) {
        const bool rightRole =
            t.guard != (initiator ? HandshakeGuard::AsAcceptor : HandshakeGuard::AsInitiator);
        return t.from == step && t.input == input && situation.holds(t.guard) && rightRole;
    });
    feed(*end, input, situation);
    const QByteArray where = QByteArray(stepName(step)) + " + " + inputName(input);

    // The owner's calls at the wrong step do nothing; packets wait while the owner decides or before the
    // start.
    const bool waits = step == Step::Idle || step == Step::AwaitDecision;
    const bool fromPeer = isFromInitiator(input) || isFromAcceptor(input) || input == In::Malformed;
    const bool ignored =
        row == table.end() && (isDecision(input) || input == In::Start || (waits && fromPeer) ||
                               (step == Step::Idle && input == In::TimedOut));
    // Where a name was asked for, the other good statuses are a breach, and the other way round.
    const bool breach =
        step == Step::AwaitStatus &&
        (input == In::StatusNamed
             ? !situation.wantsName
             : situation.wantsName && (input == In::StatusOk || input == In::StatusOkSimultaneous ||
                                       (input == In::StatusAlive && situation.replaceOldLink)));
    Step expected = row != table.end() ? row->to : Step::Failed;
    if (ignored)
        expected = step;
    if (breach)
        expected = Step::Failed;
    QVERIFY2(
        end->machine.step() == expected,
        QByteArray(where + ": " + stepName(end->machine.step()) + ", not " + stepName(expected)).constData());
    if (row != table.end() && !breach)
        m_taken[std::size_t(row - table.begin())] = true;
    QCOMPARE(end->error() != nullptr, expected == Step::Failed);
    QCOMPARE(end->error() ? end->error()->step : step, step);
    if (row == table.end() && fromPeer && !ignored) {
        // A packet that the role can read is out of order; one that it cannot is malformed, or no node at
        // all.
        const bool readable = initiator ? isFromAcceptor(input) : isFromInitiator(input);
        const bool knownAs = end->failedWith<OutOfOrder>() || end->failedWith<Malformed>() ||
                             end->failedWith<UnknownStatus>() || end->failedWith<NotErlang>() ||
                             end->failedWith<BadName>();
        QVERIFY2(knownAs, where.constData());
        if (readable)
            QVERIFY2(end->failedWith<OutOfOrder>(), where.constData());
    }
}

void tst_HandshakeTable::everyStepMeetsEveryInput()
{
    for (int bits = 0; bits < 16; ++bits) {
        const Situation situation{(bits & 1) != 0, (bits & 2) != 0, (bits & 4) != 0, (bits & 8) != 0};
        for (int step = 0; step < int(Step::Up); ++step) {
            for (int input = 0; input < HandshakeInputCount; ++input) {
                check(Step(step), In(input), situation);
                if (QTest::currentTestFailed())
                    return;
            }
        }
    }
    // An acceptor's first step is reached from Idle too.
    End acceptor(Role::Acceptor, acceptorSettings());
    acceptor.take(acceptor.machine.start({}));
    QCOMPARE(acceptor.machine.step(), Step::AwaitName);
}

void tst_HandshakeTable::everyRowWasTaken()
{
    const auto table = Handshake::transitions();
    for (std::size_t i = 0; i < table.size(); ++i) {
        if (table[i].guard == HandshakeGuard::AsAcceptor)
            continue; // taken by hand above
        QVERIFY2(
            m_taken[i],
            QByteArray(QByteArray(stepName(table[i].from)) + " + " + inputName(table[i].input)).constData());
    }
}

void tst_HandshakeTable::rowsAreDistinct()
{
    const auto table = Handshake::transitions();
    for (std::size_t i = 0; i < table.size(); ++i) {
        for (std::size_t j = i + 1; j < table.size(); ++j) {
            QVERIFY(table[i].from != table[j].from || table[i].input != table[j].input ||
                    table[i].guard != table[j].guard);
        }
        QVERIFY(table[i].from < Step::Up);
    }
}

void tst_HandshakeTable::endsStayEnds()
{
    Pair pair(initiatorSettings("wrong"), acceptorSettings());
    pair.run();
    QCOMPARE(pair.b.machine.step(), Step::Failed);
    for (int input = 0; input < HandshakeInputCount; ++input) {
        const std::size_t before = pair.b.events.size();
        feed(pair.b, In(input), {});
        QCOMPARE(pair.b.events.size(), before);
        QVERIFY(pair.b.outbox.isEmpty());
    }
}

namespace {
// The diagram of src/protocol/README.md, as Mermaid.
QByteArray diagram()
{
    QByteArray text = "```mermaid\nstateDiagram-v2\n";
    for (const HandshakeTransition &row : Handshake::transitions()) {
        text += QByteArray("    ") + stepName(row.from) + " --> " + stepName(row.to) + ": " +
                inputName(row.input);
        if (*guardName(row.guard))
            text += QByteArray(" [") + guardName(row.guard) + ']';
        if (*row.sends)
            text += QByteArray(" / ") + row.sends;
        text += '\n';
    }
    return text.replace("named:", "named") + "```\n";
}
} // namespace

// NODESCOPE_UPDATE_README=1 writes the diagram instead of comparing it.
void tst_HandshakeTable::readmeShowsTheTable()
{
    QFile file(qEnvironmentVariable("NODESCOPE_SOURCE_DIR") + u"/src/protocol/README.md");
    QVERIFY(file.open(QIODevice::ReadOnly));
    QByteArray readme = file.readAll();
    file.close();
    const qsizetype from = readme.indexOf("```mermaid");
    const qsizetype to = readme.indexOf("```\n", from + 3) + 4;
    QVERIFY(from >= 0 && to > from);
    if (qEnvironmentVariableIsSet("NODESCOPE_UPDATE_README")) {
        readme.replace(from, to - from, diagram());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(readme);
        return;
    }
    QCOMPARE(readme.mid(from, to - from), diagram());
}

QTEST_APPLESS_MAIN(tst_HandshakeTable)
#include "tst_HandshakeTable.moc"
