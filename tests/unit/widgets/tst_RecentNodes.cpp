#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

#include "widgets/connect/KnownHosts.h"
#include "widgets/connect/RecentNodes.h"

using namespace nodescope;
using namespace nodescope::widgets;
using base::NodeName;

class tst_RecentNodes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void newestFirstEachOnce()
    {
        QSettings settings(m_home.filePath(QStringLiteral("a.ini")), QSettings::IniFormat);
        RecentNodes recent(settings);
        QSignalSpy changed(&recent, &RecentNodes::changed);
        recent.add(NodeName::literal(u"a@h"), 4369);
        recent.add(NodeName::literal(u"b@h"), std::nullopt);
        recent.add(NodeName::literal(u"a@h"), 5000);
        QCOMPARE(changed.size(), 3);
        QCOMPARE(recent.entries().size(), 2);
        QCOMPARE(recent.entries().first().node.text(), QStringLiteral("a@h"));
        QCOMPARE(recent.entries().first().epmdPort, quint16(5000));
        // No port is no other port.
        recent.add(NodeName::literal(u"a@h"), std::nullopt);
        QCOMPARE(recent.entries().first().epmdPort, quint16(5000));
        recent.remove(NodeName::literal(u"a@h"));
        QCOMPARE(recent.entries().size(), 1);
    }
    void bounded()
    {
        QSettings settings(m_home.filePath(QStringLiteral("b.ini")), QSettings::IniFormat);
        RecentNodes recent(settings);
        for (int i = 0; i < 30; ++i)
            recent.add(NodeName::literal(QStringLiteral("n%1@h").arg(i)), std::nullopt);
        QCOMPARE(recent.entries().size(), RecentNodes::Capacity);
        QCOMPARE(recent.entries().first().node.text(), QStringLiteral("n29@h"));
    }
    void editedSettingsDoNoHarm()
    {
        QSettings settings(m_home.filePath(QStringLiteral("c.ini")), QSettings::IniFormat);
        settings.setValue(
            QStringLiteral("connect/recent"),
            QStringList({QStringLiteral("nonsense"), QStringLiteral("a@h x"), QStringLiteral("@@ 1")}));
        const RecentNodes recent(settings);
        QCOMPARE(recent.entries().size(), 1);
        QCOMPARE(recent.entries().first().epmdPort, quint16(0));
    }
    void knownHosts()
    {
        QSettings settings(m_home.filePath(QStringLiteral("d.ini")), QSettings::IniFormat);
        KnownHosts hosts(settings);
        QVERIFY(hosts.isKnown(QStringLiteral("localhost")));
        QVERIFY(hosts.isKnown(QStringLiteral("127.0.0.1")));
        QVERIFY(!hosts.isKnown(QStringLiteral("web2.example")));
        hosts.remember(QStringLiteral("web2.example"));
        QVERIFY(KnownHosts(settings).isKnown(QStringLiteral("WEB2.example")));
        hosts.forgetAll();
        QVERIFY(!hosts.isKnown(QStringLiteral("web2.example")));
    }

private:
    QTemporaryDir m_home;
};

QTEST_GUILESS_MAIN(tst_RecentNodes)
#include "tst_RecentNodes.moc"
