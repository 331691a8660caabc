#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryFile>
#include <QTest>

#include "cluster/Delta.h"
#include "cluster/HandshakeBook.h"
#include "cluster/Node.h"
#include "cluster/history/DeltaStream.h"
#include "doctor/CauseText.h"
#include "doctor/handshakes/HandshakeExport.h"
#include "doctor/handshakes/HandshakeFacts.h"
#include "doctor/handshakes/HandshakeText.h"
#include "protocol/capture/CaptureDissector.h"
#include "support/DemoHandshakes.h"

using namespace nodescope;
using namespace nodescope::doctor;
using cluster::HandshakeBook;
using cluster::HandshakeRecord;
using test::DemoHandshake;

namespace {

constexpr qsizetype Reply = 3;
constexpr qsizetype Ack = 4;

QByteArray hex(const base::Secret &digest)
{
    return QByteArray(digest.reveal().data(), digest.reveal().size()).toHex();
}

} // namespace

/// Handshakes as values: what follows from them, and as files.
class tst_Handshakes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void digestsStandApart()
    {
        const HandshakeRecord record = DemoHandshake().record(1);
        QCOMPARE(record.lines.size(), 5);
        for (const qsizetype line : {Reply, Ack}) {
            const cluster::WireExcerpt &wire = record.lines.at(line).wire;
            QCOMPARE(wire.blankedTo - wire.blankedFrom, 16);
            QCOMPARE(wire.bytes.mid(wire.blankedFrom, 16), QByteArray(16, '\0'));
            QCOMPARE(record.lines.at(line).digest.reveal().size(), 16);
        }
        QVERIFY(record.lines.first().digest.isNull());
        QCOMPARE(record.outcome, QStringLiteral("up"));
        QVERIFY(!record.failed());
    }

    void digestsAreMadeOfCookieAndChallenge()
    {
        const HandshakeRecord record = DemoHandshake().record(1);
        QCOMPARE(signedChallenge(record, Reply), std::optional(test::DemoChallenge));
        QCOMPARE(signedChallenge(record, Ack), std::optional(test::DemoReplyChallenge));
        QVERIFY(!signedChallenge(record, 0));
        QVERIFY(digestFits(record.lines.at(Reply), test::DemoCookie, test::DemoChallenge));
        QVERIFY(!digestFits(record.lines.at(Reply), base::Secret("other"), test::DemoChallenge));
        QVERIFY(!digestFits(record.lines.at(0), test::DemoCookie, test::DemoChallenge));
        QCOMPARE(digestText(base::Secret("secret"), 0x01020304),
                 QStringLiteral("24d92202cd3724fb37808c885f4e2298"));
    }

    void failuresAreMarkedWhereTheyHappened()
    {
        DemoHandshake demo;
        demo.refused = true;
        const HandshakeRecord record = demo.record(1);
        QVERIFY(record.failed());
        QCOMPARE(record.failedAt, record.lines.size());
        QCOMPARE(record.missing, QStringLiteral("send_challenge_ack"));
        QVERIFY(outcomeText(record).contains(QLatin1String("send_challenge_reply")));
    }

    void closesAreJudgedByThePeersTimer_data()
    {
        QTest::addColumn<int>("waited");
        QTest::addColumn<int>("sinceSend");
        QTest::addColumn<QString>("reaction");
        QTest::addColumn<QString>("says");
        // The peer's timer (7 s) began with the connection; ours is the time that a person took.
        QTest::newRow("at once") << 12 << 2 << "closed_at_once"
                                 << "2.0 ms after our send_name.";
        QTest::newRow("after 3 s of thought") << 3'005 << 5 << "closed_at_once"
                                              << "5.0 ms after our send_name.";
        QTest::newRow("its timer, after 3 s of thought") << 7'002 << 3'800 << "closed_later"
                                                         << "set-up timer ran out: it had waited 7.0 s";
        QTest::newRow("its timer, sent without a pause") << 7'001 << 7'000 << "closed_later"
                                                         << "set-up timer ran out";
        QTest::newRow("its own shorter timer") << 5'001 << 5'000 << "closed_later"
                                               << "set-up timer ran out";
        QTest::newRow("in the last moment") << 6'990 << 20 << "closed_at_once_or_later"
                                            << "Either may be why";
        QTest::newRow("its own longer timer") << 20'010 << 10 << "closed_at_once"
                                              << "10.0 ms after our send_name.";
        QTest::newRow("slowly") << 2'500 << 2'400 << "closed_at_once"
                                << "2.4 s after our send_name.";
    }
    void closesAreJudgedByThePeersTimer()
    {
        QFETCH(int, waited);
        QFETCH(int, sinceSend);
        QFETCH(QString, reaction);
        QFETCH(QString, says);
        HandshakeRecord record = DemoHandshake().record(1);
        record.lines = record.lines.mid(0, 1);
        record.lines[0].changed = {QStringLiteral("length")};
        record.stepped = true;
        record.outcome = QStringLiteral("closed");
        record.peerWaited = std::chrono::milliseconds(waited);
        record.sinceLastSend = std::chrono::milliseconds(sinceSend);
        QCOMPARE(QLatin1String(identifierOf(reactionTo(record, 0))), reaction);
        QVERIFY2(outcomeText(record).contains(says), qPrintable(outcomeText(record)));
        const QString text = findingsOf(record).constFirst().text;
        QCOMPARE(text.contains(QLatin1String("set-up timer")), reaction != QLatin1String("closed_at_once"));
        if (reaction == QLatin1String("closed_later"))
            QVERIFY2(!text.contains(QLatin1String("at once")), qPrintable(text));
    }

    void aFailureThatNobodyAskedForIsDiagnosed()
    {
        using namespace protocol;
        dist::SteppedReport report;
        report.role = Role::Initiator;
        report.target = base::NodeName::literal(u"alice@127.0.0.1");
        report.over = true;
        report.epmdPort = 4711;
        HandshakeError error;
        error.reason = handshake_failure::Closed();
        error.step = HandshakeStep::AwaitAck;
        error.received = 30;
        error.sinceLastSend = std::chrono::milliseconds(2);
        report.error = error;
        const HandshakeRecord record = recordOf(report);
        QVERIFY(record.diagnosis);
        QCOMPARE(record.diagnosis->cause, Cause::CookieMismatch);
        QCOMPARE(record.diagnosis->certainty, Certainty::AlmostCertain);
        QCOMPARE(record.diagnosis->epmdPort, quint16(4711));
        // What a person changed, or held back, is no fault.
        report.messages.push_back({{}, {HandshakeField::Digest}});
        QVERIFY(!recordOf(report).diagnosis);
        report.messages.clear();
        report.unreleased = HandshakeProposal{NameMessage(), 0, {}, {}};
        QVERIFY(!recordOf(report).diagnosis);
        report.unreleased.reset();
        report.error.reset();
        report.obstacle = dist::dial_end::NotRegistered{};
        QCOMPARE(recordOf(report).diagnosis->cause, Cause::NotRegistered);
        report.role = Role::Acceptor;
        QVERIFY(!recordOf(report).diagnosis);
    }

    void aLongerSetupTimeIsJudgedByItself()
    {
        HandshakeRecord record = DemoHandshake().record(1);
        record.lines = record.lines.mid(0, 1);
        record.stepped = true;
        record.outcome = QStringLiteral("closed");
        record.setupTime = std::chrono::seconds(120);
        record.sinceLastSend = std::chrono::milliseconds(10);
        record.peerWaited = std::chrono::milliseconds(7'100);
        QCOMPARE(reactionTo(record, 0), Reaction::ClosedAtOnce);
        record.peerWaited = std::chrono::milliseconds(120'100);
        QCOMPARE(reactionTo(record, 0), Reaction::ClosedThen);
    }

    void ourFlagsAreKnownBeforeTheyAreSent()
    {
        dist::SteppedReport report;
        report.target = base::NodeName::literal(u"alice@127.0.0.1");
        report.ownFlags = protocol::masks::Recommended;
        const HandshakeRecord record = recordOf(report);
        QCOMPARE(record.ownFlags, std::optional<quint64>(protocol::masks::Recommended.bits()));
        QVERIFY(!record.peerFlags);
        const QList<FlagRow> rows = flagRowsOf(record);
        QVERIFY(std::any_of(rows.begin(), rows.end(), [](const FlagRow &row) { return row.ours; }));
    }

    void whoWasTooSlowIsToldSo()
    {
        using namespace protocol;
        dist::SteppedReport report;
        report.role = Role::Initiator;
        report.target = base::NodeName::literal(u"alice@127.0.0.1");
        report.over = true;
        report.elapsed = std::chrono::milliseconds(7'010);
        report.unreleased = HandshakeProposal{NameMessage(), 0, {}, {}};
        HandshakeError error;
        error.reason = handshake_failure::Closed();
        error.step = HandshakeStep::AwaitStatus;
        error.sinceLastSend = error.sinceStart = std::chrono::milliseconds(7'001);
        report.error = error;
        const HandshakeRecord nothing = recordOf(report);
        QCOMPARE(nothing.unsent, QStringLiteral("send_name"));
        QVERIFY(nothing.missing.isEmpty());
        QCOMPARE(nothing.peerWaited, base::Duration(std::chrono::milliseconds(7'001)));
        QVERIFY2(outcomeText(nothing).startsWith(QLatin1String("We were too slow: send_name")),
                 qPrintable(outcomeText(nothing)));

        // The peer spoke, and its timer began anew with that.
        const auto at = [&report](int milliseconds) {
            return report.began + std::chrono::milliseconds(milliseconds);
        };
        const auto said = [&](Role role, int milliseconds, const HandshakeBody &body) {
            const auto direction = role == Role::Initiator ? HandshakeMessage::Direction::Sent
                                                           : HandshakeMessage::Direction::Received;
            report.messages.push_back({{direction, role, at(milliseconds), LengthPrefix::TwoBytes,
                                        withLength(LengthPrefix::TwoBytes, encodeHandshake(body)), body},
                                       {}});
        };
        said(Role::Initiator, 4'000,
             NameMessage{HandshakeVersion::V6, masks::Recommended, 7, QStringLiteral("p@h")});
        said(Role::Acceptor, 4'001, StatusMessage());
        said(Role::Acceptor, 4'002,
             ChallengeMessage{HandshakeVersion::V6, masks::Default25, 1, 9,
                              QStringLiteral("alice@127.0.0.1")});
        report.unreleased = HandshakeProposal{ReplyMessage{2, Digest()}, 0, {}, {}};
        report.elapsed = std::chrono::milliseconds(11'002);
        const HandshakeRecord reply = recordOf(report);
        QCOMPARE(reply.unsent, QStringLiteral("send_challenge_reply"));
        QCOMPARE(reply.peerWaited, base::Duration(std::chrono::milliseconds(7'000)));
        QVERIFY(outcomeText(reply).contains(QLatin1String("too slow")));
        report.elapsed = std::chrono::milliseconds(6'002);
        QVERIFY(outcomeText(recordOf(report)).contains(QLatin1String("before its set-up timer was due")));
    }

    void flagsByName()
    {
        DemoHandshake demo;
        demo.peerFlags = protocol::masks::Default25.without(protocol::Flag::BigCreation |
                                                            protocol::Flag::Mandatory25Digest);
        bool seen = false;
        const QList<FlagRow> rows = flagRowsOf(demo.record(1));
        for (const FlagRow &row : rows) {
            if (row.name == QLatin1String("BIG_CREATION")) {
                seen = true;
                QCOMPARE(row.mandatorySince, 23);
                QVERIFY(row.ours && !row.theirs && row.missing() && !row.agreed());
            }
            if (row.name == QLatin1String("SPAWN"))
                QVERIFY(row.agreed() && row.mandatorySince == 0);
        }
        QVERIFY(seen);
    }

    void twoSideBySide()
    {
        DemoHandshake other;
        other.peerFlags = protocol::masks::Default23;
        other.refused = true;
        const QList<LinePair> pairs = comparisonOf(DemoHandshake().record(1), other.record(2));
        QCOMPARE(pairs.size(), 5);
        QVERIFY(pairs.at(0).differ.isEmpty());
        QCOMPARE(pairs.at(2).differ, QStringList{QStringLiteral("flags")});
        QCOMPARE(pairs.at(4).b, -1);
        DemoHandshake cookie;
        cookie.cookie = base::Secret("another");
        const QList<LinePair> digests = comparisonOf(DemoHandshake().record(1), cookie.record(3));
        QCOMPARE(digests.at(Reply).always, QStringList{QStringLiteral("digest")});
        QVERIFY(digests.at(Reply).differ.isEmpty());
    }

    void noDigestInFilesUnlessWanted()
    {
        const HandshakeRecord record = DemoHandshake().record(1);
        const QByteArray digest = hex(record.lines.at(Reply).digest);
        const QByteArray raw = QByteArray::fromHex(digest);
        const auto inText = [&](Digests digests) {
            return QString(handshakeAsText(record, digests)).remove(u' ').contains(QLatin1String(digest));
        };
        QVERIFY(!inText(Digests::Zeroed));
        QVERIFY(inText(Digests::Shown));
        const auto json = [&](Digests digests) {
            return QJsonDocument(handshakeAsJson(record, digests)).toJson();
        };
        QVERIFY(!json(Digests::Zeroed).contains(digest));
        QVERIFY(json(Digests::Shown).contains(digest));
        QVERIFY(!handshakeAsPcapng(record).contains(raw));
        QVERIFY(handshakeAsPcapng(record, Digests::Shown).contains(raw));
        for (const QByteArray &bytes :
             {handshakeAsText(record, Digests::Shown).toUtf8(), json(Digests::Shown)})
            QVERIFY(!bytes.contains("demo-cookie"));
    }

    void neitherDigestNorCookieIsRecorded()
    {
        cluster::DeltaStreamWriter recording;
        QVERIFY(!recording.batch(1, {cluster::HandshakeChanged{DemoHandshake().record(1)},
                                     cluster::CookieShown{1, test::DemoCookie}}));
        QVERIFY(recording.written().isEmpty());
    }

    void asJson()
    {
        const QJsonObject object = handshakeAsJson(DemoHandshake().record(1));
        QCOMPARE(object[u"peer"].toString(), QStringLiteral("alice@127.0.0.1"));
        QCOMPARE(object[u"outcome"].toString(), QStringLiteral("up"));
        const QJsonArray messages = object[u"messages"].toArray();
        QCOMPARE(messages.size(), 5);
        QCOMPARE(messages.at(0)[u"label"].toString(), QStringLiteral("send_name"));
        QVERIFY(!object[u"flags"].toArray().isEmpty());
    }

    void hostileNamesAreShownAsTheyAre()
    {
        HandshakeRecord record = DemoHandshake().record(1);
        record.peer = base::NodeName();
        record.peerSaid = QStringLiteral("a\u202e\n%1@b");
        const QString text = handshakeAsText(record);
        QVERIFY(!text.contains(QChar(0x202e)));
        QVERIFY(text.contains(QLatin1String("\\x{202e}\\x{a}%1@b")));
    }

    void ourOwnReaderReadsTheCapture()
    {
        using namespace protocol;
        capture::CaptureDissector dissector;
        capture::CaptureEvents events =
            dissector.append(handshakeAsPcapng(DemoHandshake().record(1), Digests::Shown));
        for (const capture::CaptureEvent &event : dissector.finish())
            events.push_back(event);
        int distribution = 0;
        int messages = 0;
        for (const capture::CaptureEvent &event : events) {
            if (const auto *found = event.as<capture::StreamFound>())
                distribution += found->kind == capture::StreamFound::Kind::Distribution ? 1 : 0;
            QVERIFY(!event.as<capture::CaptureProblem>());
            if (const auto *link = event.as<DissectorEvent>())
                messages += std::holds_alternative<handshake_event::Message>(link->what) ? 1 : 0;
        }
        QCOMPARE(distribution, 1);
        QCOMPARE(messages, 5);
    }

    void wiresharkReadsTheCapture()
    {
        const QString tshark = QStandardPaths::findExecutable(QStringLiteral("tshark"));
        if (tshark.isEmpty())
            QSKIP("there is no tshark here");
        QTemporaryFile file;
        QVERIFY(file.open());
        file.write(handshakeAsPcapng(DemoHandshake().record(1)));
        file.close();
        QProcess process;
        process.start(tshark,
                      {QStringLiteral("-r"), file.fileName(), QStringLiteral("-o"),
                       QStringLiteral("tcp.check_checksum:TRUE"), QStringLiteral("-T"),
                       QStringLiteral("fields"), QStringLiteral("-e"), QStringLiteral("_ws.col.Protocol"),
                       QStringLiteral("-e"), QStringLiteral("erldp.tag"), QStringLiteral("-e"),
                       QStringLiteral("tcp.checksum.status")});
        QVERIFY(process.waitForFinished(120'000));
        const QString output = QString::fromUtf8(process.readAllStandardOutput());
        const QStringList lines = output.split(u'\n', Qt::SkipEmptyParts);
        int ours = 0;
        for (const QString &line : lines) {
            const QStringList columns = line.split(u'\t');
            ours += columns.value(0) == QLatin1String("ErlDP") ? 1 : 0;
            QVERIFY2(columns.value(2) == QLatin1String("1"), qPrintable(line)); // good
        }
        QVERIFY2(ours == 5, qPrintable(output));
    }

    void whatCannotBeDialledIsSaidWithARepair()
    {
        HandshakeRecord record = DemoHandshake().record(1);
        record.lines.clear();
        record.outcome = QStringLiteral("unreachable");
        record.detail = QStringLiteral("not_registered");
        const QString text = outcomeText(record);
        QVERIFY2(text.contains(record.peer.text()), qPrintable(text));
        QVERIFY2(text.contains(QLatin1String("EPMD knows no node of that name.")), qPrintable(text));
        QVERIFY2(!text.contains(QLatin1String("not_registered")), qPrintable(text));
        cluster::Diagnosis same;
        same.to = record.peer;
        same.from = cluster::selfName();
        same.cause = cluster::Cause::NotRegistered;
        QVERIFY2(text.contains(remediesOf(same).first().text), qPrintable(text));
        record.detail = QStringLiteral("something_else");
        QVERIFY(outcomeText(record).contains(record.detail));
    }

    void theBookIsBounded()
    {
        HandshakeBook book;
        for (quint64 id = 1; id <= 2 * HandshakeBook::MaxCount; ++id)
            book.put(DemoHandshake().record(id));
        QVERIFY(book.count() <= HandshakeBook::MaxCount);
        QVERIFY(book.bytes() <= HandshakeBook::MaxBytes);
        QVERIFY(!book.find(1));
        QVERIFY(book.find(2 * HandshakeBook::MaxCount));
        QCOMPARE(qsizetype(book.dropped()) + book.count(), 2 * HandshakeBook::MaxCount);
        // One that grows stays one; one that runs is not dropped.
        HandshakeRecord running = DemoHandshake().record(9'999);
        running.running = true;
        book.put(running);
        for (quint64 id = 10'000; id < 10'000 + 2 * HandshakeBook::MaxCount; ++id)
            book.put(DemoHandshake().record(id));
        QVERIFY(book.find(9'999));
        HandshakeRecord large = DemoHandshake().record(20'000);
        large.lines[0].wire.bytes = QByteArray(HandshakeBook::MaxBytes, 'x');
        book.put(large);
        QVERIFY(book.find(20'000)); // what just came is kept
        QCOMPARE(book.count(), 2);
        QCOMPARE(book.all().last().id, quint64(20'000));
    }
};

QTEST_GUILESS_MAIN(tst_Handshakes)
#include "tst_Handshakes.moc"
