#include <QtTest>

#include "doctor/DialRungs.h"
#include "doctor/handshakes/WireFields.h"
#include "protocol/handshake/HandshakeMessage.h"
#include "support/DemoCluster.h"

using namespace nodescope;
using namespace nodescope::cluster;
using namespace nodescope::protocol;
using namespace nodescope::doctor;

namespace {
WireExcerpt excerptOf(const QString &label, const HandshakeBody &body,
                      LengthPrefix prefix = LengthPrefix::TwoBytes)
{
    WireExcerpt excerpt;
    excerpt.label = label;
    excerpt.bytes = withLength(prefix, encodeHandshake(body));
    return excerpt;
}

QString valueOf(const QList<WireField> &fields, const QString &name)
{
    for (const WireField &field : fields) {
        if (field.name == name)
            return field.value;
    }
    return QStringLiteral("(none)");
}
} // namespace

class tst_WireFields : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fieldsCoverEveryByteOnce_data();
    void fieldsCoverEveryByteOnce();
    void readsAName();
    void readsAChallengeOverTls();
    void readsADynamicName();
    void whatProvesASecretIsBlanked();
    void aBlankedPartHasAnEnd();
    void cutAndForeignBytesStayWithin();
    void readsWhatEpmdWasAskedAndSaid();
    void messagesBelongToRungs();
};

void tst_WireFields::fieldsCoverEveryByteOnce_data()
{
    QTest::addColumn<QString>("label");
    QTest::addColumn<QByteArray>("bytes");
    const auto row = [](const char *name, const QString &label, const HandshakeBody &body) {
        for (const LengthPrefix prefix : {LengthPrefix::TwoBytes, LengthPrefix::FourBytes})
            QTest::addRow("%s/%d", name, int(prefix)) << label << excerptOf(label, body, prefix).bytes;
    };
    const QString name = QStringLiteral("b@web2.example");
    row("name", QStringLiteral("send_name"), NameMessage{HandshakeVersion::V6, masks::Recommended, 7, name});
    row("old name", QStringLiteral("send_name"), NameMessage{HandshakeVersion::V5, Flags(0x50184), 0, name});
    row("status", QStringLiteral("recv_status"), StatusMessage{});
    row("named", QStringLiteral("recv_status"), StatusMessage{HandshakeStatus::Named, name, 3, {}});
    row("status reply", QStringLiteral("status_reply"), StatusReplyMessage{false});
    row("challenge", QStringLiteral("send_challenge"),
        ChallengeMessage{HandshakeVersion::V6, masks::Default25, 99, 4, name});
    row("complement", QStringLiteral("send_complement"), ComplementMessage{0x6d, 5});
    row("reply", QStringLiteral("send_challenge_reply"), ReplyMessage{17, {}});
    row("ack", QStringLiteral("send_challenge_ack"), AckMessage{});
}

void tst_WireFields::fieldsCoverEveryByteOnce()
{
    QFETCH(QString, label);
    QFETCH(QByteArray, bytes);
    WireExcerpt excerpt;
    excerpt.label = label;
    for (qsizetype size = 0; size <= bytes.size(); ++size) {
        excerpt.bytes = bytes.left(size);
        const QList<WireField> fields = fieldsOf(excerpt);
        qsizetype at = 0;
        for (const WireField &field : fields) {
            QCOMPARE(field.offset, at);
            QVERIFY(field.length > 0);
            for (qsizetype byte = at; byte < at + field.length; ++byte)
                QCOMPARE(fieldAt(fields, byte), static_cast<int>(fields.indexOf(field)));
            at += field.length;
        }
        QCOMPARE(at, size);
    }
    QVERIFY(valueOf(fieldsOf(excerpt), QStringLiteral("rest")) == QStringLiteral("(none)"));
}

void tst_WireFields::readsAName()
{
    const auto fields = fieldsOf(
        excerptOf(QStringLiteral("send_name"), NameMessage{HandshakeVersion::V6, masks::RecommendedNameMe, 0,
                                                           QStringLiteral("127.0.0.1")}));
    QCOMPARE(valueOf(fields, QStringLiteral("tag")), QStringLiteral("'N'"));
    QCOMPARE(valueOf(fields, QStringLiteral("flags")), QStringLiteral("0x6f07df5fbc"));
    QVERIFY(fields.at(2).parts.contains(QStringLiteral("NAME_ME")));
    QCOMPARE(valueOf(fields, QStringLiteral("creation")), QStringLiteral("0"));
    QCOMPARE(valueOf(fields, QStringLiteral("name")), QStringLiteral("127.0.0.1"));
}

void tst_WireFields::readsAChallengeOverTls()
{
    const auto fields = fieldsOf(excerptOf(
        QStringLiteral("send_challenge"),
        ChallengeMessage{HandshakeVersion::V6, masks::Default25, 4294967295U, 12, QStringLiteral("b@h")},
        LengthPrefix::FourBytes));
    QCOMPARE(fields.first().length, qsizetype(4));
    QCOMPARE(valueOf(fields, QStringLiteral("challenge")), QStringLiteral("4294967295"));
    QCOMPARE(valueOf(fields, QStringLiteral("name")), QStringLiteral("b@h"));
}

void tst_WireFields::readsADynamicName()
{
    const auto fields =
        fieldsOf(excerptOf(QStringLiteral("recv_status"),
                           StatusMessage{HandshakeStatus::Named, QStringLiteral("1X19@127.0.0.1"), 3, {}}));
    QCOMPARE(valueOf(fields, QStringLiteral("status")), QStringLiteral("named:"));
    QCOMPARE(valueOf(fields, QStringLiteral("name")), QStringLiteral("1X19@127.0.0.1"));
    QCOMPARE(valueOf(fields, QStringLiteral("creation")), QStringLiteral("3"));
}

void tst_WireFields::whatProvesASecretIsBlanked()
{
    WireExcerpt excerpt = excerptOf(QStringLiteral("send_challenge_reply"), ReplyMessage{17, {}});
    excerpt.blankedFrom = 3;
    const auto fields = fieldsOf(excerpt);
    QCOMPARE(fields.size(), 4);
    QVERIFY(!fields.at(1).blanked);
    for (int i : {2, 3}) {
        QVERIFY(fields.at(i).blanked);
        QVERIFY(fields.at(i).value.isEmpty());
    }
}

void tst_WireFields::aBlankedPartHasAnEnd()
{
    WireExcerpt excerpt =
        excerptOf(QStringLiteral("send_challenge"),
                  ChallengeMessage{HandshakeVersion::V6, masks::Default25, 0, 12, QStringLiteral("b@h")});
    excerpt.blankedFrom = 11;
    excerpt.blankedTo = 15;
    const auto fields = fieldsOf(excerpt);
    for (const WireField &field : fields)
        QCOMPARE(field.blanked, field.name == QStringLiteral("challenge"));
}

void tst_WireFields::cutAndForeignBytesStayWithin()
{
    WireExcerpt excerpt;
    excerpt.label = QStringLiteral("unexpected");
    excerpt.bytes = QByteArray("HTTP/1.1 400");
    QCOMPARE(fieldsOf(excerpt).size(), 1);
    QCOMPARE(fieldsOf(excerpt).first().length, excerpt.bytes.size());
    // A length within the message that says more than there is.
    excerpt.label = QStringLiteral("send_name");
    excerpt.bytes =
        QByteArray::fromHex("0011") + "N" + QByteArray(12, '\1') + QByteArray::fromHex("ffff") + "ab";
    const auto fields = fieldsOf(excerpt);
    QCOMPARE(fields.last().name, QStringLiteral("name"));
    QCOMPARE(fields.last().length, qsizetype(2));
}

void tst_WireFields::readsWhatEpmdWasAskedAndSaid()
{
    WireExcerpt asked;
    asked.sent = true;
    asked.label = epmdQuestionLabel();
    asked.bytes = QByteArray::fromHex("00047a616263");
    QCOMPARE(valueOf(fieldsOf(asked), QStringLiteral("tag")), QStringLiteral("122"));
    QCOMPARE(valueOf(fieldsOf(asked), QStringLiteral("name")), QStringLiteral("abc"));
    WireExcerpt told;
    told.label = epmdReplyLabel();
    told.bytes = QByteArray::fromHex("77009c414d00000600050003616263000101");
    const auto fields = fieldsOf(told);
    QCOMPARE(valueOf(fields, QStringLiteral("result")), QStringLiteral("0"));
    QCOMPARE(valueOf(fields, QStringLiteral("port")), QStringLiteral("40001"));
    QCOMPARE(valueOf(fields, QStringLiteral("name")), QStringLiteral("abc"));
    QCOMPARE(valueOf(fields, QStringLiteral("extra")), QStringLiteral("01"));
    QCOMPARE(fields.last().offset + fields.last().length, told.bytes.size());
    // It knows no such name; and what is no EPMD.
    told.bytes = QByteArray::fromHex("7701");
    QCOMPARE(fieldsOf(told).size(), 2);
    told.bytes = QByteArray("HTTP/1.1 400");
    QCOMPARE(fieldsOf(told).size(), 1);
    Diagnosis diagnosis =
        test::demoDiagnosis(Cause::CookieMismatch, selfName(), base::NodeName::literal(u"b@h"));
    diagnosis.excerpts = {asked, told};
    QCOMPARE(excerptsOn(diagnosis, Rung::NameRegistered), (QList<qsizetype>{0, 1}));
    QVERIFY(excerptsOn(diagnosis, Rung::OurDigest).isEmpty());
}

void tst_WireFields::messagesBelongToRungs()
{
    const Diagnosis diagnosis =
        test::demoDiagnosis(Cause::CookieMismatch, selfName(), base::NodeName::literal(u"b@h"));
    QCOMPARE(excerptsOn(diagnosis, Rung::OurDigest), (QList<qsizetype>{0, 1}));
    QVERIFY(excerptsOn(diagnosis, Rung::HostResolves).isEmpty());
}

QTEST_GUILESS_MAIN(tst_WireFields)
#include "tst_WireFields.moc"
