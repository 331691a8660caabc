#include <QtTest>

#include "widgets/common/HostMask.h"
#include "widgets/common/SafeText.h"

using namespace nodescope::widgets;

class tst_SafeText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void visible_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("shown");
        QTest::newRow("plain") << QStringLiteral("shop@web2") << QStringLiteral("shop@web2");
        QTest::newRow("accents and emoji") << QStringLiteral("ação 😀") << QStringLiteral("ação 😀");
        QTest::newRow("line break") << QStringLiteral("a\nb") << QStringLiteral("a⟨U+000A⟩b");
        QTest::newRow("right to left override")
            << QString(QStringLiteral("a") + QChar(0x202e) + QStringLiteral("b"))
            << QStringLiteral("a⟨U+202E⟩b");
        QTest::newRow("zero width") << QString(QChar(0x200b)) << QStringLiteral("⟨U+200B⟩");
        QTest::newRow("NUL") << QString(QChar(0)) << QStringLiteral("⟨U+0000⟩");
        QTest::newRow("lone surrogate") << QString(QChar(0xd800)) << QStringLiteral("�");
        QTest::newRow("tags are text") << QStringLiteral("<img src=x>%1") << QStringLiteral("<img src=x>%1");
    }
    void visible()
    {
        QFETCH(QString, text);
        QFETCH(QString, shown);
        QCOMPARE(visibleText(text), shown);
    }
    void rich() { QCOMPARE(visibleRichText(u"<b>&"), QStringLiteral("&lt;b&gt;&amp;")); }
    void hostsAreHiddenFromARoom()
    {
        HostMask &mask = HostMask::instance();
        mask.activate({QStringLiteral("10.0.0.1"), QStringLiteral("10.0.0.12"), QStringLiteral("vm")},
                      [](int number) { return QStringLiteral("host %1").arg(number); });
        QCOMPARE(visibleText(u"mallory@10.0.0.1 dialled bob@10.0.0.12."),
                 QStringLiteral("mallory@host 1 dialled bob@host 2."));
        QCOMPARE(visibleText(u"10.0.0.1:4369, not 10.0.0.123"),
                 QStringLiteral("host 1:4369, not 10.0.0.123"));
        QCOMPARE(visibleText(u"vm"), QStringLiteral("host 3"));
        QCOMPARE(visibleText(u"a vm, x@vm"), QStringLiteral("a vm, x@host 3"));
        QCOMPARE(visibleText(u"new@other.example"), QStringLiteral("new@host 4"));
        mask.deactivate();
        QCOMPARE(visibleText(u"mallory@10.0.0.1"), QStringLiteral("mallory@10.0.0.1"));
    }
    void cut()
    {
        const QString shown = visibleText(QString(1 << 20, u'x'), 100);
        QCOMPARE(shown.size(), 101);
        QVERIFY(shown.endsWith(QStringLiteral("…")));
    }
};

QTEST_GUILESS_MAIN(tst_SafeText)
#include "tst_SafeText.moc"
