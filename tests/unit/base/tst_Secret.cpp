#include <QtTest>

#include "base/Secret.h"

using namespace nodescope::base;

class tst_Secret : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nullAndEmptyDiffer()
    {
        QVERIFY(Secret().isNull());
        QVERIFY(!Secret(QByteArrayView("")).isNull());
        QVERIFY(!Secret().equals(Secret(QByteArrayView(""))));
    }
    void comparesByContent()
    {
        QVERIFY(Secret(QByteArrayView("abc")).equals(Secret(QByteArrayView("abc"))));
        QVERIFY(!Secret(QByteArrayView("abc")).equals(Secret(QByteArrayView("abd"))));
        QVERIFY(!Secret(QByteArrayView("abc")).equals(Secret(QByteArrayView("ab"))));
    }
    void printsAPlaceholder()
    {
        QString text;
        QDebug(&text) << Secret(QByteArrayView("hunter2"));
        QVERIFY(!text.contains(QStringLiteral("hunter2")));
        QVERIFY(text.contains(QStringLiteral("hidden")));
    }
    void wipeClears()
    {
        QByteArray bytes("secret");
        wipe(bytes);
        QVERIFY(bytes.isEmpty());
        char raw[] = {'a', 'b'};
        wipe(raw, sizeof raw);
        QCOMPARE(raw[0], '\0');
        QCOMPARE(raw[1], '\0');
    }
};

QTEST_APPLESS_MAIN(tst_Secret)
#include "tst_Secret.moc"
