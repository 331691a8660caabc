#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QtTest>

#include "support/DemoCluster.h"
#include "widgets/connect/ConnectDialog.h"
#include "widgets/connect/CookieField.h"

using namespace nodescope;
using namespace nodescope::cluster;
using namespace nodescope::widgets;
using base::NodeName;

class tst_ConnectDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_settings =
            std::make_unique<QSettings>(m_home.filePath(QStringLiteral("s.ini")), QSettings::IniFormat);
        m_settings->clear();
        m_hosts = std::make_unique<KnownHosts>(*m_settings);
        m_store = std::make_unique<ClusterStore>();
        m_intents.clear();
    }

    void listsTheNamesOfAHost()
    {
        const auto dialog = make();
        dialog->setHost(QStringLiteral("db1.example"), 4369);
        QCOMPARE(m_intents.size(), 1);
        QCOMPARE(std::get<ListHost>(m_intents.first()).epmdPort, quint16(4369));
        auto *names = dialog->findChild<QListWidget *>(QStringLiteral("names"));
        QCOMPARE(names->count(), 0);
        m_store->apply(test::demoCluster());
        QCOMPARE(names->count(), 5);
        names->setCurrentRow(3);
        QCOMPARE(dialog->findChild<QLineEdit *>(QStringLiteral("node"))->text(),
                 QStringLiteral("backup@db1.example"));
    }
    void saysWhatIsWrongWithAName_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("wrong");
        QTest::newRow("good") << QStringLiteral("a@h") << false;
        QTest::newRow("nothing yet") << QString() << false;
        QTest::newRow("one part") << QStringLiteral("a") << true;
        QTest::newRow("two signs") << QStringLiteral("a@b@c") << true;
        QTest::newRow("no host") << QStringLiteral("a@") << true;
    }
    void saysWhatIsWrongWithAName()
    {
        QFETCH(QString, name);
        QFETCH(bool, wrong);
        const auto dialog = make();
        dialog->findChild<QLineEdit *>(QStringLiteral("node"))->setText(name);
        QCOMPARE(!dialog->findChild<QLabel *>(QStringLiteral("nodeError"))->isHidden(), wrong);
        QCOMPARE(go(*dialog)->isEnabled(), !wrong && !name.isEmpty());
    }
    void showsTheNamesOfTheAddressAndPortThatAreNamed()
    {
        Host host;
        host.host = QStringLiteral("localhost");
        host.epmdPort = 4711;
        host.entries = {{QStringLiteral("m3"), 40003}};
        m_store->apply({HostChanged{host}});
        const auto dialog = make();
        auto *names = dialog->findChild<QListWidget *>(QStringLiteral("names"));
        QCOMPARE(names->count(), 0);
        dialog->setNode(NodeName::literal(u"m3@vm"), quint16(4711), QStringLiteral("localhost"));
        QCOMPARE(dialog->findChild<QLineEdit *>(QStringLiteral("host"))->text(), QStringLiteral("localhost"));
        QCOMPARE(names->count(), 1);
        dialog->findChild<QSpinBox *>(QStringLiteral("port"))->setValue(4369);
        QCOMPARE(names->count(), 0);
    }
    void namesHaveTheHostOfWhoIsConnectedThere()
    {
        Host host;
        host.host = QStringLiteral("localhost");
        host.epmdPort = 4711;
        host.entries = {{QStringLiteral("a"), 40001}, {QStringLiteral("b"), 40002}};
        Node up;
        up.name = NodeName::literal(u"a@127.0.0.1");
        up.state = NodeState::Up;
        up.port = 40001;
        m_store->apply({HostChanged{host}, NodeChanged{up}});
        const auto dialog = make();
        dialog->setHost(QStringLiteral("localhost"), 4711);
        dialog->findChild<QListWidget *>(QStringLiteral("names"))->setCurrentRow(1);
        QCOMPARE(dialog->findChild<QLineEdit *>(QStringLiteral("node"))->text(), QStringLiteral("b@127.0.0.1"));
    }
    void dialsWithTheTypedCookie()
    {
        const auto dialog = make();
        dialog->setNode(NodeName::literal(u"a@web2.example"), quint16(4371));
        dialog->findChild<CookieField *>()->setSource(CookieField::Source::Typed);
        auto *typed = dialog->findChild<QLineEdit *>(QStringLiteral("cookieText"));
        QCOMPARE(typed->echoMode(), QLineEdit::Password);
        go(*dialog)->click();
        QVERIFY(m_intents.isEmpty());
        QVERIFY(!dialog->findChild<QLabel *>(QStringLiteral("cookieError"))->text().isEmpty());
        typed->setText(QStringLiteral("secret"));
        go(*dialog)->click();
        QCOMPARE(m_intents.size(), 1);
        const auto &intent = std::get<ConnectToNode>(m_intents.first());
        QVERIFY(intent.tlsOptionFile.isEmpty());
        QCOMPARE(intent.node.text(), QStringLiteral("a@web2.example"));
        QCOMPARE(intent.cookie.reveal().toByteArray(), QByteArray("secret"));
        QCOMPARE(*intent.epmdPort, quint16(4371));
        QVERIFY(m_hosts->isKnown(QStringLiteral("web2.example")));
        // No trace of the cookie in what is kept.
        m_settings->sync();
        QFile file(m_settings->fileName());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(!file.readAll().contains("secret"));
        QVERIFY(typed->text().isEmpty());
    }
    void saysWhyAFileHoldsNoCookie()
    {
        const auto dialog = make();
        dialog->setNode(NodeName::literal(u"a@web2.example"), quint16(4371));
        auto *field = dialog->findChild<CookieField *>();
        field->setSource(CookieField::Source::File);
        const QString missing = m_home.filePath(QStringLiteral("none"));
        dialog->findChild<QLineEdit *>(QStringLiteral("cookiePath"))->setText(missing);
        go(*dialog)->click();
        QVERIFY(m_intents.isEmpty());
        QCOMPARE(field->findChild<QLabel *>(QStringLiteral("cookieError"))->text(),
                 QStringLiteral("There is no cookie file %1.").arg(missing));
    }
    void takesOptionsForTls()
    {
        const auto dialog = make();
        dialog->setNode(NodeName::literal(u"a@web2.example"), quint16(4371));
        dialog->findChild<QLineEdit *>(QStringLiteral("tlsOptions"))
            ->setText(QStringLiteral(" /etc/ssl.conf "));
        go(*dialog)->click();
        QCOMPARE(m_intents.size(), 1);
        QCOMPARE(std::get<ConnectToNode>(m_intents.first()).tlsOptionFile, QStringLiteral("/etc/ssl.conf"));
    }

private:
    std::unique_ptr<ConnectDialog> make()
    {
        auto dialog = std::make_unique<ConnectDialog>(*m_store, *m_hosts);
        connect(dialog.get(), &ConnectDialog::intent, this,
                [this](const Intent &intent) { m_intents.append(intent); });
        dialog->show();
        return dialog;
    }
    static QPushButton *go(const ConnectDialog &dialog)
    {
        return dialog.findChild<QPushButton *>(QStringLiteral("go"));
    }

    QTemporaryDir m_home;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<KnownHosts> m_hosts;
    std::unique_ptr<ClusterStore> m_store;
    QList<Intent> m_intents;
};

QTEST_MAIN(tst_ConnectDialog)
#include "tst_ConnectDialog.moc"
