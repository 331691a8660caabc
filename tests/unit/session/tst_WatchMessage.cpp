#include <QtTest>

#include "session/Probes.h"
#include "session/WatchMessage.h"
#include "term/Parser.h"

using namespace nodescope::session;
using nodescope::term::Term;

namespace {
Term erl(const char *text)
{
    const auto parsed = nodescope::term::parse(QString::fromUtf8(text));
    return parsed.ok() ? *parsed : Term();
}
} // namespace

class tst_WatchMessage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsHello()
    {
        const auto read =
            readWatchMessage(erl("{nodescope_hello, pid, ['a@h', 'b@h'], ['c@h', 'no name', 7]}"));
        QVERIFY(read);
        const auto &peers = std::get<WatchHello>(*read).peers;
        QCOMPARE(peers.size(), 3);
        QCOMPARE(peers.at(0).name.text(), QStringLiteral("a@h"));
        QVERIFY(!peers.at(0).hidden);
        QVERIFY(peers.at(2).hidden);
    }
    void readsNodeUp()
    {
        const auto read =
            readWatchMessage(erl("{nodescope_event, p, {nodeup, 'a@h', [{node_type, hidden}]}}"));
        QVERIFY(read);
        QVERIFY(std::get<WatchNodeUp>(*read).peer.hidden);
    }
    void readsNodeDown_data()
    {
        QTest::addColumn<QByteArray>("reason");
        QTest::addColumn<QString>("text");
        QTest::newRow("atom") << QByteArray("connection_closed") << QStringLiteral("connection_closed");
        QTest::newRow("term") << QByteArray("{shutdown, x}") << QStringLiteral("{shutdown,x}");
    }
    void readsNodeDown()
    {
        QFETCH(QByteArray, reason);
        QFETCH(QString, text);
        const QByteArray message = "{nodescope_event, p, {nodedown, 'a@h', [{nodedown_reason, " + reason +
                                   "}, {node_type, visible}]}}";
        const auto read = readWatchMessage(erl(message.constData()));
        QVERIFY(read);
        QString got = std::get<WatchNodeDown>(*read).reason;
        QCOMPARE(got.remove(u' '), text);
    }
    void ignoresTheRest_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char *text : {"hello", "{nodescope_hello}", "{nodescope_event, p, x}",
                                 "{nodescope_event, p, {nodeup, x, []}}",
                                 "{nodescope_event, p, {other, 'a@h', []}}", "[]", "#{}"})
            QTest::newRow(text) << QByteArray(text);
    }
    void ignoresTheRest()
    {
        QFETCH(QByteArray, text);
        QVERIFY(!readWatchMessage(erl(text.constData())));
    }
    void formsAreReadable()
    {
        QVERIFY(probes::watchForms().isList());
        QCOMPARE(probes::watchForms().size(), 5);
    }
};

QTEST_APPLESS_MAIN(tst_WatchMessage)
#include "tst_WatchMessage.moc"
