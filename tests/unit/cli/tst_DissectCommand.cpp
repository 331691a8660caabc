#include <QtTest>

#include <QJsonArray>
#include <QTemporaryDir>

#include "CommandRun.h"
#include "protocol/epmd/EpmdMessages.h"
#include "protocol/handshake/HandshakeMessage.h"
#include "support/CaptureWriter.h"

using namespace nodescope;
using namespace nodescope::test;
using cli::ExitStatus;

namespace {

// A handshake and a link as they were captured from erl of OTP 25; `>` lines are ours, who were the acceptor
// in those of that name.
TcpTalk linkTalk(const QString &fixture)
{
    QFile file(qEnvironmentVariable("NODESCOPE_SOURCE_DIR") + u"/tests/fixtures/protocol/" + fixture);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no fixture");
    const bool accepted = fixture.startsWith(u"accept");
    TcpTalk talk({});
    talk.open();
    while (!file.atEnd()) {
        const QByteArray line = file.readLine().trimmed();
        if (line.startsWith('>') || line.startsWith('<'))
            talk.send(line.startsWith('>') != accepted, QByteArray::fromHex(line.mid(1)));
    }
    return talk;
}

QByteArray capture(const std::vector<QByteArray> &packets)
{
    CaptureWriter writer;
    writer.packets(packets);
    return writer.bytes;
}

QList<QJsonObject> linesOf(const QByteArray &output)
{
    QList<QJsonObject> lines;
    for (const QByteArray &line : output.split('\n')) {
        if (!line.isEmpty())
            lines.append(QJsonDocument::fromJson(line).object());
    }
    return lines;
}

QList<QJsonObject> eventsOf(const QList<QJsonObject> &lines, const QString &event)
{
    QList<QJsonObject> found;
    for (const QJsonObject &line : lines) {
        if (line[u"event"].toString() == event)
            found.append(line);
    }
    return found;
}

CommandRun dissectInput(const QByteArray &file, const QStringList &options = {})
{
    return runCommand(QStringList{QStringLiteral("dissect"), QStringLiteral("-")} + options, file);
}

} // namespace

class tst_DissectCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void text()
    {
        TcpTalk talk = linkTalk(QStringLiteral("link_header.hex"));
        talk.close();
        const CommandRun run = dissectInput(capture(talk.packets));
        QCOMPARE(run.status, ExitStatus::Done);
        const QList<QByteArray> lines = run.output.split('\n');
        QCOMPARE(lines.at(0), QByteArray("2023-11-14T22:13:20.004000Z #1   distribution: "
                                         "127.0.0.1:40000 > 127.0.0.2:40001"));
        QVERIFY(lines.at(1).contains("#1 > name: probe@127.0.0.1, version 6, creation 7, flags "
                                     "EXTENDED_REFERENCES|"));
        QVERIFY(lines.at(2).endsWith("#1 < status: ok"));
        QVERIFY(lines.at(4).endsWith("#1 > reply: challenge 195939070, digest not shown"));
        QVERIFY(lines.at(5).endsWith("#1 < ack: digest not shown"));
        QVERIFY(lines.at(6).contains("up: probe@127.0.0.1 and capa@127.0.0.1, hidden, flags "));
        QVERIFY(lines.at(7).contains("#1 > REG_SEND {6,#Pid<'probe@127.0.0.1'.5.0.7>,'',rex} {'$gen_call',"));
        QVERIFY(run.errors.isEmpty());
    }
    void json()
    {
        TcpTalk talk = linkTalk(QStringLiteral("link_fragments.hex"));
        talk.close();
        const CommandRun run = dissectInput(capture(talk.packets), {QStringLiteral("--json")});
        QCOMPARE(run.status, ExitStatus::Done);
        const QList<QJsonObject> lines = linesOf(run.output);
        QCOMPARE(lines.first()[u"kind"].toString(), QStringLiteral("distribution"));
        const QList<QJsonObject> handshake = eventsOf(lines, QStringLiteral("handshake"));
        QStringList steps;
        for (const QJsonObject &line : handshake)
            steps.append(line[u"step"].toString());
        QCOMPARE(steps,
                 (QStringList{QStringLiteral("name"), QStringLiteral("status"), QStringLiteral("challenge"),
                              QStringLiteral("reply"), QStringLiteral("ack")}));
        QCOMPARE(handshake.at(0)[u"from"].toString(), QStringLiteral("initiator"));
        QVERIFY(handshake.at(0)[u"flags"].toArray().contains(QStringLiteral("FRAGMENTS")));
        QCOMPARE(handshake.at(3)[u"digest"].toString(), QStringLiteral("not shown"));
        QCOMPARE(eventsOf(lines, QStringLiteral("up")).size(), 1);
        bool fragmented = false;
        for (const QJsonObject &line : eventsOf(lines, QStringLiteral("signal"))) {
            QVERIFY(line.contains(u"control"));
            if (line[u"fragments"].toInt() < 2)
                continue;
            fragmented = true;
            const QJsonArray tuple = line[u"payload"].toObject()[u"$tuple"].toArray();
            QCOMPARE(tuple.at(1).toString().size(), 70'000);
        }
        QVERIFY(fragmented);
        QCOMPARE(lines.last()[u"event"].toString(), QStringLiteral("summary"));
        QCOMPARE(lines.last()[u"streams"].toInt(), 1);
    }
    void digestsAreNowhere()
    {
        for (const char *fixture : {"link_header.hex", "handshake_wrong_cookie.hex", "accept_ok.hex"}) {
            QFile file(qEnvironmentVariable("NODESCOPE_SOURCE_DIR") + u"/tests/fixtures/protocol/" +
                       QLatin1String(fixture));
            QVERIFY(file.open(QIODevice::ReadOnly));
            QList<QByteArray> digests;
            for (const QByteArray &line : file.readAll().split('\n')) {
                const QByteArray packet = QByteArray::fromHex(line.mid(1));
                if (packet.mid(2, 1) == "r" || packet.mid(2, 1) == "a")
                    digests.append(packet.right(16));
            }
            QVERIFY(!digests.isEmpty());
            TcpTalk talk = linkTalk(QLatin1String(fixture));
            talk.close(false);
            for (const QStringList &options : {QStringList(), QStringList{QStringLiteral("--json")}}) {
                const CommandRun run = dissectInput(capture(talk.packets), options);
                for (const QByteArray &digest : digests) {
                    QVERIFY(!run.output.contains(digest));
                    QVERIFY(!run.output.contains(digest.toHex()));
                    QVERIFY(!run.output.contains(digest.toBase64().left(20)));
                }
                QVERIFY(run.output.contains("not shown"));
            }
        }
    }
    void wrongCookie()
    {
        TcpTalk talk = linkTalk(QStringLiteral("handshake_wrong_cookie.hex"));
        talk.close(false);
        const CommandRun text = dissectInput(capture(talk.packets));
        QVERIFY(text.output.contains("handshake failed: closed; the initiator waited for: ack; closed by the "
                                     "acceptor, "));
        QVERIFY(text.output.contains("but no proof of one"));
        const CommandRun json = dissectInput(capture(talk.packets), {QStringLiteral("--json")});
        const QJsonObject failed =
            eventsOf(linesOf(json.output), QStringLiteral("handshake_failed")).value(0);
        QCOMPARE(failed[u"awaited"].toString(), QStringLiteral("ack"));
        QCOMPARE(failed[u"closed_by"].toString(), QStringLiteral("acceptor"));
        QVERIFY(failed[u"suggests_wrong_cookie"].toBool());
    }
    void epmdAndMissingBytes()
    {
        using namespace protocol;
        TcpTalk epmd({50000, 4369, false});
        epmd.open();
        epmd.send(TcpTalk::Client, encode(epmd::Request(epmd::NamesRequest())));
        epmd.send(TcpTalk::Server,
                  encode(epmd::Reply(epmd::NamesReply{4369, {{QStringLiteral("capa"), 40001}}, 0})));
        epmd.close(false);
        TcpTalk talk = linkTalk(QStringLiteral("link_atom_cache.hex"));
        std::vector<QByteArray> packets = epmd.packets;
        packets.insert(packets.end(), talk.packets.begin(), talk.packets.end() - 6);
        packets.insert(packets.end(), talk.packets.end() - 5, talk.packets.end()); // one is lost
        const CommandRun text = dissectInput(capture(packets));
        QVERIFY(text.output.contains("#1 > NAMES_REQ"));
        QVERIFY(text.output.contains("#1 < NAMES_RESP capa at port 40001"));
        QVERIFY(text.output.contains("#2   distribution: 127.0.0.1:40000 > 127.0.0.2:40001, node capa"));
        QVERIFY(text.output.contains(" bytes: not captured; "));
        const QList<QJsonObject> lines =
            linesOf(dissectInput(capture(packets), {QStringLiteral("--json")}).output);
        QCOMPARE(eventsOf(lines, QStringLiteral("gap")).size(), 1);
        QCOMPARE(eventsOf(lines, QStringLiteral("epmd_reply")).value(0)[u"names"].toArray().size(), 1);
        QCOMPARE(eventsOf(lines, QStringLiteral("stream")).value(1)[u"node"].toString(),
                 QStringLiteral("capa"));
    }
    void files()
    {
        const QTemporaryDir home;
        const QString path = home.filePath(QStringLiteral("trace.pcap"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(capture(linkTalk(QStringLiteral("link_header.hex")).packets));
        file.close();
        QCOMPARE(runCommand({QStringLiteral("dissect"), path}).status, ExitStatus::Done);
        const QStringList json{QStringLiteral("--json")};
        const CommandRun missing =
            runCommand({QStringLiteral("dissect"), home.filePath(QStringLiteral("none")), json.first()});
        QCOMPARE(missing.status, ExitStatus::Failed);
        QCOMPARE(missing.error()[u"id"].toString(), QStringLiteral("unreadable"));
        const CommandRun noCapture = dissectInput("hello, world", json);
        QCOMPARE(noCapture.status, ExitStatus::Failed);
        QCOMPARE(noCapture.error()[u"id"].toString(), QStringLiteral("not_a_capture"));
        const CommandRun nothing = dissectInput(capture({}), json);
        QCOMPARE(nothing.status, ExitStatus::Failed);
        QCOMPARE(nothing.error()[u"id"].toString(), QStringLiteral("nothing_found"));
        QCOMPARE(linesOf(nothing.output).last()[u"event"].toString(), QStringLiteral("summary"));
        const CommandRun cut =
            dissectInput(capture(linkTalk(QStringLiteral("link_header.hex")).packets).chopped(10), json);
        QCOMPARE(cut.status, ExitStatus::Done);
        QCOMPARE(eventsOf(linesOf(cut.output), QStringLiteral("problem")).value(0)[u"reason"].toString(),
                 QStringLiteral("truncated"));
        QCOMPARE(runCommand({QStringLiteral("dissect")}).status, ExitStatus::WrongUse);
        QCOMPARE(runCommand({QStringLiteral("dissect"), path, path}).status, ExitStatus::WrongUse);
    }
    void textOfPeersIsEscaped()
    {
        using namespace protocol;
        TcpTalk talk({});
        talk.open();
        talk.send(TcpTalk::Client,
                  withLength(LengthPrefix::TwoBytes,
                             encodeHandshake(NameMessage{HandshakeVersion::V6, masks::Minimum, 7,
                                                         QStringLiteral("a%1\x1b[31m@h\u0085")})));
        const CommandRun run = dissectInput(capture(talk.packets));
        QVERIFY(run.output.contains("name: a%1\\x{1b}[31m@h\\x{85}, version 6"));
        QVERIFY(!run.output.contains('\x1b'));
    }
};

QTEST_GUILESS_MAIN(tst_DissectCommand)
#include "tst_DissectCommand.moc"
