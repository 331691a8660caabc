#include <QLabel>
#include <QTemporaryDir>
#include <QToolButton>
#include <QtTest>

#include "widgets/notices/MessageBar.h"

using namespace nodescope;
using nodescope::widgets::MessageBar;

class tst_MessageBar : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void queuesAndDismisses()
    {
        cluster::ClusterStore store;
        MessageBar bar(store);
        QVERIFY(bar.isHidden());
        store.apply({cluster::IntentFailed{QStringLiteral("not_connected"), QStringLiteral("a@h")}});
        store.apply({cluster::IntentFailed{QStringLiteral("not_connected"), QStringLiteral("a@h")}});
        QCOMPARE(bar.waiting(), 1);
        store.apply({cluster::IntentFailed{QStringLiteral("something_new"), QStringLiteral("<b>%1</b>\n")}});
        QCOMPARE(bar.waiting(), 2);
        QVERIFY(!bar.isHidden());
        const auto labels = bar.findChildren<QLabel *>();
        QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
            return label->textFormat() == Qt::PlainText &&
                   label->text().contains(QStringLiteral("<b>%1</b>⟨U+000A⟩"));
        }));
        bar.dismiss();
        QCOMPARE(bar.waiting(), 1);
        bar.findChild<QToolButton *>()->click();
        QVERIFY(bar.isHidden());
    }
    void whatIsSoNoMoreGoes()
    {
        cluster::ClusterStore store;
        MessageBar bar(store);
        store.apply({cluster::IntentFailed{QStringLiteral("not_connected"), QStringLiteral("a@h")}});
        store.apply({cluster::IntentFailed{QStringLiteral("not_connected"), QStringLiteral("b@h")}});
        cluster::Node node;
        node.name = base::NodeName::literal(u"a@h");
        node.state = cluster::NodeState::Connecting;
        store.apply({cluster::NodeChanged{node}});
        QCOMPARE(bar.waiting(), 2);
        node.state = cluster::NodeState::Up;
        store.apply({cluster::NodeChanged{node}});
        QCOMPARE(bar.waiting(), 1);
    }
    void theLatestErrorComesFirst()
    {
        cluster::ClusterStore store;
        MessageBar bar(store);
        const auto shown = [&bar] {
            for (const QLabel *label : bar.findChildren<QLabel *>()) {
                if (label->text().size() > 20)
                    return label->text();
            }
            return QString();
        };
        bar.show(QStringLiteral("recording_leftover"), QStringLiteral("old.nodescope"));
        QVERIFY(shown().contains(QLatin1String("old.nodescope")));
        QVERIFY(bar.property("role") != QStringLiteral("error"));
        bar.show(QStringLiteral("recording_not_a_recording"), QStringLiteral("first.txt"));
        bar.show(QStringLiteral("recording_not_a_recording"), QStringLiteral("second.txt"));
        bar.show(QStringLiteral("recording_leftover"), QStringLiteral("new.nodescope"));
        QCOMPARE(bar.waiting(), 4);
        QVERIFY(shown().contains(QLatin1String("second.txt")));
        // What was expected, and what to do.
        QVERIFY(shown().contains(QLatin1String("NSCP")) && shown().contains(QLatin1String(".nodescope")));
        QCOMPARE(bar.property("role").toString(), QStringLiteral("error"));
        // The same again is the latest again.
        bar.show(QStringLiteral("recording_not_a_recording"), QStringLiteral("first.txt"));
        QCOMPARE(bar.waiting(), 4);
        QVERIFY(shown().contains(QLatin1String("first.txt")));
        bar.dismiss();
        bar.dismiss();
        QVERIFY(shown().contains(QLatin1String("new.nodescope")));
        bar.dismiss();
        QVERIFY(shown().contains(QLatin1String("old.nodescope")));
    }
    void aProfilesCookieFileIsExplained()
    {
        QTemporaryDir home;
        const QString path = home.filePath(QStringLiteral("cookie"));
        cluster::ClusterStore store;
        MessageBar bar(store);
        const auto shown = [&] {
            bar.show(QStringLiteral("cookie_file_too_open"), path);
            QStringList texts;
            for (const QLabel *label : bar.findChildren<QLabel *>())
                texts.append(label->text());
            return texts.join(u'|');
        };
        QVERIFY2(shown().contains(QLatin1String("There is no cookie file ") + path), qPrintable(shown()));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("biscuit\n") > 0);
        file.close();
        QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::ReadOther));
        QVERIFY2(shown().contains(QLatin1String("chmod 600 ") + path), qPrintable(shown()));
        QVERIFY(file.setPermissions(QFile::ReadOwner));
        QVERIFY2(shown().contains(QLatin1String("open the profile again")), qPrintable(shown()));
        QVERIFY(!shown().contains(QLatin1String("biscuit")));
    }
    void bounded()
    {
        cluster::ClusterStore store;
        MessageBar bar(store);
        for (int i = 0; i < 500; ++i)
            store.apply({cluster::IntentFailed{QStringLiteral("not_connected"), QString::number(i)}});
        QVERIFY(bar.waiting() <= 20);
    }
};

QTEST_MAIN(tst_MessageBar)
#include "tst_MessageBar.moc"
