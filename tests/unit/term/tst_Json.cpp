#include <QJsonDocument>
#include <QJsonObject>

#include "TermTesting.h"
#include "support/RandomTerm.h"
#include "term/Json.h"

using namespace nodescope;
using namespace nodescope::term;

namespace {

/// JSON with ' for each ".
QByteArray json(const char *text)
{
    return QByteArray(text).replace('\'', '"');
}

} // namespace

class tst_Json : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void mapping_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("exact");
        QTest::addColumn<QByteArray>("plain");
        const auto row = [](const QString &text, const char *exact, const char *plain) {
            QTest::newRow(qPrintable(text)) << text << json(exact) << json(plain);
        };
        row(QStringLiteral("5"), "5", "5");
        row(QStringLiteral("-9007199254740991"), "-9007199254740991", "-9007199254740991");
        row(QStringLiteral("9007199254740992"), "{'$integer':'9007199254740992'}", "'9007199254740992'");
        row(QStringLiteral("1.0"), "1.0", "1.0");
        row(QStringLiteral("true"), "true", "true");
        row(QStringLiteral("nil"), "null", "null");
        row(QStringLiteral("undefined"), "{'$atom':'undefined'}", "'undefined'");
        row(QStringLiteral("<<\"a\\\"b\\n\">>"), "'a\\'b\\u000a'", "'a\\'b\\u000a'");
        row(QStringLiteral("<<255>>"), "{'$binary':'/w=='}", "'/w=='");
        row(QStringLiteral("<<5:3>>"), "{'$bitstring':'oA==','bits':3}", "'oA=='");
        row(QStringLiteral("[]"), "[]", "[]");
        row(QStringLiteral("\"ab\""), "[97,98]", "[97,98]");
        row(QStringLiteral("[1,[2],3]"), "[1,[2],3]", "[1,[2],3]");
        row(QStringLiteral("[1|{}]"), "{'$list':[1],'tail':{'$tuple':[]}}", "{'$list':[1],'tail':[]}");
        row(QStringLiteral("{a,{b}}"), "{'$tuple':[{'$atom':'a'},{'$tuple':[{'$atom':'b'}]}]}",
            "['a',['b']]");
        row(QStringLiteral("#{}"), "{}", "{}");
        row(QStringLiteral("#{<<\"k\">> => {}}"), "{'k':{'$tuple':[]}}", "{'k':[]}");
        row(QStringLiteral("#{a => 1,2 => #{}}"), "{'$map':[[{'$atom':'a'},1],[2,{}]]}", "{'a':1,'2':{}}");
        row(QStringLiteral("#{<<\"$k\">> => 1}"), "{'$map':[['$k',1]]}", "{'$k':1}");
        row(QStringLiteral("#Pid<a@b.1.2.3>"), "{'$pid':'#Pid<a@b.1.2.3>'}", "'#Pid<a@b.1.2.3>'");
        row(QStringLiteral("fun m:f/1"), "{'$export':'fun m:f/1'}", "'fun m:f/1'");
        row(QStringLiteral("#m:n{a = [1],b = 2}"), "{'$record':['m','n',true,[['a',[1]],['b',2]]]}",
            "{'$record':['m','n',true,[['a',[1]],['b',2]]]}");
    }
    void mapping()
    {
        QFETCH(QString, text);
        QFETCH(QByteArray, exact);
        QFETCH(QByteArray, plain);
        QCOMPARE(toJson(read(text)), exact);
        JsonOptions options;
        options.plain = true;
        QCOMPARE(toJson(read(text), options), plain);
    }
    void localFun()
    {
        const QByteArray bytes =
            hex("83 70 00000036 01 000102030405060708090a0b0c0d0e0f 00000003 00000000 77016d "
                "6103 6107 58 7703614062 00000001 00000002 00000003");
        const QJsonObject object = QJsonDocument::fromJson(toJson(decoded(bytes))).object();
        QCOMPARE(object.value(QStringLiteral("$fun")).toString(), QStringLiteral("#Fun<m.3.7>"));
        QCOMPARE(QByteArray::fromBase64(object.value(QStringLiteral("etf")).toString().toLatin1()), bytes);
    }
    void invisible()
    {
        QCOMPARE(toJson(Term::utf8(u"\u202e")), json("'\\u202e'"));
        QCOMPARE(toJson(Term::utf8(QString::fromUtf8("\U000e0041"))), json("'\\udb40\\udc41'"));
    }
    /// Whatever the term is, Qt reads what comes out.
    void wellFormed()
    {
        test::RandomTerm random(11);
        for (int i = 0; i < 400; ++i) {
            const Term term = random.next();
            for (bool plain : {false, true}) {
                JsonOptions options;
                options.plain = plain;
                const QByteArray text = "[" + toJson(term, options) + "]";
                QJsonParseError error;
                QJsonDocument::fromJson(text, &error);
                QVERIFY2(error.error == QJsonParseError::NoError, text.constData());
            }
        }
    }
    void deep()
    {
        const QByteArray bytes = hex("83") + hex("6801").repeated(300'000) + hex("6a");
        QVERIFY(toJson(decoded(bytes)).startsWith(json("{'$tuple':[{'$tuple':[")));
    }
};

QTEST_APPLESS_MAIN(tst_Json)
#include "tst_Json.moc"
