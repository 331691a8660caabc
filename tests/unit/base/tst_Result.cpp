#include <QtTest>

#include "base/Result.h"

using namespace nodescope::base;

class tst_Result : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void holdsAValue()
    {
        const Result<int, QString> result = 7;
        QVERIFY(result.ok());
        QCOMPARE(*result, 7);
        QCOMPARE(result.valueOr(1), 7);
    }
    void holdsAnError()
    {
        const Result<int, QString> result = Failure{QStringLiteral("no")};
        QVERIFY(!result);
        QCOMPARE(result.error(), QStringLiteral("no"));
        QCOMPARE(result.valueOr(1), 1);
    }
    void valueAndErrorOfOneType()
    {
        const Result<QString, QString> good = QStringLiteral("a");
        const Result<QString, QString> bad = Failure{QStringLiteral("a")};
        QVERIFY(good.ok() && !bad.ok());
    }
};

QTEST_APPLESS_MAIN(tst_Result)
#include "tst_Result.moc"
