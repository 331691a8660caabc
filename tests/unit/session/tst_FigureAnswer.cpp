#include <QtTest>

#include "session/FigureAnswer.h"
#include "session/Probes.h"
#include "term/Parser.h"

using namespace nodescope::session;
using nodescope::term::Term;

namespace {
std::optional<FigureAnswer> read(const char *text)
{
    const auto parsed = nodescope::term::parse(QString::fromUtf8(text));
    return parsed.ok() ? readFigureAnswer(*parsed) : std::nullopt;
}
} // namespace

class tst_FigureAnswer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAll()
    {
        const auto answer = read("{value, {figures, 50, 15485360, 2, 290303, 4720, "
                                 "[{'a@h', 8, 9, {600, 816, 3}}, {'b@h', 1, 2, undefined}]}, []}");
        QVERIFY(answer);
        QCOMPARE(answer->processes, quint64(50));
        QCOMPARE(answer->memory, quint64(15485360));
        QCOMPARE(answer->runQueue, quint64(2));
        QCOMPARE(answer->reductions, quint64(290303));
        QCOMPARE(answer->uptime, quint64(4720));
        QVERIFY(answer->toldPeers);
        QCOMPARE(answer->peers.size(), 2);
        QCOMPARE(answer->peers.at(0).packetsIn, quint64(8));
        QCOMPARE(answer->peers.at(0).bytesOut, quint64(816));
        QCOMPARE(answer->peers.at(0).bytesHeld, quint64(3));
        QVERIFY(!answer->peers.at(1).bytesIn);
    }
    void whatIsNotToldIsEmpty()
    {
        const auto answer =
            read("{value, {figures, 5, undefined, undefined, undefined, undefined, undefined}, []}");
        QVERIFY(answer);
        QCOMPARE(answer->processes, quint64(5));
        QVERIFY(!answer->memory && !answer->runQueue && !answer->reductions && !answer->uptime);
        QVERIFY(!answer->toldPeers);
    }
    void whateverComesIsAValueOrNothing_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("atom") << QByteArray("undefined");
        QTest::newRow("other tuple") << QByteArray("{value, {numbers, 1}, []}");
        QTest::newRow("too short") << QByteArray("{value, {figures, 1, 2}, []}");
        QTest::newRow("no value") << QByteArray("{figures, 1, 2, 3, 4, 5, []}");
    }
    void whateverComesIsAValueOrNothing()
    {
        QFETCH(QByteArray, text);
        QVERIFY(!read(text.constData()));
    }
    void nonsenseInAListIsLeftOut()
    {
        const auto answer = read("{value, {figures, -1, 1.5, <<1>>, [], 99999999999999999999999, "
                                 "[7, {'no name', 1, 2, undefined}, {'a@h', -1, 2, undefined}, "
                                 "{'b@h', 1, 2, {x, -4}}, {'c@h', 1, 2, [1, 2, 3]} | tail]}, []}");
        QVERIFY(answer);
        QVERIFY(!answer->processes && !answer->memory && !answer->runQueue && !answer->uptime);
        QCOMPARE(answer->peers.size(), 2);
        QVERIFY(!answer->peers.at(0).bytesIn && !answer->peers.at(0).bytesOut);
    }
    void theQuestionIsThere() { QVERIFY(probes::figuresForms().isList()); }
};

QTEST_APPLESS_MAIN(tst_FigureAnswer)
#include "tst_FigureAnswer.moc"
