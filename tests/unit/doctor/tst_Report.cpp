#include <QtTest>

#include "cluster/Node.h"
#include "doctor/DialVerdict.h"
#include "doctor/report/Document.h"
#include "doctor/report/Report.h"
#include "protocol/handshake/Digest.h"

using namespace nodescope;
using namespace nodescope::cluster;
using namespace nodescope::protocol;
using namespace std::chrono_literals;

namespace {

constexpr quint32 Challenge = 0x5aa5c33c;

HandshakeMessage message(const HandshakeBody &body, HandshakeMessage::Direction direction)
{
    HandshakeMessage message;
    message.direction = direction;
    message.body = body;
    message.packet = withLength(LengthPrefix::TwoBytes, encodeHandshake(body));
    return message;
}

/// An attempt that sent a digest of a planted cookie and was refused.
Examination examination(const Digest &digest, const QString &evilName)
{
    dist::DialReport report;
    report.target = base::NodeName::literal(u"b@h");
    HandshakeError error;
    error.reason = handshake_failure::Closed{};
    error.step = HandshakeStep::AwaitAck;
    error.sinceLastSend = 1ms;
    error.received = 40;
    report.end = dist::dial_end::HandshakeFailed{error};
    ChallengeMessage challenge;
    challenge.challenge = Challenge;
    challenge.name = QStringLiteral("b@h");
    report.messages = {message(challenge, HandshakeMessage::Direction::Received),
                       message(ReplyMessage{0x0badcafe, digest}, HandshakeMessage::Direction::Sent)};
    Examination examination;
    examination.from = selfName();
    examination.to = report.target;
    examination.running = false;
    examination.diagnosis = doctor::diagnose(report);
    examination.facts.name = evilName;
    examination.settings = {
        {QStringLiteral("net_ticktime"), QStringLiteral("60"), QStringLiteral("8"), true, true}};
    return examination;
}

} // namespace

class tst_Report : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void secretsAreInNeither();
    void saysWhatMatters();
    void peersAreMadeVisibleAndEscaped();
    void blanksAreShown();
};

void tst_Report::secretsAreInNeither()
{
    const QByteArray cookie = "planted-cookie-4711";
    const Digest digest = Digest::of(base::Secret(cookie), Challenge);
    const Examination e = examination(digest, QStringLiteral("b@h"));
    const QByteArray hex = digest.reveal().toByteArray().toHex();
    for (const QString &report : {doctor::reportText(e), doctor::reportHtml(e)}) {
        QVERIFY(!report.contains(QString::fromLatin1(cookie)));
        QString packed = report;
        packed.remove(u' ');
        QVERIFY(!packed.contains(QString::fromLatin1(hex)));
        QVERIFY(!packed.contains(QString::fromLatin1(hex.left(8))));
        for (const char *challenge : {"5aa5c33c", "0badcafe", "1520812860"})
            QVERIFY2(!packed.contains(QLatin1String(challenge)), challenge);
        QVERIFY(packed.contains(QStringLiteral("········")));
    }
}

void tst_Report::saysWhatMatters()
{
    const Digest digest = Digest::of(base::Secret(QByteArrayView("x")), Challenge);
    const Examination e = examination(digest, QStringLiteral("b@h"));
    for (const QString &report : {doctor::reportText(e), doctor::reportHtml(e)}) {
        for (const char *word : {"b@h", "cookie_mismatch", "almost_certain", "net_ticktime", "closed after",
                                 "send_challenge_reply", "Node.get_cookie()", "Qt"})
            QVERIFY2(report.contains(QLatin1String(word)), word);
        QVERIFY(report.contains(QLatin1String(qVersion())));
    }
}

void tst_Report::peersAreMadeVisibleAndEscaped()
{
    const Digest digest = Digest::of(base::Secret(QByteArrayView("x")), Challenge);
    const QString evil = QStringLiteral("<img src=x>&\x1b[31m\u202e%1");
    const Examination e = examination(digest, evil);
    const QString text = doctor::reportText(e);
    QVERIFY(text.contains(QStringLiteral("<img src=x>&\\x{1b}[31m\\x{202e}%1")));
    QVERIFY(!text.contains(QChar(0x1b)));
    QVERIFY(!text.contains(QChar(0x202e)));
    const QString html = doctor::reportHtml(e);
    QVERIFY(html.contains(QStringLiteral("&lt;img src=x&gt;&amp;\\x{1b}[31m\\x{202e}%1")));
    QVERIFY(!html.contains(QStringLiteral("<img")));
}

void tst_Report::blanksAreShown()
{
    WireExcerpt excerpt;
    excerpt.bytes = QByteArray::fromHex("0102000004");
    QCOMPARE(doctor::hexOf(excerpt), QStringLiteral("01 02 00 00 04"));
    excerpt.blankedFrom = 2;
    QCOMPARE(doctor::hexOf(excerpt), QStringLiteral("01 02 ·· ·· ··"));
    excerpt.blankedTo = 4;
    QCOMPARE(doctor::hexOf(excerpt), QStringLiteral("01 02 ·· ·· 04"));
}

QTEST_GUILESS_MAIN(tst_Report)
#include "tst_Report.moc"
