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
        // Cookie files of the machine are none of ours.
        qputenv("HOME", m_home.path().toLocal8Bit());
        QFile::remove(m_home.filePath(QStringLiteral(".erlang.cookie")));
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
        QCOMPARE(dialog->findChild<QLineEdit *>(QStringLiteral("node"))->text(),
                 QStringLiteral("b@127.0.0.1"));
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
    void proposesTheCookieThatThereIs()
    {
        Node up;
        up.name = NodeName::literal(u"a@db1.example");
        up.state = NodeState::Up;
        m_store->apply({NodeChanged{up}});
        const auto dialog = make();
        const auto *field = dialog->findChild<CookieField *>();
        auto *node = dialog->findChild<QLineEdit *>(QStringLiteral("node"));
        node->setText(up.name.text());
        QCOMPARE(field->source(), CookieField::Source::Stored);
        node->setText(QStringLiteral("b@localhost"));
        QCOMPARE(field->source(), CookieField::Source::Typed); // no file yet
        const QString own = m_home.filePath(QStringLiteral(".erlang.cookie"));
        QFile file(own);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("mine\n") == 5);
        file.close();
        QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
        node->setText(QStringLiteral("c@127.0.0.1"));
        QCOMPARE(field->source(), CookieField::Source::File);
        QCOMPARE(dialog->findChild<QLineEdit *>(QStringLiteral("cookiePath"))->text(), own);
        QCOMPARE(field->cookie().value().reveal().toByteArray(), QByteArray("mine"));
        node->setText(QStringLiteral("c@elsewhere.example"));
        QCOMPARE(field->source(), CookieField::Source::Typed); // it is of this machine
        // What the person began stays.
        QTest::keyClicks(dialog->findChild<QLineEdit *>(QStringLiteral("cookieText")), QStringLiteral("x"));
        node->setText(up.name.text());
        QCOMPARE(field->source(), CookieField::Source::Typed);
    }
    void nothingSlidesAway()
    {
        const auto dialog = make();
        dialog->setHost(QStringLiteral("localhost"), 4711);
        const auto *field = dialog->findChild<CookieField *>();
        auto *node = dialog->findChild<QLineEdit *>(QStringLiteral("node"));
        const auto place = [&] {
            QCoreApplication::processEvents();
            return field->geometry();
        };
        const QRect before = place();
        const int height = dialog->height();
        for (const char *text : {"a", "a@", "a@1", "a@127.0.0.1", "a@elsewhere.example", "a@localhost"}) {
            node->setText(QLatin1String(text));
            QCOMPARE(place(), before);
            QCOMPARE(dialog->height(), height);
        }
        auto *error = dialog->findChild<QLabel *>(QStringLiteral("cookieError"));
        go(*dialog)->click();
        QVERIFY(!error->isHidden());
        QCOMPARE(dialog->focusWidget()->objectName(), QStringLiteral("cookieText"));
        QCOMPARE(place(), before);
        QCOMPARE(dialog->height(), height);
        QTest::keyClicks(dialog->findChild<QLineEdit *>(QStringLiteral("cookieText")), QStringLiteral("x"));
        QVERIFY(error->isHidden());
        QCOMPARE(place(), before);
        Host host;
        host.host = QStringLiteral("localhost");
        host.epmdPort = 4711;
        host.entries = {{QStringLiteral("a"), 40001}};
        m_store->apply({HostChanged{host}});
        QCOMPARE(place(), before);
    }
    void takesOptionsForTls()
    {
        const auto dialog = make();
        dialog->findChild<CookieField *>()->setSource(CookieField::Source::Stored);
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
